"""Writes each lesson to carry away: its slides, and a zip of all that is of it; a zip for each year and of the posters.

What has not changed is left alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from importlib.metadata import version
from pathlib import Path

from macros.content.carried import POSTERS, digest_of, read_record, sources_of, write_record
from macros.content.library import Entry, Library
from macros.design.rendering import components, sentence
from macros.exports.page import BEGIN, BY_PICTURES
from macros.exports.registry import TakeAway, export_all
from macros.exports.zips import unzipped, zipped
from macros.models.song import sung as sung_line
from macros.packs.documents import write_handout
from macros.packs.pictures import Painter
from macros.packs.slides import OverfullError, write_deck
from macros.problems import ContentError, Problem, did_you_mean
from macros.scenes.composer import compose
from macros.source import read_text
from macros.views.handouts import Around, Handout, Pictured, handouts_of, poster_of
from macros.views.lessons import YOUNGEST
from macros.views.quizzes import shown_questions
from macros.views.slides import Deck, NoAltError, Picture, deck_of

FONTS = Path("docs/assets/fonts")
WIDTH = 960  # points of a picture of the story: sharp on a board of 1920, half of which it fills
LIBRARIES = ("python-pptx", "python-docx", "resvg-py", "fonttools")
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
    entries = entries_of(library, wanted)
    out.mkdir(parents=True, exist_ok=True)
    record = read_record(out)
    sources = sources_of(library)
    painter = Painter(library.root / FONTS, width)
    same = code()
    written, problems = 0, list[Problem]()
    for entry in entries:
        try:
            deck = _deck(library, entry)
            svgs = Drawings(library, entry)
            papers = handouts(library, entry)
            quiz = _quiz_files(library, entry)
            key = _key(deck, papers, svgs, quiz, width, same)
            if _is_made(out, entry.id, key, record):
                record[entry.id]["sources"] = sources[entry.id]
                continue
            paint = partial(painted, painter, svgs)
            slides = write_deck(deck, paint)
            (out / f"{entry.id}.pptx").write_bytes(slides)
            foot = f"{entry.lesson.title} · {library.school.name}"
            documents = {f"{entry.id}-{one.name}.docx": write_handout(one, paint, foot) for one in papers}
            (out / f"{entry.id}.zip").write_bytes(
                zipped({f"{entry.id}-slides.pptx": slides, **documents, **quiz, **_licence(library)})
            )
        except (OverfullError, NoAltError) as error:
            problems.extend(_problems(library, entry, error))
            continue
        record[entry.id] = _made(out, entry.id, key, sources[entry.id])
        written += 1
    if not wanted and not problems:
        _write_years(library, out, record, sources)
        _write_posters(library, out, painter, record, sources)
    write_record(out, record)
    if problems:
        raise ContentError(problems)
    return written, len(entries) - written


def entries_of(library: Library, wanted: Sequence[str]) -> list[Entry]:
    """Give the lessons that are asked for.

    Args:
        library: all content.
        wanted: the ids of lessons; without any, all.

    Raises:
        NoLessonError: no lesson has one of these ids.
    """
    for identity in wanted:
        if identity not in library.lessons:
            raise NoLessonError(f"There is no lesson “{identity}”.{did_you_mean(identity, library.lessons)}")
    return [library.lessons[identity] for identity in wanted or library.lessons]


def _write_years(library: Library, out: Path, record: dict[str, dict[str, str]], sources: Mapping[str, str]) -> None:
    """Write a zip for each age: a folder for each of its lessons, in the order in which they are taught."""
    for phase in library.phases:
        lessons = library.of_phase(phase.id)
        key = hashlib.sha256("".join(record[entry.id][".zip"] for entry in lessons).encode()).hexdigest()
        if not _is_made(out, phase.id, key, record):
            packs = {
                f"{number}-{entry.id}/{name}": content
                for number, entry in enumerate(lessons, start=1)
                for name, content in unzipped((out / f"{entry.id}.zip").read_bytes()).items()
            }
            (out / f"{phase.id}.zip").write_bytes(zipped(packs))
        record[phase.id] = _made(out, phase.id, key, sources[phase.id])


def _write_posters(
    library: Library, out: Path, painter: Painter, record: dict[str, dict[str, str]], sources: Mapping[str, str]
) -> None:
    childline = next((route.phone for route in library.help_routes if route.id == "childline"), None) or ""
    files = {}
    for phase in library.phases:
        poster = poster_of(phase, library.studio.cast[phase.friend].name, childline)

        def paint(picture: Picture, part: float) -> bytes:
            return painter.paint(library.pictures[picture.name], part)

        files[f"poster-{phase.id}.docx"] = write_handout(poster, paint, library.school.name)
    (out / f"{POSTERS}.zip").write_bytes(zipped({**files, **_licence(library)}))
    record[POSTERS] = _made(out, POSTERS, "", sources[POSTERS])


def _licence(library: Library) -> dict[str, bytes]:
    return {"LICENCE.txt": LICENCE.format(school=library.school.name).encode()}


class Drawings:
    """The drawings of one lesson's slides and papers, each composed once."""

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
        library.plan_words.child_tells,
    )


