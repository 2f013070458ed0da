"""The macros that a page calls are found, with their places."""

from __future__ import annotations

import pytest

from macros.source import Call, read_calls


def test_a_call_is_read_with_its_place() -> None:
    calls, problems = read_calls('One\n{{ quiz("a-b") }}\n', "a.md")
    assert calls == [Call("quiz", ("a-b",), {}, 2, 1, True)]
    assert problems == []


def test_named_words_are_read() -> None:
    calls, _ = read_calls("{{ picture('cast/kit', alt=\"A fox\") }}", "a.md")
    assert calls[0].arguments == ("cast/kit",)
    assert calls[0].named == {"alt": "A fox"}


@pytest.mark.parametrize(
    "line", ['    {{ quiz("a") }}', 'See {{ quiz("a") }}', '{{ quiz("a") }} and more', '- {{ quiz("a") }}']
)
def test_a_call_among_other_things_does_not_stand_alone(line: str) -> None:
    assert not read_calls(line, "a.md")[0][0].alone


def test_two_calls_on_a_line_are_both_read() -> None:
    calls, _ = read_calls('{{ fact("name") }} and {{ fact("website") }}', "a.md", first_line=7)
    assert [(call.arguments[0], call.line, call.column) for call in calls] == [("name", 7, 1), ("website", 7, 24)]


@pytest.mark.parametrize("text", ["{{ page.title }}", "{{ name }}", '{% raw %}{{ quiz("a") }}{% endraw %}', "No call."])
def test_what_calls_nothing_is_passed_over(text: str) -> None:
    assert read_calls(text, "a.md") == ([], [])


def test_a_raw_part_of_many_lines_is_passed_over_and_lines_still_count() -> None:
    calls, problems = read_calls('{% raw %}\n{{ quiz(" }}\n{% endraw %}\n{{ quiz("a") }}', "a.md")
    assert problems == []
    assert calls[0].line == 4


@pytest.mark.parametrize(
    "call", ["{{ quiz(a) }}", '{{ quiz("a" }}', "{{ 7 * 7 }}", '{{ a.b("c") }}', '{{ quiz(f"{x}") }}']
)
def test_a_call_that_cannot_be_read_is_told(call: str) -> None:
    calls, problems = read_calls(f"One {call}", "a.md")
    assert calls == []
    assert [str(problem) for problem in problems] == [
        f'a.md:1:5: “{call}” cannot be read. Write it as {{{{ name("id") }}}}.'
    ]


@pytest.mark.parametrize(("line", "column"), [('{{ quiz("a") }', 1), ('quiz("a") }}', 11)])
def test_braces_that_do_not_pair_up_are_told(line: str, column: int) -> None:
    _, problems = read_calls(line, "a.md")
    assert [str(problem) for problem in problems] == [
        f"a.md:1:{column}: “{{{{” and “}}}}” do not pair up on this line. "
        "To show braces, write {% raw %}{{ }}{% endraw %}."
    ]
