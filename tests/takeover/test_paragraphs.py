"""A policy is read as a school has it: bullets, numbers and letters of any kind, and the rest in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.problems import ContentError
from macros.takeover.paragraphs import paragraphs_of, read_paragraphs


@pytest.mark.parametrize(
    ("typed", "mark", "text"),
    [
        ("• One", "•", "One"),
        ("-\u00a0One", "•", "One"),
        ("o One", "•", "One"),
        ("– One", "•", "One"),
        ("1. One", "1", "One"),
        ("1 One", "1", "One"),
        ("1. 1. One", "1", "One"),
        ("1.2.3 One", "1.2.3", "One"),
        ("(a) one", "a", "one"),
        ("iv) one", "iv", "one"),
        ("A. One", "A", "One"),
        ("2022 guidance", "", "2022 guidance"),
        ("10 staff", "", "10 staff"),
        ("A school", "", "A school"),
        ("e.g. one", "", "e.g. one"),
    ],
)
def test_what_stands_before_a_paragraph_is_parted_from_it(typed: str, mark: str, text: str) -> None:
    (found,) = paragraphs_of(typed)
    assert (found.mark, found.text) == (mark, text)


def test_a_row_of_a_table_is_its_cells() -> None:
    assert [one.cells for one in paragraphs_of("Lead\tMrs Patel\n| a | b |\n")] == [("Lead", "Mrs Patel"), ("a", "b")]


def test_a_line_that_was_wrapped_goes_on_and_a_list_without_marks_does_not() -> None:
    long = "A sentence that is so long that a page made for paper had to break it here"
    assert [one.text for one in paragraphs_of(f"{long}\nand went on.\nShort\nlines")] == [
        f"{long} and went on.",
        "Short",
        "lines",
    ]


def test_text_of_windows_is_read_whatever_its_code(tmp_path: Path) -> None:
    for code in ("utf-8-sig", "utf-16", "cp1252"):
        (tmp_path / "policy.txt").write_bytes("Children’s safety\r\n\r\nWe help.".encode(code))
        assert [one.text for one in read_paragraphs(tmp_path / "policy.txt")] == ["Children’s safety", "We help."], code


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("policy.pdf", b"%PDF", "A policy is read from a .docx or .txt file, and this is “.pdf”."),
        ("policy.docx", b"no zip", "This is not a Word document, whatever its name says. Save it anew as .docx."),
        ("policy.txt", b" \n", "There are no words in this file. Is it a picture of the policy?"),
        ("none.txt", None, "There is no such file. Put the policy beside the file of answers"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes | None, sentence: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(ContentError) as caught:
        read_paragraphs(tmp_path / name)
    assert str(caught.value).startswith(f"{name}:1:1: {sentence}")
