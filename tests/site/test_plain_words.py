"""Each line of plain words leads to its clause; on the policy page search finds the approved words alone."""

from __future__ import annotations

from pathlib import Path

from macros.content.library import Library
from tests.site.page import Page, plain, text, with_class


def test_each_line_of_plain_words_leads_to_its_clause(pages: dict[str, Page], library: Library) -> None:
    parents = pages["policy/plain/index.html"]
    back = {a.attrib["href"] for a in with_class(parents.tree, "plain__reference")}
    for identity, use in library.clause_uses.items():
        assert f"../index.html#{identity}" in back
        assert plain(use.words_for("parents") or "") in text(parents.tree)
    assert len(back) == len(library.policy.clauses)


def test_learners_find_their_lines_and_the_youngest_theirs(pages: dict[str, Page], library: Library) -> None:
    learners, young = pages["policy/plain/learners.html"], pages["policy/plain/pictures.html"]
    for identity, use in library.clause_uses.items():
        assert (f"plain-{identity}" in learners.ids) == bool(use.words_for("learners"))
        assert (f"plain-{identity}" in young.ids) == bool(use.young)
        if use.young:
            assert plain(use.young) in text(young.tree)


def test_every_page_of_plain_words_says_that_the_approved_text_wins(pages: dict[str, Page]) -> None:
    for path in ("policy/plain/index.html", "policy/plain/learners.html", "policy/plain/pictures.html"):
        assert "always wins" in text(pages[path].tree), path


def test_the_map_has_every_clause_once(pages: dict[str, Page], library: Library) -> None:
    page = pages["policy/map.html"]
    rows = [cell[0].attrib["href"].partition("#")[2] for cell in page.all("th") if cell.attrib.get("scope") == "row"]
    assert rows == list(library.policy.clauses)
    assert "84 of 84" in text(page.tree)


def test_the_review_is_there_as_a_calendar_file(site: Path, pages: dict[str, Page]) -> None:
    assert (site / "policy/review.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert "review.ics" in [a.attrib.get("href") for a in pages["policy/review.html"].all("a")]
