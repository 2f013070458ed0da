"""Another school takes the site over by its school.yml alone (and its own policy page)."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from macros.__main__ import main
from macros.content.loader import read_library
from tests.copying import copy_project
from tests.lessons import of_age
from tests.site.page import read_page, read_pages, style_sheets, text
from tests.site.test_links import leads_nowhere
from tests.site.test_translations import LANGUAGES

FIXTURE = Path(__file__).parent / "fixtures" / "other_school" / "school.yml"
# What is this school's own: its policy, and what is quoted from it.
QUOTED = re.compile(
    r'<figure class="clause">.*?</figure>|<form class="checklist".*?</form>|<div class="in-short".*?</details>',
    re.DOTALL,
)
OURS = re.compile(r"headcorn", re.IGNORECASE)
ADDRESS = "https://online-safety.beech-lane.example/pages/"
# What pages say where school.yml says nothing.
GAP = re.compile(
    r"Not on this website yet|Ask the school who its|[Tt]he school’s phone number is on|see the school’s website"
    r"|Ask the council(?:’s children’s service)? how to reach|For the (?:school’s own rule on phones|name of the)"
    r"|The school can tell you where|ask for its number|Phone: ask|Email: ask"
)
EXAMPLES = ("about/look/", "about/writing-")  # what a component says in each case
UNCHECKED = tuple(LANGUAGES)
# With its policy a school writes what its clauses mean, and what has changed around them.
POLICYS_OWN = "policy/"
COUNTY = re.compile(r"\bKent\b|03000 41|kscmp|salusgroup|theeducationpeople")


@pytest.fixture(scope="module")
def other(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of another school, built to be published."""
    project = copy_project(root, tmp_path_factory.mktemp("other"), FIXTURE)
    assert main(["--root", str(project), "build", "--publish"]) == 0
    return project / "site"


def test_the_fixture_fills_in_every_value(root: Path, tmp_path: Path) -> None:
    project = copy_project(root, tmp_path / "project", FIXTURE)
    school = read_library(project).school
    for way in school.facts():
        assert school.fact(way), way
    for name in ("headteacher", "chair_of_governors", "lado"):
        assert getattr(school, name).name, name
    assert school.teaches_this_scheme_since
    assert {question.id for question in read_library(project).school_questions} == set(school.answers)
    assert school.colours
    assert school.colours.given().keys() == type(school.colours).model_fields.keys()
    assert school.crest


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("index.html", "Beech Lane"),
        ("help/index.html", "01632 960123"),
        ("help/index.html", "tel:01632960123"),
        ("help/index.html", "Ms Rowan Ash"),
        ("help/index.html", "01632 960456"),
        ("help/index.html", "01632 960457"),
        ("help/index.html", "Rung on 24 November 2026 by Mrs Elm."),
        ("parents/worries/unkind.html", "01632 960457"),
        ("parents/print/leaflet.html", "01632 960457"),
        ("help/index.html", "Borsetshire"),
        ("parents/index.html", "Phones are handed in at the gate"),
        ("staff/numbers.html", "Ms Rowan Ash"),
        ("staff/index.html", 'The chair of governors is <span translate="no">Mr Larch</span>.'),
        ("staff/governors.html", "tel:01632960459"),
        ("parents/print/newsletter.html", "This half term, your child learns to say no"),
        ("parents/newsletter.xml", "This half term, your child learns to say no"),
        ("parents/ages/7-9.html", "Your child has these lessons in class."),
        ("about/index.html", "office@beech-lane.example"),
        ("staff/governors.html", "https://www.beech-lane.example/policies/behaviour.pdf"),
        ("policy/plain/index.html", "https://www.beech-lane.example/policies/data-security.pdf"),
        ("policy/review.ics", "URL:https://online-safety.beech-lane.example/pages/policy/review.html"),
        ("teachers/years-3-4/year.ics", "DTSTART;VALUE=DATE:20260903"),
        ("teachers/years-3-4/index.html", '<a href="year.ics">The year in your calendar</a>'),
        ("about/index.html", "https://www.beech-lane.example"),
        ("sitemap.xml", "https://online-safety.beech-lane.example/pages/"),
    ],
)
def test_the_other_schools_facts_are_shown(other: Path, path: str, words: str) -> None:
    # A number is shown with no-break spaces, so that it stays whole.
    assert words in (other / path).read_text(encoding="utf-8").replace("\u00a0", " ")


