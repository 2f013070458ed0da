"""What the school has not told the site is said in whole sentences, and never dropped into the middle of one."""

from __future__ import annotations

import re

import pytest

from tests.site.page import Page, elements, text

BEFORE = r"(?:[:–]|\b(?:is|are|names?|named|call|ring|number|email))"
PHRASE = r"(?:ask the school office|on the school[’']s website)"
DROPPED = re.compile(rf"{BEFORE}\s*\**{PHRASE}", re.IGNORECASE)
BARE = re.compile(r"\W*ask the school office\W*", re.IGNORECASE)
EXAMPLES = ("about/look/", "about/writing-")  # they show how pages are made


def dropped(page: Page) -> list[str]:
    """Name every place where a phrase stands for a fact that is not known."""
    said = " ".join(text(page.tree).split())
    found = [f"{page.path}: …{said[max(0, match.start() - 40) : match.end()]}" for match in DROPPED.finditer(said)]
    for element in elements(page.tree):
        if element.tag in ("strong", "td", "a", "em") and BARE.fullmatch(text(element)):
            found.append(f"{page.path}: <{element.tag}>{text(element)}</{element.tag}>")
    return found


def test_no_phrase_is_dropped_into_a_sentence(pages: dict[str, Page]) -> None:
    found = [place for page in pages.values() if not page.path.startswith(EXAMPLES) for place in dropped(page)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "said",
    [
        "Phone: ask the school office",
        "Today: ask the school office. The policy",
        "The school's phone rule: ask the school office",
        "The office phone: on the school’s website.",
        "The DSL is ask the school office.",
    ],
)
def test_a_phrase_that_is_dropped_in_would_be_seen(said: str) -> None:
    assert DROPPED.search(said)


@pytest.mark.parametrize(
    "said",
    [
        "Ask the school office for both procedures.",
        "To know more, ask the school office.",
        "The school’s phone number is on its website.",
    ],
)
def test_a_whole_sentence_is_left_alone(said: str) -> None:
    assert not DROPPED.search(said)
