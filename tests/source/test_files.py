"""Only plain UTF-8 text inside the project is read."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from macros.problems import ContentError
from macros.source import parse_yaml
from macros.source.files import LARGEST_FILE, files_in, is_left_out, read_text


def told(root: Path, path: str) -> str:
    with pytest.raises(ContentError) as caught:
        read_text(root, path)
    return str(caught.value)


def test_every_kind_of_line_end_is_one(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\r\ntwo\rthree\n")
    assert read_text(tmp_path, "a") == "one\ntwo\nthree\n"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "a") == "a:1:1: This file is missing. Put it back, or take away what names it."


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    assert told(tmp_path, "a") == "a:1:1: A file is needed here, and this is something else."


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / "a").symlink_to(tmp_path / "secret")
    assert (
        told(tmp_path / "root", "a")
        == "a:1:1: This is a link to a place outside the project. Put the file itself here."
    )


def test_a_link_to_nowhere_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("nowhere")
    assert told(tmp_path, "a") == "a:1:1: This link leads nowhere. Put the file itself here, or delete the link."


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    assert told(tmp_path, "a") == "a:1:1: A file is needed here, and this is something else."


def test_the_largest_file_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * LARGEST_FILE)
    assert len(read_text(tmp_path, "a")) == LARGEST_FILE
    (tmp_path / "a").write_bytes(b"x" * (LARGEST_FILE + 1))
    assert told(tmp_path, "a") == (
        "a:1:1: The file is 256 kB; at most 256 kB is read. Is it the right file? If so, split it."
    )


def test_a_byte_order_mark_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a: 1", encoding="utf-8-sig")
    assert told(tmp_path, "a") == (
        "a:1:1: The file begins with a byte-order mark. Save it as “UTF-8”, not “UTF-8 with BOM”."
    )


def test_text_that_is_not_utf_8_is_told_where_it_begins(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"one\nca" + "fé".encode("latin-1"))
    assert told(tmp_path, "a") == "a:2:4: This is not plain text in UTF-8. Save the file as “UTF-8” text."


@pytest.mark.parametrize("character", ["\ue000", "\uf8ff"])
def test_a_sign_that_belongs_to_nobody_is_told_also_where_yaml_spells_it(tmp_path: Path, character: str) -> None:
    sentence = f"A hidden character (U+{ord(character):04X}) stands here."
    (tmp_path / "a").write_text(f"ab{character}c", encoding="utf-8")
    assert f"a:1:3: {sentence}" in told(tmp_path, "a")
    with pytest.raises(ContentError, match=re.escape(sentence)):
        parse_yaml(f'a: "b\\u{ord(character):04x}c"', "a.yml")


def test_a_hidden_character_is_told_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one\ntwo \u202e three", encoding="utf-8")
    assert told(tmp_path, "a") == (
        "a:2:5: A hidden character (U+202E) stands here. Delete it and type the words again."
    )


@pytest.mark.parametrize("character", ["\u202a", "\u202e", "\u2066", "\u2069", "\x00", "\x1b", "\x7f"])
def test_a_character_that_hides_or_turns_text_is_refused(tmp_path: Path, character: str) -> None:
    (tmp_path / "a").write_text(f"one{character}", encoding="utf-8")
    assert f"a:1:4: A hidden character (U+{ord(character):04X}) stands here." in told(tmp_path, "a")


FAMILY, RAINBOW, SCOTLAND = (
    "\U0001f468\u200d\U0001f469",
    "\U0001f3f3\ufe0f\u200d\U0001f308",
    "\U0001f3f4\U000e0067\U000e007f",
)


@pytest.mark.parametrize(
    "character",
    [
        "\x85", "\xad", "\u034f", "\u115f", "\u180e", "\u2061", "\u2800", "\u3164", "\uffa0", "\ufff9", "\ufffe",
        "\U000e0001", "\U000e0041", "\U000e0100", "\U000f0000", "\u200d", "\u200d😀",
    ],
)  # fmt: skip
def test_a_character_that_nobody_sees_is_refused(tmp_path: Path, character: str) -> None:
    """Each is blank in most fonts, and would make a name of nothing, or two numbers of one."""
    (tmp_path / "a").write_text(f"one{character} two", encoding="utf-8")
    assert f"a:1:4: A hidden character (U+{ord(character[0]):04X}) stands here." in told(tmp_path, "a")


@pytest.mark.parametrize("garbled", ["It’s", "“Hi”", "café", "£3", "3 °C", "a – b", "naïve…"])
def test_what_a_program_has_saved_as_another_alphabet_is_told(tmp_path: Path, garbled: str) -> None:
    saved = garbled.encode("utf-8").decode("cp1252", errors="replace")
    (tmp_path / "a").write_text(f"one\ntwo {saved}", encoding="utf-8")
    said = told(tmp_path, "a")
    assert said.startswith("a:2:")
    assert "is what a program has made of another sign, such as an apostrophe, an accent or a pound sign." in said
    (tmp_path / "a").write_text(garbled, encoding="utf-8")
    assert read_text(tmp_path, "a") == garbled


def test_two_versions_that_git_has_left_are_told_where_the_first_begins(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one\n<<<<<<< HEAD\ntwo\n=======\nthree\n>>>>>>> main\n", encoding="utf-8")
    assert told(tmp_path, "a").startswith("a:2:1: Two people have changed this place, and git has left both versions")
    (tmp_path / "a").write_text("one <<<<<<< HEAD\n=======\n", encoding="utf-8")
    assert read_text(tmp_path, "a")


@pytest.mark.parametrize("character", ["a", " ", "\t", "é", "’", "–", "😀", "ش", "\u00a0", FAMILY, RAINBOW, SCOTLAND])
def test_a_character_that_people_write_is_left_alone(tmp_path: Path, character: str) -> None:
    (tmp_path / "a").write_text(f"one{character}", encoding="utf-8")
    assert read_text(tmp_path, "a") == f"one{character}"


PROGRAMS = ("docs/~$a.md", "docs/._a.md", "docs/in/Thumbs.db", "docs/desktop.ini", "docs/.#a.md", "docs/Icon\r")


@pytest.mark.parametrize("path", PROGRAMS)
def test_a_file_that_a_program_keeps_for_itself_is_left_out(path: str) -> None:
    assert is_left_out(path.rpartition("/")[2])


@pytest.mark.parametrize("name", ["a.md", "a.b.md", "thumbs.png", "desktop.svg", "~a.md", "icon.svg"])
def test_a_file_that_a_person_writes_is_not_left_out(name: str) -> None:
    assert not is_left_out(name)


def test_files_are_named_in_order_and_what_is_hidden_is_passed_over(tmp_path: Path) -> None:
    for path in ("docs/b.md", "docs/a.md", "docs/.c.md", "docs/in/d.md", "docs/.git/e.md", "docs/f.yml", *PROGRAMS):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x", encoding="utf-8")
    assert list(files_in(tmp_path, "docs", ".md")) == ["docs/a.md", "docs/b.md", "docs/in/d.md"]
    assert list(files_in(tmp_path, "docs")) == ["docs/a.md", "docs/b.md", "docs/f.yml", "docs/in/d.md"]
    assert list(files_in(tmp_path, "nothing")) == []
