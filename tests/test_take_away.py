"""What is taken away of a lesson in Word says what the pages of the same names say, by readers that are not ours.

python-docx reads the documents, and html5lib the pages of the built site. Links and buttons stand on a page alone, and
where the quiz is, each says in its own way.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import docx
import html5lib
import pytest
from docx.table import Table

from macros.commands.packs import handouts
from macros.content.library import Library
from macros.packs.documents import write_handout
from tests.packs.test_documents import PNG

LEAF = {"p", "li", "h1", "h2", "h3", "h4", "td", "th", "dt", "dd", "figcaption", "summary"}
# What a page has for the screen alone: ways to other pages, and where what the document itself holds stands.
ON_SCREEN = re.compile(
    r"On one sheet|Every verse is on one sheet to print\.|Answers and reasons|Print this page on A4\..*|"
    r"For the teacher\. Print this page on A4\.|It's on the (?:learner's page|worksheet)\.|[\w ]+: online safety\. .*|"
    r"Worksheet to print · .*|(?:Go|In danger now: 999|Childline: 0800 1111|A grown-up at home, or at school\.)|"
    r".* – (?:the teacher's plan|answer sheet)"
)
ENDS = re.compile(
    r"(?: More about this| It's on the learner's page and the worksheet\. The reasons are on the answer sheet\.)$"
)
SIGNS = str.maketrans({"’": "'", "“": '"', "”": '"', "\u2011": "-", "\u00a0": " ", "\u2060": None})


def plain(text: str) -> str:
    return " ".join(text.translate(SIGNS).split())


def squeezed(text: str) -> str:
    """Give letters and figures alone: a page parts with commas and dots what a document parts otherwise."""
    return re.sub(r"[^a-z0-9]+", "", plain(text).lower())


def leaves(element: Element) -> Iterator[str]:
    """Give the words of each paragraph, heading, item and cell, in order."""
    inner = [one for one in element.iter() if one is not element and one.tag in (*LEAF, "ul", "ol", "table")]
    if element.tag in LEAF and not inner:
        yield plain("".join(element.itertext()))
        return
    for child in element:
        yield from leaves(child)


def of_class(tree: Element, *names: str) -> Iterator[Element]:
    return (one for one in tree.iter() if set(names) & set(one.get("class", "").split()))


def page(site: Path, phase: str, identity: str, name: str) -> Element:
    text = (site / "lessons" / phase / identity / f"{name}.html").read_text(encoding="utf-8")
    tree: Element = html5lib.parse(text, namespaceHTMLElements=False)
    return tree


def said_by_page(parts: Iterator[Element]) -> list[str]:
    said = (ENDS.sub("", words) for part in parts for words in leaves(part))
    return [words for words in said if words and not ON_SCREEN.fullmatch(words)]


def said_in_word(content: bytes) -> list[str]:
    found = []
    for one in docx.Document(io.BytesIO(content)).iter_inner_content():
        if isinstance(one, Table):
            found += [cell.text for row in one.rows for cell in row.cells]
        else:
            found.append(one.text)
    return [plain(words) for words in found if words.strip()]


@pytest.fixture(scope="module")
def documents(library: Library) -> dict[tuple[str, str], list[str]]:
    """What each document of each lesson says, by the lesson and the document."""
    return {
        (entry.id, one.name): said_in_word(write_handout(one, lambda _picture, _part: PNG, "The foot"))
        for entry in library.lessons.values()
        for one in handouts(library, entry)
    }


def missing(said: list[str], there: list[str]) -> list[str]:
    whole = squeezed(" ".join(there))
    return [words for words in said if squeezed(words) not in whole]


def test_the_plan_in_word_has_every_part_of_the_plans_page(
    library: Library, site: Path, documents: dict[tuple[str, str], list[str]]
) -> None:
    lost = {}
    for entry in library.lessons.values():
        tree = page(site, entry.phase, entry.id, "teach")
        said = said_by_page(of_class(tree, "plan-side", "plan-script"))
        assert "If a child tells you something" in said
        lost[entry.id] = missing(said, documents[entry.id, "plan"])
    assert not {identity: words for identity, words in lost.items() if words}


def test_the_plan_in_word_has_the_headings_of_the_page_in_their_order(
    library: Library, site: Path, documents: dict[tuple[str, str], list[str]]
) -> None:
    for entry in library.lessons.values():
        tree = page(site, entry.phase, entry.id, "teach")
        headings = [
            plain("".join(one.itertext()))
            for part in of_class(tree, "plan-side", "plan-script")
            for one in part.iter()
            if one.tag in ("h2", "h3")
        ]
        wanted = [one for one in headings if one != "On one sheet"]
        there = iter(documents[entry.id, "plan"])
        assert [one for one in wanted if one not in there] == [], entry.id


def test_the_plan_in_word_names_what_it_teaches_and_what_the_policy_says_of_it(
    library: Library, site: Path, documents: dict[tuple[str, str], list[str]]
) -> None:
    for entry in library.lessons.values():
        (folded,) = (
            one
            for one in of_class(page(site, entry.phase, entry.id, "teach"), "plan-more")
            if "Curriculum and policy" in "".join(one.itertext())
        )
        said = [words for words in said_by_page(iter([folded])) if not words.startswith("The school's policy, point")]
        assert missing(said, documents[entry.id, "plan"]) == [], entry.id


@pytest.mark.parametrize(("document", "name"), [("worksheet", "worksheet"), ("key", "answers"), ("story", "story")])
def test_a_paper_in_word_says_all_that_its_page_says(
    library: Library, site: Path, documents: dict[tuple[str, str], list[str]], document: str, name: str
) -> None:
    for entry in library.lessons.values():
        tree = page(site, entry.phase, entry.id, name)
        said = said_by_page(one for one in tree.iter() if one.tag == "main")
        assert len(said) > 5
        assert missing(said, documents[entry.id, document]) == [], entry.id


@pytest.mark.parametrize("document", ["worksheet", "story"])
def test_a_child_finds_on_each_paper_who_to_tell(documents: dict[tuple[str, str], list[str]], document: str) -> None:
    for (identity, name), said in documents.items():
        if name == document:
            whole = " ".join(said)
            assert "A grown-up you trust" in whole and "Childline 0800 1111" in whole and "999" in whole, identity
