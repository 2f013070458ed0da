"""A sign that would take words away is told where it stands, with what to write; what is meant is left alone."""

from __future__ import annotations

import time

import markdown
import pytest

from macros.source.markdown_lines import read_lines
from macros.source.markdown_words import read_emphasis, read_sentence, read_words


def told(text: str, *, lesson: bool = False) -> list[str]:
    lines, problems = read_lines(text, "a.md")
    return [str(problem) for problem in (*problems, *read_words(lines, "a.md", lesson=lesson))]


@pytest.mark.parametrize(
    "text",
    [
        "# Title { #title }\n\n## Another (5 minutes)\n\nWords. 100 % of *them* and **all** of ***it***.",
        "## Ages 4 to 9 { #ages-4-to-9 .early-years .years-1-2 .years-3-4 }\n\nWords.",
        "2 * 3 * 4 is 24. K*tf by itself.",
        "*kind words, with a star by itself",
        "- one\n- two\n    - within\n    - again\n- three\n\nWords.",
        "1. one\n2. two\n\n    Words within.\n\n3. three\n\nWords.\n\n1. another",
        "1. one\n1. one more\n1. and one",
        "1. one\n    - within\n    - again\n2. two",
        "* star\n* another *sloped*",
        "Words\n\n---\n\nWords\n\n***\n\n* * *",
        "> Quoted words.\n>\n> - a list\n> - in it\n\n>> deep",
        "| A | B |\n| --- | --- |\n| 5 | *b* |",
        "Term\n:   Its meaning.",
        "Fox & badger; AT&T, R&D; 3 < 4 > 2.",
        "`K*tf*x2026`, `C:\\*new\\_file`, `{now}`, `&copy;`, `#kindness`, `_fox_` and ``a ` b``.",
        "```\n#kindness\n2026. That\n• one\n  - two\n```",
        "snake_case_name, ¯ and a_b_c. __ alone _ too.",
        '{{ picture("a", alt="2 * 3 *4 {% _a_") }}',
        "{% raw %}{{ x }} and {y}{% endraw %}",
        "[Kit](a.md): words. [Kit] says.",
        "\\o/ and C:\\new",
        '!!! note "Title"\n    - a list\n    - in it\n\n    Words.',
        "- one\n  { #an-id }\n- two\n  { #another }\n    - within\n      { #third }",
        'For grown-ups.\n{ data-part="adults" }',
        "In 2026. That was good.\n\n10 + 5. 3.14 and 12:30.",
    ],
)
def test_what_arrives_as_it_is_typed_is_left_alone(text: str) -> None:
    assert told(text) == []


RUNS_ON = "This table stands right under other words, and would run on with them. Leave an empty line above it."
VANISHES = (
    "This row has 3 cells and the table 2 columns, so the words from here on would vanish. Take a “|” out, or give the "
    "table another column."
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("| A | B |\n| --- | --- |\n| one | two | three |", f"a.md:3:14: {VANISHES}"),
        ("A | B\n--- | ---\none | two | three", f"a.md:3:12: {VANISHES}"),
        ("> | A | B |\n> | --- | --- |\n> | one | two | three |", f"a.md:3:16: {VANISHES}"),
        ("Words\n| A | B |\n| --- | --- |\n| one | two |", f"a.md:2:1: {RUNS_ON}"),
        (
            "| A | B |\n| one | two |",
            "a.md:1:1: This makes no table yet. Write a line such as “| --- | --- |” under its first line.",
        ),
        (
            "| --- | --- |\n| one | two |",
            "a.md:1:1: A table begins with the names of its columns. Write them in a line above this one.",
        ),
    ],
)
def test_what_a_table_would_lose_is_told(text: str, said: str) -> None:
    assert told(text) == [said]


@pytest.mark.parametrize(
    "text",
    [
        "| A | B |\n| --- | --- |\n| one |\n| one | two |\n\nA | B\n:-- | --:\none | two",
        "| A | B |\n| --- | --- |\n| `a|b|c` | two |",
        "| A |\n| --- |\n| one |",
        "One | two is no table.",
        '!!! note "Title"\n    | A | B |\n    | --- | --- |\n    | one | two |',
    ],
)
def test_a_table_that_keeps_every_cell_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_the_host_loses_a_cell_as_it_is_told() -> None:
    shown = markdown.markdown("| A | B |\n| --- | --- |\n| one | two | three |", extensions=["tables"])
    assert "two" in shown
    assert "three" not in shown


