"""A handout as a page to print: its tags say what each thing is, and nothing is lost."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import html5lib

from macros.packs.paper import paper_of, picture, whole_page
from macros.views.handouts import Block, Frame, Handout, Heading, Lines, Pictured
from macros.views.slides import Grid, Paragraph, Picture, runs_of
from tests.exports.hostile import HOSTILE
from tests.packs.test_documents import PNG, words


def made(*blocks: Block, title: str = "A title") -> Element:
    page = paper_of(Handout("worksheet", title, blocks), lambda _picture, _part: PNG, "The foot")
    tree: Element = html5lib.parse(page, namespaceHTMLElements=False)
    return tree


def said(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def test_a_page_has_a_language_a_title_and_a_foot() -> None:
    tree = made(words("Some words."), title="A & <b>")
    body = tree.find("body")
    assert tree.get("lang") == "en-GB"
    assert body is not None
    assert body.get("data-foot") == "The foot"
    assert [said(node) for node in (*tree.iter("title"), *tree.iter("h1"))] == ["A & <b>", "A & <b>"]


def test_headings_stand_below_the_title_without_a_gap() -> None:
    tree = made(Heading("Part one", 1), Heading("Below", 2))
    found = [(node.tag, said(node)) for node in tree.iter() if node.tag in ("h1", "h2", "h3")]
    assert found == [("h1", "A title"), ("h2", "Part one"), ("h3", "Below")]


def test_a_question_and_all_below_it_is_one_part_that_stays_together() -> None:
    tree = made(Heading("Quiz", 1), words("Before"), Heading("1. One", 2), words("a", "☐"), Heading("2. Two", 2))
    parts = [said(node) for node in tree.iter("div") if node.get("class") == "part"]
    assert parts == ["1. Onea", "2. Two"]


def test_neighbours_with_the_same_mark_are_one_list() -> None:
    tree = made(
        words("one", "•"),
        words("two", "•"),
        words("Some words."),
        words("first", "1."),
        Pictured(Picture("symbols/key", "A key.")),
        words("second", "2."),
        words("a choice", "☐"),
        Pictured(Picture("symbols/key", ""), words("another", "☐")),
    )
    body = tree.find("body")
    assert body is not None
    lists = [
        (node.tag, [(item.get("style"), said(item)) for item in node]) for node in body if node.tag in ("ul", "ol")
    ]
    assert lists == [
        ("ul", [(None, "one"), (None, "two")]),
        ("ol", [("list-style-type: '1.\u2002'", "first")]),
        ("ol", [("list-style-type: '2.\u2002'", "second")]),
        ("ul", [(None, "a choice"), (None, "another")]),
    ]
    assert len([node for node in tree.iter("span") if node.get("class") == "box"]) == 2


def test_a_table_names_its_columns_and_its_rows() -> None:
    bold = Paragraph(runs_of("Why", bold=True))
    tree = made(
        Grid(((Paragraph(runs_of("", bold=True)), bold), (words("1"), words("because")), (words("2"), words("☐"))))
    )
    assert [(node.get("scope"), said(node)) for node in tree.iter("th")] == [("col", "Why"), ("row", "1"), ("row", "2")]
    assert [said(node) for node in tree.iter("td")] == ["", "because", ""]


def test_what_is_to_be_joined_is_two_lists_and_no_table() -> None:
    tree = made(
        Grid(((words("cat"), words("•      •"), words("Hund")), (words("dog"), words("•      •"), words("Katze"))))
    )
    assert not list(tree.iter("table"))
    assert [[said(item) for item in node] for node in tree.iter("ul")] == [["cat", "dog"], ["Hund", "Katze"]]


def test_a_picture_has_its_words_and_a_decoration_is_no_picture() -> None:
    tree = made(Pictured(Picture("symbols/key", 'A "key".')), Pictured(Picture("symbols/key", ""), words("beside it")))
    assert [node.get("alt") for node in tree.iter("img")] == ['A "key".']
    (drawn,) = (node for node in tree.iter("span") if node.get("class") == "drawn")
    assert "background-image: url(data:image/png;base64," in (drawn.get("style") or "")
    assert "height: 2.00cm" in picture(PNG, "", 2)


def test_rooms_to_write_and_draw_in_are_there() -> None:
    tree = made(Lines(3), Frame())
    assert [node.get("class") for node in tree.iter("div")] == ["line", "line", "line", "frame"]


def test_hostile_words_come_back_as_they_are() -> None:
    plain = [
        Paragraph(runs_of(" ".join(text.replace("*", "").replace("`", "").replace("\\", "").split())))
        for text in HOSTILE
    ]
    tree = made(*plain, title="=1+1 <b> & {{ 7 }}")
    kept = "".join(map(chr, (2, 3)))
    assert [said(node).translate(dict.fromkeys(map(ord, kept))) for node in tree.iter("p")] == [
        " ".join(one.text.split()).translate(dict.fromkeys(map(ord, kept))) for one in plain
    ]
    assert 'data-foot="&quot;&gt;"' in whole_page("A", '">', "plan", "")
