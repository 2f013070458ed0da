"""A line of a chat is read, or it is none."""

from __future__ import annotations

import pytest

from macros.source.conversation import read_message


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Ines, 16:05: Hi", {"kind": "words", "who": "Ines", "when": "16:05", "words": "Hi"}),
        ("Mr Hill, Today, 9:30: Hi", {"kind": "words", "who": "Mr Hill", "when": "Today, 9:30", "words": "Hi"}),
        (
            "Ines, Sunday: [photo: a cake]",
            {"kind": "sticker", "who": "Ines", "when": "Sunday", "words": "photo: a cake"},
        ),
        ("Ines, Sunday: [a cake]", {"kind": "words", "who": "Ines", "when": "Sunday", "words": "[a cake]"}),
        ("Leo is typing…", {"kind": "typing", "who": "Leo"}),
        ("- Leo left", {"kind": "notice", "words": "Leo left"}),
        ("Ines 16:05 Hi", None),
        ("-Leo left", None),
        ("", None),
    ],
)
def test_a_line_is_read(line: str, read: dict[str, str] | None) -> None:
    assert read_message(line) == read