STARS = (
    "Stars here do not stand round whole words, and would vanish. Write *words* with a star before the first letter "
    "and one after the last; or put the words between ` and `."
)
BACKSLASH = "This backslash would vanish. Put the words in which it stands between ` and `, or take it out."
BRACKET = (
    "A curly bracket can take words away with it: Markdown reads settings there. Write a round one, or put the words "
    "between ` and `."
)
UNDERSCORES = "Underscores round words vanish. Write stars to slope words, or put the words between ` and `."
HASH = (
    "A “#” at the beginning of a line makes a heading of it. Begin with another word; or, if it is one, put a space "
    "after the “#”."
)
GLUED = (
    "This list stands right under other words, and would run on with them. Leave an empty line above the list; or, in "
    "a sentence, let the line begin with another word."
)
GLUED_NUMBER = (
    "A number and a full stop begin this line, and it is no list yet. Leave an empty line above the list; or, in a "
    "sentence, let the line begin with another word."
)
WITHIN = "A list within a list is indented by four spaces. Indent this line by four, or not at all."
NO_SIGN = "This sign makes no list. Begin each line of the list with a hyphen and a usual space: “- ”."
NO_NUMBER = "This makes no list. Write the number, a full stop and a usual space: “1. ”."
QUOTATION = (
    "A “>” at the beginning of a line makes a quotation of it. Begin with another word; or, if it is one, put a space "
    "after the “>”."
)
KEPT = "A line that begins so vanishes: Markdown keeps it as an address. Begin with another word."
RULE = "A line of dashes or equals signs right under words makes a heading of them. Leave an empty line above it."
BOX = 'This makes a box, and takes words away. Write !!! note "Title", or begin with another word.'
DEEP = "This is more than 6 deep in lists or quotations. Begin nearer to the margin."


def sign(typed: str) -> str:
    return f"“{typed}” would be shown as another sign. Type that sign itself, or put the words between ` and `."


def counted(number: int) -> str:
    return (
        "A line that begins with a number and a full stop is a line of a list, and this list would be at "
        f"{number}. Write “{number}.”; or, in a sentence, begin with another word."
    )


# What is typed, where in it the first sentence points, and the sentence.
SLIPS = [
    ("Kit types K*tf*x2026.", "1:12", STARS),
    ("Rated 5* by some and 4* by others", "1:8", STARS),
    ("un**kind**", "1:3", STARS),
    ("*slop*ing", "1:6", STARS),
    ("a **b* c", "1:6", STARS),
    ("One *two\nthree* four* five", "2:12", STARS),
    ("Type \\*new\\_file", "1:6", BACKSLASH),
    ("\\.", "1:1", BACKSLASH),
    ('\\{{ fact("name") }}', "1:1", BACKSLASH),
    ("Say it {now}", "1:8", BRACKET),
    ("## What to do {now}", "1:15", BRACKET),
    ("## What to do { .now }", "1:15", BRACKET),
    ("## Ages { #ages .years-1-4 }", "1:9", BRACKET),
    ("*a*{: title=b}", "1:4", BRACKET),
    ("&copy; 2026", "1:1", sign("&copy;")),
    ("Write &#123;", "1:7", sign("&#123;")),
    ("The file _secret_.", "1:10", UNDERSCORES),
    ("__init__ it", "1:1", UNDERSCORES),
    ("A _secret\nfile_ is", "1:3", UNDERSCORES),
    ("\t- one", "1:1", "A tab stands here. Use four spaces."),
    ("#kindness is a tag.", "1:1", HASH),
    ("- #kindness", "1:3", HASH),
    ("Words\n#kind", "2:1", HASH),
    ("## Learn C#", "1:11", "A “#” at the end of a heading vanishes. Write it in words, or put it between ` and `."),
    ("Bring these:\n- a pencil\n- a rubber", "2:1", GLUED),
    ("> Bring:\n> - a pencil", "2:3", GLUED),
    ("Do this:\n1. Stop.", "2:1", GLUED_NUMBER),
    ("We began in\n2026. That was a good year.", "2:1", GLUED_NUMBER),
    ("2026. That was a good year.", "1:1", counted(1)),
    ("1. one\n3. three", "2:1", counted(2)),
    ("1. one\n\nWords.\n\n2. two", "5:1", counted(1)),
    ("- fruit\n  - apple", "2:3", WITHIN),
    ("- fruit\n   - apple", "2:4", WITHIN),
    ("  - fruit", "1:3", WITHIN),
    ("• one", "1:1", NO_SIGN),
    ("    · one", "1:5", NO_SIGN),
    ("-\u00a0one", "1:1", NO_SIGN),
    ("*\u2003one", "1:1", NO_SIGN),
    ("1)\u00a0one", "1:1", NO_NUMBER),
    ("1) one", "1:1", NO_NUMBER),
    ("1.\u00a0one", "1:1", NO_NUMBER),
    (">Kit says", "1:1", QUOTATION),
    ("> >Kit says", "1:3", QUOTATION),
    ("[Kit]: I said no.", "1:1", KEPT),
    ("*[DSL]: the lead", "1:1", KEPT),
    ("[TOC]", "1:1", "This would be shown as a list of contents. The page has one by itself: take it out."),
    ("Words\n---", "2:1", RULE),
    ("Words\n===", "2:1", RULE),
    (": words", "1:1", "A colon at the beginning of a line vanishes. Begin with another word."),
    ("!!! Stop right now", "1:1", BOX),
    ('??? note "Title"\n    Words.', "1:1", BOX),
    ("    " * 8 + "- deep", "1:1", DEEP),
    ("> " * 7 + "deep", "1:1", DEEP),
    ("This ` is one", "1:6", "This ` is opened and not closed on its line. Close it, or take it out."),
    ("\\`a`", "1:2", "This ` is opened and not closed on its line. Close it, or take it out."),
]


