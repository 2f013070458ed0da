"""A file's values know their places, and a problem points at the nearest one."""

from __future__ import annotations

from macros.source import Position, parse_yaml

TEXT = "title: One\nquestions:\n  - text: Why?\n    choices:\n      - a\n"


def test_a_value_that_is_missing_is_looked_for_where_it_should_be() -> None:
    document = parse_yaml(TEXT, "a.yml")
    assert document.position(("questions", 0, "hint")) == Position(3, 5)


def test_steps_that_are_not_in_the_file_are_passed_over() -> None:
    document = parse_yaml(TEXT, "a.yml")
    assert document.position(("questions", 0, "choose-one", "choices", 0)) == Position(5, 9)


def test_a_problem_can_point_at_the_name_in_place_of_the_value() -> None:
    document = parse_yaml(TEXT, "a.yml")
    assert str(document.problem("No.", ("title",))) == "a.yml:1:8: No."
    assert str(document.problem("No.", ("title",), key=True)) == "a.yml:1:1: No."


def test_a_file_without_values_is_pointed_at_as_a_whole() -> None:
    assert parse_yaml("a: 1", "a.yml").position(("b",)) == Position(1, 1)