def test_nobody_is_sent_to_ask_for_what_is_known(other: Path) -> None:
    assert "ask the school office" not in (other / "staff/index.html").read_text(encoding="utf-8").split("<main")[1]


def test_a_site_to_be_published_says_no_gap_and_holds_no_language_that_nobody_has_checked(other: Path) -> None:
    pages = read_pages(other)
    assert len(pages) > 300
    found = []
    for path, page in pages.items():
        if not path.startswith(EXAMPLES):
            (main_part,) = page.all("main")
            found += [f"{path}: {match[0]}" for match in GAP.finditer(text(main_part))]
        found += [
            f"{path} leads to {language}" for language in UNCHECKED if language.removeprefix("help/") in page.html
        ]
    assert not found, "\n".join(found)
    assert not set(UNCHECKED) & set(pages)
    assert not leads_nowhere(pages, other)


def test_a_gap_is_found() -> None:
    for words in (
        "Not on this website yet",
        "Ask the school who its designated safeguarding lead (DSL) is today: the policy named Mr Drury.",
        "The school’s phone number is on its website.",
        "To get in touch, see the school’s website.",
        "Ask the council how to reach its local authority designated officer (LADO).",
        "The school can tell you where to find these pages.",
    ):
        assert GAP.search(words), words


def test_this_schools_name_is_nowhere_but_in_its_policy(other: Path) -> None:
    found = []
    for page in sorted(other.rglob("*.html")):
        path = page.relative_to(other).as_posix()
        if path.startswith(POLICYS_OWN):
            continue
        text = QUOTED.sub("", page.read_text(encoding="utf-8"))
        found += [f"{path}: …{text[max(0, m.start() - 60) : m.end() + 40]}…" for m in OURS.finditer(text)]
    assert not found, "\n".join(found)


def test_this_countys_help_is_nowhere(other: Path) -> None:
    found = []
    for page in sorted(other.rglob("*.html")):
        path = page.relative_to(other).as_posix()
        # Thanks to those on whose text the policy builds name their county.
        if path.startswith(POLICYS_OWN) or path == "about/credits.html":
            continue
        text = QUOTED.sub("", page.read_text(encoding="utf-8"))
        found += [f"{path}: …{text[max(0, m.start() - 60) : m.end() + 40]}…" for m in COUNTY.finditer(text)]
    assert not found, "\n".join(found)


def said_of(site: Path, path: str) -> dict[str, str]:
    """Give what a page says of itself in its head, by name."""
    found: dict[str, str] = {}
    for meta in read_page(site, path).all("meta"):
        name = meta.attrib.get("property") or meta.attrib.get("name")
        if name and name != "theme-color":
            assert name not in found, f"{path} says {name} twice"
            found[name] = meta.attrib["content"]
    return found


def crests(site: Path, path: str) -> list[Element]:
    return [image for image in read_page(site, path).all("img") if "crest" in image.attrib.get("class", "").split()]


@pytest.mark.parametrize(
    ("path", "kept"), [("index.html", "index.html"), ("learners/years-3-4.html", None), ("parents/index.html", None)]
)
def test_a_page_that_is_shared_shows_a_card_with_whole_addresses(other: Path, path: str, kept: str | None) -> None:
    said = said_of(other, path)
    assert said["og:url"] == ADDRESS + path
    assert said["og:image"] == f"{ADDRESS}assets/images/share.png"
    assert (other / said["og:image"].removeprefix(ADDRESS)).is_file()
    assert said["og:image:alt"]
    assert said["og:description"] == said["description"]
    assert said["og:locale"] == "en_GB"
    assert said["og:site_name"] == "Online safety at Beech Lane Primary School"
    assert said["twitter:card"] == "summary_large_image"
    assert (said["og:title"] == said["og:site_name"]) == bool(kept)


