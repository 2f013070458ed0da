"""A lesson as slides: its spreads, its quiz with the reasons, and what the teacher says in the notes.

How large letters are, and what goes on over to another slide, is for whoever sets them (`packs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from macros.models.help_route import CHILDLINE, EMERGENCY, HelpRoute
from macros.models.lesson import Lesson, Part, ScreenRow
from macros.models.phase import Phase
from macros.models.plan_words import ChildTells
from macros.models.questions import Question
from macros.models.quiz import Quiz
from macros.models.symbol import Symbol
from macros.views.conversations import Line, chat_lines
from macros.views.quizzes import ShownOption, ShownPart, ShownQuestion, shown_questions
from macros.views.spreads import PICTURE, Spread, spreads_of

YOUNG = ("early-years", "years-1-2")  # the phases whose children look more than they read
TO_TELL = ("trusted-adult", CHILDLINE, EMERGENCY)  # where a child turns to, in this order
GOOD = ("a good choice", "the safest choice")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

ALT = re.compile(r"\balt *= *(?:\"(?P<double>[^\"]*)\"|'(?P<single>(?:[^'\\]|\\.)*)')")
MARKED = re.compile(
    r"\*\*\*(?![*\s])(?P<both>.+?)(?<!\s)\*\*\*|\*\*(?![*\s])(?P<bold>.+?)(?<!\s)\*\*|"
    r"\*(?![\s*])(?P<italic>[^*]+)(?<!\s)\*|`(?P<code>[^`]+)`|\\(?P<escaped>[\\`*_{}\[\]()#+\-.!])",
    re.DOTALL,
)
ITEM = re.compile(r"^(?P<mark>[-*]|\d+\.) +", re.MULTILINE)
RULE = re.compile(r"^\|[\s:|-]+\|$")

Layout = Literal["opening", "caption", "beside", "rows", "cards"]


@dataclass(frozen=True)
class Run:
    """Some words in one kind of letters."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, or an item of a list.

    Attributes:
        runs: its words.
        mark: "" for a paragraph, "•" or a number for an item.
        typed: its words as they were typed, to find them in their file.
    """

    runs: tuple[Run, ...]
    mark: str = ""
    typed: str = ""

    @property
    def text(self) -> str:
        """Its words without marks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Grid:
    """A table; its first row is the head."""

    rows: tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A picture: "story/splash" of the lesson's own, or one of all, such as "symbols/key".

    Attributes:
        name: which.
        alt: what it shows; "" where it only decorates.
    """

    name: str
    alt: str


@dataclass(frozen=True)
class Row:
    """A choice, a reason, a new word, or a task.

    Attributes:
        head: its first words: the choice, or the new word.
        text: what is said of it.
        letter: A, B, C …; "" where it has none.
        picture: its picture.
        verdict: whether the choice is a good one, in words.
        good: whether it is marked by a tick.
        goes: the title of the slide to which it leads, if it leads to one.
    """

    head: tuple[Paragraph, ...] = ()
    text: tuple[Paragraph, ...] = ()
    letter: str = ""
    picture: Picture | None = None
    verdict: str = ""
    good: bool = False
    goes: str = ""


@dataclass(frozen=True)
class Slide:
    """One slide, or some where its words go on.

    Attributes:
        layout: how it is laid out.
        title: its title.
        picture: the picture that fills half of it or more.
        panel: the title of the chat or screen that stands in place of a picture.
        chat: the lines of the chat.
        screen: the lines of the screen.
        words: what stands beside or under the picture.
        rows: its choices, reasons, new words or tasks.
        bank: what can be chosen for each row, where the rows share that.
        notes: what the teacher has to say and do.
        whole: whether it must not go on over to another slide.
    """

    layout: Layout
    title: str
    picture: Picture | None = None
    panel: str = ""
    chat: tuple[Line, ...] = ()
    screen: tuple[ScreenRow, ...] = ()
    words: tuple[Paragraph | Grid, ...] = ()
    rows: tuple[Row, ...] = ()
    bank: tuple[Row, ...] = ()
    notes: tuple[Paragraph, ...] = ()
    whole: bool = False


@dataclass(frozen=True)
class Deck:
    """The slides of a lesson.

    Attributes:
        title: the lesson's title.
        summary: the lesson in a sentence.
        young: whether its children look more than they read.
        slides: its slides, in order.
    """

    title: str
    summary: str
    young: bool
    slides: tuple[Slide, ...] = field(default=())


class NoAltError(Exception):
    """A picture has no alternative text; the error's text is the line that calls it."""


