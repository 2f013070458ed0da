"""Pages lose what says nothing, and a browser makes the same of them."""

from __future__ import annotations

import re

import html5lib
import pytest

from macros.content.library import Library
from macros.design.examples import examples_of, names
from macros.finish.pages import lighter
from tests.components.examples import rendered

LINK = '<link rel="stylesheet" href="a.css">'
SVG = '<svg class="a" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" focusable="false">'


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("<p>a</p>\n\n  \n<p>b</p>", "<p>a</p>\n<p>b</p>"),
        ("<p>\n    a\n    b</p>", "<p>\na\nb</p>"),
        ("<p>it&#39;s &#34;a&#34; &lt;b&gt; &amp;#39;</p>", '<p>it\'s "a" &lt;b&gt; &amp;#39;</p>'),
        ('<i title="it&#39;s &#34;a&#34;">', '<i title="it\'s &#34;a&#34;">'),
        ("<i title='it&#39;s'>", "<i title='it&#39;s'>"),
        (f"{SVG}</svg>", '<svg class="a" viewBox="0 0 1 1"></svg>'),
    ],
)
def test_what_says_nothing_goes(written: str, left: str) -> None:
    assert lighter(written) == left


@pytest.mark.parametrize(
    "written",
    [
        "<pre>a\n\n  b &#39;</pre>",
        "<textarea>a\n\n  b</textarea>",
        "<script>a('&#39;');\n\n  b();</script>",
        "<style>a {}\n\n  b {}</style>",
        "<!-- a\n\n  &#39; -->",
        '<p title="a > b\n\n c">a  b</p>',
        '<math xmlns="http://www.w3.org/2000/svg" focusable="false"></math>',
    ],
)
def test_what_says_something_stays(written: str) -> None:
    assert lighter(written) == written


@pytest.mark.parametrize("address", ["https://a.org", "http://a.org", "tel:999", "sms:85258", "mailto:a@b.org"])
def test_a_link_out_leaves_a_frame(address: str) -> None:
    assert lighter(f'<a class="b" href="{address}">a</a>') == f'<a class="b" href="{address}" target="_top">a</a>'
    assert lighter(f'<a href="{address}" target="_blank">a</a>') == f'<a href="{address}" target="_blank">a</a>'


@pytest.mark.parametrize("address", ["a.html", "../a/", "#https:", "a.html?tel:999", ""])
def test_a_link_within_the_site_stays_in_its_frame(address: str) -> None:
    assert lighter(f'<a href="{address}">a</a>') == f'<a href="{address}">a</a>'


def test_what_is_no_link_has_no_way_out() -> None:
    for written in ('<link href="https://a.org">', "<a name='tel'>", '<a title=" href=" href="b.html">'):
        assert lighter(written) == written


def test_a_drawing_keeps_its_spare_colours_only_where_no_style_sheet_gives_them() -> None:
    drawn = '<path fill="var(--picture-soft, #f3dfc1)"/>'
    assert lighter(drawn) == drawn
    assert lighter(LINK + drawn) == LINK + '<path fill="var(--picture-soft)"/>'


def understood(html: str) -> str:
    """Give what a browser makes of a page, but for the lengths of its spaces and what a drawing says of itself."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in tree.iter():
        element.attrib.pop("focusable", None)
        element.attrib.pop("target", None)
        element.attrib.pop("{http://www.w3.org/2000/xmlns/}xmlns", None)
        if "fill" in element.attrib:
            element.attrib["fill"] = re.sub(r", #\w+", "", element.attrib["fill"])
    said = html5lib.serialize(tree, omit_optional_tags=False, quote_attr_values="always", alphabetical_attributes=True)
    return " ".join(said.split())


@pytest.mark.parametrize("name", names())
def test_a_browser_makes_the_same_of_every_component(name: str, library: Library) -> None:
    html = f"<html><head>{LINK}</head><body>" + "\n\n".join(rendered(e, library) for e in examples_of(name))
    after = lighter(html)
    assert len(after.replace(' target="_top"', "")) < len(html)
    assert understood(after) == understood(html)


def test_a_word_that_is_lost_would_be_seen() -> None:
    assert understood("<p>a  b</p>") == understood("<p>a b</p>") != understood("<p>a</p>")
