"""An infant, a junior and a first school build the site with their years alone: nothing leads to, or names, another."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from icalendar import Calendar
from lxml import html

from macros.finish.building import build_site
from tests.copying import copy_project, thin_out

HALF_TERMS = "[2026-09-03, 2026-11-02, 2027-01-04, 2027-02-22, 2027-04-12, 2027-06-07]"
SCHOOLS = {
    "infant": "teaches: {last_year: year-2}",
    "junior": "teaches: {first_year: year-3}",
    "first": "teaches: {last_year: year-4, nursery: yes, mixed_classes: [[year-1, year-2], [year-3, year-4]]}",
}
# By hand: the folders and the pages for families that each has not, and the words that its pages do not say.
GONE = {
    "infant": ("years-3-4", "years-5-6", "ages/7-9", "ages/9-11"),
    "junior": ("early-years", "years-1-2", "ages/4-5", "ages/5-7", "song.html"),
    "first": ("years-5-6", "ages/9-11"),
}
THERE = {
    "infant": ("lessons/years-1-2/keep-it-locked/index.html", "parents/ages/5-7.html", "teachers/song.html"),
    "junior": ("lessons/years-3-4/three-word-locks/teach.html", "teachers/years-5-6/index.html"),
    "first": ("lessons/years-3-4/three-word-locks/index.html", "learners/early-years.html"),
}
WORDS = {
    "infant": r"Years? [3-6]\b|[Aa]ges (?:7 to 9|9 to 11)|\b(?:7|9) to (?:9|11):|to 11\b|\bKit\b|\bBo\b",
    "junior": r"Years? [12]\b|Reception|Early years|[Aa]ges (?:4 to [57]|5 to 7)|\b(?:4|5) to (?:5|7):|\bPip\b|\bTam\b",
    "first": r"Years? [56]\b|[Aa]ges 9 to 11|\b9 to 11:|to 11\b|\bBo\b",
}
MENUS = ("Main", "Menu", "Sections", "Where this page is")
# What an adult reads about other ages all the same: the law on Reception, a play with all four friends, the map of
# statements, how to write for any age, how hard the words are, and what to say to a child of any age.
OTHERS = ("about/", "staff/", "teachers/assembly", "teachers/map", "teachers/teaching-safely", "teachers/ground-rules",
          "policy/", "parents/first-phone", "parents/worries/pornography")  # fmt: skip


@pytest.fixture(scope="module", params=SCHOOLS)
def school(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The name of a school, and its site."""
    name: str = request.param
    project = copy_project(root, tmp_path_factory.mktemp(name))
    thin_out(project)
    file = project / "school.yml"
    text = re.sub(r"(?m)^half_terms:.*$", f"half_terms: {HALF_TERMS}", file.read_text(encoding="utf-8"))
    file.write_text(f"{text}\n{SCHOOLS[name]}\n", encoding="utf-8")
    site = project / "site"
    build_site(project, site)
    return name, site


def pages_of(site: Path) -> dict[str, html.HtmlElement]:
    """Give each page by its address, as libxml2 reads it."""
    return {
        file.relative_to(site).as_posix(): html.document_fromstring(file.read_bytes()) for file in site.rglob("*.html")
    }


