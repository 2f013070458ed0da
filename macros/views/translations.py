"""The page with help in another language: what to do and who to ring, each line beside the same in English."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from macros.models.translation import PLACE, Translation
from macros.views import addresses
from macros.views.markdown import as_words, front_matter

ESCAPED = re.compile(PLACE.pattern.replace(r"\{", "&#123;", 1))  # as `as_words` leaves a place
ENGLISH = 'lang="en-GB" dir="ltr"'


def translation_page(
    translation: Translation, original: Translation, emails: Mapping[str, str], numbers: Collection[str]
) -> str:
    """Make the page of one language.

    Args:
        translation: its words.
        original: the same words in English.
        emails: the address of each help route that has one, by its id.
        numbers: the ids of the help routes with a number; a line that needs another is left out.
    """
    page = addresses.help_in(translation.in_english)
    head = front_matter(
        title=translation.title,
        description=translation.intro,
        template="help.html",
        language=translation.language,
        direction=translation.direction,
        # The search of the site reads English.
        search={"exclude": True},
        **{"for": "Parents and carers"},
    )
    parts = [head, f"# {as_words(translation.title)}"]
    if not translation.is_checked:
        parts.append(
            f"{as_words(translation.not_checked)}\n{{: .translation__unchecked }}\n\n"
            f"{_in_english(f'This page has not yet been checked by a speaker of {translation.in_english}.')}"
        )
    parts.append(as_words(translation.intro))
    parts.append(_numbered(translation, emails, numbers))
    wanted = f"“I need help for my child. I speak {translation.in_english}. I need an interpreter, please.”"
    parts.append(f"{as_words(translation.say)}\n\n{_in_english(f'**{as_words(wanted)}**')}")
    parts.append(f"[{as_words(translation.more)}]({addresses.typed(addresses.HELP, page)})")
    same = f"{as_words(original.intro)}\n\n{_numbered(original, emails, numbers)}"
    parts.append(_in_english(f"## The same in English {{ #in-english }}\n\n{same}"))
    return "\n\n".join(parts) + "\n"


def _in_english(text: str) -> str:
    return f'<div {ENGLISH} class="translation__english" markdown="1">\n\n{text}\n\n</div>'


def _numbered(translation: Translation, emails: Mapping[str, str], numbers: Collection[str]) -> str:
    known = (
        line
        for line in translation.lines
        if all(place["email"] or place["id"] in numbers for place in PLACE.finditer(line))
    )
    return "\n".join(f"1. {_line(line, emails)}" for line in known)


def _line(line: str, emails: Mapping[str, str]) -> str:
    """Put in the numbers, which “phone” shows, and the addresses."""

    def reached(place: re.Match[str]) -> str:
        if place["email"]:
            address = emails[place["id"]]
            return f"[{address}](mailto:{address})"
        return f'{{{{ phone("{place["id"]}") }}}}'

    return ESCAPED.sub(reached, as_words(line))
