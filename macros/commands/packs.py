"""Writes each lesson to carry away: its slides, and a zip of slides and quiz. What has not changed is left alone."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path

from macros.content.library import Entry, Library
from macros.exports.registry import export_all
from macros.exports.zips import zipped
from macros.packs.pictures import Painter
from macros.packs.slides import OverfullError, write_deck
from macros.problems import ContentError, Problem, did_you_mean
from macros.scenes.composer import compose
from macros.source import read_text
from macros.views.slides import Deck, NoAltError, Picture, deck_of

FONTS = Path("docs/assets/fonts")
WIDTH = 960  # points of a picture of the story: sharp on a board of 1920, half of which it fills
RECORD = ".made.json"  # from what each file was made
LIBRARIES = ("python-pptx", "resvg-py", "fonttools")
LICENCE = (
    "Words and pictures: {school}, CC BY 4.0, https://creativecommons.org/licenses/by/4.0/\n"
    "You may copy, change and share them, if you say whose they are.\n"
)


class NoLessonError(Exception):
    """No lesson has a name that was given."""


def write_packs(library: Library, out: Path, wanted: Sequence[str] = (), width: int = WIDTH) -> tuple[int, int]:
    """Write the slides and the zip of lessons.

    Args:
        library: all content.
        out: the folder in which they are put.
        wanted: the ids of the lessons; without any, all.
        width: how many points a picture of the story is wide.

    Returns:
        How many lessons were written, and how many had not changed.

    Raises:
        NoLessonError: no lesson has one of these ids.
        ContentError: words do not fit on a slide, or a picture has no alternative text.
    """
    for identity in wanted:
        if identity not in library.lessons:
            raise NoLessonError(f"There is no lesson “{identity}”.{did_you_mean(identity, library.lessons)}")
    entries = [library.lessons[identity] for identity in wanted or library.lessons]
    out.mkdir(parents=True, exist_ok=True)
    record = _read_record(out)
    painter = Painter(library.root / FONTS, width)
    code = _code()
    written, problems = 0, list[Problem]()
    for entry in entries:
        try:
            deck = _deck(library, entry)
            svgs = _Drawings(library, entry)
            quiz = _quiz_files(library, entry)
            key = _key(deck, svgs, quiz, width, code)
            if record.get(entry.id) == _made(out, entry.id, key):
                continue
            slides = write_deck(deck, partial(_painted, painter, svgs))
            _write(library, entry.id, slides, quiz, out)
        except (OverfullError, NoAltError) as error:
            problems.extend(_problems(library, entry, error))
            continue
        record[entry.id] = _made(out, entry.id, key)
        written += 1
    (out / RECORD).write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if problems:
        raise ContentError(problems)
    return written, len(entries) - written


class _Drawings:
    """The drawings of one lesson's slides, each composed once."""

    def __init__(self, library: Library, entry: Entry) -> None:
        self.library = library
        self.scenes = {f"story/{scene.id}": scene for scene in entry.scenes}
        self.made: dict[str, str] = {}

    def __getitem__(self, picture: Picture) -> str:
        if picture.name not in self.scenes:
            return self.library.pictures[picture.name]
        if picture.name not in self.made:
            self.made[picture.name] = compose(self.scenes[picture.name], self.library.studio)
        return self.made[picture.name]


def _deck(library: Library, entry: Entry) -> Deck:
    phase = library.phase(entry.phase)
    return deck_of(
        entry.lesson,
        entry.quiz,
        library.questions(entry.quiz.recall),
        phase,
        {scene.id: scene.alt for scene in entry.scenes},
        library.symbols,
        library.help_routes,
        library.studio.cast[phase.friend].name,
    )


def _quiz_files(library: Library, entry: Entry) -> dict[str, bytes]:
    recalled = [question for _, question in library.questions(entry.quiz.recall)]
    files = {}
    for one in export_all(entry.id, entry.quiz, recalled, library.phase(entry.phase).title):
        if one.export.questions:
            content = one.export.content
            name = f"quiz/{one.file.rpartition('/')[2]}"
            files[name] = content if isinstance(content, bytes) else content.encode()
    return files


def _painted(painter: Painter, svgs: _Drawings, picture: Picture, part: float) -> bytes:
    return painter.paint(svgs[picture], part)


def _write(library: Library, identity: str, slides: bytes, quiz: Mapping[str, bytes], out: Path) -> None:
    (out / f"{identity}.pptx").write_bytes(slides)
    licence = LICENCE.format(school=library.school.name).encode()
    (out / f"{identity}.zip").write_bytes(zipped({f"{identity}.pptx": slides, **quiz, "LICENCE.txt": licence}))


def _pictures(deck: Deck) -> Iterator[Picture]:
    for slide in deck.slides:
        shown = (slide.picture, *(row.picture for row in (*slide.rows, *slide.bank)))
        yield from (picture for picture in shown if picture)


def _code() -> bytes:
    """Give what is the same for every lesson: the code that writes the files, and the versions of its libraries."""
    files = (*sorted((Path(__file__).parents[1] / "packs").glob("*.py")), Path(__file__))
    return b"".join(file.read_bytes() for file in files) + repr([version(name) for name in LIBRARIES]).encode()


def _key(deck: Deck, svgs: _Drawings, quiz: Mapping[str, bytes], width: int, code: bytes) -> str:
    """Give a digest of all that a lesson's files are made from, the code among it."""
    digest = hashlib.sha256(repr((deck, width)).encode() + code)
    for picture in _pictures(deck):
        digest.update(svgs[picture].encode())
    for name, content in quiz.items():
        digest.update(name.encode() + content)
    return digest.hexdigest()


def _made(out: Path, identity: str, key: str) -> dict[str, str]:
    """Give what the record says of a lesson whose files stand there now."""
    files = (out / f"{identity}.pptx", out / f"{identity}.zip")
    return {"from": key, **{file.suffix: _digest(file) for file in files}}


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else "none"


def _read_record(out: Path) -> dict[str, dict[str, str]]:
    try:
        record = json.loads((out / RECORD).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def _problems(library: Library, entry: Entry, error: OverfullError | NoAltError) -> Iterator[Problem]:
    lessons = (entry, *(library.lessons[name.partition("/")[0]] for name in entry.quiz.recall))
    files = [entry.lesson_path, *(f"quizzes/{one.phase}/{one.id}.yml" for one in lessons)]
    if isinstance(error, NoAltError):
        sentence = 'This picture has no alternative text. Write what it shows: {{ picture("…", alt="…") }}.'
        yield Problem(*_place(library.root, files, str(error)), sentence)
        return
    for title, found in error.found:
        many = "1 line" if found.lines == 1 else f"{found.lines} lines"
        sentence = (
            f"The slide “{title}” has {many} too many: there is room for {found.room}. Shorten what begins here, or "
            "cut it into two paragraphs, so that the second stands on a slide of its own."
        )
        yield Problem(*_place(library.root, files, found.text), sentence)


def _place(root: Path, files: Sequence[str], words: str) -> tuple[str, int, int]:
    """Find where words stand in the files of a lesson, whatever marks and line ends are between them."""
    pattern = re.compile(r"[^\w]+".join(re.findall(r"\w+", words)) or r"(?!)")
    for path in files:
        text = read_text(root, path)
        if found := pattern.search(text):
            at = found.start()
            return path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return files[0], 1, 1
