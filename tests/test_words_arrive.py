"""Every word that an author types is seen by its reader, or is told: about two hundred and fifty cases.

Each of 43 ways to put signs round a word is tried at each of six places of a lesson and its quiz. What the check tells
on its line is taken out, what it passes is made into pages, and a parser of HTML that is not ours says what a browser
would show.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import html5lib
import pytest

from macros.cache import RoundCache
from macros.content.library import Library
from macros.content.loader import read_library
from macros.problems import ContentError
from macros.site.page_templates import PageTemplates
from macros.views.lessons import answer_sheet, learner_page, worksheet
from macros.views.page import PageView
from macros.views.plan import teacher_plan
from tests.broken_copies import thin_copy

LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
QUIZ = "quizzes/years-3-4/three-word-locks.yml"
PAGE = "docs/parents/three-minutes.md"
TOKEN = "Zqx"  # stands where “@” does

# A word in the signs that children, parents and teachers type: passwords, tags, prices, maths, chat, code, notes.
PUNCTUATIONS = (
    "@", "#@", "a #@", "K*@*x", "*@*", "**@**", "5* @ 4*", "_@_", "a_@_b", "__@__", "\\@", "C:\\new\\_@", "\\*@\\*",
    "<@>", "<your @>", "</@>", "<!-- @ -->", "3 < @", "@ > 2", "{@}", "{ @ }", "a {@}", "{{ @ }}", "{% @ %}", "{# @ #}",
    "[## @ ##]", "[@]", "[@](index.md)", "[@]: now", "![@]", "&@;", "& @ &", "~@~", "~~@~~", "^@^", "`@`", "``@", "=@=",
    "!@", "!!! @", "| @ |", "2026. @", "> @",
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """A place at which words are typed, and the page on which they are read."""

    path: str
    put: Callable[[str, Sequence[str]], str]
    shown: Callable[[Library], PageView]
    many: bool = False  # whether several words can stand there, each on lines of its own


def quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"


def value(pattern: str) -> Callable[[str, Sequence[str]], str]:
    """Put words, in quotes, in the place of the first value behind a name."""
    return lambda text, words: re.sub(
        pattern, lambda found: found[1] + "".join(map(quoted, words)), text, count=1, flags=re.MULTILINE
    )


def listed(name: str) -> Callable[[str, Sequence[str]], str]:
    """Add words, in quotes, to a list."""
    return lambda text, words: text.replace(
        f"\n{name}:\n", f"\n{name}:\n" + "".join(f"  - {quoted(w)}\n" for w in words)
    )


def learner(library: Library) -> PageView:
    one = library.lessons["three-word-locks"]
    return learner_page(one.id, one.lesson, one.quiz, library.phase(one.phase))


def plan(library: Library) -> PageView:
    one = library.lessons["three-word-locks"]
    return teacher_plan(one.id, one.lesson, one.quiz, library.phase(one.phase), library.frameworks)


def sheet(library: Library) -> PageView:
    one = library.lessons["three-word-locks"]
    return worksheet(one.id, one.lesson, library.phase(one.phase))


def answers(library: Library) -> PageView:
    one = library.lessons["three-word-locks"]
    return answer_sheet(one.id, one.lesson)


def on_pages(text: str, words: Sequence[str]) -> str:
    """Put words at the end of a lesson, each on a page of its own: no page is too long for a phone."""
    return text + "".join(f"\n---\n\n{w}\n" for w in words)


PLACES = {
    "words for everyone": Place(LESSON, on_pages, learner, many=True),
    "a worksheet": Place(
        LESSON,
        lambda text, words: f'{text}\n!!! worksheet "Draw"\n' + "\n".join(f"    {w}\n" for w in words),
        sheet,
        many=True,
    ),
    "a list in front matter": Place(LESSON, listed("have_ready"), plan, many=True),
    "front matter": Place(LESSON, value(r"^(no_device: ).*$"), plan),
    "a choice of a quiz": Place(QUIZ, value(r"^(      - text: )p@ssw0rd!$"), learner),
    "what to say at home": Place(QUIZ, value(r"^(at_home: ).*$"), learner),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return thin_copy(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="module")
def cache() -> RoundCache:
    return RoundCache()


def text_of(templates: PageTemplates, view: PageView) -> str:
    """Give the text of a page as a browser shows it: by its template, and a parser of HTML that is not ours."""
    html = templates.body(view, "lessons/a/b/index.html").html
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return " ".join("".join(seen(tree)).split())


def seen(node: object) -> Iterator[str]:
    """Give the text that a browser shows of an element and what is in it: neither comments nor what it keeps back."""
    tag = getattr(node, "tag", None)
    if isinstance(tag, str) and tag not in {"script", "style", "template", "textarea", "title", "noscript"}:
        yield getattr(node, "text", None) or ""
        for inner in node:  # type: ignore[attr-defined]
            yield from seen(inner)
            yield inner.tail or ""


Words = Sequence[tuple[Place, Sequence[str]]]


def read(copy: Path, cache: RoundCache, words: Words) -> tuple[Library | None, set[str]]:
    """Read the content with words put into places; give it, or the words that are told, by their lines."""
    texts: dict[str, str] = {}
    for place, ways in words:
        before = texts.setdefault(place.path, (copy / place.path).read_text(encoding="utf-8"))
        texts[place.path] = place.put(before, ways) if ways else before
        assert all(loc in texts[place.path] or quoted(loc) in texts[place.path] for loc in ways)
    whole = {path: (copy / path).read_bytes() for path in texts}
    for path, text in texts.items():
        (copy / path).write_text(text, encoding="utf-8")
    try:
        cache.start_round()
        return read_library(copy, cache), set()
    except ContentError as error:
        lines = {path: text.split("\n") for path, text in texts.items()}
        on = [lines[found.path][found.line - 1] for found in error.problems if found.path in lines]
        told = {token for line in on for token in re.findall(rf"{TOKEN}\d+", line)}
        assert told, error
        return None, told
    finally:
        for path, content in whole.items():
            (copy / path).write_bytes(content)


def passed(copy: Path, cache: RoundCache, words: Words) -> tuple[Library, list[tuple[Place, list[str]]]]:
    """Take out whatever is told, until nothing is."""
    left = [(place, list(ways)) for place, ways in words]
    while True:
        library, told = read(copy, cache, left)
        if library:
            return library, left
        left = [
            (place, [loc for loc in ways if not set(re.findall(rf"{TOKEN}\d+", loc)) & told]) for place, ways in left
        ]


# Signs that Markdown is meant to take, for all authors know and use them: these show the word without them.
MEANT = {"*@*": "@", "**@**": "@", "`@`": "@", "> @": "@", "[@](index.md)": "@", "| @ |": "@", "![@]": "![@]"}


def test_there_are_43_ways_at_each_place() -> None:
    assert len(set(PUNCTUATIONS)) == 43
    assert all(loc.count("@") == 1 for loc in PUNCTUATIONS)


def tokens(place: int) -> Iterator[tuple[str, str, str]]:
    """Give each way with a word that stands nowhere else, in an order of chance, and how a browser may show it."""
    order = list(PUNCTUATIONS)
    random.Random(20261128 + place).shuffle(order)
    for number, loc in enumerate(order):
        token = f"{TOKEN}{place}{number:02}"
        yield loc, loc.replace("@", token), MEANT.get(loc, loc).replace("@", token)


def all_seen(shown: str, loc: str, words: str, meant: str, name: str) -> None:
    assert words in shown or meant in shown, f"{loc} was lost at: {name}"


@pytest.mark.parametrize("name", [name for name, place in PLACES.items() if place.many])
def test_every_word_is_seen_or_told(copy: Path, cache: RoundCache, name: str) -> None:
    place = PLACES[name]
    ways = list(tokens([*PLACES].index(name)))
    library, ((_, left),) = passed(copy, cache, [(place, [words for _, words, _ in ways])])
    shown = text_of(PageTemplates(library), place.shown(library))
    for loc, words, meant in ways:
        if words in left:
            all_seen(shown, loc, words, meant, name)
    assert len(left) > 10, left


def test_every_word_of_a_value_is_seen_or_told(copy: Path, cache: RoundCache) -> None:
    """Three values at a time, each with another word."""
    single = {name: place for name, place in PLACES.items() if not place.many}
    ways = {name: list(tokens([*PLACES].index(name))) for name in single}
    count = dict.fromkeys(single, 0)
    for number in range(len(PUNCTUATIONS)):
        library, left = passed(copy, cache, [(place, [ways[name][number][1]]) for name, place in single.items()])
        templates = PageTemplates(library)
        for name, (place, words) in zip(single, left, strict=True):
            count[name] += len(words)
            if words:
                all_seen(text_of(templates, place.shown(library)), *ways[name][number], name)
    assert min(count.values()) > 10, count