def whom_to_tell(routes: Sequence[HelpRoute]) -> Iterator[tuple[str, str]]:
    """Give to whom a child turns, in that order: the name with its number, and what it is for.

    Args:
        routes: where to get help.
    """
    by_id = {route.id: route for route in routes}
    for route in (by_id[identity] for identity in TO_TELL if identity in by_id):
        yield " ".join(filter(None, (route.name, route.phone))), route.who


def deck_of(
    lesson: Lesson,
    quiz: Quiz,
    recalled: Sequence[tuple[str, Question]],
    phase: Phase,
    scenes: Mapping[str, str],
    symbols: Mapping[str, Symbol],
    routes: Sequence[HelpRoute],
    friend: str,
    tells: ChildTells,
) -> Deck:
    """Make the slides of a lesson.

    Args:
        lesson: the lesson.
        quiz: its quiz.
        recalled: the questions that the quiz asks again: the title of the earlier lesson, and the question.
        phase: its phase.
        scenes: what each picture of its story shows, by its id.
        symbols: what each symbol shows, by its id.
        routes: where to get help.
        friend: the name of the friend of the phase.
        tells: what the teacher does when a child tells them something.

    Raises:
        NoAltError: a picture has no alternative text.
    """
    maker = _Maker(lesson, scenes, symbols, young=phase.id in YOUNG)
    emergency = next((route.phone for route in routes if route.id == EMERGENCY), None) or ""
    slides = [maker.opening(phase, friend, tells, emergency)]
    for spread in spreads_of(lesson):
        slides.extend(maker.of_spread(spread))
        if spread.shows == "quiz":
            for number, question in enumerate(shown_questions(quiz, recalled), start=1):
                slides.extend(maker.of_question(number, question))
    slides.append(maker.closing(phase, routes, friend))
    return Deck(lesson.title, lesson.summary, maker.young, tuple(slides))


def runs_of(text: str, *, bold: bool = False) -> tuple[Run, ...]:
    """Cut a line of Markdown into runs of one kind of letters.

    Args:
        text: the line.
        bold: whether all of it is bold.
    """
    line, runs, at = " ".join(text.split()), [], 0
    for found in MARKED.finditer(line):
        runs.append(Run(line[at : found.start()], bold))
        at = found.end()
        words = next(words for words in found.groups() if words is not None)
        strong, slanted = found.lastgroup in ("both", "bold"), found.lastgroup in ("both", "italic")
        runs.append(Run(words, bold or strong, slanted))
    runs.append(Run(line[at:], bold))
    return tuple(run for run in runs if run.text)


def blocks_of(text: str) -> Iterator[Paragraph | Grid]:
    """Cut Markdown into its paragraphs, items and tables.

    Args:
        text: what an author wrote for everyone or for the teacher.
    """
    for chunk in re.split(r"\n\s*\n", text.strip()):
        if chunk.startswith("|"):
            lines = [line.strip() for line in chunk.splitlines() if not RULE.match(line.strip())]
            yield Grid(
                tuple(
                    tuple(_paragraph(cell.strip(), bold=not number) for cell in line.strip("|").split("|"))
                    for number, line in enumerate(lines)
                )
            )
        elif ITEM.match(chunk):
            marks = ITEM.findall(chunk)
            for mark, words in zip(marks, ITEM.split(chunk)[2::2], strict=True):
                yield replace(_paragraph(words), mark="•" if mark in "-*" else mark)
        else:
            yield _paragraph(chunk)


def _paragraph(text: str, *, bold: bool = False) -> Paragraph:
    return Paragraph(runs_of(text, bold=bold), typed=" ".join(text.split()))


def _words(text: str, *, bold: bool = False) -> tuple[Paragraph, ...]:
    return (_paragraph(text, bold=bold),)


def _said(heading: str, text: str) -> Iterator[Paragraph]:
    """Give what stands in the notes: a heading, and its words without tables."""
    yield _paragraph(heading, bold=True)
    for one in blocks_of(text):
        yield from (one,) if isinstance(one, Paragraph) else (cell for row in one.rows for cell in row)


