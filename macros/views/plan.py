"""A lesson as its teacher has it in the hand: two sides to teach from, then the script beside what the class sees.

The first side is what a teacher reads with five minutes to go; the second is what is looked up. The script is printed
when it is asked for (`#script`), and what nobody needs on paper folds away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.models.framework import Frameworks
from macros.models.lesson import Lesson, Part, Step
from macros.models.phase import Phase
from macros.models.quiz import Quiz
from macros.views.addresses import AT_HOME, IF_A_CHILD_TELLS_YOU, QUIZ, SONG, beside, from_a_lesson
from macros.views.markdown import as_words, block, bullets, closed, front_matter, opened, table
from macros.views.spreads import PICTURE

QUESTION = re.compile(r'"([^"]*\?)"')
ASKED = re.compile(r"[^.!?\n]*\?")
SENTENCE = re.compile(r'.+?[.!?]["”’]?(?=\s|$)', re.DOTALL)
ENDED = re.compile(r'[.?!]"?\*$')
LISTED = re.compile(r"^(?:[-*]|\d+\.) +", re.MULTILINE)
TO_LISTEN_FOR = 3  # more than a teacher can hold in mind while teaching


def teacher_plan(
    identity: str,
    lesson: Lesson,
    quiz: Quiz,
    phase: Phase,
    frameworks: Frameworks,
    elsewhere: str = "",
    verse: Sequence[str] = (),
    pack: str = "",
) -> str:
    """Make the plan: two sides to teach from, and the script with all that the learner's page has.

    Args:
        identity: the lesson's id.
        lesson: the lesson.
        quiz: its quiz, of which it names the questions for class.
        phase: its phase.
        frameworks: strands and curriculum statements.
        elsewhere: the part that offers the quiz for other services.
        verse: the lines that the class sings, if it does; their notes stand where the last of them is.
        pack: the link to all of the lesson in one file, if there is one.
    """
    strand = frameworks.strand_name(lesson.strand)
    asked = class_questions(lesson, quiz)
    notes = (verse[-1], f'{{{{ verse_notes("{identity}") }}}}') if verse else None
    lines = [
        front_matter(
            template="plan.html",
            title=f"{lesson.title} – plan",
            description=f"The teacher's plan for “{lesson.title}”, {phase.title}, {lesson.minutes} minutes.",
            lesson=identity,
            also=[lesson.title, strand, *(word.title for word in lesson.words if word.title)],
            **{"for": "Teachers and staff"},
        ),
        f"# {lesson.title} – the teacher's plan",
        opened("div", "plan-links"),
        f"[Learner's page]({beside('index')}) · [Worksheet]({beside('worksheet')}) · "
        f"[Worksheet in large print]({beside('worksheet-large')}) · [Social story]({beside('story')}) · "
        f"[Answer sheet]({beside('answers')}) · [The script](#script) · [Quiz for other services](#elsewhere) · "
        f"[If a child tells you something]({from_a_lesson(IF_A_CHILD_TELLS_YOU)})",
        pack and f"{pack}: slides, worksheet, answers, plan, story and quiz files, to change as you like.",
        "Print this page and you have the plan on one sheet, both sides. To print every word to say as well, open "
        "[the script](#script) first.",
        closed("div"),
        *_first_side(lesson, f"{phase.title} · {lesson.minutes} minutes · {strand}", asked),
        *_second_side(lesson),
        opened("section", "plan-script"),
        "## The script { #script }",
        *(line for number, step in enumerate(lesson.steps, start=1) for line in _scripted(number, step, asked, notes)),
        "### New words",
        "\n\n".join(f"{word.title}\n:   {word.text}" for word in lesson.words),
        closed("section"),
        *_not_on_paper(lesson, strand, frameworks, elsewhere),
    ]
    return "\n\n".join(line for line in lines if line) + "\n"


def class_questions(lesson: Lesson, quiz: Quiz) -> str:
    """Say which questions of the quiz are for class and which for later, by their numbers and how they begin.

    Args:
        lesson: the lesson, which names those for class.
        quiz: its quiz. What it asks again from earlier lessons comes first in the numbers, and is for later.
    """
    numbered = list(enumerate(quiz.questions, start=len(quiz.recall) + 1))
    now = [f"{number}, *{as_words(_begins(one.text))}*" for number, one in numbered if one.id in lesson.in_class]
    later = [
        *range(1, len(quiz.recall) + 1),
        *(number for number, one in numbered if one.id not in lesson.in_class),
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
        return board[0].strip().lstrip("#*-1234567890. ").replace("**", "")
    said = next(text for text in (*done, asked, *_of(step, "Say"), *(part.text for part in step.parts)) if text)
    return _sentences(said.strip('"'), 1)


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


def _of(step: Step, title: str) -> list[str]:
    return [part.text for part in step.parts if part.kind == "teacher" and part.title == title]


def _items(text: str) -> list[str]:
    """Give the items of a list, or its paragraphs where it is none, each as one line."""
    parts = LISTED.split(text) if LISTED.match(text) else text.split("\n\n")
    return [" ".join(part.split()) for part in parts if part.strip()]


def _sentences(text: str, number: int) -> str:
    paragraph = " ".join(LISTED.sub("", text).split("\n\n")[0].split())
    return " ".join(found[0].strip() for found, _ in zip(SENTENCE.finditer(paragraph), range(number), strict=False))


def _first_side(lesson: Lesson, facts: str, asked: str) -> Iterator[str]:
    rows = [
        (
            f"{number}. {step.title}",
            str(step.minutes),
            asked if any(part.kind == "quiz" for part in step.parts) else key_line(step),
        )
        for number, step in enumerate(lesson.steps, 1)
    ]
    yield opened("section", "plan-side")
    yield "## On one sheet"
    yield facts
    yield f"**{lesson.outcome}**"
    yield opened("div", "plan-columns")
    for heading, text in (
        ("Children have learnt it when", bullets(lesson.success_criteria)),
        ("Have ready", bullets(lesson.have_ready)),
        ("You and the DSL", f"{lesson.dsl} [More about this](#safeguarding)"),
        ("Without a device", lesson.no_device),
    ):
        yield from (opened("div", "plan-part"), f"### {heading}", text, closed("div"))
    yield closed("div")
    yield f"### The lesson, {lesson.minutes} minutes"
    yield table(["Step", "Minutes", "Ask"], rows)
    heard = things_to_listen_for(lesson)
    if heard:
        yield from ("### Listen for", bullets(heard))
    yield closed("section")


def _second_side(lesson: Lesson) -> Iterator[str]:
    yield opened("section", "plan-side")
    yield "## If you need it"
    yield opened("div", "plan-columns")
    thoughts = "\n\n".join(f"**“{item.thought}”** {item.reply}" for item in lesson.misconceptions)
    levels = (
        ("Secure", lesson.assessment.secure),
        ("Developing", lesson.assessment.developing),
        ("Misconception", lesson.assessment.misconception),
    )
    for heading, text in (
        ("What children often think", thoughts),
        ("What to look for", "\n\n".join(f"**{name}.** {text}" for name, text in levels)),
        ("Support", bullets(lesson.support)),
        ("Stretch", bullets(lesson.stretch)),
        ("Needs", "\n\n".join(f"**{item.need}.** {item.change}" for item in lesson.adaptations)),
        ("Safeguarding { #safeguarding }", lesson.safeguarding),
    ):
        yield from (opened("div", "plan-part"), f"### {heading}", text, closed("div"))
    yield closed("div")
    in_order = "\n".join(f"{number}. {text}" for number, text in enumerate(lesson.five_minutes, start=1))
    yield from ("### Five-minute version { #five-minutes }", in_order, closed("section"))


def _scripted(number: int, step: Step, asked: str, notes: tuple[str, str] | None) -> Iterator[str]:
    """Write a step in rows: what the class sees, and beside it what the teacher says and does then.

    Args:
        number: the step's number.
        step: the step.
        asked: which questions of the quiz are for class.
        notes: the last line that is sung, and the notes that follow the step in which it stands.
    """
    minutes = f"{step.minutes} minute{'s' if step.minutes != 1 else ''}"
    yield f"### {number}. {step.title} ({minutes})"
    seen: list[str] = []
    said: list[str] = []
    for part in step.parts:
        on_board = _on_board(part, asked)
        if on_board and said:
            yield from _row(seen, said)
            seen, said = [], []
        if on_board:
            seen.append(on_board)
        elif part.kind == "aloud":
            said.append(block("teacher", "Read aloud", part.text))
        elif part.kind == "teacher":
            said.append(block("teacher", part.title or "For you", part.text))
        elif part.kind == "home":
            said.append(block("note", "For home", f"It's on the [learner's page]({beside('index', AT_HOME)})."))
        elif part.kind == "worksheet":
            sheet = f"On the worksheet: {part.title or ''}"
            said.append(block("note", sheet, f"It's on the [worksheet]({beside('worksheet')})."))
    yield from _row(seen, said)
    if notes and any(notes[0] in part.text for part in step.parts if part.kind == "everyone"):
        yield from (notes[1], f"Every verse is on [one sheet to print]({from_a_lesson(SONG)}).")


def _on_board(part: Part, asked: str) -> str:
    match part.kind:
        case "everyone":
            words = PICTURE.sub("", part.text).strip()
            return block("board", "On the board", words) if words else ""
        case "chat" | "screen":
            # Its lines are shown as they were typed: no tag, macro or link is among them.
            return block(
                "board",
                f"On the board: {part.title}",
                bullets(as_words(line.removeprefix("- ")) for line in part.text.split("\n")),
            )
        case "word":
            return block("board", f"New word: {part.title}", part.text)
        case "quiz":
            page, sheet = beside("index", QUIZ), beside("worksheet", QUIZ)
            where = f"It's on the [learner's page]({page}) and the [worksheet]({sheet})."
            return block(
                "board", "The quiz", f"{asked} {where} The reasons are on the [answer sheet]({beside('answers')})."
            )
        case _:
            return ""


def _row(seen: list[str], said: list[str]) -> Iterator[str]:
    yield opened("div", "plan-row")
    for classes, blocks in (("plan-seen", seen), ("plan-said", said)):
        if blocks:
            yield from (opened("div", classes), *blocks, closed("div"))
    yield closed("div")


def _not_on_paper(lesson: Lesson, strand: str, frameworks: Frameworks, elsewhere: str) -> Iterator[str]:
    texts: Mapping[str, str] = {code.code: f"{code.curriculum}: {code.text}" for code in frameworks.codes}
    statements = bullets(
        [f"**{strand}** (Education for a Connected World)"]
        + [f"**{code}**, {texts[code]}" for code in lesson.codes]
        + [f"**{code}** in part, {texts[code]}" for code in lesson.codes_in_part]
    )
    clauses = [f'{{{{ clause("{clause}") }}}}' for clause in lesson.clauses]
    yield from _folded("Curriculum and policy", [statements, *clauses])
    if elsewhere:
        yield from _folded("Take the quiz elsewhere { #elsewhere }", [elsewhere])


def _folded(heading: str, texts: list[str]) -> Iterator[str]:
    yield opened("details", "plan-more")
    yield from (opened("summary", "plan-more__name"), f"## {heading}", closed("summary"))
    yield from texts
    yield closed("details")
