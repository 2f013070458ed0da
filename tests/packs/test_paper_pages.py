"""A page of the site as a page to print: its words, its links and its pictures, and nothing of the screen."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from xml.dom import minidom
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
import pytest

from macros.packs.paper_pages import NoWordsError, paper_page
from macros.views.papers import PAGES, Paper, papers_of_pages
from tests.packs.test_documents import PNG
from tests.site.test_policy_page import approved, first_difference

PLAIN = Paper("one.pdf", "policy/plain/index.html", "plain", "policy/plain/index.html")
SPACE = "http://www.w3.org/2000/svg"
SVG = f'<svg xmlns="{SPACE}" viewBox="0 0 1 1" {{}}><path d="M0 0h1"/></svg>'
FURNITURE = ("On this page", "Large print", "Remember on this", "link to it", "leads to it", "In one minute")
DRAWN: list[str] = []


def draw(svg: str, _part: float) -> bytes:
    DRAWN.append(svg)
    return PNG


def parsed(page: str) -> Element:
    tree: Element = html5lib.parse(page, namespaceHTMLElements=False)
    return tree


def set_page(content: str, paper: Paper = PLAIN, site: str | None = None) -> Element:
    page = f"<html><body><nav>Menu</nav><main><article>{content}</article></main></body></html>"
    tree = parsed(paper_page(parsed(page), paper, "A school", site, draw)).find("body")
    assert tree is not None
    return tree


def said(node: Element) -> str:
    return " ".join(" ".join(node.itertext()).split())


def test_nothing_of_the_screen_is_left() -> None:
    body = set_page(
        '<p class="about-page">For parents</p><h1>Title</h1><nav>On this page</nav><p hidden>later</p><p>Words.</p>'
        '<div class="admonition site-note">Note</div><button>Remember</button><script>1</script>'
        '<p class="paper-note">Print</p>'
    )
    assert said(body) == "Title Words."
    assert body.get("data-foot") == "A school · Title"


def test_a_tick_box_is_drawn_and_its_label_stays() -> None:
    body = set_page(
        '<h1>T</h1><ul><li><input type="checkbox" id="a"> <label for="a">We ask.</label><p>A note.</p></li></ul>'
    )
    assert [node.get("class") for node in body.iter("span")] == ["box"]
    assert [said(node) for node in body.iter("li")] == ["We ask. A note."]
    assert not list(body.iter("p")), "a list item of a PDF holds no paragraph"


def test_lines_to_write_on_are_as_many_as_the_page_says() -> None:
    body = set_page('<h1>T</h1><div class="lines" data-lines="3"></div><div class="lines"></div>')
    assert len([node for node in body.iter("div") if node.get("class") == "line"]) == 4


@pytest.mark.parametrize(
    ("site", "wanted"),
    [
        (None, ["tel:999", "https://example.org/"]),
        (
            "https://school.example/online/",
            ["https://school.example/online/policy/index.html#aims", "tel:999", "https://example.org/"],
        ),
    ],
)
def test_a_link_leads_only_where_a_sheet_can_lead(site: str | None, wanted: list[str]) -> None:
    body = set_page(
        '<h1>T</h1><p><a href="../index.html#aims">the <em>policy</em></a> <a href="tel:999">999</a> '
        '<a href="https://example.org/"><strong>there</strong></a></p>',
        site=site,
    )
    assert said(body) == "T the policy 999 there"
    links = list(body.iter("a"))
    assert [link.get("href") for link in links] == wanted
    assert not any(len(link) for link in links), "a link of a PDF is of words alone"


def test_the_number_of_a_point_is_the_mark_of_its_item() -> None:
    body = set_page(
        '<h1>T</h1><ul><li><a class="plain__reference" href="#x">1.2(a)</a> <span>Be kind.</span></li></ul>'
    )
    (item,) = body.iter("li")
    assert (item.get("style"), said(item)) == ("list-style-type: '1.2(a)\u2002'", "Be kind.")


def test_a_picture_keeps_its_words_and_a_decoration_is_none() -> None:
    DRAWN.clear()
    body = set_page(
        "<h1>T</h1><p>" + SVG.format('role="img" aria-label="A key."') + SVG.format('aria-hidden="true"') + "</p>"
    )
    assert [node.get("alt") for node in body.iter("img")] == ["A key."]
    assert [node.get("class") for node in body.iter("span")] == ["drawn"]
    assert all(svg.startswith("<svg ") and "M0 0h1" in svg for svg in DRAWN)
    roots = [minidom.parseString(svg).documentElement for svg in DRAWN]
    assert [root and root.namespaceURI for root in roots] == [SPACE] * len(DRAWN)


def test_a_drawing_changes_nothing_for_whoever_draws_next_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(vars(ElementTree)["_namespace_map"], SPACE, raising=False)
    before = ElementTree.tostring(ElementTree.fromstring(SVG.format("")))
    set_page("<h1>T</h1><p>" + SVG.format('aria-hidden="true"') + "</p>")
    assert ElementTree.tostring(ElementTree.fromstring(SVG.format(""))) == before


def test_a_picture_without_words_is_refused() -> None:
    with pytest.raises(NoWordsError, match="A picture in “article p” has no alternative text"):
        set_page("<h1>T</h1><p>" + SVG.format("") + "</p>")


def test_a_leaflet_is_two_sides_of_three_panels_in_the_order_of_its_folds() -> None:
    panels = "".join(f'<section class="sheet__panel"><h2>{name}</h2></section>' for name in ("front", *"2345", "back"))
    body = set_page(f"<h1>A leaflet to print</h1>{panels}", replace(PLAIN, kind="leaflet"))
    sides = [[said(panel) for panel in side] for side in body]
    assert sides == [["5", "back", "front"], ["2", "3", "4"]]
    assert {node.tag for node in body.iter() if node.tag in ("h1", "h2")} == {"h1"}


@pytest.fixture(scope="module")
def printed(site: Path) -> dict[str, Element]:
    """Every page of the real site that is made a PDF, by the PDF's name."""
    found = {}
    phases = sorted(file.name.removesuffix("-poster.html") for file in (site / "learners").glob("*-poster.html"))
    for paper in papers_of_pages(phases):
        page = parsed((site / paper.address).read_text(encoding="utf-8"))
        found[paper.file] = parsed(paper_page(page, paper, "A school", None, draw))
    assert len(found) == len(PAGES) + 4
    return found