class _Maker:
    def __init__(
        self, lesson: Lesson, scenes: Mapping[str, str], symbols: Mapping[str, Symbol], *, young: bool
    ) -> None:
        self.lesson = lesson
        self.scenes = scenes
        self.symbols = symbols
        self.young = young
        self.titles: dict[str, int] = {}
        self.waiting: tuple[Paragraph, ...] = ()  # notes of what has no slide of its own

    def title(self, text: str) -> str:
        """Give a title that no other slide has: a list of slides is read by their titles."""
        words = "".join(run.text for run in runs_of(text))
        self.titles[words] = self.titles.get(words, 0) + 1
        return words if self.titles[words] == 1 else f"{words} ({self.titles[words]})"

    def opening(self, phase: Phase, friend: str, tells: ChildTells, number: str) -> Slide:
        """Give the first slide: the title, the friend of the age, and the age."""
        lesson = self.lesson
        notes = (
            *_said("Outcome", lesson.outcome),
            *_said("Have ready", "\n".join(f"- {one}" for one in lesson.have_ready)),
            *_said("You and the DSL", lesson.dsl),
            *_said(tells.title, f"{tells.text} {tells.danger}: {number}."),
            *_said("Without a device", lesson.no_device),
        )
        words = (*_words(phase.title), *_words(phase.ages), *(() if self.young else _words(lesson.outcome)))
        hero = Picture(f"cast/{phase.friend}-calm", f"{friend}.")
        return Slide("opening", self.title(lesson.title), hero, words=words, notes=notes)

    def closing(self, phase: Phase, routes: Sequence[HelpRoute], friend: str) -> Slide:
        """Give the last slide: who a child can tell."""
        rows = tuple(Row(_words(who, bold=True), _words(why)) for who, why in whom_to_tell(routes))
        hero = Picture(f"cast/{phase.friend}-proud", f"{friend}.")
        notes = _said("Licence", "Words and pictures: CC BY 4.0, https://creativecommons.org/licenses/by/4.0/")
        return Slide("rows", self.title("Who can I tell?"), hero, rows=rows, notes=tuple(notes), whole=True)

    def of_spread(self, spread: Spread) -> Iterator[Slide]:
        """Give the slides of one spread: it, and its new words."""
        step = self.lesson.steps[spread.step - 1]
        parts = [step.parts[one - 1] if isinstance(one, int) else one for one in spread.parts]
        fresh = [part for part in parts if isinstance(part, Part) and part.kind == "word"]
        notes: list[Paragraph] = []
        if spread.title:
            notes.extend(_words(f"{step.title}: {step.minutes} minute{'' if step.minutes == 1 else 's'}", bold=True))
        for part in parts:
            if isinstance(part, Part) and part.kind == "aloud":
                notes.extend(_said("Read aloud", part.text))
        for number in spread.script:
            part = step.parts[number - 1]
            notes.extend(_said(part.title or "", part.text))
        shown = self._shown(spread, step.title, [part for part in parts if isinstance(part, str)])
        if shown:
            yield replace(shown, notes=tuple(notes))
        elif not fresh:
            self.waiting = tuple(notes)
        if len(fresh) == 1:
            word = fresh[0]
            words = (*_words(word.title or "", bold=True), *_text(word.text))
            said = () if shown else tuple(notes)
            yield Slide("beside", self.title("New word"), self._symbol(word.picture), words=words, notes=said)
        elif fresh:
            rows = tuple(
                Row(_words(part.title or "", bold=True), tuple(_text(part.text)), picture=self._symbol(part.picture))
                for part in fresh
            )
            yield Slide("rows", self.title("New words"), rows=rows, notes=() if shown else tuple(notes))

    def _shown(self, spread: Spread, title: str, beside: Sequence[str]) -> Slide | None:
        tasks: list[tuple[Picture | None, list[Paragraph | Grid]]] = [(None, [])]
        for one in beside:
            if PICTURE.match(one):
                tasks.append((self._picture(one), []))
            else:
                tasks[-1][1].extend(blocks_of(one))
        words = tuple(block for _, blocks in tasks for block in blocks)
        pictures = [picture for picture, _ in tasks if picture]
        if spread.shows in ("chat", "screen"):
            part = self.lesson.steps[spread.step - 1].parts[int(spread.picture or 0) - 1]
            return Slide(
                "beside",
                self.title(title),
                panel=part.title or "",
                chat=tuple(chat_lines(part)),
                screen=part.rows,
                words=words,
            )
        if spread.shows in ("scene", "cast"):
            large = self._picture(str(spread.picture))
            layout: Layout = "caption" if self.young and spread.shows == "scene" else "beside"
            return Slide(layout, self.title(title), large, words=words)
        if len(pictures) > 1 and self.young:
            rows = tuple(
                Row(tuple(block for block in blocks if isinstance(block, Paragraph)), picture=picture)
                for picture, blocks in tasks
                if picture
            )
            return Slide("cards", self.title(title), rows=rows, words=tuple(tasks[0][1]))
        if not words and not pictures:
            return None
        return Slide("beside", self.title(title), pictures[0] if pictures else None, words=words)

    def _picture(self, call: str) -> Picture:
        """Give the picture that a line of the lesson calls.

        Raises:
            NoAltError: it has no alternative text.
        """
        found = PICTURE.match(call)
        assert found is not None
        name = found["name"]
        if found["scene"]:
            scene = name.partition("/")[2]
            picture = Picture(f"story/{scene}", self.scenes[scene])
        elif re.match(r"\{\{ *decoration", call):
            return Picture(name, "")
        elif alt := ALT.search(call):
            picture = Picture(name, (alt["double"] or alt["single"] or "").replace("\\'", "'"))
        else:
            symbol = self.symbols.get(name.removeprefix("symbols/"))
            picture = Picture(name, symbol.alt if symbol else "")
        if not picture.alt.strip():
            raise NoAltError(call)
        return picture

    def _symbol(self, name: str | None) -> Picture | None:
        """Give the symbol of what words beside it name: it decorates."""
        return Picture(f"symbols/{name}", "") if name else None

    def of_question(self, number: int, question: ShownQuestion) -> Iterator[Slide]:
        """Give the slide that asks a question, and the one with the reasons."""
        hint = tuple(_said("Hint", question.hint))
        when = _words("In class" if question.id in self.lesson.in_class else "For later", bold=True)
        before = (*self.waiting, *when, *(_said("From before", question.origin) if question.origin else ()))
        self.waiting = ()
        title = self.title(f"{number}. {question.text}")
        if question.scenes:
            yield from self._story(number, title, question, (*before, *hint))
            return
        one = question.parts[0] if len(question.parts) == 1 and question.parts[0].text is None else None
        asked: Sequence[ShownPart | ShownOption] = one.options if one else question.parts
        choices = tuple(
            Row(_words(choice.text or ""), letter=letter, picture=self._symbol(choice.picture))
            for letter, choice in zip(LETTERS, asked, strict=False)
        )
        bank = () if one or question.paper == "number" else question.parts[0].options
        pictured = self.young and all(row.picture for row in choices)
        layout: Layout = "cards" if pictured else "rows"
        yield Slide(
            layout,
            title,
            rows=choices,
            bank=tuple(Row(_words(option.text), picture=self._symbol(option.picture)) for option in bank),
            notes=(*before, *hint),
            whole=True,
        )
        kept = [reason for reason in question.reasons if not reason.spare]
        spare = [f"- {reason.about} {reason.words}" for reason in question.reasons if reason.spare]
        rows = tuple(
            replace(
                choice,
                head=_words(reason.about),
                text=_words(reason.words),
                verdict=reason.answer[:1].upper() + reason.answer[1:],
                good=reason.answer in GOOD,
                picture=choice.picture if self.young else None,
            )
            for choice, reason in zip(choices, kept, strict=True)
        )
        yield Slide(
            "rows",
            self.title(f"Question {number}: why?"),
            rows=rows,
            notes=tuple(_said("If someone chose otherwise", "\n".join(spare))) if spare else (),
        )

    def _story(self, number: int, title: str, question: ShownQuestion, notes: tuple[Paragraph, ...]) -> Iterator[Slide]:
        """Give a slide for each scene of a story; its choices lead to others."""
        titles = {
            scene.number: title if scene.number == 1 else self.title(f"Question {number}: scene {scene.number}")
            for scene in question.scenes
        }
        for scene in question.scenes:
            rows = tuple(
                Row(_words(f"{text} ({to})"), letter=letter, goes=titles[to])
                for letter, (text, to) in zip(LETTERS, scene.choices, strict=False)
            )
            picture = self._symbol(scene.picture)
            words = tuple(blocks_of(scene.text))
            layout: Layout = "rows" if rows else "beside"
            yield Slide(layout, titles[scene.number], picture, words=words, rows=rows, notes=notes, whole=True)


def _text(text: str) -> Iterable[Paragraph]:
    return (block for block in blocks_of(text) if isinstance(block, Paragraph))
