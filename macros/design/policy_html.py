"""The approved policy as HTML that any website's editor takes: headings, lists and links, and no class or script."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from macros.design.markdown_html import MarkdownHtml
from macros.models.policy import Clause, Policy, Section


def policy_html(policy: Policy) -> str:
    """Write the policy out, word for word.

    Args:
        policy: the approved policy.

    Returns:
        HTML of plain ASCII: a file of it reads alike whatever letters a host says that it has.
    """
    written = "\n".join(_lines(policy, MarkdownHtml({})))
    return written.encode("ascii", "xmlcharrefreplace").decode("ascii") + "\n"


def _lines(policy: Policy, words: MarkdownHtml) -> Iterator[str]:
    yield f"<h1>{words.line(policy.title)}</h1>"
    if policy.approval:
        yield "<table>"
        for fact in policy.approval:
            yield f'<tr><th scope="row">{words.line(fact.name)}</th><td>{words.line(fact.value)}</td></tr>'
        yield "</table>"
    for section in policy.sections:
        yield _heading(section)
        points = [clause for clause in section.clauses if not clause.part_of]
        yield from _list(
            [f"{words.line(point.text)}{''.join(_parts(point, policy, words))}" for point in points],
        )


def _heading(section: Section) -> str:
    part = "." in section.number.rstrip(".")  # “4.1” is a part of “4”
    tag, number = ("h3", section.number) if part else ("h2", f"{section.number.rstrip('.')}.")
    return f"<{tag}>{html.escape(f'{number} {section.title}', quote=False)}</{tag}>"


def _parts(point: Clause, policy: Policy, words: MarkdownHtml) -> Iterator[str]:
    for line in _list([str(words.line(part.text)) for part in policy.parts(point.id)]):
        yield f"\n{line}"


def _list(items: Sequence[str]) -> Iterator[str]:
    if items:
        yield "<ul>"
        yield from (f"<li>{item}</li>" for item in items)
        yield "</ul>"
