"""The song of the youngest: its notes are on each plan, and the whole song is one sheet of A4, in any colours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from tests.browser.test_worksheets import sheets

ROOT = Path(__file__).parents[2]
SHEET = "teachers/song.html"
VERSES = yaml.safe_load((ROOT / "docs/_data/song.yml").read_text(encoding="utf-8"))["verses"]
LESSONS = [f"lessons/early-years/{lesson}" for lesson in VERSES]
TITLE = re.compile(r'^title: "?(.+?)"?$', re.MULTILINE)
NAMES = [TITLE.findall((ROOT / folder / "lesson.md").read_text(encoding="utf-8"))[0] for folder in LESSONS]
INK = """(line) => { const note = getComputedStyle(line.querySelector("ellipse")).fill;
  return [note, getComputedStyle(line.closest("figure")).color, getComputedStyle(document.body).backgroundColor]; }"""


def test_the_whole_song_is_one_sheet_of_a4(page: Page) -> None:
    page.goto(SHEET)
    margin = dict.fromkeys(("top", "right", "bottom", "left"), "14mm")
    found = sheets(page.pdf(format="A4", margin=margin))  # type: ignore[arg-type]
    assert len(found) == 1, [words[:60] for words in found]
    sung = next(line for verse in VERSES.values() for line in verse if "·" not in line)
    for words in (*NAMES, sung, "A verse of your own"):
        assert words in " ".join(found[0].split()), words


def test_every_line_says_its_notes_to_who_cannot_see_them(page: Page) -> None:
    page.goto(SHEET)
    lines = page.get_by_role("img", name="each note with its length in quavers")
    expect(lines).to_have_count(8)  # four with words, four to write on
    assert page.get_by_role("img", name="This G 1, is G 1, the G 1, way G 2, we B 1, ask high D 2").count() == 2
    expect(page.get_by_text("“Here we go round the mulberry bush”", exact=False)).to_have_count(1)


def test_a_plan_has_the_notes_of_its_own_verse(page: Page) -> None:
    page.goto(LESSONS[0] + "/teach.html")
    expect(page.locator("figure.song")).to_contain_text("The tune is “Here we go round the mulberry bush”.")
    expect(page.locator(".song__line")).to_have_count(4)
    sung = page.locator(".song__line").last.locator("text").all_text_contents()
    assert " ".join(sung) == next(iter(VERSES.values()))[-1].replace("·", " ")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_notes_are_as_wide_as_the_page_allows_and_their_words_can_be_read(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(LESSONS[0] + "/teach.html")
    for line in page.locator(".song__line").all():
        box = line.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        for word in line.locator("text").all():
            size = word.bounding_box()
            assert size
            assert size["height"] >= 12, f"{word.text_content()} is {size['height']} pixels high"


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_notes_have_the_colour_of_the_words_beside_them(page: Page, colours: str) -> None:
    page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
    page.goto(SHEET)
    note, words, paper = page.locator(".song__line").first.evaluate(INK)
    assert note == words
    assert note != paper