def read(page: html.HtmlElement) -> Iterator[str]:
    """Give what a reader is shown or told."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style"):
            continue
        yield element.text or ""
        yield from (element.get(name, "") for name in ("alt", "aria-label", "title"))
        yield from (child.tail or "" for child in element)
    yield from (meta.get("content") for meta in page.iter("meta") if meta.get("name") == "description")


def test_a_school_has_its_years_alone_and_nothing_leads_elsewhere(school: tuple[str, Path]) -> None:
    name, site = school
    pages = pages_of(site)
    places = {path: {element.get("id") for element in page.iter() if element.get("id")} for path, page in pages.items()}
    found = [file.as_posix() for file in site.rglob("*") if any(gone in file.as_posix() for gone in GONE[name])]
    found += [f"{path} is not there" for path in THERE[name] if path not in pages]
    for path, page in pages.items():
        for element in page.iter("a", "link", "img", "script", "form"):
            address = element.get("href") or element.get("src") or element.get("action") or ""
            parts = urlsplit(address)
            if not address or parts.scheme or address.startswith("/"):
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
            target = target if parts.path else path
            if not (site / target).is_file():
                found.append(f"{path}: {address} leads to no file")
            elif parts.fragment and target in pages and unquote(parts.fragment) not in places[target]:
                found.append(f"{path}: {address} leads to no place")
    assert len(pages) > 90
    assert not found, "\n".join(found)


def test_no_page_of_a_school_names_an_age_that_it_does_not_teach(school: tuple[str, Path]) -> None:
    name, site = school
    words, found = re.compile(WORDS[name]), []
    for path, page in pages_of(site).items():
        whole = [page] if not path.startswith(OTHERS) else []
        menus = (menu for menu in page.iter("nav") if menu.get("aria-label") in MENUS)
        for hit in (words.search(text) for part in (*whole, *menus) for text in read(part)):
            if hit:
                found.append(f"{path}: {hit.string[max(0, hit.start() - 60) : hit.end() + 40]!r}")
    assert not found, "\n".join(found)


def test_no_file_for_programs_names_an_age_that_a_school_does_not_teach(school: tuple[str, Path]) -> None:
    name, site = school
    files = [file for ending in ("json", "jsonld", "xml", "csv", "ics") for file in site.rglob(f"*.{ending}")]
    assert len(files) > 6
    for file in files:
        text = file.read_text(encoding="utf-8")
        for gone in GONE[name]:
            assert f"{gone}/" not in text, file
            assert f"{gone}.html" not in text, file


def test_words_for_another_age_go_whole(school: tuple[str, Path]) -> None:
    name, site = school
    said = pages_of(site)["parents/three-minutes.html"].text_content()
    assert ("You can leave a chat." in said) == ("You can tell me anything." in said) == (name == "junior")
    assert ("bring it to me" in said) == (name != "junior")


def test_a_nursery_is_named_where_the_early_years_are(school: tuple[str, Path]) -> None:
    name, site = school
    said = {path: page.text_content() for path, page in pages_of(site).items()}
    nursery = [
        path
        for path, words in (
            ("learners/index.html", "Nursery and Reception, ages 3 to 5"),
            ("parents/index.html", "from Nursery to Year 4"),
            ("parents/index.html", "Ages 4 to 5: Nursery and Reception"),
            ("about/index.html", "children aged 3 to 9"),
            ("teachers/how-we-teach.html", "Nursery and Reception."),
        )
        if words in said[path]
    ]
    assert len(nursery) == (5 if name == "first" else 0)


def test_a_mixed_class_has_each_lesson_in_one_of_two_years(school: tuple[str, Path]) -> None:
    name, site = school
    files = sorted(file.relative_to(site).as_posix() for file in site.rglob("cycle-*.ics"))
    if name != "first":
        assert not files
        return
    assert files == [f"teachers/years-{years}/cycle-{one}-{years}.ics" for years in ("1-2", "3-4") for one in "ab"]
    lessons = []
    for one in "ab":
        events = Calendar.from_ical((site / f"teachers/years-3-4/cycle-{one}-3-4.ics").read_bytes()).events
        assert [f"{event.start:%Y-%m-%d}" for event in events] == HALF_TERMS.strip("[]").split(", ")
        lessons.append(sum(" minutes: " in str(event["description"]) for event in events))
    assert lessons == [1, 0]  # of the thinned copy’s one lesson of the age
    plan = pages_of(site)["teachers/years-3-4/index.html"].text_content()
    assert "Cycle A: 1 lesson" in plan
    assert "Cycle B: 0 lessons" in plan
