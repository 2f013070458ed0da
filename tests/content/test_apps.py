"""The table of apps fits families, and every address outside the site is listed."""

from __future__ import annotations

import re
from pathlib import Path

from macros.commands.check_links import listed_links, unlisted, unused
from macros.content.library import Library
from macros.design.rendering import long_date
from tests.content.test_reading_level import FAMILIES, faults
from tests.content.writing import Piece

APPS = "docs/_data/apps.yml"


def test_the_words_of_the_table_fit_families(library: Library, root: Path) -> None:
    # Search words and risks are lists of words, not sentences.
    texts = [text for app in library.apps for text in (app.what, app.age, app.control, app.note) if text]
    found = faults(
        root, [Piece(APPS, text if text.endswith(".") else f"{text}.") for text in texts], FAMILIES, "families"
    )
    assert not found, "\n".join(found)


def test_a_row_of_weak_facts_says_so_and_a_firm_one_does_not(site: Path, library: Library) -> None:
    html = (site / "parents/apps-and-games.html").read_text(encoding="utf-8")
    for app in library.apps:
        row = html.partition(f'id="app-{app.id}"')[2].partition("</tr>")[0]
        assert ("Not sure: check in the app." in row) is (app.sure == "weak"), app.name
        assert long_date(app.checked) in row, app.name


def test_what_is_not_known_of_the_plans_is_left_out_of_its_row(site: Path, library: Library) -> None:
    html = (site / "parents/apps-and-games.html").read_text(encoding="utf-8")
    unknown = [app.name for app in library.apps if app.under_16 == "not known"]
    assert unknown, "Every row has its place in the plans now: this test has no more to do."
    for app in library.apps:
        row = html.partition(f'id="app-{app.id}"')[2].partition("</tr>")[0]
        cell = row.partition('<td data-label="Under-16 plans">')[2].partition("</td>")[0]
        assert (cell == "") is (app.name in unknown), app.name
    assert "Not known" not in html


PLANS = re.compile(r"\bGovernment|\bunder-16|\bplans?\b|\bthe law\b", re.IGNORECASE)


def test_no_row_types_what_was_planned_for_under_16s(library: Library) -> None:
    for app in library.apps:
        for text in (app.what, app.age, app.control, app.note or "", *app.risks):
            assert not PLANS.search(text), f"{app.name} says “{text}”. Name the fact: “fact: under-16-features”."


def test_what_was_planned_is_found_where_it_is_typed() -> None:
    assert PLANS.search("The Government plans to make romantic chatbots for over-18s only.")


def test_the_apps_that_are_named_in_the_plans_are_those_of_the_fact(library: Library) -> None:
    names, _, messaging = library.facts["under-16-named"].text.partition(" were named in the plans")
    assert messaging
    listed = sorted(re.split(r", | and ", names))
    assert sorted(app.name for app in library.apps if app.under_16 == "named") == listed
    out = [app.name for app in library.apps if app.under_16 == "not included"]
    assert out
    assert all(name in messaging for name in out)


def test_a_fact_that_changes_stands_in_its_row_with_its_own_day(site: Path, library: Library) -> None:
    html = (site / "parents/apps-and-games.html").read_text(encoding="utf-8")
    shown = [app for app in library.apps if app.fact]
    assert shown
    for app in shown:
        fact = library.facts[str(app.fact)]
        row = html.partition(f'id="app-{app.id}"')[2].partition("</tr>")[0]
        assert f"(Last checked on {long_date(fact.checked)}.)" in row, app.name
        assert fact.text[:20] in row, app.name


def test_ten_apps_stand_before_the_rest(library: Library) -> None:
    assert sum(app.asked_most for app in library.apps) == 10


def test_every_address_outside_the_site_is_listed(root: Path) -> None:
    found = unlisted(root, listed_links(root))
    assert not found, "\n".join(map(str, found))


def test_every_address_of_the_list_is_used(root: Path) -> None:
    assert not unused(root, listed_links(root)), "Take these out of docs/_data/links.yml: no page names them."
