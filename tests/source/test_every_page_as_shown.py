"""What the tree says of a page is what Python-Markdown, which makes the pages, makes of it: on every page we have.

Python-Markdown has the extensions that mkdocs.yml names; its HTML is read by html5lib. Neither knows the tree.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import markdown
import pytest
import yaml

from macros.source.markdown_tree import Block, Inline, read_blocks

read_blocks_of = read_blocks

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    file
    for pattern in ("docs/**/*.md", "lessons/*/*/lesson.md")
    for file in ROOT.glob(pattern)
    if "_data" not in file.parts
)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a site shows in the place of a macro is not Markdown's; here each is a word.
MACRO = re.compile(r"\{%.*?%\}|\{\{.*?\}\}")
SYMBOL = re.compile(r'(?m)^(!!! \w+ "[^"]*") [\w-]+$')  # a lesson's own, of which Python-Markdown knows nothing

CELL = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>")
CHAT = re.compile(r"(?m)^!!! chat .*\n(?:    .*\n|\n)*")  # its lines are shown as they were typed


class _Loader(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags name programs."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def body(file: Path) -> str:
    text = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
    text = CHAT.sub(lambda chat: chat[0].replace("    - ", "    "), text)
    return MACRO.sub(lambda found: "" if found[0].startswith("{%") else "macro", SYMBOL.sub(r"\1", text))


def shown(text: str) -> Any:
    """Give the page as Python-Markdown makes it."""
    config = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Loader)
    names = [name if isinstance(name, str) else next(iter(name)) for name in config["markdown_extensions"]]
    html = markdown.Markdown(extensions=names).convert(text)
    return html5lib.parseFragment(html, namespaceHTMLElements=False)


def words(text: str) -> str:
    return " ".join(text.split())


def text_of(element: Any) -> str:
    return words("".join(element.itertext()))


def elements(page: Any, *tags: str) -> Iterator[Any]:
    return (element for element in page.iter() if element.tag in tags)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield from block.walk()


def pieces(blocks: tuple[Block, ...], *kinds: str) -> Iterator[Inline]:
    for block in walk(blocks):
        for inline in block.inlines:
            yield from (piece for piece in inline.walk() if piece.kind in kinds)


def read(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Give all words of a page in order."""
    for block in walk(blocks):
        if block.kind == "box":
            yield f"{block.words or block.box.capitalize()} {block.text}"
        elif block.kind == "fence":
            yield block.text
        elif block.kind == "html":
            yield re.sub(r"<[^>]*>", " ", block.text)
        else:
            yield block.words


def depths(page: Any, depth: int = 0) -> Iterator[int]:
    """Give for each item of a list how many lists it stands in."""
    for child in page:
        if child.tag == "li":
            yield depth
        yield from depths(child, depth + (child.tag in ("ul", "ol")))


def tree_depths(blocks: tuple[Block, ...], depth: int = 0) -> Iterator[int]:
    for block in blocks:
        if block.kind == "item":
            yield depth
        yield from tree_depths(block.children, depth + (block.kind == "list"))


def compare(text: str) -> None:
    """Hold what the tree says of a text to what Python-Markdown shows, kind by kind, each in the order of the page."""
    page, tree = shown(text), read_blocks(text)
    headings = [block for block in walk(tree) if block.kind == "heading"]
    assert [(int(one.tag[1]), text_of(one)) for one in elements(page, *HEADINGS)] == [
        (block.level, words(block.words)) for block in headings
    ]
    assert [one.get("href").removeprefix("mailto:") for one in elements(page, "a")] == [
        piece.target for piece in pieces(tree, "link", "address")
    ]
    assert [(one.get("src"), one.get("alt")) for one in elements(page, "img")] == [
        (piece.target, piece.words) for piece in pieces(tree, "picture")
    ]
    for tag, kind in (("strong", "strong"), ("em", "emphasis")):
        assert [text_of(one) for one in elements(page, tag)] == [words(piece.words) for piece in pieces(tree, kind)]
    fences = [block.text.strip("\n") for block in walk(tree) if block.kind == "fence"]
    assert ["".join(one.itertext()).strip("\n") for one in elements(page, "pre")] == fences
    in_fences = {id(code) for one in elements(page, "pre") for code in one.iter("code")}
    assert [text_of(one) for one in elements(page, "code") if id(one) not in in_fences] == [
        words(piece.text) for piece in pieces(tree, "code")
    ]
    typed = [cell for block in walk(tree) if block.kind == "html" for cell in CELL.findall(block.text)]
    cells = [words(block.words) for block in walk(tree) if block.kind == "cell"]
    assert sorted(text_of(one) for one in elements(page, "td", "th")) == sorted(cells + typed)
    assert list(depths(page)) == list(tree_depths(tree))
    titles = [text_of(one) for one in elements(page, "p") if one.get("class") == "admonition-title"]
    assert titles == [words(block.words or block.box.capitalize()) for block in walk(tree) if block.mark == "!!!"]
    assert "".join("".join(page.itertext()).split()) == "".join("".join(read(tree)).split())


@pytest.mark.parametrize("file", PAGES, ids=lambda file: str(file.relative_to(ROOT)))
def test_a_page_is_read_as_it_is_shown(file: Path) -> None:
    compare(body(file))


@pytest.mark.parametrize("seed", range(40))
def test_pieces_of_our_pages_in_any_order_are_read_as_they_are_shown(seed: int) -> None:
    chance = random.Random(seed)
    found = [piece for file in chance.sample(PAGES, 6) for piece in re.split(r"\n\n(?=[^ ])", body(file))]
    # What begins or ends an element, or opens a fence and ends elsewhere, has no sense by itself.
    whole = [piece for piece in found if "<div" not in piece and "</" not in piece and piece.count("```") % 2 == 0]
    chance.shuffle(whole)
    compare("\n\n".join(whole[:60]))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("*One*.\n", "strong"),
        ("[One](two.md)\n", "link"),
        ("- One\n\n    - Two\n", "depth"),
        ("## One\n", "level"),
    ],
)
def test_a_difference_would_be_seen(text: str, seen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    other = {"strong": "**One**.\n", "link": "[One](too.md)\n", "depth": "- One\n- Two\n", "level": "# One\n"}[seen]
    monkeypatch.setitem(globals(), "read_blocks", lambda _: read_blocks_of(other))
    with pytest.raises(AssertionError):
        compare(text)
