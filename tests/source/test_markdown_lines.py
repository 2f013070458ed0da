"""Code is found where both who read here and what makes the pages see it; all else is told."""

from __future__ import annotations

import pytest

from macros.source.markdown_lines import Line, read_lines


def lines(text: str) -> list[Line]:
    found, problems = read_lines(text, "a.md", 5)
    assert problems == []
    return found


def test_a_line_is_given_as_it_was_typed_and_without_code_and_calls() -> None:
    typed = 'See `a` and {{ fact("b") }}.'
    assert lines(typed) == [Line(5, typed, 'See xxx and {{ fact("b") }}.', "See xxx and xxxxxxxxxxxxxxx.")]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("`` a ` b `` c", "xxxxxxxxxxx c"),
        ("`a` `b`", "xxx xxx"),
        ("{% raw %}`{{ a }}`{% endraw %}", "{% raw %}xxxxxxxxx{% endraw %}"),
    ],
)
def test_code_within_a_line_is_blanked(typed: str, text: str) -> None:
    assert lines(typed)[0].text == text


def test_what_stands_between_raw_marks_is_markdown_without_its_braces() -> None:
    assert lines("{% raw %}{a} *b*{% endraw %}")[0].words == "          a  *b*            "


def test_a_fenced_block_is_code_with_its_fences() -> None:
    found = lines("A\n\n```yaml\na: `b\n\n```\nB")
    assert [line.number for line in found if line.code] == [7, 8, 9, 10]
    assert [line.number for line in found if line.empty] == [6]
    assert found[3].typed == "a: `b"


def test_an_indented_fence_and_one_of_other_marks_are_read() -> None:
    assert all(line.code for line in lines("    ~~~~\n    ```\n\n    ~~~~"))


def test_a_line_that_is_too_long_is_not_looked_into() -> None:
    assert lines("`" + "a" * 2001)[0].text == "x"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a ` b", "5:3: This ` is opened and not closed on its line. Close it, or take it out."),
        ("`a\nb`", "5:1: This ` is opened and not closed on its line. Close it, or take it out."),
        ("```\na", "5:1: This fence is opened and not closed. Close it with a line of the same marks alone."),
        (
            "``` a b\n```",
            "5:4: After the marks of a fence stands at most one word, such as “yaml”. Take the rest out.",
        ),
        ("    ```\na\n    ```", "6:1: This code is indented by less than its fence on line 5. Indent it by as much."),
        ("```\n````\n```", "6:1: This closes no fence. Write just “```”, indented as on line 5."),
        ("```\n  ```\n```", "6:1: This closes no fence. Write just “```”, indented as on line 5."),
    ],
)
def test_what_is_not_certain_is_told(text: str, told: str) -> None:
    assert f"a.md:{told}" in [str(problem) for problem in read_lines(text, "a.md", 5)[1]]
