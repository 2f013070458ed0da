"""The slides of every lesson, read as what they are: XML in a zip."""

from __future__ import annotations

import io
import math
import re
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from PIL import Image
from pptx import Presentation

from macros.commands.packs import write_packs
from macros.content.library import Library
from macros.packs.slides import OverfullError, write_deck
from macros.views.slides import Deck, Paragraph, Picture, Run, Slide

ROOT = Path(__file__).parents[2]
LESSONS = sorted(file.parent for file in (ROOT / "lessons").glob("*/*/lesson.md"))
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 914400  # in an inch

Parts = Mapping[str, ElementTree.Element]


@pytest.fixture(scope="module")
def folder(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("packs")
    write_packs(library, place, width=60)
    return place


@pytest.fixture(scope="module")
def decks(folder: Path) -> Mapping[str, Parts]:
    """The XML of each lesson's file, by the names of its parts."""
    return {file.stem: parts_of(file.read_bytes()) for file in folder.glob("*.pptx")}


def parts_of(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        names = [name for name in opened.namelist() if re.match(r"ppt/(slides|notesSlides)/\w+\.xml$", name)]
        return {name: ElementTree.fromstring(opened.read(name)) for name in names}


def slides(parts: Parts) -> list[ElementTree.Element]:
    numbers = sorted(int(re.sub(r"\D", "", name)) for name in parts if name.startswith("ppt/slides/"))
    return [parts[f"ppt/slides/slide{number}.xml"] for number in numbers]


def said(element: ElementTree.Element) -> str:
    return " ".join("".join(t.text or "" for t in p.iter(f"{A}t")) for p in element.iter(f"{A}p"))


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def titles(parts: Parts) -> list[list[str]]:
    return [
        [
            said(sp)
            for sp in slide.iter(f"{P}sp")
            if (ph := sp.find(f".//{P}ph")) is not None and ph.get("type") == "title"
        ]
        for slide in slides(parts)
    ]


def test_every_lesson_has_slides(decks: Mapping[str, Parts]) -> None:
    assert len(LESSONS) == 36
    assert sorted(decks) == sorted(lesson.name for lesson in LESSONS)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_every_slide_has_a_title_of_its_own(lesson: Path, decks: Mapping[str, Parts]) -> None:
    found = titles(decks[lesson.name])
    assert all(len(one) == 1 and one[0].strip() for one in found)
    assert len({one[0] for one in found}) == len(found)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_every_picture_says_what_it_shows_or_that_it_decorates(lesson: Path, decks: Mapping[str, Parts]) -> None:
    pictures = [one for slide in slides(decks[lesson.name]) for one in slide.iter(f"{P}pic")]
    shown = set()
    for picture in pictures:
        named = picture.find(f"{P}nvPicPr/{P}cNvPr")
        assert named is not None
        decorative = any(one.tag.endswith("}decorative") and one.get("val") == "1" for one in named.iter())
        assert bool(named.get("descr")) != decorative
        shown.add(named.get("descr"))
    scenes = yaml.safe_load((lesson / "scenes.yml").read_text(encoding="utf-8"))["scenes"]
    text = (lesson / "lesson.md").read_text(encoding="utf-8")
    told = {" ".join(scene["alt"].split()) for scene in scenes if f"{lesson.name}/{scene['id']}" in text}
    assert told
    assert told <= shown


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_the_teacher_has_every_word_in_the_notes(lesson: Path, decks: Mapping[str, Parts]) -> None:
    parts = decks[lesson.name]
    notes = words(" ".join(said(part) for name, part in parts.items() if name.startswith("ppt/notesSlides/")))
    text = (lesson / "lesson.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^!!! (?:teacher|aloud).*\n((?: {4}.*\n|\n)+)", text, re.MULTILINE)
    lines = [line.strip() for block in blocks for line in block.splitlines() if line.strip()]
    assert len(lines) > 10
    # An item's number may stand in the notes as typed; marks of emphasis do not.
    assert [line for line in lines if words(line) not in notes] == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_every_word_is_british_english(lesson: Path, decks: Mapping[str, Parts]) -> None:
    runs = [run for part in decks[lesson.name].values() for run in part.iter(f"{A}r")]
    assert runs
    for run in runs:
        properties = run.find(f"{A}rPr")
        assert properties is not None and properties.get("lang") == "en-GB"


def boxes(slide: ElementTree.Element) -> Iterator[tuple[str, tuple[float, float, float, float], float, float]]:
    """Give what is said in each box, its place and measures, the room in it, and how high its words would be.

    By another way than the code that is tested: letters of Arial are at least 0.42 of their size wide on average, lines
    break anywhere, and are 1.15 sizes high.
    """
    for shape in slide.iter(f"{P}sp"):
        place = shape.find(f"{P}spPr/{A}xfrm")
        body = shape.find(f"{P}txBody/{A}bodyPr")
        if place is None or body is None or not said(shape).strip():
            continue
        off, ext = place.find(f"{A}off"), place.find(f"{A}ext")
        assert off is not None and ext is not None
        left, top, wide, high = (int(n) / EMU for n in (off.get("x"), off.get("y"), ext.get("cx"), ext.get("cy")) if n)
        side = sum(int(body.get(name, 91440)) for name in ("lIns", "rIns")) / EMU
        over = sum(int(body.get(name, 45720)) for name in ("tIns", "bIns")) / EMU
        needed = 0.0
        for paragraph in shape.iter(f"{A}p"):
            sizes = [int(one.get("sz", 0)) for one in paragraph.iter(f"{A}rPr")]
            size = max(sizes, default=0) / 100 / 72
            letters = len("".join(t.text or "" for t in paragraph.iter(f"{A}t")))
            needed += math.ceil(letters * 0.42 * size / (wide - side)) * size * 1.15 if letters else 0
        yield said(shape), (left, top, wide, high), high - over, needed


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_no_box_is_overfull_or_beside_the_slide(lesson: Path, decks: Mapping[str, Parts]) -> None:
    found = [box for slide in slides(decks[lesson.name]) for box in boxes(slide)]
    assert len(found) > 20
    assert [text for text, _, room, needed in found if needed > room + 0.02] == []
    for text, (left, top, wide, high), _, _ in found:
        assert min(left, top) >= 0 and left + wide <= 13.34 and top + high <= 7.5, text


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_letters_can_be_read_from_the_back(lesson: Path, decks: Mapping[str, Parts]) -> None:
    sizes = {
        int(one.get("sz", 0)) / 100
        for slide in slides(decks[lesson.name])
        for one in slide.iter(f"{A}rPr")
        if one.get("sz")
    }
    assert min(sizes) >= 13.5  # a name in a chat; all else is 18 or more
    assert min(size for size in sizes if size not in (13.5, 15, 16.5)) >= 18


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_each_reason_stands_with_its_choice_and_a_good_one_is_said_in_words(
    lesson: Path, decks: Mapping[str, Parts]
) -> None:
    quiz = yaml.safe_load((ROOT / "quizzes" / lesson.parent.name / f"{lesson.name}.yml").read_text(encoding="utf-8"))
    shapes = [words(said(shape)) for slide in slides(decks[lesson.name]) for shape in slide.iter(f"{P}sp")]
    for question in quiz["questions"]:
        if question["type"] not in ("choose-one", "choose-many"):
            continue
        for choice in question["choices"]:
            verdict = "A good choice" if choice.get("correct") else "Not yet"
            wanted = words(f"{choice['text']} {verdict} {choice['feedback']}")
            assert wanted in shapes, wanted


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_the_last_slide_says_who_a_child_can_tell(lesson: Path, decks: Mapping[str, Parts]) -> None:
    routes = yaml.safe_load((ROOT / "docs/_data/help-routes.yml").read_text(encoding="utf-8"))["routes"]
    phone = next(route["phone"] for route in routes if route["id"] == "childline")
    assert f"Childline {phone}" in said(slides(decks[lesson.name])[-1])


def test_another_program_reads_every_file(folder: Path) -> None:
    for file in folder.glob("*.pptx"):
        opened = Presentation(str(file))
        assert all(slide.has_notes_slide for slide in opened.slides)
        assert opened.core_properties.language == "en-GB"
        assert opened.core_properties.author == ""  # it is any school’s


def test_the_file_is_the_same_on_another_day(
    library: Library, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.localtime(time.time() + 400 * 24 * 60 * 60)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    lesson = next(iter(library.lessons))
    write_packs(library, tmp_path, [lesson], width=60)
    for ending in (".pptx", ".zip"):
        name = f"{lesson}{ending}"
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def deck(slide: Slide) -> Deck:
    return Deck("A lesson", "A lesson.", False, (slide,))


def paint(picture: Picture, part: float) -> bytes:
    written = io.BytesIO()
    Image.new("L", (3, 2)).save(written, "PNG")
    return written.getvalue()


def test_words_that_do_not_fit_go_on_over_beside_the_same_picture() -> None:
    paragraph = Paragraph((Run("word " * 50),))
    slide = Slide("beside", "Long", Picture("story/a", "A cat."), words=(paragraph,) * 4)
    found = slides(parts_of(write_deck(deck(slide), paint)))
    assert len(found) == 2
    assert [len(list(one.iter(f"{P}pic"))) for one in found] == [1, 1]
    assert said(found[1]).startswith("Long – 2 of 2")


@pytest.mark.parametrize(
    "changed",
    [
        {"words": (Paragraph((Run("word " * 400),)),)},
        {"title": "word " * 200},
    ],
)
def test_what_fits_on_no_slide_is_refused(changed: dict[str, Any]) -> None:
    slide = replace(Slide("beside", "Long", Picture("story/a", "A cat.")), **changed)
    with pytest.raises(OverfullError) as found:
        write_deck(deck(slide), paint)
    assert found.value.found[0][1].lines > 0
