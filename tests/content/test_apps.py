"""The table of apps fits families, and every address outside the site is listed."""

from __future__ import annotations

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


def test_every_address_outside_the_site_is_listed(root: Path) -> None:
    found = unlisted(root, listed_links(root))
    assert not found, "\n".join(map(str, found))


def test_every_address_of_the_list_is_used(root: Path) -> None:
    assert not unused(root, listed_links(root)), "Take these out of docs/_data/links.yml: no page names them."
