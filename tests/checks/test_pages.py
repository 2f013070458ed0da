"""What a page calls and shows is there, and has its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.checks.pages import Known, check_pages
from macros.models.macro_row import MacroRow
from macros.models.school import Safeguarding, School

SCHOOL = School(name="A", short_name="A", website="https://a.sch.uk", safeguarding=Safeguarding(named_in_policy="B"))
ROWS = {
    row.name: row
    for row in (
        MacroRow(name="quiz", takes="quiz"),
        MacroRow(name="clause", takes="policy clause"),
        MacroRow(name="picture", takes="picture"),
        MacroRow(name="decoration", takes="picture"),
        MacroRow(name="fact", takes="fact about the school", inside=True),
        MacroRow(name="app_table"),
        MacroRow(name="colours"),
        MacroRow(name="policy_count", takes="count", inside=True),
        MacroRow(name="review_date"),
        MacroRow(name="phone", takes="help route with a phone number", inside=True),
        MacroRow(name="routes_looked_up", inside=True),
        MacroRow(name="current", takes="fact that changes", inside=True),
        MacroRow(name="contact", takes="contact", inside=True),
        MacroRow(name="phone_rule", inside=True),
        MacroRow(name="if_taught", takes="words", inside=True),
        MacroRow(name="if_school", takes="case of a school", inside=True),
    )
}
KNOWN = Known(
    ROWS,
    {
        "quiz": ["keep-it"],
        "policy clause": None,
        "picture": ["symbols/key", "cast/kit-calm"],
        "fact about the school": None,
        "count": ["points"],
        "help route with a phone number": ["childline"],
        "fact that changes": ["under-16"],
        "contact": ["dsl", "office"],
        "words": None,
        "case of a school": ["headteacher-is-dsl"],
    },
    SCHOOL,
    ("years-1-2", "years-3-4"),
    frozenset({"0800 1111", "999", "7726", "help@a.org"}),
)


def told(folder: Path, text: str, path: str = "docs/a.md", known: Known = KNOWN) -> list[str]:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")
    return [str(problem) for problem in check_pages(folder, {path: text}, known, RoundCache())]


@pytest.mark.parametrize(
    "text",
    [
        '{{ quiz("keep-it") }}',
        '{{ picture("symbols/key", alt="A key") }}',
        '{{ picture("symbols/key", "A key") }}',
        '{{ picture("symbols/key") }}',
        '{{ decoration("symbols/key") }}',
        "{{ app_table() }}",
        'Call **{{ fact("office.phone") }}** today.',
        'The policy has {{ policy_count("points") }} points.',
        "{{ review_date() }}",
        'Call {{ phone("childline") }}, and {{ routes_looked_up() }}',
        'Here {{ if_taught("your child learns", "these lessons teach") }} it.',
        'Now: {{ current("under-16") }} {{ contact("dsl") }} {{ phone_rule() }}',
        "Call 0800 1111, [0800 1111](tel:08001111) or 999. Write to help@a.org. Send it to 7726.",
        "On 22 November 2026 there were 1,000 of 30 000 at 10:30 in 2026-11-22 and v1.2.3.",
        "```yaml\nphone: 01632 960001\n```\nor `01632 960001`",
        '---\nphase: "years-1-2"\n---\n',
        "phase: nothing, in the text",
        '{{ clause("not-known-while-the-policy-is-broken") }}',
    ],
)
def test_a_page_that_is_right_is_left_alone(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "A\nCall 0800 1112.",
            "docs/a.md:2:6: “0800 1112” is in no help route and not in school.yml. Did you mean “0800 1111”?",
        ),
        (
            "[Call](tel:08001112)",
            "docs/a.md:1:12: “08001112” is in no help route and not in school.yml. Did you mean “0800 1111”?",
        ),
        (
            "Call 111.",
            "docs/a.md:1:6: “111” is in no help route and not in school.yml. There is “0800 1111”, “7726”, “999”, "
            "“help@a.org”.",
        ),
        (
            "Write to helm@a.org.",
            "docs/a.md:1:10: “helm@a.org” is in no help route and not in school.yml. Did you mean “help@a.org”?",
        ),
        ('{{ quizz("keep-it") }}', "docs/a.md:1:1: There is no macro “quizz”. Did you mean “quiz”?"),
        ('\n{{ quiz("keep") }}', "docs/a.md:2:1: There is no quiz “keep”. Did you mean “keep-it”?"),
        ("{{ quiz() }}", 'docs/a.md:1:1: “quiz” needs one id in quotes: {{ quiz("…") }}.'),
        ('{{ quiz("keep-it", "more") }}', 'docs/a.md:1:1: “quiz” needs one id in quotes: {{ quiz("…") }}.'),
        ('{{ quiz(identity="keep-it") }}', 'docs/a.md:1:1: “quiz” needs one id in quotes: {{ quiz("…") }}.'),
        ('  {{ quiz("keep-it") }}', "docs/a.md:1:3: “quiz” must stand alone on its line, at the left margin."),
        (
            '{{ picture("cast/kit-calm") }}',
            'docs/a.md:1:1: A picture needs its words: {{ picture("cast/kit-calm", alt="Kit the fox") }}.',
        ),
        (
            '{{ picture("symbols/key", alt="") }}',
            "docs/a.md:1:1: This picture has no alternative text. Say what it shows in “alt”, or use “decoration”.",
        ),
        (
            '{{ picture("symbols/kay", alt="A") }}',
            "docs/a.md:1:1: There is no picture “symbols/kay”. Did you mean “symbols/key”?",
        ),
        (
            'See {{ fact("office.fone") }}.',
            "docs/a.md:1:5: There is no fact “office.fone” in school.yml. Did you mean “office.phone”?",
        ),
        (
            'Now:\n- a: {{ current("under-61") }}',
            "docs/a.md:2:6: There is no fact that changes “under-61”. Did you mean “under-16”?",
        ),
        ('{{ contact("dls") }}', "docs/a.md:1:1: There is no contact “dls”. Did you mean “dsl”?"),
        (
            '{{ if_taught("a") }}',
            "docs/a.md:1:1: “if_taught” needs the words for a school that teaches these lessons, and those for one "
            'that does not yet: {{ if_taught("Your child learns", "These lessons teach") }}.',
        ),
        (
            '{{ if_school("headteacher-is-dsl", "a") }}',
            "docs/a.md:1:1: “if_school” needs a case, the words for a school of which it is so, and those for any "
            'other: {{ if_school("headteacher-is-dsl", "Tell a deputy.", "Tell the headteacher.") }}.',
        ),
        (
            'If {{ if_school("head-is-dsl", "a", "b") }}',
            "docs/a.md:1:4: There is no case of a school “head-is-dsl”. Did you mean “headteacher-is-dsl”?",
        ),
        (
            'Ring {{ phone("council") }}.',
            "docs/a.md:1:6: The school does not know this number of its council's. Write "
            '{{ contact("council") }}, which names national help then.',
        ),
        ('{{ phone_rule("a") }}', "docs/a.md:1:1: “phone_rule” needs nothing in its brackets: {{ phone_rule() }}."),
        (
            '{{ fact("office") }}',
            "docs/a.md:1:1: There is no fact “office” in school.yml. Did you mean “office.phone”?",
        ),
        (
            "---\ntitle: A\nphase: year-1-2\n---\n",
            "docs/a.md:3:8: There is no phase “year-1-2”. Did you mean “years-1-2”?",
        ),
        (
            "![](a.png)",
            "docs/a.md:1:1: This picture has no alternative text. Say in a few words what it shows: ![a fox with a "
            "key](key.svg).",
        ),
    ],
)
def test_a_mistake_has_its_sentence_and_place(tmp_path: Path, text: str, line: str) -> None:
    assert told(tmp_path, text) == [line]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{{ app_table("zap") }}', "docs/a.md:1:1: “app_table” needs nothing in its brackets: {{ app_table() }}."),
        ("Look: {{ app_table() }}", "docs/a.md:1:7: “app_table” must stand alone on its line, at the left margin."),
        ('{{ review_date("a") }}', "docs/a.md:1:1: “review_date” needs nothing in its brackets: {{ review_date() }}."),
        ("  {{ review_date() }}", "docs/a.md:1:3: “review_date” must stand alone on its line, at the left margin."),
        ('{{ colours("ink") }}', "docs/a.md:1:1: “colours” needs nothing in its brackets: {{ colours() }}."),
        ('{{ policy_count("point") }}', "docs/a.md:1:1: There is no count “point”. Did you mean “points”?"),
    ],
)
def test_a_macro_that_needs_no_id_or_counts_is_told_its_own_form(tmp_path: Path, text: str, said: str) -> None:
    assert told(tmp_path, text) == [said]


def test_a_picture_that_is_not_beside_its_lesson_is_told(tmp_path: Path) -> None:
    path = "lessons/years-1-2/a/lesson.md"
    assert told(tmp_path, "See\n![A key](key.png)", path) == [
        f"{path}:2:10: There is no picture “key.png” beside this page. Put it there, or mend its name."
    ]
    (tmp_path / "lessons/years-1-2/a/key.png").write_bytes(b"")
    assert told(tmp_path, "See\n![A key](key.png)", path) == []


def test_facts_are_passed_over_while_school_yml_is_broken(tmp_path: Path) -> None:
    assert told(tmp_path, '{{ fact("nothing") }}', known=Known(ROWS, KNOWN.names, None, KNOWN.phases)) == []


def test_a_line_with_a_picture_pasted_as_letters_is_told(tmp_path: Path) -> None:
    assert told(tmp_path, "A page.\n" + "QUJD" * 600 + "\n") == [
        "docs/a.md:2:2001: This line has 2400 characters; at most 2000 are read. Break it, or take out what was pasted."
    ]


HEAD = "---\ntitle: A\n---\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("# A\n\n# B", "6:1: A page has one heading of the first level, at its top. Begin this one with “## ”."),
        ("# A\n\n### B", "6:1: This heading leaves a level out. Begin it with “## ”."),
        (
            "# A\n\n## B { #b }\n\n## C { #b }",
            "8:1: The id “b” stands further up already, and links lead there. Give this its own.",
        ),
        (
            "# A\n\nSee [](a.md).",
            "6:5: This link has no words, so nobody can see or press it. Write them in its brackets.",
        ),
        (
            "# A\n\nSee [us](https://www.nsрcc.org.uk/a).",  # a Cyrillic letter
            "6:10: “www.nsрcc.org.uk” is not the name of a website such as “www.example.org”: a letter of another "
            "alphabet can look like one of ours. Copy the address again from the browser's address line.",
        ),
        (
            '# A\n\n!!! minute "Do this now"\n\nWords.',
            "6:1: “!!! minute” has no words. Indent them by four spaces under this line.",
        ),
    ],
)
def test_what_nobody_would_find_as_it_was_meant_is_told(tmp_path: Path, text: str, said: str) -> None:
    assert told(tmp_path, f"{HEAD}{text}\n") == [f"docs/a.md:{said}"]


def test_headings_boxes_and_links_that_are_found_are_left_alone(tmp_path: Path) -> None:
    text = "# A\n\n## B { #b }\n\n### C\n\n#### D\n\n## E\n\n!!! minute\n    Words.\n\nSee [`a`](a.md) and [*b*](https://a.uk:80/b)."
    assert told(tmp_path, f"{HEAD}{text}\n") == []
