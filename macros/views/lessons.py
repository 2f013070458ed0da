"""A lesson as learners see it: their page, the worksheet and the social story; and the answers, a sheet of its own.

What is for the teacher alone is never in the learner's page or the worksheet: those views take
only the parts that are named for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.models.lesson import Lesson, Part
from macros.models.phase import Phase
from macros.models.quiz import Quiz
from macros.views.markdown import as_words, block, closed, front_matter, opened
from macros.views.spreads import Spread, is_long, spreads_of, symbols_and_words

YOUNGEST = frozenset({"early-years"})  # who do not read yet
LISTENERS = frozenset({"early-years", "years-1-2"})  # to whom a grown-up reads
CUT = re.compile(r"\bcut\b", re.IGNORECASE)
TASK = re.compile(r"\*\*Task|\d+\.|#")  # how a task begins, which ends the one before


def learner_page(identity: str, lesson: Lesson, quiz: Quiz, phase: Phase) -> str:
    """Make the page for learners: the steps without anything that is for adults alone.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        quiz: its quiz, which says what to talk about at home.
        phase: its age.

    Returns:
        Markdown with its front matter.
    """
    lines = [
        front_matter(
            template="learner.html",
            title=lesson.title,
            description=lesson.summary,
            phase=phase.id,
            lesson=identity,
            also=[word.title for word in lesson.words if word.title],
            whiteboard=True,
            sheet="book",
            **{"for": "Learners"},
        ),
        f"# {lesson.title}",
        # The youngest open on a picture: the outcome is their teacher's.
        *([] if phase.id in LISTENERS else [f'<p class="outcome">{lesson.outcome}</p>']),
        opened("div", "book", module="book"),
    ]
    spreads = list(spreads_of(lesson))
    for number, spread in enumerate(spreads, start=1):
        lines.extend(_spread(identity, lesson, number, spread))
    home = [
        block("home", part.title or "For your grown-up", part.text)
        for step in lesson.steps
        for part in step.parts
        if part.kind == "home"
    ]
    lines.append(opened("section", "spread", f"page-{len(spreads) + 1}"))
    lines.extend(("## At home { #at-home }", as_words(quiz.at_home), *home, closed("section"), closed("div")))
    return "\n\n".join(lines) + "\n"


def worksheet(identity: str, lesson: Lesson, phase: Phase, *, large: bool = False) -> str:
    """Make the page to print: things to do on paper, then the quiz without its answers; in large print if asked.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        phase: its age.
        large: whether it is in large print.

    Returns:
        Markdown with its front matter.
    """
    kind = "worksheet in large print" if large else "worksheet"
    lines = [
        front_matter(
            template="worksheet.html",
            title=f"{lesson.title} – {kind}",
            phase=phase.id,
            lesson=identity,
            large=large,
            description=f"The {kind} of the lesson “{lesson.title}”.",
            search={"exclude": True},
            **{"for": "Learners"},
        ),
        f"# {lesson.title}",
        f'<p class="outcome">{lesson.outcome}</p>',
    ]
    for step in lesson.steps:
        for part in step.parts:
            if part.kind == "worksheet":
                lines.append(f"## {part.title or step.title}")
                lines.extend(_to_cut(part.text))
    lines.append("## Quiz { #quiz }")
    lines.append(f'{{{{ quiz_paper("{identity}") }}}}')
    return "\n\n".join(lines) + "\n"


def social_story(identity: str, lesson: Lesson, phase: Phase) -> str:
    """Make the lesson as a social story: short sentences that a learner can say, with symbols.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        phase: its age.

    Returns:
        Markdown with its front matter.
    """
    lines = [
        front_matter(
            template="learner.html",
            title=f"{lesson.title} – a story about me",
            description=f"The lesson “{lesson.title}” in short sentences with symbols.",
            phase=phase.id,
            lesson=identity,
            search={"exclude": True},
            **{"for": "Learners"},
        ),
        f"# {lesson.title}",
        f'{{{{ social_story("{identity}") }}}}',
    ]
    return "\n\n".join(lines) + "\n"


def answer_sheet(identity: str, lesson: Lesson) -> str:
    """Make the sheet for the teacher, to print by itself: the answer of every question, and the reasons.

    Args:
        identity: the lesson's id.
        lesson: the lesson.

    Returns:
        Markdown with its front matter.
    """
    head = front_matter(
        template="answers.html",
        title=f"{lesson.title} – answer sheet",
        lesson=identity,
        description=f"The answers of the quiz “{lesson.title}”, with the reasons, for the teacher.",
        search={"exclude": True},
        **{"for": "Teachers and staff"},
    )
    return (
        f'{head}\n\n# {lesson.title} – answer sheet\n\n## Answers and reasons\n\n{{{{ quiz_answers("{identity}") }}}}\n'
    )


def _to_cut(text: str) -> Iterator[str]:
    """Give the blocks of a worksheet's part; the tables of a task that says to cut are marked, for dashed lines."""
    cut = False
    for words in text.split("\n\n"):
        if words.startswith("|"):
            yield from (opened("div", "to-cut"), words, closed("div")) if cut else (words,)
            continue
        cut = bool(CUT.search(words)) or (cut and not TASK.match(words))
        yield words


def _spread(identity: str, lesson: Lesson, number: int, spread: Spread) -> Iterator[str]:
    parts = lesson.steps[spread.step - 1].parts

    def shown(one: str | int) -> str:
        return one if isinstance(one, str) else _for_learner(f"{identity}/{spread.step}/{one}", parts[one - 1])

    classes = f"spread spread--{spread.shows}" if spread.shows else "spread"
    yield opened("section", classes, f"page-{number}")
    if spread.title:
        yield f"## {spread.title}{' { #quiz }' if spread.shows == 'quiz' else ''}"
    elif spread.shows == "quiz":
        yield '<span id="quiz"></span>'
    if spread.picture and spread.shows != "quiz":
        yield shown(spread.picture)
    if spread.parts:
        yield opened("div", "spread__words")
        for symbol, words in symbols_and_words(spread.parts):
            beside = [shown(one) for one in words]
            if symbol:
                long = " task--long" if is_long(words, parts) else ""
                yield from (opened("div", f"task{long}"), symbol, opened("div", "task__words"))
            yield from beside
            yield from (closed("div"), closed("div")) if symbol else ()
        yield closed("div")
    if spread.picture and spread.shows == "quiz":
        yield shown(spread.picture)
    yield closed("section")


def _for_learner(place: str, part: Part) -> str:
    match part.kind:
        case "quiz":
            return f'{{{{ quiz("{part.text}") }}}}'
        case "chat" | "screen":
            return f'{{{{ {part.kind}("{place}") }}}}'
        case "aloud":
            return block("aloud", "Read aloud", part.text, shut=True)
        case _:
            return block("word", part.title or "", part.text)
