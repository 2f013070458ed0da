"""Examples of components can stand on one page: each is set apart from all others."""

from __future__ import annotations

import re
from collections import Counter

import html5lib
import pytest

from macros.content.library import Library
from macros.design.examples import Example, every_example, names, set_apart, show_examples, values_of
from macros.design.rendering import components

NAMING = ("for", "aria-labelledby", "aria-describedby")


@pytest.fixture(scope="module")
def shown(library: Library) -> dict[str, str]:
    """Every component with all its examples, as on a page."""
    environment = components(library.pictures, library.help_numbers)
    environment.globals["link"] = lambda target: "#"
    return {name: str(show_examples(name, environment, "ask")) for name in names()}


def test_an_anchor_is_an_id_and_no_two_are_alike() -> None:
    anchors = [example.anchor for example in every_example()]
    assert len(anchors) == len(set(anchors))
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", anchor) for anchor in anchors)


def test_every_example_is_shown_with_its_name(shown: dict[str, str]) -> None:
    for example in every_example():
        assert re.search(rf' class="example[\w -]*" id="{example.anchor}">', shown[example.component])


def test_ids_are_unique_on_a_page_and_every_name_leads_to_one(shown: dict[str, str]) -> None:
    tree = html5lib.parse("".join(shown.values()), namespaceHTMLElements=False)
    ids = Counter(element.attrib["id"] for element in tree.iter() if "id" in element.attrib)
    assert [name for name, count in ids.items() if count > 1] == []
    named = {target for element in tree.iter() for name in NAMING for target in element.attrib.get(name, "").split()}
    linked = {
        element.attrib["href"][1:] for element in tree.iter() if element.attrib.get("href", "").startswith("#")
    } - {"main"}
    assert len(named) > 100
    assert len(linked) > 10
    assert not (named | linked) - ids.keys()


def test_no_two_examples_share_a_group_of_radio_buttons_or_a_place_of_memory(shown: dict[str, str]) -> None:
    for example in every_example():
        html = shown[example.component].partition(f'id="{example.anchor}"')[2].partition(' class="example')[0]
        for name in re.findall(r' (?:name|data-list)="([^"]*)"', html):
            assert name.startswith(f"{example.anchor}-")


def test_headings_stand_below_the_name_of_the_example_and_keep_their_looks() -> None:
    html = set_apart('<h2 id="a">A</h2><h3 class="b">B</h3>', "part-plain")
    assert html == '<h2 aria-level="4" id="part-plain-a">A</h2><h3 aria-level="5" class="b">B</h3>'


def test_a_component_without_headings_or_ids_stays_as_it_is() -> None:
    html = '<p class="a" data-name="id">for="x" id="y" <a href="../policy/index.html#a">A</a></p>'
    assert set_apart(html, "part-plain") == html


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ('<a href="#">A</a>', '<a href="#part-plain">A</a>'),
        ('<p id="a"><a href="#a">A</a></p>', '<p id="part-plain-a"><a href="#part-plain-a">A</a></p>'),
        ('<a href="#elsewhere">A</a>', '<a href="#part-plain">A</a>'),
        ('<form aria-labelledby="a b">A</form>', '<form aria-labelledby="part-plain-a part-plain-b">A</form>'),
    ],
)
def test_a_link_within_the_page_leads_into_the_example(html: str, made: str) -> None:
    assert set_apart(html, "part-plain") == made


def test_what_is_long_or_hostile_is_closed_at_first(shown: dict[str, str]) -> None:
    assert '<details class="example" id="clause-longest">\n<summary>Longest</summary>' in shown["clause"]
    assert '<div class="example" id="clause-plain">\n<h3 class="example__name">Plain</h3>' in shown["clause"]


def test_a_component_whose_values_nobody_can_make_is_told() -> None:
    with pytest.raises(AssertionError, match=r"Say in examples\.py how the values of “nonesuch” are made"):
        values_of(Example("nonesuch", "plain", {}), "ask")


def test_an_example_of_one_age_has_the_ground_of_that_age(shown: dict[str, str]) -> None:
    assert '<div class="example phase-early-years" id="lesson-cards-one-lesson">' in shown["lesson-cards"]
    assert '<div class="example phase-years-3-4" id="promise-plain">' in shown["promise"]
