"""HTML that pages do not use is refused where it stands; what a browser makes of the rest holds no more than that."""

from __future__ import annotations

import random
import re
from pathlib import Path

import html5lib
import markdown
import pytest
import yaml

from macros.source import read_calls
from macros.source.markdown_lines import read_lines
from macros.source.markdown_tags import read_tags

ROOT = Path(__file__).parents[2]
USED = {"br", "div", "p", "span", "table", "tbody", "td", "th", "tr"}


def told(text: str) -> list[str]:
    lines, problems = read_lines(text, "a.md")
    return [str(problem) for problem in (*problems, *read_tags(lines, "a.md"))]


@pytest.mark.parametrize(
    "text",
    [
        '<div class="lines" data-lines="2"></div>',
        '<div class="box"></div>\n\nWords<br>and more.',
        '<div class="policy" markdown="1">\n\n# Title\n\n</div>',
        '<table class="a"><tbody>\n<tr><th scope="row">A</th><td>B</td></tr>\n</tbody></table>',
        '<p class="a b--c">Words <span class="d">within</span></p>',
        "See <https://example.org/a?b=c#d>.",
        'See <{{ fact("website") }}>.',
        "I have 2 < 3 apples, 3 <4 and <3 is a heart.",
        "Write `<script>` or `` <b>`</b> `` to show it.",
        "```html\n<script>alert(1)</script>\n```\n\nWords.",
        "    ~~~\n    <your name>\n    ~~~",
    ],
)
def test_what_pages_use_and_code_are_left_alone(text: str) -> None:
    assert told(text) == []


SWALLOWING = ("textarea", "title", "plaintext", "xmp", "template", "noscript", "iframe", "style", "script", "select")
# What is typed, and where and how its sentence begins.
REFUSED = {
    **{f"<{name}>": f"1:1: Pages do not use “<{name}>”. " for name in SWALLOWING},
    "Words <script>go()</script>": "1:7: Pages do not use “<script>”. ",
    "A\n<SCRIPT>": "2:1: Pages do not use “<script>”. ",
    '<img src="a.png" onerror="go()">': "1:1: Pages do not use “<img>”. ",
    '<a href="javascript:go()">': "1:1: Pages do not use “<a>”. ",
    '<meta http-equiv="refresh" content="0;url=https://example.org">': "1:1: Pages do not use “<meta>”. ",
    '<base href="https://example.org">': "1:1: Pages do not use “<base>”. ",
    "<svg><script>go()</script></svg>": "1:1: Pages do not use “<svg>”. ",
    "</div>": "1:1: “</div>” closes nothing: nothing is open here. ",
    "<div>\n<p>\n</div>": "3:1: “</div>” closes nothing: “</p>” is expected first. ",
    '<div onclick="go()"></div>': "1:6: “onclick” is not used in “<div>” on pages. ",
    '<div style="a"></div>': "1:6: “style” is not used in “<div>” on pages. ",
    '<br class="a">': "1:5: “class” is not used in “<br>” on pages. Take it out.",
    '<div class="a(b)"></div>': '1:6: “a(b)” cannot stand here. Write names such as class="lines".',
    '<div markdown="block"></div>': "1:6: “block” cannot stand here. Look at a page that has this attribute.",
    "<DIV></DIV>": "1:1: “<DIV>” is not written as the page needs it. ",
    "<div class=a></div>": "1:1: “<div class=a>” is not written as the page needs it. ",
    '<div\nclass="a"></div>': "1:1: “<div…” is not written as the page needs it. ",
    "<br/>": "1:1: “<br/>” is not written as the page needs it. ",
    "<div>\n\nWords": "1:1: “<div>” is not closed, and would take in what follows. Write “</div>” after it.",
    '<div class="box">\n\n## Step (5 minutes)': "1:1: “<div>” is not closed, and would take in what follows. ",
    '<div class="box">\n\n!!! teacher "Say"': "1:1: “<div>” is not closed, and would take in what follows. ",
    "<div>" * 6 + "</div>" * 6: "1:26: More than 5 elements stand within each other here. Close some of them.",
    "Ask <name of grown-up> today.": "1:5: “<name of grown-up>” would not be seen: a browser takes it for a tag. "
    "Write (name of grown-up), or put it between ` and `.",
    "My name is <your name>.": "1:12: “<your name>” would not be seen: ",
    "safe <pass> passwords": "1:6: “<pass>” would not be seen: ",
    "<word> first": "1:1: “<word>” would not be seen: ",
    "</end>": "1:1: “</end>” would not be seen: ",
    "<!-- a note about a child -->": "1:1: A note in “<!-- … -->” is not shown, but anybody can read it",
    "<?php": "1:1: A note in “<!-- … -->” is not shown, but anybody can read it",
    "<http://example.org>": "1:1: “<http://example.org>” is no address that a page may show. ",
    "<https://example.org/a b>": "1:1: “<https://example.org/a b>” is no address that a page may show. ",
    "<office@example.org>": "1:1: An email address needs no angle brackets. Take them out.",
    '<{{ fact("name") }}>': '1:1: “<{{ fact("name") }}>” would not be seen: ',
    "<{% raw %}script>{% endraw %}": "1:1: “<{% raw %}script>” would not be seen: ",
    # Within an element Markdown is not read, so that its code is none.
    "<div>`<script>go()</script>`</div>": "1:7: Pages do not use “<script>”. ",
    "<div>\n`<script>go()</script>`\n</div>": "2:2: Pages do not use “<script>”. ",
    "<div>\n\n```\n<script>go()</script>\n```\n\n</div>": "4:1: Pages do not use “<script>”. ",
    # What one program takes for code and another does not.
    "`a\n<template>\nb`": "1:1: This ` is opened and not closed on its line. ",
    "``` one two\n<script>go()</script>\n```": "1:4: After the marks of a fence stands at most one word",
    "    ```\n<script>go()</script>\n    ```": "2:1: This code is indented by less than its fence on line 1. ",
    "```\n<script>go()</script>\n````": "3:1: This closes no fence. Write just “```”",
    "```\n<script>go()</script>": "1:1: This fence is opened and not closed. ",
}


