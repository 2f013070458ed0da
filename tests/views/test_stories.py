"""The map of a story names every way, draws every scene, and shows which is an ending."""

from __future__ import annotations

from macros.views.stories import ShownScene, story_map

SCENES = (
    ShownScene(1, "Start", None, False, (("Tell", 3), ("Wait", 2))),
    ShownScene(2, "Wait", None, False, (("Tell", 3), ("Look", 1))),
    ShownScene(3, "End", None, True, ()),
)
MAP = story_map(SCENES)


def test_every_way_is_told_in_words_and_has_its_line() -> None:
    assert MAP.words == "1 leads to 3; 1 leads to 2; 2 leads to 3; 2 leads to 1"
    assert len(MAP.ways) == 4


def test_every_scene_has_its_spot_and_an_ending_is_known() -> None:
    assert [(spot.number, spot.ending) for spot in MAP.spots] == [(1, False), (2, False), (3, True)]


def test_a_scene_stands_as_many_steps_from_the_left_as_the_fewest_choices_to_it() -> None:
    across = [spot.x for spot in MAP.spots]
    assert across[0] < across[1] == across[2]


def test_no_two_scenes_stand_in_one_place() -> None:
    assert len({(spot.x, spot.y) for spot in MAP.spots}) == len(MAP.spots)


def test_everything_is_within_the_map() -> None:
    places = [(spot.x, spot.y) for spot in MAP.spots] + [(loc.x, loc.y) for loc in MAP.ways]
    assert all(0 < x < MAP.width and 0 < y < MAP.height for x, y in places)


def test_a_way_back_bends_so_that_it_is_seen_beside_the_way_on() -> None:
    assert [" Q " in loc.path for loc in MAP.ways] == [False, False, True, True]
