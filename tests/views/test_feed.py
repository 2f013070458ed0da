"""The newsletter's feed is sound Atom, and says the same every time."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from macros.models.school import Safeguarding, School
from macros.views.feed import ATOM, halves_come, newsletter_feed

HTML = (
    '<h1 id="news">News</h1><p>Before.</p><h2 id="autumn">Autumn, <em>first</em> &amp; best</h2>\n<p>Say "no" &amp; '
    '<strong>tell</strong>.</p>\n<h2 id="spring">Spring</h2>\n<p>Ask.</p>'
)
NAMES = {"a": ATOM}
PAGE = "parents/print/newsletter.html"
FEED = "parents/newsletter.xml"


def school(address: str | None) -> School:
    return School(
        name="Beech & Lane",
        short_name="Beech",
        website="https://www.example.sch.uk",
        site_address=address,
        safeguarding=Safeguarding(named_in_policy="Ms Ash"),
    )


TITLES = ("Autumn, first & best", "Spring")
COME = {TITLES[0]: date(2026, 9, 3), TITLES[1]: date(2027, 1, 4)}


def made(come: dict[str, date] = COME, address: str = "https://www.example.sch.uk/online-safety/") -> bytes:
    feed = newsletter_feed(HTML, "Online safety at Beech", school(address), PAGE, FEED, come)
    assert feed is not None
    return feed


def test_without_the_address_of_the_site_there_is_no_feed() -> None:
    assert newsletter_feed(HTML, "Online safety at Beech", school(None), PAGE, FEED, COME) is None


def test_without_a_half_term_that_has_come_there_is_no_feed() -> None:
    assert newsletter_feed(HTML, "Online safety at Beech", school("https://a.sch.uk"), PAGE, FEED, {}) is None


def test_a_paragraph_comes_with_its_half_term() -> None:
    root = ElementTree.fromstring(made({TITLES[0]: date(2026, 9, 3)}))
    assert [entry.findtext("a:title", namespaces=NAMES) for entry in root.findall("a:entry", NAMES)] == [TITLES[0]]
    assert root.findtext("a:updated", namespaces=NAMES) == "2026-09-03T00:00:00Z"


@pytest.mark.parametrize(
    ("today", "come"), [(date(2026, 9, 2), 0), (date(2026, 9, 3), 1), (date(2027, 1, 3), 1), (date(2027, 1, 4), 2)]
)
def test_a_half_term_has_come_from_its_first_day_on(today: date, come: int) -> None:
    dated = school(None).model_copy(update={"half_terms": tuple(COME.values())})
    assert halves_come(dated, TITLES, today) == dict(list(COME.items())[:come])
    assert halves_come(school(None), TITLES, today) == {}


def test_the_feed_has_what_the_standard_asks_for() -> None:
    root = ElementTree.fromstring(made())
    assert root.tag == f"{{{ATOM}}}feed"
    assert root.findtext("a:author/a:name", namespaces=NAMES) == "Beech & Lane"
    for holder in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            (found,) = holder.findall(f"a:{name}", NAMES)
            assert found.text
    days = [found.text for found in root.iter(f"{{{ATOM}}}updated")]
    assert days == ["2027-01-04T00:00:00Z", "2026-09-03T00:00:00Z", "2027-01-04T00:00:00Z"]
    ids = [found.text for found in root.iter(f"{{{ATOM}}}id")]
    assert ids == [f"tag:www.example.sch.uk,2026:online-safety/newsletter{end}" for end in ("", "/autumn", "/spring")]


def test_each_entry_has_its_title_words_and_whole_address() -> None:
    first, second = ElementTree.fromstring(made()).findall("a:entry", NAMES)
    assert first.findtext("a:title", namespaces=NAMES) == "Autumn, first & best"
    content = first.find("a:content", NAMES)
    assert content is not None
    assert content.attrib == {"type": "html"}
    assert content.text == '<p>Say "no" &amp; <strong>tell</strong>.</p>'
    link = second.find("a:link", NAMES)
    assert link is not None
    assert link.attrib["href"] == f"https://www.example.sch.uk/online-safety/{PAGE}#spring"


def test_the_feed_names_itself_and_its_page() -> None:
    links = {
        link.attrib["rel"]: link.attrib["href"] for link in ElementTree.fromstring(made()).findall("a:link", NAMES)
    }
    site = "https://www.example.sch.uk/online-safety/"
    assert links == {"self": site + FEED, "alternate": site + PAGE}


def test_another_year_changes_the_days_and_no_id() -> None:
    later = {title: day.replace(year=day.year + 1) for title, day in COME.items()}
    before, after = (ElementTree.fromstring(made(come)) for come in (COME, later))
    assert [found.text for found in before.iter(f"{{{ATOM}}}id")] == [
        found.text for found in after.iter(f"{{{ATOM}}}id")
    ]
    assert after.findtext("a:updated", namespaces=NAMES) == "2028-01-04T00:00:00Z"


@pytest.mark.parametrize("address", ["https://www.example.sch.uk/a", "https://www.example.sch.uk/a/"])
def test_the_site_may_stand_at_any_address(address: str) -> None:
    assert f"https://www.example.sch.uk/a/{FEED}".encode() in made(address=address)
