"""The peer's Markdown says what a finished page says: read by Python-Markdown, it gives the same words and elements."""

from __future__ import annotations

from pathlib import Path

import html5lib
import markdown
import pytest

from tests.bench.plain_pages import plain, write_plain
from tests.site.page import Page

EXTENSIONS = ("abbr", "admonition", "attr_list", "def_list", "tables", "pymdownx.details", "pymdownx.superfences")


def page(body: str) -> Page:
    html = f"<!doctype html><title>A &amp; B</title><header>Menu</header><main>{body}</main>"
    return Page("help/a.html", html, html5lib.parse(html, namespaceHTMLElements=False))


def body_of(text: str) -> str:
    return text.split("---\n", 2)[2].strip()


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ('<h2 id="a">One <em>two</em></h2><p>Three\n four</p>', "## One *two* {#a}\n\nThree four"),
        ("<ul><li>One<ul><li>Two</li></ul></li><li><p>Three</p></li></ul>", "-   One\n\n    -   Two\n-   Three"),
        ("<ol><li>One</li></ol><blockquote><p>Two</p></blockquote>", "1.  One\n\n> Two"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td></tr></table>", "| A | B |\n| --- | --- |\n| 1 |  |"),
        ('<p>See <a href="../b/c.html#d">c</a>.</p>', "See [c](../b/c.md#d)."),
        ('<img alt="A fox" src="a.svg">', "![A fox](a.svg)"),
        ("<details><summary>More</summary><p>Words</p></details>", '??? note "More"\n\n    Words'),
        ("<dl><dt>Key</dt><dd>Words</dd></dl>", "Key\n\n:   Words"),
        ("<p>2 * 3 &lt; 7</p><script>a()</script><svg><text>x</text></svg>", r"2 \* 3 \< 7"),
        ("<div><span>Loose</span> words<section><p>One</p></section>after</div>", "Loose words\n\nOne\n\nafter"),
    ],
)
def test_each_element_is_written_as_an_author_would(html: str, written: str) -> None:
    assert body_of(plain(page(html))) == written


def test_a_page_has_its_title_and_nothing_from_outside_main() -> None:
    assert plain(page("<p>Words</p>")) == '---\ntitle: "A & B"\n---\n\nWords\n'


def test_every_word_of_a_page_is_read_again(tmp_path: Path) -> None:
    html = '<h1 id="t">Words_here</h1><p>One <strong>two</strong> [three] # 4</p><ul><li>Five<p>six</p></li></ul>'
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text(f"<title>T</title><main>{html}</main>", encoding="utf-8")
    write_plain(tmp_path / "site", tmp_path / "docs")
    text = body_of((tmp_path / "docs/index.md").read_text(encoding="utf-8"))
    again = html5lib.parse(markdown.markdown(text, extensions=list(EXTENSIONS)), namespaceHTMLElements=False)
    assert " ".join("".join(again.itertext()).split()) == "Words_here One two [three] # 4 Five six"
