"""What people really type finds the right page first: parents at night, teachers, governors, and children."""

from __future__ import annotations

import json
import posixpath
import re
from pathlib import Path

import brotli
import pytest
import yaml

from macros.content.library import Library
from macros.finish.search import INDEX, LIST
from tests import assets
from tests.site.page import Page, joined_scripts, text
from tests.site.searching import SCRIPT, first, hits, read_index

QUERIES = Path(__file__).parent / "queries.yml"
READERS = ("families", "staff", "learners")
RIGHT = 0.95
LEARNERS = re.compile(
    r"learners/|help/children|help/when/child|policy/plain/(learners|pictures)|lessons/.*/index\.html"
)


def queries() -> list[tuple[str, str, str]]:
    """Give what is typed: the reader, the words, and the page that is to come first."""
    read = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return [(reader, typed, page) for reader in read for page, words in read[reader].items() for typed in words]


def test_the_right_page_comes_first(site: Path) -> None:
    asked = queries()
    assert len(asked) > 150
    found = first([(reader, typed) for reader, typed, _ in asked], site)
    missed = [
        f"{reader}: “{typed}” gives {page or 'nothing'}, not {wanted}"
        for (reader, typed, wanted), page in zip(asked, found, strict=True)
        if page != wanted
    ]
    said = f"{len(asked) - len(missed)} of {len(asked)} are right. Not right:\n" + "\n".join(missed)
    assert len(missed) <= (1 - RIGHT) * len(asked), said


def test_every_query_is_a_text_of_a_known_reader_and_names_a_page_that_there_is(pages: dict[str, Page]) -> None:
    for reader, typed, page in queries():
        assert reader in READERS, reader
        assert isinstance(typed, str), f"Put “{typed}” in quotes."
        assert page in pages, f"{QUERIES.name}: there is no page {page}."


def test_nothing_is_asked_twice() -> None:
    asked = [(reader, typed) for reader, typed, _ in queries()]
    assert sorted(asked) == sorted(set(asked))


def test_a_word_that_nobody_wrote_finds_nothing(site: Path) -> None:
    assert hits([(reader, "zzyzx") for reader in READERS] + [("families", ""), ("families", " … ")], site) == [[]] * 5


# How a word is typed


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("bullied", "bullying"),
        ("nude", "nudes"),
        ("games console", "game consoles"),
        ("don't want to be here", "don’t want to be here"),
        ("dont want to be here", "don’t want to be here"),
        ("ROBLOX", "roblox"),
        ("snap chat", "snapchat"),
        ("screentime", "screen time"),
        ("self-harm", "self harm"),
        ("  self   harm!!", "self harm"),
        ("naked pictures of a child", "child naked picture"),
    ],
)
def test_one_word_is_typed_in_many_ways(site: Path, typed: str, same: str) -> None:
    one, other = hits([("families", typed), ("families", same)], site)
    assert one[:1] == other[:1] != []


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("watsapp", "whatsapp"),
        ("forntite", "fortnite"),
        ("bulling", "bullying"),
        ("suicde", "suicide"),
        ("gromed", "groomed"),
    ],
)
def test_a_slip_of_one_letter_finds_the_same(site: Path, slip: str, word: str) -> None:
    one, other = first([("families", slip), ("families", word)], site)
    assert one == other != ""


@pytest.mark.parametrize(
    ("heard", "word"),
    [
        ("roblocks", "roblox"),
        ("fortnight", "fortnite"),
        ("instergram", "instagram"),
        ("whattsap", "whatsapp"),
        ("suiside", "suicide"),
        ("pedofile", "paedophile"),
    ],
)
def test_a_word_written_as_it_sounds_finds_the_same(site: Path, heard: str, word: str) -> None:
    one, other = first([("families", heard), ("families", word)], site)
    assert one == other != ""


def test_a_slip_and_a_letter_more_or_less_still_find_the_word(site: Path) -> None:
    two = ("gruming", "suicciddal", "blakmaled", "raiceism", "snapshat", "forntnite")
    right = ("grooming", "suicidal", "blackmailed", "racism", "snapchat", "fortnite")
    found = first([("families", typed) for typed in (*two, *right)], site)
    assert found[: len(two)] == found[len(two) :]