def test_the_policy_is_the_approved_text_word_for_word(printed: dict[str, Element], root: Path) -> None:
    wanted = approved((root / "tests/fixtures/policy-2022.txt").read_text(encoding="utf-8"))
    body = printed["policy.pdf"].find("body")
    assert body is not None
    found = said(body)
    assert re.sub(r"\s", "", found) == re.sub(r"\s", "", wanted), first_difference(wanted, found)


def test_headings_of_every_page_begin_at_the_first_level_and_leave_none_out(printed: dict[str, Element]) -> None:
    for file, tree in printed.items():
        levels = [int(node.tag[1]) for node in tree.iter() if re.fullmatch("h[1-6]", str(node.tag))]
        assert levels[0] == 1, file
        assert all(after <= before + 1 for before, after in pairwise(levels)), file


def test_no_page_says_what_is_true_of_a_screen_alone(printed: dict[str, Element]) -> None:
    for file, tree in printed.items():
        words = said(tree)
        for furniture in FURNITURE:
            assert furniture not in words, file


def test_every_friend_has_a_poster_and_every_poster_the_numbers(printed: dict[str, Element]) -> None:
    for file, tree in printed.items():
        if file.startswith("poster-"):
            assert "0800 1111" in said(tree)
            assert "999" in said(tree)
            assert len([node for node in tree.iter("span") if node.get("class") == "drawn"]) == 4
