"""A page that a browser translates keeps the names by which help is asked for, and translates the plain ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from macros.content.library import Library
from macros.models.school import School
from macros.site.author_macros import macros

# The names of services, as the services themselves write them (part B of the project's collected facts).
FAMILIES = {
    "Childline",
    "NHS 111",
    "CEOP Safety Centre",
    "NSPCC Helpline",
    "Report Remove",
    "Report Fraud",
    "Internet Watch Foundation",
    "Stop It Now",
    "Internet Matters",
    "CEOP Education",
}
STAFF = {"Professionals Online Safety Helpline", "NSPCC Whistleblowing Advice Line", "LADO"}
FOR_ALL = FAMILIES - {"Internet Matters"}
# What a translation must say in the reader's words.
PLAIN = ("Danger now", "A grown-up you trust", "The school", "Police, not an emergency", "The chair of governors")
NAMES = "routes__name", "worries__to", "night__to"

SCHOOL = {
    "name": "A",
    "short_name": "A",
    "website": "https://a.sch.uk",
    "safeguarding": {"named_in_policy": "Mr B", "lead": "Ms Ash", "deputies": ["Mr Oak"]},
    "headteacher": {"name": "Ms Rose", "email": "head@a.sch.uk"},
    "chair_of_governors": {"name": "Mr Wood"},
    "lado": {"name": "Ms Field", "phone": "01632 960003"},
}


def words(html: str) -> Iterator[tuple[str, bool, bool]]:
    """Give each piece of text: whether it is left as it is, and whether it stands where a help route is named."""

    def within(element: Element, kept: bool, named: bool) -> Iterator[tuple[str, bool, bool]]:
        kept = kept or element.get("translate") == "no"
        named = named or any(name in element.get("class", "").split() for name in NAMES)
        yield element.text or "", kept, named
        for child in element:
            yield from within(child, kept, named)
            yield child.tail or "", kept, named

    return within(html5lib.parse(html, namespaceHTMLElements=False), kept=False, named=False)


def shown(library: Library, name: str, *arguments: str) -> str:
    made = {macro.__name__: macro for macro in macros(library, lambda: "help/index.html")}
    return str(made[name](*arguments))


@pytest.mark.parametrize(
    ("macro", "reader", "services"),
    [
        ("help_routes", "learners", {"Childline"}),
        ("help_routes", "parents", FAMILIES),
        ("help_routes", "staff", FOR_ALL | STAFF),
        ("help_without_phoning", "parents", FAMILIES),
        ("help_by_worry", None, FAMILIES),
        ("help_at_night", None, {"Childline", "NHS 111", "CEOP Safety Centre", "NSPCC Helpline"}),
    ],
)
def test_the_name_of_a_service_is_left_as_it_is(
    library: Library, macro: str, reader: str | None, services: set[str]
) -> None:
    pieces = list(words(shown(library, macro, *([reader] if reader else []))))
    assert {text for text, kept, named in pieces if kept and named and text in FAMILIES | STAFF} == services
    for text, kept, named in pieces:
        if named and not kept:
            assert not [service for service in services if service in text], f"“{text.strip()}” would be translated."


@pytest.mark.parametrize("macro", ["help_routes", "help_by_worry", "help_at_night"])
def test_a_name_in_plain_words_is_translated(library: Library, macro: str) -> None:
    pieces = list(words(shown(library, macro, *(["parents"] if macro == "help_routes" else []))))
    for plain in PLAIN:
        assert not [text for text, kept, _ in pieces if kept and plain in text], plain
    assert any("Police, not an emergency" in text for text, kept, _ in pieces if not kept)
    assert any("mental health option" in text for text, kept, _ in pieces if not kept)


@pytest.mark.parametrize("macro", ["help_routes", "help_without_phoning", "help_by_worry", "help_at_night"])
def test_an_address_is_left_as_it_is(library: Library, macro: str) -> None:
    reader = [] if macro in ("help_by_worry", "help_at_night") else ["parents"]
    pieces = list(words(shown(library, macro, *reader)))
    addresses = [(text, kept) for text, kept, _ in pieces if text.strip().startswith(("ceop.police.uk", "help@nspcc"))]
    assert addresses
    assert all(kept for _, kept in addresses), addresses


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("dsl", {"Ms Ash", "Mr Oak"}),
        ("headteacher", {"Ms Rose", "head@a.sch.uk"}),
        ("chair", {"Mr Wood"}),
        ("lado", {"Ms Field"}),
    ],
)
def test_the_name_of_a_person_is_left_as_it_is(library: Library, who: str, names: set[str]) -> None:
    changed = replace(library, school=School.model_validate(SCHOOL))
    assert {text for text, kept, _ in words(shown(changed, "contact", who)) if kept} == names