@pytest.mark.parametrize(("text", "place", "sentence"), SLIPS)
def test_a_sign_that_would_vanish_is_told_where_it_stands(text: str, place: str, sentence: str) -> None:
    problems = told(text)
    assert problems[0] == f"a.md:{place}: {sentence}"
    assert len(problems) <= 2


def test_a_line_that_is_too_long_is_told_elsewhere() -> None:
    assert told("\\*" * 1001) == []


def test_the_margin_of_a_lesson_is_told_by_its_own_reader() -> None:
    assert told("  - one", lesson=True) == []
    assert told("!!! Stop right now", lesson=True) == []
    assert told("    - one\n      - two", lesson=True) == [
        "a.md:2:7: A list within a list is indented by four spaces. Indent this line by four, or not at all."
    ]


def test_a_block_within_a_block_of_a_lesson_is_told() -> None:
    assert told('!!! worksheet "Draw"\n    !!! teacher "Say"\n        It is a spoon.', lesson=True) == [
        "a.md:2:5: A block cannot stand in another. Write it at the left margin."
    ]


def test_a_value_is_told_where_it_begins() -> None:
    assert [str(problem) for problem in read_sentence("Ask <name>.", "a.yml", 7, 11)] == [
        "a.yml:7:11: “<name>” would not be seen: a browser takes it for a tag. Write (name), or put it between ` and `."
    ]
    assert read_sentence("- *One*, two.", "a.yml", 7, 11) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("K*tf*x2026", 1),
        ("C:\\*new\\_file", 1),
        ("`K*tf*x2026` and `\\*`", 0),
        ("*Pause* and **tell**", 0),
        ("my_fox_name", 0),
        ("_fox_", 1),
        ("__init__", 1),
        ("<name>, {now}, #kind, &amp; and [a](b)", 0),
        ("one\n  *two*", 0),
    ],
)
def test_in_a_quiz_stars_underscores_and_backslashes_alone_are_told(text: str, count: int) -> None:
    assert len(read_emphasis(text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "*a" * 900,
        "`" * 1999,
        "_a " * 650,
        "\\" * 1999,
        "[" * 1999,
        "> " * 900,
        "{" * 1999,
        "&a" * 900,
        "- " * 900,
        "1." * 900,
    ],
)
def test_no_line_holds_the_reader_up(text: str) -> None:
    begun = time.process_time()
    told((text + "\n") * 130)
    assert time.process_time() - begun < 5  # seconds; a quadratic reader of 256 kB needs minutes