@pytest.mark.parametrize("text", REFUSED)
def test_other_html_is_refused_where_it_stands(text: str) -> None:
    problems = told(text)
    assert any(problem.startswith(f"a.md:{REFUSED[text]}") for problem in problems), problems


SIGNS = [
    *("<", ">", "</", "<!--", "-->", "<?", "`", "``", "\n", "\n\n", " ", '"', "'", "=", "&", ";", "\\"),
    *("script", "div", "textarea", "template", "svg", "a", "p", "br", "x", "onclick", "class", "markdown", "1", "!"),
    *('<div class="a">', "</div>", '<div markdown="1">', "<script>go()</script>", "<template>", "```", "~~~", "    "),
]


@pytest.fixture(scope="module")
def reader() -> markdown.Markdown:
    """The Markdown of the site, with the extensions that mkdocs.yml names."""
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["markdown_extensions"]
    return markdown.Markdown(extensions=[name if isinstance(name, str) else next(iter(name)) for name in settings])


def elements(html: str) -> set[str]:
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return {str(node.tag) for node in tree.iter() if isinstance(node.tag, str)} - {"DOCUMENT_FRAGMENT"}


def test_what_passes_becomes_no_other_element_in_a_browser(reader: markdown.Markdown) -> None:
    made = random.Random(20261128)
    of_markdown = {"p", "pre", "code", "em", "strong", "a", "hr", "ul", "li", "div", "span", "h1", "h2", "blockquote"}
    passed = 0
    for _ in range(6_000):
        text = "".join(made.choice(SIGNS) for _ in range(made.randint(1, 14)))
        if told(text) or read_calls(text, "a.md")[1]:
            continue
        passed += 1
        reader.reset()
        html = reader.convert(text)
        assert elements(html) <= of_markdown | USED, (text, html)
        assert not re.search(r"<[^>]*\son\w+=|<!--", html), (text, html)
    assert passed > 500
