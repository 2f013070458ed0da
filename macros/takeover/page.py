"""Writes a policy as the page that shows it, and as the text with which a test compares that page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from macros.takeover.structure import Draft, Point, Section

BEGIN, END = '<div class="policy" markdown="1">', "</div>"
OPENING = "The policy"  # over points that stand before any heading; it is marked as the website's own
ADDRESS = re.compile(r"<?(?P<address>https?://[^\s<>()\[\]{}|\\^`\"]*[\w/])>?")


def policy_page(draft: Draft, approval: Sequence[tuple[str, str]], school: str, front: str) -> str:
    """Give the page of a policy.

    Args:
        draft: the policy, its points with their ids.
        approval: the rows of the approval table.
        school: the school's name.
        front: the front matter, with the lines round it.
    """
    rows = (f'<tr><th scope="row">{_html(name)}</th><td>{_html(value)}</td></tr>' for name, value in approval)
    lines = [
        front.rstrip("\n"), "", BEGIN, "", f'<p class="policy__school">{_html(school)}</p>', "", f"# {draft.title}", "",
        '<table class="policy__approval">', "<tbody>", *rows, "</tbody>", "</table>", "", END, "",
        "{{ review_date() }}", "", "{{ policy_views() }}", "", BEGIN, "",
    ]  # fmt: skip
    for section in draft.sections:
        lines += [_heading(section), "", *_body(section)]
    return "\n".join([*lines, END, ""])


def _heading(section: Section) -> str:
    marks = "#" * section.level
    if not section.title:
        return f"{marks} {OPENING} {{ #{section.id} .clause__ours }}"
    number = f"{section.number}. " if section.number and "." not in section.number else section.number
    return f"{marks} {number}{' ' if '.' in section.number else ''}{marked(section.title)} {{ #{section.id} }}"


def _body(section: Section) -> Iterator[str]:
    in_table = False
    for part in section.body:
        if in_table and not isinstance(part, tuple):
            yield ""
        if isinstance(part, Point):
            indent = "    " * part.level
            number = f"{part.printed} " if part.keeps_number else ""
            yield f"{indent}- {number}{marked(part.text)}"
            yield f"{indent}  {{ #{part.id} }}"
        elif isinstance(part, str):
            yield from ("", marked(part), "")
        else:
            row = "| " + " | ".join(marked(cell) for cell in part) + " |"
            yield from (row,) if in_table else ("", row, "|" + " --- |" * len(part))
        in_table = isinstance(part, tuple)
    yield ""


def marked(words: str) -> str:
    """Give words with each address in them as a link."""
    return ADDRESS.sub(lambda found: f"<{found['address']}>", words)


def _html(words: str) -> str:
    return escape(words, quote=False)


def approved_text(draft: Draft, approval: Sequence[tuple[str, str]], school: str) -> str:
    """Give the approved words alone, with which a test compares the page.

    Args:
        draft: the policy.
        approval: the rows of the approval table.
        school: the school's name.
    """
    lines = [school, "", draft.title, "", *(f"{name}\t{value}" for name, value in approval), ""]
    for section in draft.sections:
        number = section.number + ("" if "." in section.number else ".") if section.number else ""
        lines += [f"{number} {section.title}".strip(), ""]
        for part in section.body:
            if isinstance(part, Point):
                lines.append(f"{' ' * part.level}- {part.text}")
            else:
                lines.append(part if isinstance(part, str) else "\t".join(part))
        lines.append("")
    return "\n".join(lines)
