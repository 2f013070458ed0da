"""What each phase has besides its lessons: the year's plan, key words, a poster, and a quiz for before and after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from macros.models.framework import Frameworks
from macros.models.lesson import Lesson, Part
from macros.models.phase import Phase
from macros.models.questions import Question
from macros.models.quiz import Quiz
from macros.views import addresses
from macros.views.markdown import block, bullets, front_matter

ANY_TIME = "At any time"
NO_LESSON = "No new lesson. A good time to ask the questions of earlier lessons again."
# Within the reading limits of the youngest.
CAN_DO = "You had a go at it all."
AT_HOME = "Tell one thing you know."


def knowledge_quiz(questions: Iterable[Question]) -> Quiz:
    """Make the quiz for before and after the year; each question's id is its own already."""
    return Quiz(title="What do we know?", can_do=CAN_DO, at_home=AT_HOME, questions=tuple(questions))


def key_words(lessons: Sequence[Lesson]) -> tuple[Part, ...]:
    """Gather the new words of lessons, each once: as it is first taught."""
    words: dict[str, Part] = {}
    for lesson in lessons:
        for word in lesson.words:
            words.setdefault((word.title or "").casefold(), word)
    return tuple(words.values())


def words_page(phase: Phase) -> str:
    """Make the page of key words, for the wall, the table or a family that reads another language."""
    return _for_learners(
        phase,
        "learner.html",
        f"Our words: {phase.title}",
        f"The new words of the online-safety lessons for {phase.title}, with pictures.",
        f'{{{{ key_words("{phase.id}") }}}}',
    )


def poster_page(phase: Phase) -> str:
    """Make the poster."""
    return _for_learners(
        phase,
        "poster.html",
        f"Poster: {phase.title}",
        f"A poster for the classroom, {phase.title}: pause, tell someone, sort it together.",
        "# Online, we look after each other",
        f'{{{{ poster("{phase.id}") }}}}',
    )


def check_page(phase: Phase) -> str:
    """Make the quiz for before and after the year, for the class board or a child's screen."""
    return _for_learners(
        phase,
        "learner.html",
        f"What do we know? {phase.title}",
        f"A quiz for before and after the year's online-safety lessons, {phase.title}.",
        "There is one question from each lesson. It is fine not to know yet.",
        "## Have a go",
        f'{{{{ knowledge_check("{phase.id}") }}}}',
    )


def check_paper(phase: Phase) -> str:
    """Make the same quiz for paper."""
    return _for_learners(
        phase,
        "worksheet.html",
        f"What do we know? {phase.title}: on paper",
        f"The quiz for before and after the year's lessons, {phase.title}, to print.",
        "# What do we know?",
        "## It is fine not to know yet",
        f'{{{{ knowledge_check_paper("{phase.id}") }}}}',
        search={"exclude": True},
    )


def _for_learners(phase: Phase, template: str, title: str, description: str, *body: str, **more: object) -> str:
    head = {"template": template, "title": title, "description": description, "phase": phase.id, "for": "Learners"}
    return "\n\n".join([front_matter(**head, **more), *body])


def _asked(name: str) -> tuple[str, ...]:
    return name, f"{name} plans", f"{name} lesson plans", f"{name} lessons"


def year_page(
    phase: Phase,
    lessons: Mapping[str, Lesson],
    frameworks: Frameworks,
    *,
    calendar: bool = False,
    packs: Sequence[str] = (),
) -> str:
    """Make the plan of the year for the teacher: half terms, lessons, what to print, the quiz with its answers.

    Args:
        phase: the phase.
        lessons: its lessons, by id, in the order in which they are taught.
        frameworks: for the names of the strands.
        calendar: whether there is a file of the year for a calendar.
        packs: the links to all lessons in one file, and to the posters, where there are such files.
    """
    dates = addresses.typed(addresses.year_calendar(phase.id), addresses.year(phase.id))
    links = (f"[The year in your calendar]({dates})" if calendar else "", *packs)
    also = "".join(f" · {link}" for link in links if link)
    minutes = sum(lesson.minutes for lesson in lessons.values())
    sections: list[str] = []
    for title, identities in phase.by_half_term(lessons):
        sections.append(f"### {title or ANY_TIME}")
        sections.extend(_taught(phase, identity, lessons[identity], frameworks) for identity in identities)
        if not identities:
            sections.append(NO_LESSON)

    def to(page: str) -> str:
        return addresses.typed(addresses.learners(phase.id, page), addresses.year(phase.id))

    tells = addresses.typed(addresses.IF_A_CHILD_TELLS_YOU, addresses.year(phase.id))
    lines = [
        front_matter(
            title=f"{phase.title}: the year",
            description=f"The year's online-safety lessons for {phase.title}, half term by half term, with plans.",
            also=[words for name in phase.also for words in _asked(name)],
            **{"for": "Teachers and staff"},
        ),
        f"# {phase.title}: the year",
        block(
            "minute",
            "In one minute",
            f"{len(lessons)} lessons, {minutes} minutes in all. Each can be taught from its plan as it stands.\n\n"
            f"[Learners' page]({to('')}) · [Words]({to('words')}) · [Poster]({to('poster')}) · "
            f"[If a child tells you something]({tells}){also}",
        ),
        "## Half term by half term",
        *sections,
        "## To print",
        bullets([
            f"[Words with pictures]({to('words')})",
            f"[Poster]({to('poster')})",
        ]),
    ]  # fmt: skip
    if phase.check:
        lines += [
            "## Before and after",
            "Ask the same questions before the first lesson and after the last one. Nobody is marked: the counts show "
            "you what to teach, and then what was learnt.",
            bullets([
                f"On the class board: open [the quiz]({to('check')}), press **Class board**, and choose "
                "“Before” or “After”. Children vote by hands, and you tap the counts.",
                f"On paper: print [the quiz]({to('check-paper')}). No names are needed.",
            ]),
            "Look out for a choice that many children make. It tells you which lesson needs more time.",
            "### Answers and reasons { #answers data-search-exclude }",
            f'{{{{ knowledge_check_answers("{phase.id}") }}}}',
        ]  # fmt: skip
    return "\n\n".join(lines)


def _taught(phase: Phase, identity: str, lesson: Lesson, frameworks: Frameworks) -> str:
    def to(page: str) -> str:
        return addresses.typed(addresses.lesson(phase.id, identity, page), addresses.year(phase.id))

    return (
        f"**[{lesson.title}]({to('teach')})** · {frameworks.strand_name(lesson.strand)} · {lesson.minutes} "
        "minutes\n\n"
        f"{lesson.outcome}\n\n"
        f"[Plan]({to('teach')}) · [Learner's page]({to('index')}) · [Worksheet]({to('worksheet')}) · "
        f"[Social story]({to('story')})"
    )
