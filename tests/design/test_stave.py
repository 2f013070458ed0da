"""A line of a song is drawn as musicians write it, and said in words to those who can't see it."""

from __future__ import annotations

from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from macros.design.stave import BOTTOM, GAP, TOP, colour_report, draw_line
from macros.models.song import Song

SVG = "{http://www.w3.org/2000/svg}"


def song(lines: list[str], verse: list[str], key: str = "G") -> Song:
    """Make a song of one verse."""
    return Song.model_validate(
        {"phase": "early-years", "tune": "A tune", "key": key, "lines": lines, "verses": {"a": verse}}
    )


def drawn(of: Song, number: int, words: str | None, *, ending: bool = False) -> ET.Element:
    """Draw a line and read it as XML."""
    return ET.fromstring(str(draw_line(of, number, words, ending)).replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


def heads(svg: ET.Element) -> list[tuple[float, float]]:
    """Give the middle of each note."""
    return [(float(one.attrib["cx"]), float(one.attrib["cy"])) for one in svg.iter(SVG + "ellipse")]


def words_of(svg: ET.Element) -> list[tuple[str, float]]:
    """Give what is written under the stave, with its middle."""
    return [
        (str(one.text), float(one.attrib["x"]))
        for one in svg.iter(SVG + "text")
        if float(one.attrib["y"]) > BOTTOM + GAP
    ]


SCALE = ["D3 E3", "F3 G3", "A3 B3", "c3 d3", "e3 f3", "g3 G3"]
TWO = ["la la"] * len(SCALE)


def test_each_note_stands_on_its_line_or_in_its_gap() -> None:
    # The lines of a treble stave are E, G, B, D and F from below; its gaps F, A, C and E. D is under it, G above it.
    lines = {name: BOTTOM - place * GAP for place, name in enumerate("EGBdf")}
    gaps = {name: BOTTOM - (place + 0.5) * GAP for place, name in enumerate("FAce")}
    wanted = {**lines, **gaps, "D": BOTTOM + GAP / 2, "g": TOP - GAP / 2}
    scale = song(SCALE, TWO)
    for number, line in enumerate(SCALE):
        found = [y for _, y in heads(drawn(scale, number, None))]
        assert found == [wanted[sign[0]] for sign in line.split()], line


def test_notes_follow_each_other_and_stay_within_the_drawing() -> None:
    long = song(["G G G G2 B | d2 B G3"], ["straight through the scratched strengths of squelched breadths"])
    svg = drawn(long, 0, long.verses["a"][0])
    _, _, width, height = map(float, svg.attrib["viewBox"].split())
    places = [x for x, _ in heads(svg)]
    assert places == sorted(places)
    assert len(places) == 8
    assert places[-1] < width
    assert all(0 < y < height for _, y in heads(svg))


def test_every_syllable_stands_under_its_note() -> None:
    tune = song(["G2 B B2 B"], ["some·one bye-bye"])
    svg = drawn(tune, 0, tune.verses["a"][0])
    assert words_of(svg) == [
        (words, x) for words, (x, _) in zip(["some", "one", "bye", "bye"], heads(svg), strict=True)
    ]


def test_syllables_do_not_run_into_each_other() -> None:
    tune = song(["G2 B B2 B"], ["through straight squelched breadths"])
    svg = drawn(tune, 0, tune.verses["a"][0])
    under = words_of(svg)
    for (one, x), (other, after) in pairwise(under):
        assert after - x > 15 * 0.5 * (len(one) + len(other)) / 2, f"{one} and {other}"


def test_without_words_there_is_a_line_to_write_on_under_each_note() -> None:
    svg = drawn(song(["G2 B B2 B"], ["a b c d"]), 0, None)
    assert words_of(svg) == []
    written = [one.attrib["d"] for one in svg.iter(SVG + "path") if one.attrib["d"].endswith("h20")]
    assert [float(d[1:].split()[0]) + 10 for d in written] == [x for x, _ in heads(svg)]


def parts(svg: ET.Element, tag: str, **having: str) -> list[dict[str, Any]]:
    """Give the attributes of the parts of one kind."""
    return [one.attrib for one in svg.iter(SVG + tag) if having.items() <= one.attrib.items()]


def test_three_quavers_of_a_beat_are_joined_and_one_alone_has_a_flag() -> None:
    joined = drawn(song(["G G G G3"], ["a b c d"]), 0, None)
    alone = drawn(song(["G2 G G3"], ["a b c"]), 0, None)
    plain = drawn(song(["G3 G3"], ["a b"]), 0, None)

    def filled(svg: ET.Element) -> list[str]:
        return [one["d"] for one in parts(svg, "path", fill="currentColor")]

    (beam,) = filled(joined)
    (flag,) = filled(alone)
    assert ("H" in beam, "c" in beam) == (True, False)
    assert ("H" in flag, "c" in flag) == (False, True)
    assert filled(plain) == []


@pytest.mark.parametrize(("line", "dots"), [("G3 G3", 2), ("G2 G G3", 1), ("G G G G2 G", 0)])
def test_a_note_of_three_quavers_has_a_dot(line: str, dots: int) -> None:
    svg = drawn(song([line], ["a b c d e"[: 2 * len(line.split()) - 1]]), 0, None)
    assert len(parts(svg, "circle", r="1.5")) == dots


def test_stems_go_down_from_the_middle_line_on() -> None:
    svg = drawn(song(["A3 B3"], ["a b"]), 0, None)
    stems = [one["d"] for one in parts(svg, "path") if one.get("stroke-width") == "1.3" and "v" not in one["d"]]
    ends = [float(d.split("V")[1]) for d in stems]
    (_, low), (_, high) = heads(svg)
    assert ends[0] < low
    assert ends[1] > high


def test_a_key_with_a_sharp_shows_it_and_the_first_line_shows_the_time() -> None:
    with_sharp = song(["G3 G3", "G3 G3"], ["a b", "a b"])
    without = song(["G3 G3", "G3 G3"], ["a b", "a b"], key="C")
    signs = [len(parts(drawn(one, 1, None), "path")) for one in (with_sharp, without)]
    assert signs[0] == signs[1] + 1
    times = [[one.text for one in drawn(with_sharp, number, None).iter(SVG + "text")] for number in (0, 1)]
    assert times == [["6", "8"], []]


def test_the_end_of_the_song_has_a_thick_line() -> None:
    tune = song(["G3 G3"], ["a b"])
    assert [len(parts(drawn(tune, 0, None, ending=end), "path", **{"stroke-width": "3"})) for end in (True, False)] == [
        1,
        0,
    ]


def test_the_notes_are_said_in_words() -> None:
    tune = song(["G G G G2 B | d2 F D3"], ["This is the way we ask some·one."])
    assert colour_report(tune, 0, tune.verses["a"][0]) == (
        "Line 1, each note with its length in quavers: This G 1, is G 1, the G 1, way G 2, we B 1, "
        "ask high D 2, some F sharp 1, one low D 3."
    )
    assert colour_report(tune, 0, None).endswith(": G 1, G 1, G 1, G 2, B 1, high D 2, F sharp 1, low D 3.")
    in_c = song(["F3 G3"], ["a b"], key="C")
    assert colour_report(in_c, 0, None).endswith(": F 3, G 3.")


def test_a_drawing_takes_the_colour_of_the_words_around_it_and_has_no_ids() -> None:
    svg = drawn(song(["G2 B d3"], ["a b c"]), 0, "a b c", ending=True)
    colours = {one.attrib[name] for one in svg.iter() for name in ("fill", "stroke") if name in one.attrib}
    assert colours == {"currentColor", "none"}
    assert not [one for one in svg.iter() if "id" in one.attrib]


def test_words_of_a_verse_cannot_leave_the_drawing() -> None:
    tune = song(["G3 G3"], ["<b>&\" 'x"])
    text = str(draw_line(tune, 0, tune.verses["a"][0], ending=False))
    assert "<b>" not in text
    assert ET.fromstring(text).attrib["aria-label"].endswith("<b>&\" G 3, 'x G 3.")