def test_a_child_who_bullies_is_not_one_who_is_bullied(site: Path) -> None:
    asked = ("my child is a bully", "my son is the bully", "my child is bullied", "my son is being bullied")
    unkind, bully = "parents/worries/unkind.html", "parents/worries/has-been-unkind.html"
    assert first([("families", typed) for typed in asked], site) == [bully, bully, unkind, unkind]


def test_what_happened_says_more_than_where(site: Path) -> None:
    places = ("roblox", "snapchat", "whatsapp", "xbox")
    found = first([("families", f"bullied on {place}") for place in places], site)
    assert found == ["parents/worries/unkind.html"] * len(places)


def test_a_word_finds_its_page_before_it_is_typed_to_the_end(site: Path) -> None:
    assert first([("families", typed) for typed in ("robl", "suici", "bully")], site) == [
        "parents/apps-and-games.html",
        "parents/worries/hurting-themselves.html",
        "parents/worries/unkind.html",
    ]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """An index of a few pages: each its path, title, group, description, other words and headings."""
    pages = [
        ["cats.html", "Cats", 1, "", "", []],
        ["both.html", "Pets", 1, "", "", ["a", "Cats", "b", "Dogs"]],
        ["called.html", "Animals", 1, "", "hamsters; tabby", []],
        ["staff.html", "Cats", 3, "", "", []],
        ["plan.html", "Tabby", 4, "", "", []],
        ["child.html", "Tabby", 6, "", "", []],
        ["text.html", "Towns", 1, "", "", []],
    ]
    index = tmp_path / "index.js"
    index.write_text(f'school.fillSearch({json.dumps(pages)}, "cats:6 dogs:6 whiskers:6");', encoding="utf-8")
    return index


def test_a_page_with_all_the_words_comes_before_those_with_some_unless_by_chance(site: Path, own: Path) -> None:
    (found,) = hits([("families", "cats dogs mice")], site, own)
    pages = [page.partition("#")[0] for page in found]
    assert pages[:2] == ["both.html", "cats.html"]
    assert pages.index("cats.html") < pages.index("staff.html")
    assert "text.html" not in pages[:2]


def test_a_page_that_is_called_just_what_was_typed_comes_first(site: Path, own: Path) -> None:
    asked = ["the tabby", "cats", "whiskers", "whisk"]
    found = hits([("families", typed) for typed in asked], site, own)
    assert [pages[0] for pages in found] == ["called.html", "cats.html", "text.html", "text.html"]


def test_who_asks_decides_what_comes_first_and_what_never_comes(site: Path, own: Path) -> None:
    families, staff, learners = hits([(reader, "tabby") for reader in READERS], site, own)
    assert (families, learners) == (["called.html", "child.html"], ["child.html"])
    assert "plan.html" in staff
    (found,) = hits([("staff", "cats")], site, own)
    assert found[0] == "staff.html"


# Who sees what


def test_plans_are_for_teachers(site: Path) -> None:
    words = ("password", "bullying", "copyright", "friends", "stranger", "pictures", "locks")
    for found in hits([("families", word) for word in words], site):
        assert not [page for page in found if "/teach.html" in page]
    assert any("/teach.html" in page for found in hits([("staff", word) for word in words], site) for page in found)


def test_who_asks_for_a_plan_is_a_teacher(site: Path) -> None:
    (found,) = hits([("families", "lesson plan about passwords")], site)
    assert any("/teach.html" in page for page in found)


def test_a_learner_finds_learners_pages_alone(site: Path) -> None:
    words = (
        "nudes",
        "porn",
        "password",
        "bullying",
        "policy",
        "help",
        "parents",
        "staff",
        "game",
        "lesson plan",
        "blackmail",
    )
    for found in hits([("learners", word) for word in words], site):
        assert [page for page in found if not LEARNERS.match(page)] == []


