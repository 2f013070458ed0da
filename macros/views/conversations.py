"""A chat of a lesson as a page shows it: whose words stand where, and in which tone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.models.lesson import Part, device_of

TONES = 6  # colours of the faces beside the words: the seventh who writes has the first one's


@dataclass(frozen=True)
class Line:
    """One line of a chat.

    Attributes:
        kind: words, sticker, typing or notice.
        words: what it says.
        who: who wrote it.
        when: the day, the time, or both.
        own: whether whoever holds the device wrote it.
        tone: the number of the writer's colour, from 1.
    """

    kind: str
    words: str
    who: str
    when: str
    own: bool
    tone: int


def chat_lines(part: Part) -> Iterator[Line]:
    """Give the lines of a chat.

    Args:
        part: the chat; its `picture` is who holds the device, if it says so.
    """
    tones: dict[str, int] = {}
    for message in part.messages:
        who = message.who or ""
        tone = tones.setdefault(who, len(tones) % TONES + 1) if who else 0
        own = bool(who) and device_of(who) == part.picture
        yield Line(message.kind, message.words or "", who, message.when or "", own, tone)
