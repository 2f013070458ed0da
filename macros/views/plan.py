"""A lesson as its teacher has it in the hand: two sides to teach from, then the script beside what the class sees.

The first side is what a teacher reads with five minutes to go; the second is what is looked up. The script is printed
when it is asked for (`#script`), and what nobody needs on paper folds away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.models.framework import Frameworks, Statement
from macros.models.lesson import Claim, Lesson, Part, Step
from macros.models.phase import Phase
from macros.models.quiz import Quiz
from macros.views.markdown import as_words
from macros.views.page import PageView
from macros.views.quizzes import question_numbers
from macros.views.spreads import PICTURE, first_pages

QUESTION = re.compile(r'"([^"]*\?)"')
ASKED = re.compile(r"[^.!?\n]*\?")
SENTENCE = re.compile(r'.+?[.!?]["”’]?(?=\s|$)', re.DOTALL)
ENDED = re.compile(r'[.?!]"?\*$')
LISTED = re.compile(r"^(?:[-*]|\d+\.) +", re.MULTILINE)
TO_LISTEN_FOR = 3  # more than a teacher can hold in mind while teaching


@dataclass(frozen=True)
class PlanBox:
    """A box of the script.

    Attributes:
        shows: what is in it: words (Markdown), lines (as they were typed), quiz, home or worksheet.
        title: its title.
        text: the words or lines.
    """

    shows: str
    title: str
    text: str = ""


@dataclass(frozen=True)
class PlanClaim:
    """A statement that the lesson teaches.

    Attributes:
        statement: the statement.
        claim: what the lesson says of it.
        question: the number of the question that asks about it; None where none does.
    """

    statement: Statement
    claim: Claim
    question: int | None


@dataclass(frozen=True)
class ScriptRow:
    """What the class sees, and beside it what the teacher says and does then."""

    seen: tuple[PlanBox, ...]
    said: tuple[PlanBox, ...]


@dataclass(frozen=True)
class ScriptStep:
    """A step of the script.

    Attributes:
        title: its number, name and minutes.
        rows: what is seen and said.
        sung: whether the notes of the verse follow.
    """

    title: str
    rows: tuple[ScriptRow, ...]
    sung: bool


def teacher_plan(
    identity: str,
    lesson: Lesson,
    quiz: Quiz,
    phase: Phase,
    frameworks: Frameworks,
    offer: object = None,
    clauses: Sequence[str] = (),
    verse: Sequence[str] = (),
    pack: str = "",
    papers: str = "",
) -> PageView:
    """Make the plan: two sides to teach from, and the script with all that the learner's page has.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        quiz: its quiz, of which it names the questions for class.
        phase: its phase.
        frameworks: strands and curriculum statements.
        offer: the quiz in the forms of other services, for its template.
        clauses: the ids of the policy's clauses about what it teaches.
        verse: the lines that the class sings, if it does; their notes stand where the last of them is.
        pack: the link to all of the lesson in one file, if there is one: Markdown.
        papers: the links to its PDFs, if there are any: Markdown.
    """
    strand = frameworks.strand_name(lesson.strand)
    asked = class_questions(lesson, quiz)
    return PageView(
        "plan",
        {
            "template": "plan.html",
            "title": f"{lesson.title} – plan",
            "description": f"The teacher's plan for “{lesson.title}”, {phase.title}, {lesson.minutes} minutes.",
            "lesson": identity,
            "also": [lesson.title, strand, *(word.title for word in lesson.words if word.title)],
            "for": "Teachers and staff",
        },
        {
            "identity": identity,
            "lesson": lesson,
            "phase": phase,
            "strand": strand,
            "written_for": written_for(lesson, frameworks),
            "asked": asked,
            "pack": pack,
            "papers": papers,
            "rows": tuple(rows_of(lesson, asked)),
            "said_first": said_first(lesson),
            "heard": things_to_listen_for(lesson),
            "script": tuple(
                _scripted(number, step, verse[-1] if verse else "") for number, step in enumerate(lesson.steps, start=1)
            ),
            "needs": tuple(needs(lesson)),
            "clauses": clauses,
            "claims": claims_of(lesson, quiz, frameworks),
            "first_pages": first_pages(lesson),
            "offer": offer,
        },
    )


def class_questions(lesson: Lesson, quiz: Quiz) -> str:
    """Say which questions of the quiz are for class and which for later, by their numbers and how they begin.

    Args:
        lesson: the lesson, which names those for class.
        quiz: its quiz. What it asks again from earlier lessons comes first in the numbers, and is for later.
    """
    numbers = question_numbers(quiz)
    now = [f"{numbers[one.id]}, *{as_words(_begins(one.text))}*" for one in quiz.questions if one.id in lesson.in_class]
    later = [
        *range(1, len(quiz.recall) + 1),
        *(numbers[one.id] for one in quiz.questions if one.id not in lesson.in_class),
    ]
    named = f"In class: question{'s' if len(now) > 1 else ''} {_listed(now, '; ')}"
    end = "" if ENDED.search(named) else "."
    return f"{named}{end}" + (f" For later: {_listed(later, ', ')}." if later else "")


def _begins(question: str) -> str:
    """Give the first sentence of a question, which is its name; a quotation is not cut."""
    text = " ".join(question.split())
    sentences: list[str] = SENTENCE.findall(text) or [text]
    name = sentences.pop(0).strip()
    while name.count('"') % 2 and sentences:
        name += sentences.pop(0)
    return name.removesuffix(".")


def _listed(items: Sequence[str | int], comma: str) -> str:
    *first, last = map(str, items)
    return f"{comma.join(first)} and {last}" if first else last


def key_line(step: Step) -> str:
    """Give the one question of a step without a quiz, or what is done where nothing is asked.

    The first question under “Ask” is the key one. Without it: what the class is asked on the board; else what is done
    or said first.

    Args:
        step: the step.
    """
    asked = "\n".join(_of(step, "Ask"))
    question = QUESTION.search(asked)
    if question:
        return question[1]
    done = [*_of(step, "Do"), *_of(step, "Pairs")]
    board = ASKED.search(" ".join(PICTURE.sub("", part.text) for part in step.parts if part.kind == "everyone"))
    if board:
        return _without_half_a_quotation(board[0].strip().lstrip("#*-1234567890. ").replace("**", ""))
    said = next(text for text in (*done, asked, *_of(step, "Say"), *(part.text for part in step.parts)) if text)
    return _without_half_a_quotation(_sentences(said.strip('"'), 1))


def _without_half_a_quotation(line: str) -> str:
    """Take out the quotation mark that has lost its other one where a question was cut from what somebody says."""
    if line.count('"') % 2 == 0:
        return line
    if line.startswith('"'):
        return line[1:]
    return line.removesuffix('"') if line.endswith('"') else f'{line}"'


def said_first(lesson: Lesson) -> str:
    """Give what the teacher says first: what today is about, and the ground rules. Nothing where it isn't written."""
    return next((text for step in lesson.steps for text in _of(step, "Say")), "")


