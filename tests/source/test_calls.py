"""The macros that a page calls are found, with their places."""

from __future__ import annotations

import random
import time

import jinja2
import pytest

from macros.source import Call, read_calls
from macros.source.calls import read_long_lines


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


@pytest.mark.parametrize("text", ['{% raw %}{{ quiz("a") }}{% endraw %}', "No call.", "{ #id }", "100 % of {them}"])
def test_what_calls_nothing_is_passed_over(text: str) -> None:
    assert read_calls(text, "a.md") == ([], [])


# What the template engine of a page would run, or show of its own settings, each with how its sentence begins. The
# first four printed the machine's user, path and versions, or never ended, in November 2026.
PROGRAMS = {
    '{% set x = lipsum.__globals__["os"].popen("id").read() %}': "“{% set x = lipsum",
    "{{ config.config_file_path }}": "“{{ config.config_file_path }}” shows a setting of the program.",
    "{{ environment }}": "“{{ environment }}” shows a setting of the program.",
    "{% for a in range(999999999) %}": "“{% for a in range(999999999) %}” is a program, and a page holds none.",
    "{% include 'a' %}": "“{% include 'a' %}” is a program",
    "{%- raw -%}{{ 1 }}{%- endraw -%}": "“{%- raw -%}” is a program",
    "{% raw %}{{ 1 }}": "“{% raw %}” has no end.",
    "{% of children": "“{%” is a program",
    "{{ page.title }}": "“{{ page.title }}” shows a setting of the program.",
    "{{ name }}": "“{{ name }}” shows a setting of the program.",
    '{{ fact("name") | upper }}': '“{{ fact("name") | upper }}” cannot be read.',
    '{{ fact("name").upper() }}': '“{{ fact("name").upper() }}” cannot be read.',
    '{{ fact("na" "me") }}': '“{{ fact("na" "me") }}” cannot be read.',
    '{{ fact("name" ~ "a") }}': '“{{ fact("name" ~ "a") }}” cannot be read.',
    '{{ fact("na\\u006de") }}': '“{{ fact("na\\u006de") }}” cannot be read.',
    '{{ fact(["name"]) }}': '“{{ fact(["name"]) }}” cannot be read.',
    "{{ fact(name) }}": "“{{ fact(name) }}” cannot be read.",
    "{{ fact(1) }}": "“{{ fact(1) }}” cannot be read.",
    '{{- fact("name") -}}': '“{{- fact("name") -}}” cannot be read.',
    '{{ picture("a", alt="<script>") }}': '“{{ picture("a", alt="<script>") }}” cannot be read.',
    "[## a note ##]": "Words from “[##” to “##]” vanish from the page.",
    "[## a note": "Words from “[##” to “##]” vanish from the page.",
}


@pytest.mark.parametrize("typed", PROGRAMS)
def test_a_program_is_told_where_it_stands(typed: str) -> None:
    calls, problems = read_calls(f"\nWords {typed} words.", "a.md")
    assert calls == []
    assert problems
    assert str(problems[0]).startswith(f"a.md:2:7: {PROGRAMS[typed]}")


# What the engine itself makes of a page that passes: calls of names, with constant words, and data.
def of_the_engine(text: str) -> set[str]:
    nodes = jinja2.Environment(comment_start_string="[##", comment_end_string="##]").parse(text)
    return {type(node).__name__ for node in nodes.find_all(jinja2.nodes.Node)}


HARMLESS = {"Output", "TemplateData", "Call", "Name", "Const", "Keyword"}
SIGNS = [
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "[##",
    "##]",
    "raw",
    "endraw",
    " ",
    "\n",
    "(",
    ")",
    '"',
    "'",
    "a",
    ".",
    "|",
]


def test_what_passes_is_harmless_to_the_engine_itself() -> None:
    made = random.Random(20261128)
    passed = 0
    for _ in range(8_000):
        text = "".join(made.choice(SIGNS) for _ in range(made.randint(1, 9)))
        if read_calls(text, "a.md")[1]:
            continue
        passed += 1
        assert of_the_engine(text) <= HARMLESS, text
    assert passed > 2_000


@pytest.mark.parametrize(
    "text",
    [
        "{{" * 120_000,
        "{{ f(" + "-" * 20_000 + "1) }}",
        "{{ " + "a." * 100_000 + " }}",
        "{% raw %}" * 28_000,
        "{{ f(" + '"a", ' * 50_000,
        '{{ f("a") }}' * 20_000,
        ("{{" * 900 + "\n") * 140,
        ('{{ f("a", ' * 180 + "\n") * 140,
        ("{{ f(" + '"a",' * 450 + "\n") * 140,
    ],
)
def test_no_text_holds_the_reader_up(text: str) -> None:
    begun = time.process_time()
    read_calls(text[: 256 * 1024], "a.md")
    assert time.process_time() - begun < 2  # seconds, of which it needs a tenth; what is quadratic needs minutes


def test_a_line_that_is_too_long_is_told_and_not_read() -> None:
    text = "short\n" + "a" * 2001 + '{{ quiz("a") }}\n' + "b" * 2000
    assert read_calls(text, "a.md") == ([], [])
    assert [str(problem) for problem in read_long_lines(text, "a.md")] == [
        "a.md:2:2001: This line has 2016 characters; at most 2000 are read. Break it, or take out what was pasted."
    ]


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
