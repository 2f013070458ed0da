"""Pages for families begin with what to do now, and end with the lessons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from macros.content.library import Library
from tests.site.page import Page, elements, text, with_class
from tests.site.test_moved import ONCE

WORRIES = "parents/worries/"
# Services whose names are words like any others to a program that translates a page (part B of the project's facts).
SERVICES = (
    "Childline",
    "NSPCC Helpline",
    "CEOP Safety Centre",
    "Report Remove",
    "Report Fraud",
    "Internet Watch Foundation",
    "Internet Matters",
    "Stop It Now",
    "NHS 111",
)


def worries(pages: dict[str, Page]) -> list[Page]:
    return [page for path, page in pages.items() if path.startswith(WORRIES)]


def test_there_is_a_page_for_each_of_eighteen_worries(pages: dict[str, Page]) -> None:
    assert len(worries(pages)) == 18


def test_a_page_that_can_be_left_at_once_has_the_way_out_before_its_title(pages: dict[str, Page]) -> None:
    found = []
    for page in worries(pages):
        (main,) = page.all("main")
        parts = [each for each in elements(main) if each.tag in ("a", "h1")]
        if text(parts[0]) == "Leave this page":
            assert parts[0].attrib["href"].startswith("https://"), page.path
            assert parts[1].tag == "h1", page.path
            found.append(page.path.removeprefix(WORRIES).removesuffix(".html"))
    assert sorted(found) == [
        "chatbots",
        "fake-pictures",
        "group-chats",
        "hateful-ideas",
        "hurting-themselves",
        "live-video",
        "meeting-or-secret",
        "pornography",
        "shared-a-picture",
        "unknown-contact",
        "upsetting",
        "worried-about-an-adult",
    ]


def test_every_help_page_can_be_left_at_once(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        if path.startswith("help/") and path not in ONCE:  # that page leads to another at once
            assert with_class(page.tree, "leave"), path


def test_every_page_of_a_worry_has_the_councils_number_for_the_night(pages: dict[str, Page], library: Library) -> None:
    night = next(route for route in library.help_routes if route.id == "council-out-of-hours")
    for page in worries(pages):
        assert f"tel:{str(night.phone).replace(' ', '')}" in page.html, page.path


def test_every_page_that_lists_numbers_leads_to_help_without_phoning(pages: dict[str, Page]) -> None:
    for path in ("help/index.html", "help/children.html", *(page.path for page in worries(pages))):
        assert "without-phoning.html" in pages[path].html, path


def test_a_worry_begins_with_what_to_do_now(pages: dict[str, Page]) -> None:
    for page in worries(pages):
        (article,) = page.all("article")
        parts = [each for each in elements(article) if each.tag in ("h1", "div", "nav")]
        assert [each.tag for each in parts[:3]] == ["h1", "div", "nav"], page.path
        assert text(parts[1]).startswith("Do this now"), page.path


def test_what_to_say_to_a_child_stands_out_in_what_to_do_now(pages: dict[str, Page]) -> None:
    found = 0
    for page in worries(pages):
        (box, *_) = with_class(page.tree, "minute")
        said = re.findall(r'"[^"]+"', text(box))
        assert said == [text(strong) for strong in elements(box) if strong.tag == "strong"], page.path
        found += bool(said)
    assert found >= 15


def test_each_worry_is_a_card_with_a_symbol_that_no_other_has(pages: dict[str, Page]) -> None:
    cards = [card for part in with_class(pages["parents/index.html"].tree, "choices") for card in elements(part)]
    cards = [card for card in cards if card.tag == "li"]
    drawn = [[tostring(symbol) for symbol in with_class(card, "card-symbol")] for card in cards]
    assert all(len(each) == 1 for each in drawn)
    assert len({each[0] for each in drawn}) == len(cards) >= 28


def test_the_front_of_the_leaflet_has_the_four_friends_and_names_the_school(
    pages: dict[str, Page], library: Library
) -> None:
    (front, *others) = with_class(pages["parents/print/leaflet.html"].tree, "sheet__panel")
    (friends,) = with_class(front, "friends")
    assert len([each for each in elements(friends) if each.tag.endswith("svg")]) == 4
    assert library.school.name in text(front)
    assert not any(with_class(each, "friends") for each in others)


def test_a_worry_ends_with_lessons_for_every_age(pages: dict[str, Page]) -> None:
    for page in worries(pages):
        lists = with_class(page.tree, "about__ages")
        assert lists, f"{page.path} has no lessons about it."
        for ages in lists:
            assert len([each for each in elements(ages) if each.tag == "li"]) == 4, page.path


def test_each_age_has_what_every_lesson_says_to_families(pages: dict[str, Page]) -> None:
    ages = [page for path, page in pages.items() if path.startswith("parents/ages/")]
    assert len(ages) == 4
    for page in ages:
        assert len(with_class(page.tree, "starters__lesson")) >= 9, page.path


def test_a_page_to_print_has_a_panel_for_each_part(pages: dict[str, Page]) -> None:
    for path, count in (("leaflet", 6), ("words-for-help", 32)):
        page = pages[f"parents/print/{path}.html"]
        panels = with_class(page.tree, "sheet__panel")
        assert len(panels) == len(list(page.all("h2"))), path
        if path == "leaflet":
            assert len(panels) == count


def words(element: Element, kept: bool = False) -> Iterator[tuple[str, bool]]:
    """Give each piece of text in an element, and whether a translation leaves it as it is."""
    kept = kept or element.get("translate") == "no"
    yield element.text or "", kept
    for child in element:
        yield from words(child, kept)
        yield child.tail or "", kept


def test_a_translation_leaves_the_names_of_services_on_every_page_for_families(pages: dict[str, Page]) -> None:
    seen, found = set(), []
    for path, page in pages.items():
        if path.startswith(("parents/", "help/")):
            (main,) = page.all("main")
            for said, kept in words(main):
                for name in SERVICES:
                    if name in said:
                        seen.add(name)
                        if not kept:
                            found.append(f"{path}: “{said.strip()}”")
    assert seen == set(SERVICES)
    assert not found, "A translation would change a name:\n" + "\n".join(found)


def test_the_routes_of_the_whole_list_are_parts_of_it_for_whoever_goes_by_headings(pages: dict[str, Page]) -> None:
    headings = [(each.tag, text(each)) for each in pages["help/index.html"].all("h2", "h3")]
    begun = headings.index(("h2", "The whole list"))
    parts = [tag for tag, _ in headings[begun + 1 : headings.index(("h2", "What to do first"))]]
    assert len(parts) > 12
    assert set(parts) == {"h3"}


def test_the_words_of_a_link_lead_to_one_place_on_a_page(pages: dict[str, Page]) -> None:
    found = []
    for path, page in pages.items():
        if not path.startswith(("parents/", "help/")):
            continue
        (main,) = page.all("main")
        places: dict[str, set[str]] = defaultdict(set)
        for link in (each for each in elements(main) if each.tag == "a" and "href" in each.attrib):
            places[link.attrib.get("aria-label", text(link)).lower()].add(link.attrib["href"])
        found += [f"{path}: “{words}” leads to {sorted(to)}" for words, to in places.items() if len(to) > 1]
    assert not found, "Say in each link where it leads:\n" + "\n".join(found)
