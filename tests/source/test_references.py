"""What a page shows and links to is found, whatever way it is written."""

from __future__ import annotations

import pytest

from macros.source import read_references, read_tree

PAGE = "parents/worries/unkind.md"


@pytest.mark.parametrize(
    ("text", "files"),
    [
        ("![A key](key.svg)", {"parents/worries/key.svg"}),
        ('![A key](key.svg "Its title")', {"parents/worries/key.svg"}),
        ("![A key](<my key.svg>)", {"parents/worries/my key.svg"}),
        ("![A key](my key.svg)", {"parents/worries/my key.svg"}),
        ("![A key](my%20key.svg)", {"parents/worries/my key.svg"}),
        ("![A key](key(1).svg)", {"parents/worries/key(1).svg"}),
        ("![A key](../../assets/images/key.png)", {"assets/images/key.png"}),
        ("![A `key`](key.svg){ .wide }", {"parents/worries/key.svg"}),
        ("[![A key](key.svg)](large.png)", {"parents/worries/key.svg", "parents/worries/large.png"}),
        ("![A long\nlook at a key](key.svg)", {"parents/worries/key.svg"}),
        ("![A key][k]\n\n[k]: key.svg", {"parents/worries/key.svg"}),
        ('<img alt="A key" src="key.svg">', {"parents/worries/key.svg"}),
        ("<img alt='A key' src='key.svg'>", {"parents/worries/key.svg"}),
        ("[The licence](../../assets/licences.txt#mit)", {"assets/licences.txt"}),
        ('!!! teacher "Say"\n    ![A key](key.svg)', {"parents/worries/key.svg"}),
    ],
)
def test_a_file_that_is_named_is_found(text: str, files: set[str]) -> None:
    assert read_references(read_tree(text, "a.md"), PAGE) == files


@pytest.mark.parametrize(
    "text",
    [
        "key.svg",
        "`![A key](key.svg)`",
        "```\n![A key](key.svg)\n```",
        "![A key](https://example.org/key.svg)",
        "![A key](//example.org/key.svg)",
        "![A key](/key.svg)",
        "[Here](#key.svg)",
        "[Here](https://[2001:db8)",
        '{{ picture("symbols/key", alt="A key") }}',
    ],
)
def test_what_names_no_file_beside_the_page_is_passed_over(text: str) -> None:
    assert read_references(read_tree(text, "a.md"), PAGE) == set()
