"""Search finds what parents type at night: nicknames, money in games, and plain words for a worry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content.library import Library
from tests.site.test_who_sees_what import index, searchable

TYPED = {
    "snap": "parents/apps-and-games.html",
    "robux": "parents/apps-and-games.html",
    "vbucks": "parents/apps-and-games.html",
    "v-bucks": "parents/apps-and-games.html",
    "insta": "parents/apps-and-games.html",
    "strangers": "parents/index.html",
    "group chat": "parents/worries/group-chats.html",
    "bullying": "parents/worries/unkind.html",
    "sleep": "parents/worries/screen-time.html",
    "dares": "parents/index.html",
    "suicide": "parents/worries/hurting-themselves.html",
    "self-harm": "parents/worries/hurting-themselves.html",
    "cutting": "parents/worries/hurting-themselves.html",
    "deaf": "help/without-phoning.html",
    "BSL": "help/without-phoning.html",
    "sign language": "help/without-phoning.html",
    "relay": "help/without-phoning.html",
    "porn": "parents/worries/upsetting.html",
    "nudes": "parents/worries/shared-a-picture.html",
    "sexting": "parents/worries/shared-a-picture.html",
    "hacked": "parents/worries/scams-and-spending.html",
    "refund": "parents/worries/scams-and-spending.html",
}


def found(site: Path, typed: str) -> set[str]:
    """Name the pages in whose words all that was typed stands, as whole words."""
    patterns = [re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE) for word in typed.split()]
    return {
        doc["location"].partition("#")[0]
        for doc in index(site)
        if all(pattern.search(searchable([doc])) for pattern in patterns)
    }


@pytest.mark.parametrize(("typed", "page"), TYPED.items())
def test_search_finds_what_a_parent_types(site: Path, typed: str, page: str) -> None:
    assert page in found(site, typed), f"Search for “{typed}” does not find {page}."


def test_search_finds_every_other_name_of_every_app(site: Path, library: Library) -> None:
    words = searchable(
        [doc for doc in index(site) if doc["location"].startswith("parents/apps-and-games.html")]
    ).lower()
    missing = [word for app in library.apps for word in (app.name, *app.also) if word.lower() not in words]
    assert not missing, f"Search does not find: {', '.join(missing)}."


def test_a_word_that_nobody_wrote_is_not_found(site: Path) -> None:
    assert found(site, "zzyzx") == set()
