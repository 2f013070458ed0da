"""A lesson as documents that a teacher can change: the worksheet, the key, the plan and the story about me.

They say what the pages of the same names say. How they look is for whoever sets them (`packs`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.models.framework import Frameworks
from macros.models.help_route import EMERGENCY, HelpRoute
from macros.models.lesson import Lesson, Part, Step
from macros.models.phase import Phase
from macros.models.plan_words import PlanWords
from macros.models.policy import Clause
from macros.models.quiz import Quiz
from macros.models.symbol import Symbol
from macros.views.plan import (
    claims_of,
    class_questions,
    is_sung,
    needs,
    rows_of,
    said_first,
    things_to_listen_for,
    written_for,
)
from macros.views.quizzes import ShownPart, ShownQuestion
from macros.views.slides import ALT, Grid, Paragraph, Picture, Run, blocks_of, runs_of, whom_to_tell
from macros.views.spreads import PICTURE

BOX = "☐"
LARGE, LARGEST = 18, 24  # letters to read together, and from a wall
UNSURE = "I’m not sure"
PHONE = re.compile(r"""\{\{ *phone\((["'])(?P<route>[\w-]+)\1\) *\}\}""")
LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<address>[^)\s]+)\)")
ROOM = re.compile(r'<div class="(?P<kind>lines|box)"(?: data-lines="(?P<count>\d+)")?></div>')


@dataclass(frozen=True)
class Heading:
    """A heading; the first of a document, its title, is of level 0."""

    text: str
    level: int


@dataclass(frozen=True)
class Lines:
    """Lines to write on."""

    count: int


@dataclass(frozen=True)
class Frame:
    """A box to draw in."""


@dataclass(frozen=True)
class Pictured:
    """A picture, and the words beside it, if there are any."""

    picture: Picture
    words: Paragraph | None = None


Block = Heading | Paragraph | Grid | Lines | Frame | Pictured


@dataclass(frozen=True)
class Handout:
    """A document.

    Attributes:
        name: what it is, as in its file's name.
        title: its title.
        blocks: what it holds, in order.
        size: how large its letters are, in points; its pictures grow with them.
    """

    name: str
    title: str
    blocks: tuple[Block, ...]
    size: int = 12


@dataclass(frozen=True)
class Around:
    """What the documents of every lesson say beside it.

    Attributes:
        words: what every plan says.
        dsl: who the designated safeguarding lead is, in whole sentences.
        routes: where to get help.
        phones: the number of each of these that has one, by its id.
        frameworks: strands and curriculum statements.
        symbols: what each symbol shows, by its id.
    """

    words: PlanWords
    dsl: str
    routes: Sequence[HelpRoute]
    phones: Mapping[str, str]
    frameworks: Frameworks
    symbols: Mapping[str, Symbol]


def handouts_of(
    lesson: Lesson,
    quiz: Quiz,
    questions: Sequence[ShownQuestion],
    phase: Phase,
    around: Around,
    clauses: Sequence[Clause] = (),
    verse: tuple[str, str] = ("", ""),
) -> tuple[Handout, ...]:
    """Make the documents of a lesson.

    Args:
        lesson: the lesson.
        quiz: its quiz.
        questions: the same as it is shown, with the questions that are asked again.
        phase: its age.
        around: what they say beside the lesson.
        clauses: the policy's clauses about what it teaches.
        verse: the last line that the class sings in it and the name of the tune; both empty where it does not sing.
    """
    plan = _plan(lesson, quiz, phase, around, clauses, verse)
    return (
        Handout("worksheet", lesson.title, tuple(_worksheet(lesson, questions, around))),
        Handout("key", f"{lesson.title}: answers and reasons", tuple(_key(questions))),
        Handout("plan", f"{lesson.title}: the teacher’s plan", tuple(plan)),
        Handout("story", f"{lesson.title}: a story about me", tuple(_story(lesson, around)), LARGE),
    )


def poster_of(phase: Phase, friend: str, childline: str) -> Handout:
    """Make the poster of an age: the routine, and who can help.

    Args:
        phase: the age.
        friend: the name of its friend.
        childline: Childline's number.
    """
    steps = (("stop", "Pause."), ("tell", "Tell someone."), ("sort-it", "Sort it together."))
    blocks: list[Block] = [Pictured(Picture(f"cast/{phase.friend}-proud", f"{friend}."))]
    blocks += [Pictured(Picture(f"symbols/{symbol}", ""), _bold(words)) for symbol, words in steps]
    blocks += [
        Heading("Who can I tell?", 1),
        _words("A grown-up at home. A grown-up at school."),
        _words("If they’re busy, tell another one."),
        _words(f"Childline: **{childline}**"),
        _words("In danger now: **999**"),
    ]
    return Handout("poster", "Online, we look after each other", tuple(blocks), LARGEST)


def _worksheet(lesson: Lesson, questions: Sequence[ShownQuestion], around: Around) -> Iterator[Block]:
    yield _words("Name: ……………………………………   Date: ………………")
    yield _words(lesson.outcome)
    for step in lesson.steps:
        for part in step.parts:
            if part.kind == "worksheet":
                yield Heading(part.title or step.title, 1)
                yield from _to_do(part.text, around.symbols)
    yield from _who_to_tell(around.routes)
    yield Heading("Quiz", 1)
    yield _words(f"{BOX} Before   {BOX} After   My sign, not my name: ………………")
    for number, question in enumerate(questions, start=1):
        yield Heading(f"{number}. {_plain(question.text)}", 2)
        if question.origin:
            yield _words(f"From before: {question.origin}")
        yield _words(f"*{question.how}*")
        yield from _asked(question)


def _who_to_tell(routes: Sequence[HelpRoute]) -> Iterator[Block]:
    """Say to a child who can be told, in the words of the help pages."""
    yield Heading("Who can I tell?", 1)
    for who, why in whom_to_tell(routes):
        yield _words(f"**{who}.** {_line(why)}")


def _to_do(text: str, symbols: Mapping[str, Symbol]) -> Iterator[Block]:
    for chunk in re.split(r"\n\s*\n", text.strip()):
        if room := ROOM.fullmatch(chunk.strip()):
            yield Lines(int(room["count"] or 1)) if room["kind"] == "lines" else Frame()
        elif picture := PICTURE.match(chunk.strip()):
            name = picture["name"]
            said = ALT.search(chunk)
            symbol = symbols.get(name.removeprefix("symbols/"))
            alt = (said["double"] or said["single"] or "") if said else symbol.alt if symbol else ""
            yield Pictured(Picture(name, alt.replace("\\'", "'")))
        else:
            yield from blocks_of(chunk)


def _asked(question: ShownQuestion) -> Iterator[Block]:
    if question.paper == "table":
        groups = [option.text for option in question.parts[0].options]
        rows = [[part.text or "", *(BOX for _ in (*groups, UNSURE))] for part in question.parts]
        yield _grid(["", *groups, UNSURE], rows)
    elif question.paper == "join":
        yield _grid(None, [[part.text or "", "•      •", word] for part, word in _beside(question)])
    elif question.paper == "story":
        for scene in question.scenes:
            end = " **The end.**" if scene.ending else ""
            yield from (_marked(f"{scene.number}.", f"{_line(scene.text)}{end}"),)
            yield from (_marked("•", f"{text} (Go to **{number}**.)") for text, number in scene.choices)
    elif question.paper == "write":
        yield _words(" · ".join(f"**{word}**" for word in question.bank))
        yield from (_words(part.text or "") for part in question.parts)
    elif question.paper == "number":
        yield from (_choice(part.text or "", part.picture) for part in question.parts)
    else:
        yield from (_choice(option.text, option.picture) for option in question.parts[0].options)
        yield _choice(UNSURE, "unsure" if question.pictured else None)


def _beside(question: ShownQuestion) -> Iterable[tuple[ShownPart, str]]:
    return zip(question.parts, question.bank, strict=True)


def _choice(text: str, picture: str | None) -> Block:
    words = _marked(BOX, text)
    return Pictured(Picture(f"symbols/{picture}", ""), words) if picture else words


def _key(questions: Sequence[ShownQuestion]) -> Iterator[Block]:
    rows = []
    for number, question in enumerate(questions, start=1):
        right = "; ".join(f"{f'*{label}:* ' if label else ''}{' · '.join(texts)}" for label, texts in question.right)
        rows.append([str(number), question.text, right or "a story to follow: nothing to mark"])
    yield _grid(["", "Question", "Right answer"], rows)
    yield Heading("Reasons", 1)
    yield _words("“I’m not sure” is always a good thing to say. Ask who could help, then give the hint.")
    for number, question in enumerate(questions, start=1):
        yield Heading(f"{number}. {_plain(question.text)}", 2)
        if question.origin:
            yield _words(f"From before: {question.origin}")
        if question.scenes:
            ways = [
                [str(scene.number), "; ".join(f"{to}: {text}" for text, to in scene.choices) or "the end", scene.text]
                for scene in question.scenes
            ]
            yield _grid(["Scene", "Ways on", "What happens"], ways)
            continue
        reasons: list[list[str]] = []
        for reason in question.reasons:
            if reason.spare:
                reasons[-1][2] += f" *{reason.about}* {_line(reason.words)}"
            else:
                reasons.append([reason.about, reason.answer, _line(reason.words)])
        yield _grid(["Choice", "Answer", "Why"], [*reasons, [UNSURE, "give the hint", question.hint]])


def _plan(
    lesson: Lesson, quiz: Quiz, phase: Phase, around: Around, clauses: Sequence[Clause], verse: tuple[str, str]
) -> Iterator[Block]:
    strand = around.frameworks.strand_name(lesson.strand)
    asked = class_questions(lesson, quiz)
    yield _words(f"{phase.title} · {lesson.minutes} minutes · {strand}")
    yield _bold(lesson.outcome)
    yield Heading("Before you teach", 1)
    yield from _listed("Children have learnt it when", lesson.success_criteria)
    yield from _listed("Have ready", lesson.have_ready)
    yield from _said("You and the DSL", blocks_of(lesson.dsl))
    tells = around.words.child_tells
    in_danger = f"{tells.danger}: **{around.phones[EMERGENCY]}**."
    yield from _said(tells.title, (_words(f"{tells.text} {in_danger}"), _as_it_is(around.dsl)))
    yield from _said("Without a device", blocks_of(lesson.no_device))
    if first := said_first(lesson):
        yield from _said("Say first", blocks_of(first))
    yield Heading(f"The lesson, {lesson.minutes} minutes", 1)
    steps = ((title, str(minutes), line) for title, minutes, line in rows_of(lesson, asked))
    yield _grid(["Step", "Minutes", "Ask or do"], steps)
    yield Heading("If you need it", 1)
    yield from _listed("Listen for", things_to_listen_for(lesson))
    thoughts = [f"**“{item.thought}”** {_line(item.reply)}" for item in lesson.misconceptions]
    looked_for = [
        f"**{name}.** {_line(text)}"
        for name, text in (
            ("Secure", lesson.assessment.secure),
            ("Developing", lesson.assessment.developing),
            ("Misconception", lesson.assessment.misconception),
        )
    ]
    yield from _said("What children often think", map(_words, thoughts))
    yield from _said("What to look for", map(_words, looked_for))
    yield from _listed("Support", lesson.support)
    yield from _listed("Stretch", lesson.stretch)
    yield from _said("Needs", (_words(LINK.sub(_address, _line(one))) for one in needs(lesson)))
    yield from _said("Safeguarding", blocks_of(lesson.safeguarding))
    yield from _numbered("Five-minute version", lesson.five_minutes)
    yield Heading("The script", 1)
    for number, step in enumerate(lesson.steps, start=1):
        yield Heading(f"{number}. {step.title} ({step.minutes} minute{'' if step.minutes == 1 else 's'})", 2)
        yield from _scripted(step, around, asked)
        if is_sung(step, verse[0]):
            yield _words(f"The tune is “{verse[1]}”.")
    yield Heading("New words", 1)
    yield from (_words(f"**{word.title}** {_line(word.text)}") for word in lesson.words)
    yield from _curriculum(lesson, quiz, around, clauses)


def _curriculum(lesson: Lesson, quiz: Quiz, around: Around, clauses: Sequence[Clause]) -> Iterator[Block]:
    """Say what the lesson teaches of each curriculum and of the policy, as a teacher files it."""
    yield Heading("Curriculum and policy", 1)
    yield _words(written_for(lesson, around.frameworks))
    yield _words(around.words.statements)
    for curriculum, stated in claims_of(lesson, quiz, around.frameworks).items():
        yield Heading(curriculum, 2)
        for one in stated:
            asked = f", question {one.question}" if one.question else ", not asked"
            part = " in part" if one.claim.part else ""
            text = f"**{one.statement.id}**{part}: {_line(one.statement.text)} *{one.claim.step}*{asked}."
            yield _marked("•", text)
    if clauses:
        yield Heading("The school’s policy", 2)
        yield from (_marked("•", f"**{one.reference}** {LINK.sub(_address, _line(one.text))}") for one in clauses)


def _scripted(step: Step, around: Around, asked: str) -> Iterator[Block]:
    phones = around.phones
    for part in step.parts:
        heading, text = _script(part, around.words, asked)
        if heading:
            yield _bold(heading)
            yield from blocks_of(LINK.sub(_address, PHONE.sub(lambda found: phones[found["route"]], text)))


def _address(link: re.Match[str]) -> str:
    """Write a link as words, with its address where the words do not hold it and it is of the web."""
    words, address = link["words"], link["address"].removeprefix("https://")
    return words if address == link["address"] or words in address else f"{words} ({address})"


def _script(part: Part, words_of_plans: PlanWords, asked: str) -> tuple[str, str]:
    """Give what the script says of a part: a heading and its words; nothing of what is only to be looked at."""
    match part.kind:
        case "everyone":
            words = PICTURE.sub("", part.text).strip()
            return ("On the board", words) if words else ("", "")
        case "chat" | "screen":
            lines = (line.removeprefix("- ") for line in part.text.split("\n"))
            return f"On the board: {part.title}", "\n".join(f"- {line}" for line in lines)
        case "word":
            return f"New word: {part.title}", part.text
        case "aloud":
            return "Read aloud", part.text
        case "teacher":
            return part.title or "For you", part.text
        case "quiz":
            return "The quiz", f"{asked} {words_of_plans.quiz}"
        case "worksheet":
            return f"On the worksheet: {part.title or ''}", words_of_plans.worksheet
    return "For home", part.text


def _story(lesson: Lesson, around: Around) -> Iterator[Block]:
    for line in lesson.social_story:
        yield Pictured(Picture(f"symbols/{line.picture}", ""), _words(line.text))
    yield from _who_to_tell(around.routes)


def _listed(heading: str, items: Iterable[str]) -> Iterator[Block]:
    listed = [_marked("•", item) for item in items]
    if listed:
        yield from _said(heading, listed)


def _numbered(heading: str, items: Iterable[str]) -> Iterator[Block]:
    yield from _said(heading, (_marked(f"{number}.", item) for number, item in enumerate(items, start=1)))


def _said(heading: str, blocks: Iterable[Block]) -> Iterator[Block]:
    yield Heading(heading, 2)
    yield from blocks


def _grid(heads: Sequence[str] | None, rows: Iterable[Sequence[str]]) -> Grid:
    head = [tuple(_bold(cell) for cell in heads)] if heads else []
    return Grid((*head, *(tuple(_words(cell) for cell in row) for row in rows)))


def _words(text: str) -> Paragraph:
    return Paragraph(runs_of(text))


def _as_it_is(text: str) -> Paragraph:
    """Give words that are no Markdown, such as names."""
    return Paragraph((Run(text),))


def _bold(text: str) -> Paragraph:
    return Paragraph(runs_of(text, bold=True))


def _marked(mark: str, text: str) -> Paragraph:
    return Paragraph(runs_of(text), mark)


def _plain(text: str) -> str:
    return "".join(run.text for run in runs_of(text))


def _line(text: str) -> str:
    return " ".join(text.split())
