"""A number or address that no help route has is told wherever it is typed, and however its figures are joined."""

from __future__ import annotations

import time

import pytest

from macros.checks.contacts import check_page_contacts, check_value_contacts
from macros.source import parse_yaml, read_tree

REACHED = frozenset({"0800 1111", "01632 960285", "999", "7726", "help@a.org"})


def told(text: str) -> list[str]:
    return [str(problem) for problem in check_page_contacts(read_tree(text, "a.md"), REACHED)]


@pytest.mark.parametrize(
    "text",
    [
        "Call 0800 1111, 08001111, 0800-1111, 0800\u00a01111, **0800** 1111, 0800.1111 or (0800) 1111.",
        "Call +44 800 1111, +44 (0)800 1111, (01632) 960285 or 01632 960 285.",
        "Write to help@a.org. Send it to 7726. Call 999!",
        "On 22 November 2026, 2026-11-22, 22.11.2026, 9.30 to 10.45, ages 4-11, 1,000 of 30 000, v1.2.3, 007.",
        "`0800 1112` in code",
        "```\n0800 1112\n```",
    ],
)
def test_what_is_known_or_no_number_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Call 0800 1112.", 6),
        ("Call 0800-1112.", 6),
        ("Call 0800\u00a01112.", 6),
        ("Call 0800\u20111112.", 6),
        ("Call 0800 \u2013 1112.", 6),
        ("Call 0800.1112.", 6),
        ("Call **0800** 1112.", 8),
        ("Call (0800) 1112.", 6),
        ("Call +44 800 1112.", 6),
        ("Call +44 (0)800 1112.", 6),
        ("Call 0906 123 4567.", 6),
        ("[Call](tel:08001112)", 12),
        ("Call 998 or 111.", 13),
        ("Write to helm@a.org.", 10),
    ],
)
def test_a_slip_is_told_where_it_stands(text: str, column: int) -> None:
    (line,) = told("\n" + text)
    assert line.startswith(f"a.md:2:{column}: “")
    assert "” is in no help route and not in school.yml." in line


def test_a_number_in_a_value_is_told_where_the_value_begins() -> None:
    document = parse_yaml(
        "questions:\n  - text: Ring 0800 1112\n    feedback: Ring 0800 1111\nphone: 0800 1113\nchecked: 2026-11-22\n",
        "a.yml",
    )
    assert [str(problem) for problem in check_value_contacts(document, REACHED)] == [
        "a.yml:2:11: “0800 1112” is in no help route and not in school.yml. Did you mean “0800 1111”?"
    ]


def test_the_place_of_a_figure_in_a_scene_is_no_number_to_call() -> None:
    document = parse_yaml("scenes:\n  - alt: Ring 112\n    figures: [{at: 112, y: 101, size: 999}]\n", "a.yml")
    (line,) = map(str, check_value_contacts(document, REACHED))
    assert line.startswith("a.yml:2:10: “112” is in no help route and not in school.yml.")


def test_the_figures_of_a_colour_are_no_number_to_call() -> None:
    document = parse_yaml('ink: "#000000"\naccent: "#123456"\nsaid: "Ring #0800 1112"\n', "a.yml")
    (line,) = map(str, check_value_contacts(document, REACHED))
    assert line.startswith("a.yml:3:7: “0800 1112” ")


@pytest.mark.parametrize(
    "text", ["a" * 250_000, "0" * 250_000, "a.b" * 80_000, "0 " * 120_000, "+44" * 80_000, ("a" * 1999 + "\n") * 120]
)
def test_no_text_holds_the_reader_up(text: str) -> None:
    begun = time.process_time()
    told(text)
    assert time.process_time() - begun < 5  # seconds; in November 2026 a word of 250,000 letters took minutes
