"""A fact that changes is typed once, in docs/_data/facts.yml: pages take it from there, with the day of its check."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.content.library import Library
from macros.design.rendering import long_date
from tests.reading import phrases, sentences, words_of

# What would betray that a page types a fact of its own. Each is tried on the fact itself, so that none is dead.
BETRAYING = {
    "under-16": r"(?:stop|ban)\w* (?:all )?under-16s|under-16s? .{0,40}\bsocial media\b|new law was expected",
    "under-16-duty": r"duty (?:is|will be) on (?:the )?companies",
    "under-16-named": r"Snapchat, TikTok, YouTube, Instagram",
    "under-16-features": r"(?:live video|livestream\w*).{0,60}under-16s|romantic and sexual (?:chatbots|ones)",
    "under-16-australia": r"Australia .{0,20}a law like this|restricted app",
    "digital-consent-age": r"from the age of 13. Since 2026|ministers .{0,40}\b16\b",
    "ceop-report": r"child protection advisor reads",
    "phones-in-school": r"free of phones by default|phone-free by default",
    "phones-in-law": r"maintained school .{0,80}(?:regard|into account)",
    "phones-and-staff": r"phones? for (?:personal reasons|their own things) in front of",
    "online-safety-act": r"Since 25 July 2025|coming into force in stages",
    "online-safety-act-so-far": r"age checks .{0,30}still weak",
    "rshe": r"since 1 September 2026\.|1 September 2026 .{0,20}RSHE",
    "kcsie": r"(?:2025|2026) edition .{0,20}applied",
    "four-cs": r"into four Cs",
    "filtering-standards": r"names? a senior leader and a governor",
    "filtering-dsl": r"understanding the filtering and monitoring",
    "filtering-checks": r"each kind of device and each kind of account",
    "filtering-training": r"training at induction, and it's kept up to date",
    "filtering-parents": r"tell parents what (?:they|it) uses? to filter|tell parents what systems",
    "low-level-concern": r"nagging doubt|any concern, however small",
    "harm-threshold": r"harmed a child or may have",
    "child-on-child": r"abuse of one child by another",
    "sexual-images": r"never view, copy, print",
    "prevent-duty": r"due regard to the need|drawn into terrorism",
    "greater-risk": r"those in care or who have left it",
    "ai-in-schools": r"version of 19 January 2026",
    "eyfs-devices": r"safeguarding policy must cover",
    "phones-and-ofsted": r"Since 1 April 2026 Ofsted",
    "x-and-accounts": r"Twitter (?:has been|was|is now) (?:called|renamed) X|X shows (?:little|almost nothing)",
    "pegi": r"Since June 2026 PEGI|new labels .{0,20}June 2026",
    "roblox-chat": r"age check before they can chat|under-9s .{0,10}chat is off",
    "childline-promise": r"Childline keeps what you (?:say|tell)",
    "under-5s-screens": r"an hour a day at most",
    "screens-5-to-16": r"ages 5 to 16 was due",
    "new-curriculum": r"taught from September 2028",
    "safer-internet-day": r"\b9 February 2027",
    "accessibility-status": r"partly meets|(?:partially|fully) compliant",
    "accessibility-statement": r"statement was (?:first )?(?:written|prepared)",
    "accessibility-tests": r"rules of axe",
    "accessibility-law": r"Accessibility Regulations 2018|reasonable adjustments under the Equality Act",
    "accessibility-enforcement": r"EHRC\) enforces|EASS deals with",
}
# Explain how pages are written, with examples, or show each part of the site.
ABOUT_WRITING = re.compile(r"docs/about/(?:writing-|look/)")
CALL = re.compile(r"\{\{.*?\}\}")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
CHECKED = re.compile(
    rf"\b(?:checked|seen|looked up)\W{{0,4}}(?:on|in) (?:\d{{1,2}} )?(?:{MONTHS}) \d{{4}}", re.IGNORECASE
)
ALWAYS_THERE = frozenset({"name", "short_name", "website", "safeguarding.named_in_policy"})
FACT = re.compile(r"\{\{ *fact\([\"'](?P<way>[^\"']*)[\"']\) *\}\}")


def lines(root: Path) -> Iterator[tuple[str, int, str]]:
    """Give every line that a page types itself, without what its macros say."""
    for file in sorted((root / "docs").rglob("*.md")):
        path = file.relative_to(root).as_posix()
        if not ABOUT_WRITING.match(path):
            body = re.sub(
                r"\A---\n.*?\n---\n", lambda head: "\n" * head[0].count("\n"), file.read_text("utf-8"), flags=re.S
            )
            for number, line in enumerate(body.split("\n"), start=1):
                yield path, number, line


def typed(root: Path, pattern: re.Pattern[str], what: str) -> list[str]:
    found = []
    for path, number, line in lines(root):
        own = CALL.sub(lambda call: " " * len(call[0]), line)
        found += [f"{path}:{number}:{match.start() + 1}: “{match[0]}” {what}" for match in pattern.finditer(own)]
    return found


@pytest.mark.parametrize("identity", BETRAYING)
def test_a_fact_that_changes_is_typed_nowhere_else(root: Path, library: Library, identity: str) -> None:
    pattern = re.compile(BETRAYING[identity], re.IGNORECASE)
    assert pattern.search(library.facts[identity].text), "This pattern would not even find the fact itself."
    found = typed(root, pattern, f"stands in facts.yml: write {{{{ current(“{identity}”) }}}}.")
    assert not found, "\n".join(found)


def test_every_fact_that_changes_is_looked_for(library: Library) -> None:
    assert BETRAYING.keys() == library.facts.keys()


def test_no_page_types_the_day_of_a_check(root: Path, library: Library) -> None:
    days = {long_date(fact.checked) for fact in library.facts.values()}
    days |= {long_date(route.looked_up) for route in library.help_routes} | {
        long_date(app.checked) for app in library.apps
    }
    every = re.compile(f"{CHECKED.pattern}|{'|'.join(sorted(days))}", re.IGNORECASE)
    what = "is the day of a check: it stands at the top of the page by itself; a fact has its own by current(…)."
    found = typed(root, every, what)
    assert not found, "\n".join(found)


def test_no_page_types_the_number_of_a_help_route(root: Path, library: Library) -> None:
    numbers = {route.phone for route in library.help_routes if route.phone}
    council = library.school.council
    numbers |= {phone for phone in (council.children_phone, council.out_of_hours_phone) if phone}
    numbers -= {"999"}  # known to everyone, and it does not change
    spaced = (re.sub(r" ", " ?", number) for number in sorted(numbers, key=len, reverse=True))
    # The NHS's service is called by its number.
    pattern = re.compile(rf"(?<![\d.,/-])(?<!NHS )(?:{'|'.join(spaced)})(?![\d-])")
    found = typed(root, pattern, "is the number of a help route: write {{ phone(“…”) }} or {{ contact(“council”) }}.")
    assert not found, "\n".join(found)


def test_a_page_asks_school_yml_only_for_what_is_always_there(root: Path) -> None:
    found = [
        f"{path}:{number}: “{match['way']}” may be empty: write a whole sentence with contact(…) or phone_rule()."
        for path, number, line in lines(root)
        for match in FACT.finditer(line)
        if match["way"] not in ALWAYS_THERE
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "(checked on 22 November 2026)",
        "Names were last checked on 1 March 2027.",
        "Checked: in June 2027",
        "It was looked up on 3 May 2027.",
    ],
)
def test_the_day_of_a_check_would_be_seen(text: str) -> None:
    assert CHECKED.search(text)


@pytest.mark.parametrize(
    "text", ["Since 25 July 2025 it applies.", "We check it in March 2027 again.", "It was approved."]
)
def test_another_day_is_left_alone(text: str) -> None:
    assert not CHECKED.search(text)


def test_a_fact_fits_families(library: Library) -> None:
    # As on the pages of families that show it: tests/content/test_reading_level.py.
    found = [
        f"{fact.id}: “{sentence}” has {len(words_of(sentence))} words"
        for fact in library.facts.values()
        for phrase in phrases(fact.text)
        for sentence in sentences(phrase)
        if len(words_of(sentence)) > 28
    ]
    assert not found, "\n".join(found)
