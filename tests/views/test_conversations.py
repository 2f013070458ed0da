"""A chat shows whose words stand where."""

from __future__ import annotations

from macros.models.lesson import Message, Part
from macros.views.conversations import chat_lines


def chat(*writers: str, device: str | None = None) -> Part:
    messages = tuple(Message(who=who, when="16:05", words="Hi") for who in writers)
    return Part(kind="chat", title="Year 6", picture=device, text="-", messages=messages)


def test_each_writer_keeps_one_tone_and_the_seventh_has_the_first_ones() -> None:
    names = ("Ines", "Bo", "Ines", "Sam", "Leo", "Ama", "Nell", "Jonah")
    assert [line.tone for line in chat_lines(chat(*names))] == [1, 2, 1, 3, 4, 5, 6, 1]


def test_whoever_holds_the_device_has_their_own_side() -> None:
    assert [line.own for line in chat_lines(chat("Ines", "Mr Hill", device="mr-hill"))] == [False, True]
    assert [line.own for line in chat_lines(chat("Ines", "Mr Hill"))] == [False, False]


def test_what_the_app_says_is_nobodys() -> None:
    part = Part(kind="chat", title="Year 6", text="-", messages=(Message(kind="notice", words="Leo left"),))
    [line] = chat_lines(part)
    assert (line.who, line.own, line.tone) == ("", False, 0)
