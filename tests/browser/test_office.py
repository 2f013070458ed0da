"""The office's forms, in a real browser: nothing leaves this machine, a job is done, a mistake is refused in words.

`make office` does all jobs and all mistakes.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, expect

from macros.cache import RoundCache
from tests.office.form import Office, forms
from tests.office.jobs import (
    a_lesson_whose_minutes_do_not_add_up,
    a_phone_number_with_letters,
    fill_in_the_office_phone,
)


@pytest.fixture
def office(context: BrowserContext, project: Path, read_before: RoundCache) -> Iterator[Office]:
    cache = copy.copy(read_before)
    cache.start_round()
    with forms(project, cache) as address:
        yield Office(context.new_page(), address, project)


def test_a_fact_is_filled_in_and_mistakes_are_refused_and_nothing_leaves_the_machine(office: Office) -> None:
    asked: list[str] = []
    refused: list[str] = []
    office.page.context.on("request", lambda request: asked.append(request.url))
    office.page.on("console", lambda said: refused.append(said.text))
    fill_in_the_office_phone(office)
    a_phone_number_with_letters(office)
    a_lesson_whose_minutes_do_not_add_up(office)
    assert {urlsplit(one).hostname for one in asked if one.startswith("http")} == {"127.0.0.1"}
    assert len(asked) > 30
    assert not [said for said in refused if "Content Security Policy" in said]
    expect(office.page.locator(".material-symbols-outlined").first).to_be_visible()
    loaded = office.page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert {"Source Sans 3", "Material Symbols Outlined"} <= {name.strip('"') for name in loaded}


def test_another_host_is_refused_by_the_editors_own_policy(office: Office) -> None:
    office.page.goto(office.address)
    said = office.page.evaluate("fetch('https://example.org/').then(() => 'sent', (error) => error.name)")
    assert said == "TypeError"
    assert office.page.evaluate(
        "new Promise((tell) => { document.addEventListener('securitypolicyviolation', (e) => tell(e.blockedURI));"
        " new Image().src = 'https://example.org/x.png'; })"
    ).startswith("https://example.org")
