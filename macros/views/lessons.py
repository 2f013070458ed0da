"""A lesson as its readers see it: the learner's page, the teacher's plan and the worksheet.

What is for the teacher alone is never in the learner's page or the worksheet: those views take
only the parts that are named for them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from macros.models.framework import Frameworks
from macros.models.lesson import Lesson, Part, Step
from macros.models.phase import Phase
from macros.models.quiz import Quiz
from macros.views.markdown import block, bullets, closed, front_matter, opened, table
from macros.views.spreads import PICTURE, Spread, spreads_of

LISTENERS = frozenset({"early-years", "years-1-2"})  # to whom a grown-up reads
LONG_TASK = 160  # letters beside a symbol; on a phone, more stand under it
BLOCK_BEGINS = re.compile(r"^(?:[#+:=~!?-]|\*\s|\d+[.)]\s)")


def learner_page(identity: str, lesson: Lesson, quiz: Quiz, phase: Phase) -> str:
    """Make the page for learners: the steps without anything that is for adults alone."""
    lines = [
        front_matter(
            template="learner.html",
            title=lesson.title,
            description=lesson.summary,
            phase=phase.id,
            lesson=identity,
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
    lines.extend(("## At home { #at-home }", _as_words(quiz.at_home), *home, closed("section"), closed("div")))
    return "\n\n".join(lines) + "\n"


def worksheet(identity: str, lesson: Lesson, quiz: Quiz, phase: Phase, *, large: bool = False) -> str:
    """Make the page to print: things to do on paper, then the quiz without its answers; in large print if asked."""
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
                lines.append(part.text)
    lines.append("## Quiz { #quiz }")
    lines.append(f'{{{{ quiz_paper("{identity}") }}}}')
    return "\n\n".join(lines) + "\n"


def social_story(identity: str, lesson: Lesson, phase: Phase) -> str:
    """Make the lesson as a social story: short sentences that a learner can say, with symbols."""
    lines = [
        front_matter(
            template="learner.html",
            title=f"{lesson.title} – a story about me",
            description=f"The lesson “{lesson.title}” in short sentences with symbols.",
            phase=phase.id,
            lesson=identity,
            **{"for": "Learners"},
        ),
        f"# {lesson.title}",
        f'{{{{ social_story("{identity}") }}}}',
    ]
    return "\n\n".join(lines) + "\n"


def answer_sheet(identity: str, lesson: Lesson) -> str:
    """Make the sheet for the teacher, to print by itself: the answer of every question, and the reasons."""
    head = front_matter(
        template="answers.html",
        title=f"{lesson.title} – answer sheet",
        description=f"The answers of the quiz “{lesson.title}”, with the reasons, for the teacher.",
        search={"exclude": True},
        **{"for": "Teachers and staff"},
    )
    return (
        f'{head}\n\n# {lesson.title} – answer sheet\n\n## Answers and reasons\n\n{{{{ quiz_answers("{identity}") }}}}\n'
    )


def teacher_plan(identity: str, lesson: Lesson, phase: Phase, frameworks: Frameworks, elsewhere: str = "") -> str:
    """Make the plan: all that the learner's page has, and what to say, ask and mind.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        phase: its phase.
        frameworks: strands and curriculum statements.
        elsewhere: the part that offers the quiz for other services.
    """
    strand = frameworks.strand_name(lesson.strand)
    texts: Mapping[str, str] = {code.code: f"{code.curriculum}: {code.text}" for code in frameworks.codes}
    lines = [
        front_matter(
            template="plan.html",
            title=f"{lesson.title} – plan",
            description=f"The teacher's plan for “{lesson.title}”, {phase.title}, {lesson.minutes} minutes.",
            **{"for": "Teachers and staff"},
        ),
        f"# {lesson.title} – the teacher's plan",
        block(
            "minute",
            "In one minute",
            f"{phase.title} · {lesson.minutes} minutes · {strand}\n\n"
            f"**{lesson.outcome}**\n\n"
            "[Learner's page](index.md) · [Worksheet](worksheet.md) · [Worksheet in large print](worksheet-large.md) · "
            "[Social story](story.md) · [Answer sheet](answers.md) · [Five-minute version](#five-minutes) · "
            "[Quiz for other services](#elsewhere) · "
            "[If a child tells you something](../../../teachers/index.md#if-a-child-tells-you)",
        ),
        "## Before the lesson",
        "### Have ready",
        bullets(lesson.have_ready),
        "### Without a device",
        lesson.no_device,
        "### Safeguarding",
        lesson.safeguarding,
        "### Children have learnt it when",
        bullets(lesson.success_criteria),
        f"## The lesson, {lesson.minutes} minutes",
        _timetable(lesson),
    ]
    for number, step in enumerate(lesson.steps, start=1):
        lines.extend(_planned(number, step))
    lines += [
        "## What children often think",
        *(f"**“{item.thought}”**\n\n{item.reply}" for item in lesson.misconceptions),
        "## New words",
        _words(lesson.words),
        "## Support, stretch and needs",
        "### Support",
        bullets(lesson.support),
        "### Stretch",
        bullets(lesson.stretch),
        *(f"### {item.need}\n\n{item.change}" for item in lesson.adaptations),
        "## What to look for",
        f"**Secure.** {lesson.assessment.secure}",
        f"**Developing.** {lesson.assessment.developing}",
        f"**Misconception.** {lesson.assessment.misconception}",
        "## Five-minute version { #five-minutes }",
        lesson.five_minutes,
        "## Curriculum and policy",
        bullets(
            [f"**{strand}** (Education for a Connected World)"]
            + [f"**{code}**, {texts[code]}" for code in lesson.codes]
            + [f"**{code}** in part, {texts[code]}" for code in lesson.codes_in_part]
        ),
        *(f'{{{{ clause("{clause}") }}}}' for clause in lesson.clauses),
        elsewhere,
    ]
    return "\n\n".join(line for line in lines if line) + "\n"


def _as_words(text: str) -> str:
    """Keep a text of a quiz from being read as tags, macros, links or blocks: only emphasis and code are meant."""
    line = html.escape(" ".join(text.split()), quote=False).replace("{", "&#123;").replace("[", "&#91;")
    return BLOCK_BEGINS.sub(lambda mark: f"&#{ord(mark[0][0])};{mark[0][1:]}", line)


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
        words = [shown(one) for one in spread.parts]
        for symbol, beside in _tasks(words):
            if symbol:
                long = " task--long" if len("".join(beside)) > LONG_TASK else ""
                yield from (opened("div", f"task{long}"), symbol, opened("div", "task__words"))
            yield from beside
            yield from (closed("div"), closed("div")) if symbol else ()
        yield closed("div")
    if spread.picture and spread.shows == "quiz":
        yield shown(spread.picture)
    yield closed("section")


def _tasks(words: Iterable[str]) -> list[tuple[str | None, list[str]]]:
    """Give each symbol with the words that follow it; what stands before the first has none."""
    tasks: list[tuple[str | None, list[str]]] = [(None, [])]
    for one in words:
        if PICTURE.match(one):
            tasks.append((one, []))
        else:
            tasks[-1][1].append(one)
    return tasks


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


def _planned(number: int, step: Step) -> Iterable[str]:
    yield f"### {number}. {step.title} ({_minutes(step.minutes)})"
    for part in step.parts:
        match part.kind:
            case "everyone":
                words = PICTURE.sub("", part.text).strip()
                if words:
                    yield block("board", "On the board", words)
            case "aloud":
                yield block("teacher", "Read aloud", part.text)
            case "chat" | "screen":
                # Its lines are shown as they were typed: no tag, macro or link is among them.
                yield block("board", f"On the board: {part.title}", bullets(map(_as_words, part.text.split("\n"))))
            case "word":
                yield block("board", f"New word: {part.title}", part.text)
            case "quiz":
                yield (
                    "The quiz is on the [learner's page](index.md#quiz) and the [worksheet](worksheet.md#quiz). "
                    "The reasons are on the [answer sheet](answers.md)."
                )
            case "teacher":
                yield block("teacher", part.title or "For you", part.text)
            case "home" | "worksheet":
                yield block(
                    "note",
                    "For home" if part.kind == "home" else f"On the worksheet: {part.title or ''}",
                    "It is on the [learner's page](index.md#at-home)."
                    if part.kind == "home"
                    else "It is on the [worksheet](worksheet.md).",
                )


def _minutes(number: int) -> str:
    return f"{number} minute{'s' if number != 1 else ''}"


def _timetable(lesson: Lesson) -> str:
    rows = [(f"{number}. {step.title}", str(step.minutes)) for number, step in enumerate(lesson.steps, start=1)]
    return table(["Step", "Minutes"], [*rows, ("All", str(lesson.minutes))])


def _words(words: Iterable[Part]) -> str:
    return "\n\n".join(f"{word.title}\n:   {word.text}" for word in words)
