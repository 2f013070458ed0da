"""What a host is given, told without one."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from macros.content.library import Library
from macros.problems import ContentError
from macros.site.site_parts import SiteParts


@pytest.fixture(scope="module")
def parts(library: Library) -> SiteParts:
    return SiteParts(library)


def test_the_plans_stand_under_teachers_in_order_of_age(parts: SiteParts) -> None:
    written: list[Any] = [{"Home": "index.md"}, {"Teachers and staff": ["teachers/index.md"]}]
    home, teachers = parts.menu(written)
    assert home == {"Home": "index.md"}
    first, *years, last = teachers["Teachers and staff"]
    assert (first, last) == ("teachers/index.md", {"Curriculum map": "teachers/map.md"})
    library = parts.library
    assert [next(iter(year)) for year in years] == [phase.title for phase in library.phases]
    for phase, year in zip(library.phases, years, strict=True):
        index, *plans = year[phase.title]
        assert index == f"teachers/{phase.id}/index.md"
        assert [next(iter(plan)) for plan in plans] == [entry.lesson.title for entry in library.of_phase(phase.id)]
    assert written == [{"Home": "index.md"}, {"Teachers and staff": ["teachers/index.md"]}]


@pytest.mark.parametrize(
    "menu", [[], [{"Home": "index.md"}], ["index.md", {"Teachers and staff": "teachers/index.md"}]]
)
def test_a_menu_without_a_place_for_the_plans_is_told(parts: SiteParts, menu: list[Any]) -> None:
    with pytest.raises(ContentError) as caught:
        parts.menu(menu)
    assert str(caught.value) == (
        "mkdocs.yml:1:1: The navigation has no part “Teachers and staff”; the lesson plans belong there."
    )


def test_no_path_is_given_twice_and_every_phase_has_its_promise(parts: SiteParts) -> None:
    made = [file.path for file in parts.files({})]
    assert len(made) == len(set(made))
    assert {f"learners/{phase.id}-promise.md" for phase in parts.library.phases} <= set(made)
    assert {"site.webmanifest", "assets/javascripts/checklist.js"} <= set(made)


def test_a_page_that_asks_for_large_print_gets_it(parts: SiteParts) -> None:
    asks, does_not = "---\ntitle: A\nlarge_print: yes\n---\n# A\n", "---\ntitle: B\n---\n# B\n"
    made = {file.path: file.content for file in parts.files({"parents/a.md": asks, "parents/b.md": does_not})}
    assert "parents/b-large.md" not in made
    front = yaml.safe_load(str(made["parents/a-large.md"]).split("---\n")[1])
    assert front == {"title": "A, in large print", "template": "large.html", "large": True, "search": {"exclude": True}}


def test_only_the_policy_is_numbered(parts: SiteParts) -> None:
    html = '<li id="safe-passwords">to use safe passwords.</li>'
    assert parts.body("parents/index.md", "parents/index.html", html).html == html
    numbered = parts.body("policy/index.md", "policy/index.html", html).html
    assert ">6.4(d)</a>" in numbered
    assert 'class="clause__plain clause__ours"' in numbered


def test_a_page_for_families_keeps_the_names_of_help_in_a_translation(parts: SiteParts) -> None:
    html = "<p>Ring Stop It Now</p>"
    kept = '<p>Ring <span translate="no">Stop It Now</span></p>'
    paths = ("parents/a.md", "help/b/c.md", "about/d.md")
    shown = [parts.body(path, path.replace(".md", ".html"), html) for path in paths]
    assert [body.html for body in shown] == [kept, kept, html]
    assert [body.headings for body in shown] == [None] * 3


def test_a_page_names_the_scripts_that_it_needs_and_no_more(parts: SiteParts) -> None:
    def needs(body: str) -> tuple[list[str], list[str]]:
        given = parts.for_page("a.md", {}, body)
        return given["styles"], given["modules"]

    assert needs("<p>Nothing</p>") == ([], [])
    twice = '<div data-module="checklist"></div><div data-module="checklist"></div><p data-style="tile"></p>'
    assert needs(twice) == (["checklist", "tile"], ["checklist"])
    # A quiz's own come when the reader is near.
    assert needs('<div data-module="quiz"><div data-module="story"></div></div>') == ([], [])