def test_the_picture_of_the_card_has_the_size_that_is_told(other: Path) -> None:
    said = said_of(other, "index.html")
    header = (other / "assets/images/share.png").read_bytes()[:24]
    size = (int.from_bytes(header[16:20], "big"), int.from_bytes(header[20:24], "big"))
    assert (said["og:image:width"], said["og:image:height"]) == tuple(map(str, size)) == ("1200", "630")


def test_the_other_schools_colours_are_in_the_style_sheet(other: Path) -> None:
    (style,) = style_sheets(read_page(other, "index.html"))
    css = (other / style).read_text(encoding="utf-8")
    assert css.count("--school-accent:#7a1f3d;") == 1
    assert css.count("--school-accent:#f2b6c8;") == 2
    for colour in ("#ffd6e8", "#e3d7f5", "#d5f0d8", "#fff0b8"):
        assert css.count(colour) == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("index.html", ["A beech tree in summer."]),
        ("parents/index.html", ["", ""]),
        (of_age("years-3-4") + "/worksheet.html", [""]),
        (of_age("years-3-4") + "/index.html", []),
    ],
    ids=["front door", "adults' header and foot", "worksheet", "learners' pages stay light"],
)
def test_the_crest_stands_beside_the_schools_name_and_is_described_once(
    other: Path, path: str, words: list[str]
) -> None:
    found = crests(other, path)
    assert [crest.attrib["alt"] for crest in found] == words
    for crest in found:
        assert ((other / path).parent / crest.attrib["src"]).resolve() == (
            other / "assets/images/symbols/tree.svg"
        ).resolve()


def test_the_manifest_is_the_other_schools(other: Path) -> None:
    manifest = json.loads((other / "site.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == "Online safety at Beech Lane Primary School"


def test_an_address_that_is_not_there_leads_to_help_first_then_to_the_doors(other: Path) -> None:
    page = read_page(other, "404.html")
    (main,) = page.all("main")
    links = [link.attrib["href"] for link in main.iter("a")]
    base = urlsplit(ADDRESS).path
    # Danger first, then Childline: the numbers work wherever the page is shown.
    helps = ["tel:999", "tel:08001111", f"{base}help/children.html", f"{base}help/index.html"]
    assert links[:5] == [f"{base}index.html", *helps]
    assert [f"{base}{door}/index.html" for door in ("learners", "parents", "teachers")] == links[5:8]
    assert text(next(page.all("h1"))) == "This page isn’t here"
    assert text(next(page.all("title"))) == "This page isn’t here – Online safety at Beech Lane Primary School"
    # Its address is known, so there is nothing for a script to find out.
    assert "location.pathname" not in page.html


def test_an_address_that_is_not_there_is_answered_at_any_depth(other: Path) -> None:
    page = read_page(other, "404.html")
    base = urlsplit(ADDRESS).path
    for element in page.all("a", "link", "script", "img"):
        address = element.attrib.get("href") or element.attrib.get("src", "")
        if not address or address.startswith(("#", "tel:")):
            continue
        assert address.startswith(base), address
        assert (other / address.removeprefix(base)).is_file(), address


def test_an_address_that_is_not_there_is_not_searched_for_or_shared_and_is_light(other: Path) -> None:
    said = said_of(other, "404.html")
    assert said["robots"] == "noindex"
    assert not [name for name in said if name.startswith("og:")]
    sheets = [link.attrib["href"] for link in read_page(other, "404.html").all("link")]
    assert not [sheet for sheet in sheets if "main." in sheet]
