"""What authors typed besides words is checked in pages, lessons and files of values, each by its own rules."""

from __future__ import annotations

import pytest

from macros.checks.markup import check_page_markup, check_value_markup
from macros.source import parse_yaml, read_tree

FRONT = "---\ntitle: A\n---\n"


def told(text: str, path: str = "docs/a.md") -> list[str]:
    return [str(problem) for problem in check_page_markup(read_tree(text, path))]


def of_values(text: str, path: str) -> list[str]:
    return [str(problem) for problem in check_value_markup(parse_yaml(text, path))]


def test_a_page_is_told_of_each_thing_in_one_run() -> None:
    text = f"{FRONT}Ask <name>.\n\nK*tf*x.\n\n[a](b.md\n\n```\nc"
    assert [line.split(":")[1] for line in told(text)] == ["10", "8", "4", "6"]


def test_a_macro_above_the_words_is_told() -> None:
    assert told('---\ntitle: A\ndescription: See {{ fact("name") }}\n---\nWords {{ fact("name") }}\n') == [
        "docs/a.md:3:18: A macro works only under the front matter. Write the words themselves here."
    ]


@pytest.mark.parametrize("text", ["Ask <name>.", "---\ntitle: A\n\nAsk <name>.", "title: A\n- b\n---\n"])
def test_of_a_page_whose_front_matter_is_missing_that_alone_is_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "path", ["lessons/years-3-4/a/lesson.md", "docs/_data/phases.yml", "docs/_data/frameworks.yml", "docs/a.md"]
)
def test_a_value_that_becomes_markdown_is_read_as_markdown(path: str) -> None:
    assert of_values("have_ready:\n  - Ask <name>.\n  - '{{ config }}'\n  - '#kindness'\n", path) == [
        f"{path}:2:5: “<name>” would not be seen: a browser takes it for a tag. Write (name), or put it between ` and "
        "`.",
        f"{path}:3:5: Double braces and the like are read as a program here. Write the words themselves.",
        f"{path}:4:5: A “#” at the beginning of a line makes a heading of it. Begin with another word; or, if it is "
        "one, put a space after the “#”.",
    ]


@pytest.mark.parametrize("picture", ['<img src="key.svg">', '<IMG src="a" width="2">', '<img alt="" src="line.svg">'])
def test_a_picture_is_written_in_markdown(picture: str) -> None:
    (line,) = told(f"{FRONT}One\n\nTwo {picture}")
    assert line.startswith("docs/a.md:6:5: Pages do not use “<img>”. ")


OTHERS = pytest.mark.parametrize(
    "path", ["quizzes/years-3-4/a.yml", "docs/_data/apps.yml", "docs/_data/checklists/a.yml"]
)


@OTHERS
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Go <script>go()</script>", "<script>"),
        ('<b onclick="go()">Go</b>', '<b onclick="go()">'),
        ("<BR/>", "<BR/>"),
        ("Ask <your name> today", "<your name>"),
        ("</textarea>", "</textarea>"),
        ("A <!-- note -->", "<!-- note -->"),
        ("<?php", "<?php…"),
    ],
)
def test_html_in_other_values_is_told_at_its_value(path: str, words: str, found: str) -> None:
    assert of_values(f"a: Words\nb:\n  - '{words}'\n", path) == [
        f"{path}:3:5: “{found}” is written as HTML is: some see it as it stands, and others do not see "
        "it. Write round brackets, take it out, or put it between ` and `."
    ]


@OTHERS
@pytest.mark.parametrize("words", ["[A](javascript:go())", "JavaScript: go()", "vbscript:go()"])
def test_an_address_that_runs_a_program_is_told_in_other_values(path: str, words: str) -> None:
    (line,) = of_values(f"a: '{words}'\n", path)
    assert line.startswith(f"{path}:1:4: “")
    assert line.endswith("cript:” begins a program. Take it out, or, to show it, put it between ` and `.")


@OTHERS
def test_code_sums_and_hearts_in_other_values_are_words(path: str) -> None:
    assert of_values("a: '`<script>`, 3 < 4, I <3 you, `javascript:` and JavaScript'\n", path) == []


@OTHERS
def test_in_other_values_only_stars_underscores_and_backslashes_are_signs(path: str) -> None:
    text = "a: Ask (name), {now}, &copy; and [x](y)\nb: 'K*tf*x2026'\nc: 'new\\_file'\nd: '_fox_'\ne: my_fox_name\n"
    assert [line.split(":")[1] for line in of_values(text, path)] == ["2", "3", "4"]


def test_the_outcome_is_shown_as_it_is_typed() -> None:
    path = "lessons/years-3-4/a/lesson.md"
    assert of_values("outcome: I can *really* ask.\n", path) == [
        f"{path}:1:10: The outcome is shown as it is typed. Take the stars, brackets and the like out."
    ]


def test_a_tag_in_a_fact_about_the_school_is_told() -> None:
    told_twice = of_values("name: Oak <b>School</b> & Nursery\n", "school.yml")
    assert len(told_twice) == 2
    assert told_twice[0].startswith("school.yml:1:7: Pages do not use “<b>”. ")


CHAT = (
    FRONT
    + """## One (1 minute)

!!! chat "Year 6" bo
    - Ines made <b>this</b> group
    Bo, 16:05: *look* [here](gone.md) <script>

After *that*, <b>words</b>.
"""
)


def test_a_line_of_a_chat_is_left_as_it_was_typed_and_what_stands_round_it_is_not() -> None:
    path = "lessons/years-5-6/a/lesson.md"
    assert {line.split(":")[1] for line in told(CHAT, path)} == {"10"}
    assert {line.split(":")[1] for line in told(CHAT.replace('"Year 6"', '"<i>Year</i> 6"'), path)} == {"6", "10"}
