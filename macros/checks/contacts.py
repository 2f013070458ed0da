"""Finds phone numbers and email addresses in whatever an author wrote: each must be one that a help route has.

A number that is typed grows old by itself, and a slip in it sends a worried person nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from macros.models.help_route import HelpRoute
from macros.models.school import School
from macros.problems import Problem, did_you_mean
from macros.source import Document, Tree
from macros.source.markdown_lines import lines_of

# What can stand between the figures of one number: spaces, also those that do not break, hyphens and dashes (U+2010 to
# U+2014), a full stop, and the stars that make a part of it bold.
BETWEEN = "[ .*\u00a0\u2009\u202f\u2010-\u2014-]{0,4}"
POSSIBLE = re.compile(r"@|\d\d")
# A number that could be called, a short one that is known everywhere, or an email address. A longer local part than 64
# is no address (RFC 5321, 4.5.3.1.1).
CONTACT = re.compile(
    r"(?<![\w.+-])(?:"
    rf"\(?0\d{{2,5}}\)?(?:{BETWEEN}\d){{4,8}}|\+44(?:{BETWEEN}\(?\d\)?){{7,11}}"
    r"|\+?\d(?: ?\d){6,}|0\d(?: ?\d){4,}|101|105|111|112|159|999|7726|116 ?\d{3}"
    r")(?![\w-])(?!\.\d)"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
)
COLOUR = re.compile("#[0-9a-f]{6}")  # “#000000” is black, and nobody's number
BRACKETS = str.maketrans("", "", "()")
# Their values are the numbers and addresses by which others are judged, or are none: a scene's measures are places.
FACTS = frozenset({
    "at", "size", "to", "to_y", "y",
    "address", "checked", "children_phone", "crest", "email", "id", "looked_up", "out_of_hours_phone", "page",
    "phone", "relay", "site_address", "website", "web",
})  # fmt: skip


def check_page_contacts(tree: Tree, reached: Collection[str]) -> list[Problem]:
    """Find a phone number or an email address of a page that no help route has.

    Args:
        tree: the page.
        reached: the numbers and addresses that may be named.
    """
    above = enumerate(tree.text.split("\n")[: tree.first_line - 1], start=1)
    lines, _ = lines_of(tree)
    return [
        Problem(tree.path, number, place + 1, sentence)
        for number, text in (*above, *((line.number, line.text) for line in lines))
        for place, sentence in _unknown(text, reached)
    ]


def check_value_contacts(document: Document, reached: Collection[str]) -> list[Problem]:
    """Find the same in the values of a YAML file; each is told where its value begins.

    Args:
        document: the file.
        reached: the numbers and addresses that may be named.
    """
    return [
        document.problem(sentence, loc)
        for loc, value in document.texts()
        if not FACTS & set(loc) and not COLOUR.fullmatch(value)
        for _, sentence in _unknown(value, reached)
    ]


def _unknown(text: str, reached: Collection[str]) -> Iterator[tuple[int, str]]:
    if not POSSIBLE.search(text):
        return
    known = {_plain(loc) for loc in reached}
    for match in CONTACT.finditer(text):
        if _plain(match[0]) not in known:
            yield (
                match.start(),
                f"“{match[0]}” is in no help route and not in school.yml.{did_you_mean(match[0], reached)}",
            )


def _plain(loc: str) -> str:
    """Give a number by its figures alone, and an address as it is."""
    return loc if "@" in loc else re.sub(r"^\+44\(?0?\)?", "0", re.sub(r"[^\d+()]", "", loc)).translate(BRACKETS)


def known_contacts(routes: Iterable[HelpRoute], school: School) -> frozenset[str]:
    """Give every phone number and email address that a page may name: those of the help routes and of the school.

    Args:
        routes: every help route, those near the school too.
        school: the school.
    """
    ways = {loc for route in routes for loc in (route.phone, route.email) if loc}
    ways |= {loc for route in routes for loc in route.also_reach}
    council = (school.council.children_phone, school.council.out_of_hours_phone)
    people = (school.headteacher, school.chair_of_governors, school.lado, school.online_safety_lead)
    for person in (*people, school.safeguarding_governor):
        ways |= {loc for loc in (person.phone, person.email) if loc}
    ways |= {loc for site in school.offices for loc in (site.phone, site.email) if loc}
    return frozenset(ways | {loc for loc in council if loc})