def test_help_and_guides_come_before_what_is_for_staff_or_for_writers(site: Path) -> None:
    for typed in ("worried", "bullying", "password", "pictures", "report", "phone"):
        (found,) = hits([("families", typed)], site)
        groups = ["about/writing" in page for page in found]
        assert groups == sorted(groups), typed
        assert not found[0].startswith(("staff/", "teachers/", "about/", "lessons/")), typed


def test_every_other_name_of_an_app_finds_a_page(site: Path, library: Library) -> None:
    names = [name for app in library.apps for name in (app.name, *app.also)]
    assert len(names) > 60
    found = dict(zip(names, hits([("families", name) for name in names], site), strict=True))
    lost = [name for name, pages in found.items() if not any(page.startswith("parents/") for page in pages)]
    assert not lost, lost


def test_an_app_leads_to_its_row(site: Path, pages: dict[str, Page]) -> None:
    (found,) = hits([("families", "roblox")], site)
    path, _, anchor = found[0].partition("#")
    assert anchor == "app-roblox"
    assert anchor in pages[path].ids


# What is brought


def test_the_index_and_the_script_are_light(site: Path) -> None:
    script, words = (len(brotli.compress((site / path).read_bytes())) for path in (SCRIPT, INDEX))
    assert script <= 6_000
    assert words <= 40_000
    assert script + words <= 46_000


def test_every_page_and_part_in_the_index_is_there(site: Path, pages: dict[str, Page]) -> None:
    rows, words = read_index(site)
    assert len(rows) > 130
    for path, title, _, about, _, headings in rows:
        assert title and about, path
        assert set(headings[::2]) <= set(pages[path].ids), path
        assert all(headings), path
    numbers = {int(number) for entry in words.split(" ") for number in entry.split(":")[1].split(",")}
    assert numbers <= set(range(len(rows)))


def test_no_page_says_to_its_readers_what_it_says_for_search(pages: dict[str, Page]) -> None:
    assert [path for path, page in pages.items() if 'name="keywords"' in page.html] == []


def test_the_theme_s_search_is_gone(site: Path, root: Path, pages: dict[str, Page]) -> None:
    assert not (site / "search").exists()
    scripts = {file.name for file in (site / "assets/javascripts").rglob("*.js")}
    joined = joined_scripts(site)
    own = {file.name for file in assets.scripts(root)}
    own -= {part for parts in joined.values() for part in parts} | {"offline-worker.js"}  # which stands at the root
    assert scripts == own | {*joined, "search-index.js"}
    assert [path for path, page in pages.items() if "__config" in page.html] == []


# Without a script


def test_every_page_leads_to_search_or_to_its_list(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        links = [element for element in page.all("a") if element.attrib.get("data-part") == "search"]
        if path == "404.html":
            assert any(element.attrib.get("href", "").endswith(LIST) for element in page.all("a"))
            continue
        assert len(links) == 1, path
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), links[0].attrib["href"]))
        assert target == ("learners/index.html" if links[0].attrib["data-for"] == "Learners" else LIST), path


def test_the_list_has_every_page_for_adults_by_its_names(pages: dict[str, Page], site: Path) -> None:
    listed = {(text(link), link.attrib["href"].removeprefix("../")) for link in pages[LIST].all("a")}
    for path, title, group, _, also, _ in read_index(site)[0]:
        if group in (4, 5, 6):
            continue
        names = [name[:1].upper() + name[1:] for name in also.split(";") if name and name.count(" ") < 3]
        assert (title, path) in listed, path
        assert [name for name in names if (f"{name}: {title}", path) not in listed and name != title] == [], path
    assert not [name for name, path in listed if name.startswith("Screams when")]
    letters = [text(heading) for heading in pages[LIST].all("h2")]
    assert letters == [*sorted(letters[:-1]), "0–9"]


def test_the_list_is_for_adults_and_no_learners_page_leads_to_it(pages: dict[str, Page]) -> None:
    learners = [path for path in pages if path.startswith(("learners/", "help/children"))]
    assert len(learners) > 20
    assert [path for path in learners if any(LIST in a.attrib.get("href", "") for a in pages[path].all("a"))] == []
