"""The newsletter's feed is sound Atom, and says the same every time."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from macros.models.school import Safeguarding, School
from macros.views.feed import ATOM, newsletter_feed

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


def made(checked: date = date(2026, 11, 22), address: str = "https://www.example.sch.uk/online-safety/") -> bytes:
    feed = newsletter_feed(HTML, "Online safety at Beech", school(address), PAGE, FEED, checked)
    assert feed is not None
    return feed


def test_without_the_address_of_the_site_there_is_no_feed() -> None:
    assert newsletter_feed(HTML, "Online safety at Beech", school(None), PAGE, FEED, date(2026, 11, 22)) is None


def test_the_feed_has_what_the_standard_asks_for() -> None:
    root = ElementTree.fromstring(made())
    assert root.tag == f"{{{ATOM}}}feed"
    assert root.findtext("a:author/a:name", namespaces=NAMES) == "Beech & Lane"
    for holder in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            (found,) = holder.findall(f"a:{name}", NAMES)
            assert found.text
        assert holder.findtext("a:updated", namespaces=NAMES) == "2026-11-22T00:00:00Z"
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


def test_a_later_check_changes_the_day_and_no_id() -> None:
    before, after = (ElementTree.fromstring(made(day)) for day in (date(2026, 11, 22), date(2027, 5, 1)))
    assert [found.text for found in before.iter(f"{{{ATOM}}}id")] == [
        found.text for found in after.iter(f"{{{ATOM}}}id")
    ]
    assert after.findtext("a:updated", namespaces=NAMES) == "2027-05-01T00:00:00Z"


@pytest.mark.parametrize("address", ["https://www.example.sch.uk/a", "https://www.example.sch.uk/a/"])
def test_the_site_may_stand_at_any_address(address: str) -> None:
    assert f"https://www.example.sch.uk/a/{FEED}".encode() in made(address=address)
