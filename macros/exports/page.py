"""What a teacher reads of the files: where each goes, and what it cannot take along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True)
class Offer:
    """What the plan offers.

    Attributes:
        words: what is said before the files: paragraphs of Markdown.
        files: the files.
    """

    words: tuple[str, ...]
    files: tuple[TakeAway, ...]


def offer(files: Sequence[TakeAway], *, by_pictures: bool = False) -> Offer:
    """Give the part of a plan that offers the files.

    Args:
        files: the files.
        by_pictures: whether its children answer by pictures, as they do not read yet.
    """
    return Offer((*([BY_PICTURES] if by_pictures else []), *BEGIN.split("\n\n")), tuple(files))
