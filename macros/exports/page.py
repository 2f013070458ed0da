"""What a teacher reads of the files: where each goes, and what it cannot take along."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from macros.exports.registry import TakeAway

BEGIN = """\
These files hold the quiz’s questions for services that other schools use. Those services are outside the school’s \
website, and each has privacy terms of its own. \
Ask the DSL before you use one with children: the policy wants an app assessed before it is used. \
Nothing of yours is sent from this page.

The quiz on this site has all of it: a reason for every choice, hints, pictures, no timer and no account. In every \
file below, these are left out: pictures, hints, bold words, the line for a good choice that was missed, and the \
words at the end. The services change their forms without notice, so look through what has arrived. \
The forms were last read on 22 November 2026."""


BY_PICTURES = """\
**Not for Reception.** In this quiz children choose by pictures, because most of them can’t read yet, and none of \
these files can take a picture along. With Reception, use the quiz on this site."""


def elsewhere(files: Sequence[TakeAway], *, by_pictures: bool = False) -> str:
    """Write the part of a plan that offers the files, as Markdown.

    Args:
        files: the files.
        by_pictures: whether its children answer by pictures, as they do not read yet.
    """
    # The list is HTML: as Markdown, its many items would take three times as long as all else here.
    before = (BY_PICTURES, "", BEGIN) if by_pictures else (BEGIN,)
    return "\n".join((*before, "", "<ul>", *(line for file in files for line in _lines(file)), "</ul>"))


def _lines(file: TakeAway) -> Iterator[str]:
    form, export = file.form, file.export
    if export.questions:
        count = f"{export.questions} question{'s' if export.questions != 1 else ''}"
        link = f'<a href="{html.escape(file.file)}" download>{as_words(form.name)}: {as_words(form.what)}</a>'
        yield f"<li>{link}, {count}. {as_words(form.how)} {as_words(export.always)}"
    else:
        yield f"<li>{as_words(form.name)}: there is no file, as no question of this quiz fits."
    notes = "".join(f"<li>{as_words(note)}</li>" for note in export.notes)
    yield f"<ul>{notes}</ul></li>" if notes else "</li>"


def as_words(text: str) -> str:
    """Write a text so that neither HTML nor a macro reads anything in it."""
    return html.escape(text, quote=False).replace("{", "&#123;")