def things_to_listen_for(lesson: Lesson) -> list[str]:
    """Give what a teacher listens for while the class works, three things at most.

    One of each step in turn, so that none has all three. What is heard while thinking back, or in the quiz, is an
    answer.
    """
    steps = [step for step in lesson.steps[1:] if not any(part.kind == "quiz" for part in step.parts)]
    heard = [[item for text in _of(step, "Listen for") for item in _items(text)] for step in steps]
    longest = max(map(len, heard), default=0)
    in_turn = [items[place] for place in range(longest) for items in heard if place < len(items)]
    return in_turn[:TO_LISTEN_FOR]


def needs(lesson: Lesson) -> Iterator[str]:
    """Give what to change for each need that is named, as paragraphs; a signed film comes first, if there is one."""
    if lesson.signed_film:
        yield f"**British Sign Language.** [A film]({lesson.signed_film}) on another website tells the story."
    yield from (f"**{item.need}.** {item.change}" for item in lesson.adaptations)


def _of(step: Step, title: str) -> list[str]:
    return [part.text for part in step.parts if part.kind == "teacher" and part.title == title]


def _items(text: str) -> list[str]:
    """Give the items of a list, or its paragraphs where it is none, each as one line."""
    parts = LISTED.split(text) if LISTED.match(text) else text.split("\n\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


def _sentences(text: str, number: int) -> str:
    paragraph = " ".join(LISTED.sub("", text).split("\n\n")[0].split())
    return " ".join(found[0].strip() for found, _ in zip(SENTENCE.finditer(paragraph), range(number), strict=False))


def rows_of(lesson: Lesson, asked: str) -> Iterator[tuple[str, int, str]]:
    """Give each step of the lesson: its number and title, its minutes, and what is asked or done.

    Args:
        lesson: the lesson.
        asked: which questions of the quiz are for class, as `class_questions` says it.
    """
    for number, step in enumerate(lesson.steps, 1):
        line = asked if any(part.kind == "quiz" for part in step.parts) else key_line(step)
        yield f"{number}. {step.title}", step.minutes, line


def claims_of(lesson: Lesson, quiz: Quiz, frameworks: Frameworks) -> Mapping[str, Sequence[PlanClaim]]:
    """Give what the lesson claims to teach, by curriculum, in the order in which the lesson names them.

    Args:
        lesson: the lesson.
        quiz: its quiz, whose questions have numbers.
        frameworks: the curriculum statements.
    """
    statements = {statement.id: statement for statement in frameworks.statements}
    numbers = question_numbers(quiz)
    found: dict[str, list[PlanClaim]] = {}
    for claim in lesson.teaches:
        statement = statements[claim.id]
        question = numbers[claim.question] if claim.question else None
        found.setdefault(statement.curriculum, []).append(PlanClaim(statement, claim, question))
    return found


def _scripted(number: int, step: Step, last_sung: str) -> ScriptStep:
    minutes = f"{step.minutes} minute{'s' if step.minutes != 1 else ''}"
    rows: list[ScriptRow] = []
    seen: list[PlanBox] = []
    said: list[PlanBox] = []
    for part in step.parts:
        on_board = _on_board(part)
        if on_board and said:
            rows.append(ScriptRow(tuple(seen), tuple(said)))
            seen, said = [], []
        if on_board:
            seen.append(on_board)
        elif part.kind == "aloud":
            said.append(PlanBox("words", "Read aloud", part.text))
        elif part.kind == "teacher":
            said.append(PlanBox("words", part.title or "For you", part.text))
        elif part.kind == "home":
            said.append(PlanBox("home", "For home"))
        elif part.kind == "worksheet":
            said.append(PlanBox("worksheet", f"On the worksheet: {part.title or ''}"))
    rows.append(ScriptRow(tuple(seen), tuple(said)))
    return ScriptStep(f"{number}. {step.title} ({minutes})", tuple(rows), is_sung(step, last_sung))


def is_sung(step: Step, last: str) -> bool:
    """Say whether the class sings its verse in a step, so that the tune belongs to it.

    Args:
        step: the step.
        last: the last line of the verse; empty where the lesson has none.
    """
    return bool(last) and any(last in part.text for part in step.parts if part.kind == "everyone")


def written_for(lesson: Lesson, frameworks: Frameworks) -> str:
    """Say the strand of a lesson, and the year for which it was written.

    Args:
        lesson: the lesson.
        frameworks: the strands.
    """
    year = "Reception" if lesson.year == "R" else f"Year {lesson.year}"
    return f"Strand: {frameworks.strand_name(lesson.strand)}. Written for {year}."


def _on_board(part: Part) -> PlanBox | None:
    match part.kind:
        case "everyone":
            words = PICTURE.sub("", part.text).strip()
            return PlanBox("words", "On the board", words) if words else None
        case "chat" | "screen":
            return PlanBox("lines", f"On the board: {part.title}", part.text)
        case "word":
            return PlanBox("words", f"New word: {part.title}", part.text)
        case "quiz":
            return PlanBox("quiz", "The quiz")
        case _:
            return None
