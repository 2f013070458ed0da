"""Components are rendered with every text escaped, and addresses work from anywhere."""

from __future__ import annotations

from datetime import date
from html import unescape
from pathlib import Path

import jinja2
import markdown
import pytest

from macros.content.library import Library
from macros.design.rendering import (
    assets,
    component,
    components,
    draw,
    figure,
    inline_markdown,
    literal,
    long_date,
    sentence,
    unlinked,
)
from macros.models.fact import Fact

SVG = '<svg viewBox="0 0 8 8">\n  <path d="M0 0"/>\n</svg>\n'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("**Tell** *them*", "<strong>Tell</strong> <em>them</em>"),
        ("`code`", "<code>code</code>"),
        (r"\*not\*", "*not*"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("![a](b.png)", "![a](b.png)"),
        ("<https://example.org>", "&lt;https://example.org&gt;"),
        ("# Not a heading", "# Not a heading"),
        ("- Not a list", "- Not a list"),
        ("1. Not a list", "1. Not a list"),
        ("> Not a quotation", "&gt; Not a quotation"),
        ("one\n\ntwo", "one two"),
        ("    not code", "not code"),
        ("&lt;", "&amp;lt;"),
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("", ""),
    ],
)
def test_markdown_within_a_sentence_and_nothing_more(written: str, shown: str) -> None:
    assert inline_markdown()(written) == shown


def test_code_is_shown_as_it_was_written() -> None:
    assert inline_markdown()("`a < b`") == "<code>a &lt; b</code>"


def test_one_text_leaves_nothing_behind_for_the_next() -> None:
    inline = inline_markdown()
    assert inline("**a") == "**a"
    assert inline("b** c") == "b** c"


def test_a_picture_that_means_something_has_its_words() -> None:
    assert draw(SVG, 'A "key" & <lock>') == (
        '<svg class="picture" role="img" aria-label="A &#34;key&#34; &amp; &lt;lock&gt;" viewBox="0 0 8 8">'
        '<path d="M0 0"/></svg>'
    )


def test_a_decoration_is_passed_over_by_screen_readers() -> None:
    assert draw(SVG, "").startswith('<svg class="picture" aria-hidden="true" ')


def test_a_component_has_no_blank_line() -> None:
    environment = components({}, {})
    environment.loader = jinja2.DictLoader({"a/template.html": "<p>\n\n{{ text }}\n  \n</p>\n"})
    assert component(environment, "a", text="<i>") == "<p>\n&lt;i&gt;\n</p>"


def test_a_name_that_is_not_given_is_refused() -> None:
    environment = components({}, {})
    environment.loader = jinja2.DictLoader({"a/template.html": "{{ nothing }}"})
    with pytest.raises(jinja2.UndefinedError):
        component(environment, "a")


def test_a_symbol_decorates_and_a_picture_says_what_it_shows() -> None:
    environment = components({"symbols/key": SVG}, {})
    environment.loader = jinja2.DictLoader(
        {"a/template.html": "{{ symbol('key') }}{{ picture('symbols/key', 'Key') }}"}
    )
    html = component(environment, "a")
    assert html.count('aria-hidden="true"') == 1
    assert html.count('aria-label="Key"') == 1


def test_a_date_is_written_as_people_say_it() -> None:
    assert long_date(date(2026, 11, 2)) == "2 November 2026"


@pytest.mark.parametrize(("number", "words"), [(4.5, "4.5"), (4.49, "4.4"), (3.0, "3"), (12.99, "12.9"), (21, "21")])
def test_a_figure_is_never_rounded_up(number: float, words: str) -> None:
    assert figure(number) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("See [the rules](https://a.uk).", "See the rules."),
        ("Twitter <https://twitter.com/A>", "Twitter https://twitter.com/A"),
        ("No link [here]", "No link [here]"),
    ],
)
def test_a_quotation_keeps_the_words_of_a_link_and_not_its_address(text: str, words: str) -> None:
    assert unlinked(text) == words


def test_a_literal_text_is_left_alone_by_markdown_too() -> None:
    text = '**a** _b_ `c` [d](e) {: .f} | g \\* # h <i> & "j"'
    html = markdown.markdown(f"Say {literal(text)}.", extensions=["attr_list", "tables"])
    assert html_of(html) == f"Say {text}."


def html_of(html: str) -> str:
    """Give the words of a paragraph that holds no tag."""
    inside = html.removeprefix("<p>").removesuffix("</p>")
    assert "<" not in inside
    return unescape(inside)


def test_a_sentence_is_one_line_whatever_its_template_is_like(library: Library) -> None:
    fact = Fact(id="a", text="One two.", checked=date(2026, 11, 22), source="A page.")
    said = sentence(components(library.pictures, library.help_numbers), "current", fact=fact)
    assert str(said) == "One two. (Last checked on 22 November 2026.)"


def test_the_scripts_and_styles_of_components_have_their_place_and_templates_none() -> None:
    found = assets()
    assert found["assets/javascripts/offline.js"].name == "offline.js"
    assert found["assets/stylesheets/help-by-worry.css"].parent.name == "help-by-worry"
    assert {Path(place).suffix for place in found} == {".js", ".css"}
    assert all(file.is_file() for file in found.values())