def handouts(library: Library, entry: Entry) -> tuple[Handout, ...]:
    """Give the papers of a lesson.

    Args:
        library: all content.
        entry: the lesson and its quiz.
    """
    questions = shown_questions(entry.quiz, library.questions(entry.quiz.recall))
    clauses = [library.policy.clauses[identity] for identity in library.clauses_about(entry.lesson.topics)]
    verse = library.song.verses.get(entry.id, ())
    around = Around(
        library.plan_words,
        _lead(library),
        library.help_routes,
        library.help_numbers,
        library.frameworks,
        library.symbols,
    )
    sung = (sung_line(verse[-1]), library.song.tune) if verse else ("", "")
    return handouts_of(entry.lesson, entry.quiz, questions, library.phase(entry.phase), around, clauses, sung)


def _lead(library: Library) -> str:
    """Say who the safeguarding lead is in the words of the pages, without their links."""
    approved = library.policy.approved.words if library.policy.approved else None
    environment = components(library.pictures, library.help_numbers)
    return sentence(environment, "contact", who="dsl", school=library.school, approved=approved).striptags()


def _quiz_files(library: Library, entry: Entry) -> dict[str, bytes]:
    recalled = [question for _, question in library.questions(entry.quiz.recall)]
    taken = export_all(entry.id, entry.quiz, recalled, library.phase(entry.phase).title)
    files = {"quiz/READ-ME-FIRST.txt": _read_me(taken, by_pictures=entry.phase in YOUNGEST).encode()}
    for one in taken:
        if one.export.questions:
            content = one.export.content
            name = f"quiz/{one.file.rpartition('/')[2]}"
            files[name] = content if isinstance(content, bytes) else content.encode()
    return files


def _read_me(taken: Sequence[TakeAway], *, by_pictures: bool) -> str:
    """Say in plain words what the plan says of the quiz's files: where each goes, and what it leaves out."""
    lines = [*([BY_PICTURES.replace("**", ""), ""] if by_pictures else []), BEGIN, ""]
    for one in taken:
        name = one.file.rpartition("/")[2] if one.export.questions else "no file, as no question of this quiz fits"
        lines += [f"{one.form.name}: {name}", f"  {one.form.how} {one.export.always}"]
        lines += [f"  - {note}" for note in one.export.notes] + [""]
    return "\r\n".join("\n".join(lines).split("\n"))


def painted(painter: Painter, svgs: Drawings, picture: Picture, part: float) -> bytes:
    """Give a picture of a lesson as a PNG.

    Args:
        painter: makes it.
        svgs: the drawings of the lesson.
        picture: which.
        part: how wide it is, as a part of the width of a picture of the story.
    """
    return painter.paint(svgs[picture], part)


def _pictures(deck: Deck, papers: Sequence[Handout]) -> Iterator[Picture]:
    for slide in deck.slides:
        shown = (slide.picture, *(row.picture for row in (*slide.rows, *slide.bank)))
        yield from (picture for picture in shown if picture)
    for paper in papers:
        yield from (block.picture for block in paper.blocks if isinstance(block, Pictured))


def code(*more: Path) -> bytes:
    """Give what is the same for every lesson: the code that writes the files, and the versions of its libraries."""
    macros = Path(__file__).parents[1]
    files = (*sorted((macros / "packs").glob("*.py")), macros / "exports/documents.py", Path(__file__), *more)
    return b"".join(file.read_bytes() for file in files) + repr([version(name) for name in LIBRARIES]).encode()


def _key(
    deck: Deck, papers: Sequence[Handout], svgs: Drawings, quiz: Mapping[str, bytes], width: int, same: bytes
) -> str:
    """Give a digest of all that a lesson's files are made from, the code among it."""
    digest = hashlib.sha256(repr((deck, papers, width)).encode() + same)
    for picture in _pictures(deck, papers):
        digest.update(svgs[picture].encode())
    for name, content in quiz.items():
        digest.update(name.encode() + content)
    return digest.hexdigest()


def _made(out: Path, name: str, key: str, sources: str) -> dict[str, str]:
    """Give what the record says of a pack whose files stand there now."""
    files = (out / f"{name}.pptx", out / f"{name}.zip")
    return {"from": key, "sources": sources, **{file.suffix: digest_of(file) for file in files}}


def _is_made(out: Path, name: str, key: str, record: Mapping[str, Mapping[str, str]]) -> bool:
    made = dict(record.get(name, {}))
    return bool(made) and made == _made(out, name, key, made.get("sources", ""))


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
