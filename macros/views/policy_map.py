"""The map of the policy: where each clause is taught, asked about, explained and done."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.models.clause_use import ClauseUse
from macros.models.framework import Frameworks
from macros.models.phase import Phase
from macros.models.policy import Clause, Policy
from macros.models.topic import Topic
from macros.views import addresses
from macros.views.curriculum import Taught, strand_heads
from macros.views.markdown import as_words, block, front_matter, table

READERS = (
    ("learners", "Learners"),
    ("parents", "Parents and carers"),
    ("staff", "Staff"),
    ("governors", "Governors"),
    ("dsl", "DSL"),
    ("account-holders", "Official account"),
    ("everyone", "Everyone"),
)


NOT_TAUGHT = "Not taught here"
HEAD = ("Point", "Section", "Approved words", "Plain words", "For", "Lessons", "Quiz questions", "Pages", "Lists")


@dataclass(frozen=True)
class Link:
    """A place of the site: its words, and its address from the site's root."""

    words: str
    target: str


@dataclass(frozen=True)
class Lesson:
    """A lesson that teaches a clause, or whose quiz asks about it.

    Attributes:
        plan: the lesson.
        teaches: whether it teaches the clause itself.
        questions: how many questions of its quiz ask about the clause.
        quiz: the address of the quiz.
    """

    plan: Link
    teaches: bool
    questions: int
    quiz: str


@dataclass(frozen=True)
class Age:
    """The lessons of one phase."""

    title: str
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Place:
    """Where one clause is at home.

    Attributes:
        clause: the clause.
        words: its plain words.
        readers: whom it is for.
        ages: its lessons, by phase.
        pages: the pages on which it is done or explained.
        lists: the checklists that stand there.
        about: the topics that it is about: where no lesson is named, none for the years of the school teaches them.
    """

    clause: Clause
    words: str
    readers: str
    ages: tuple[Age, ...]
    pages: tuple[Link, ...]
    lists: tuple[Link, ...]
    about: tuple[str, ...] = ()

    @property
    def lessons_missing(self) -> str:
        """What stands in the place of its lessons, where there is none."""
        return NOT_TAUGHT if self.about else ""

    @property
    def has_home(self) -> bool:
        """Whether there is a page or a lesson for it."""
        return bool(self.pages or self.ages)


@dataclass(frozen=True)
class Figures:
    """What governors can quote.

    Attributes:
        points: how many clauses the policy has.
        homes: how many of them have a home.
        advice: how many clauses every phase owes its learners.
        learnt: how many of these are taught and asked about in every phase.
        ages: how many phases there are.
        whole: how many of these teach and ask about all that they owe.
    """

    points: int
    homes: int
    advice: int
    learnt: int
    ages: int
    whole: int

    @property
    def said(self) -> dict[str, str]:
        """Each count as a page shows it."""
        return {
            "points": str(self.points),
            "homes": f"{self.homes} of {self.points}",
            "advised": str(self.advice),
            "advice": f"{self.learnt} of {self.advice}",
            "ages": f"{self.whole} of {self.ages}",
        }


def readers_of(use: ClauseUse) -> str:
    """Name the readers of a clause."""
    return ", ".join(name for reader, name in READERS if reader in use.readers)


def figures_of(places: Sequence[Place], advice: Sequence[str], phases: Sequence[Phase]) -> Figures:
    """Count what governors can quote.

    Args:
        places: every clause with its places.
        advice: the ids of the clauses that every phase owes its learners.
        phases: the phases.
    """
    done = {place.clause.id: _taught_and_asked(place) for place in places}
    owed = [done[identity] for identity in advice]
    titles = [phase.title for phase in phases]
    return Figures(
        points=len(places),
        homes=sum(place.has_home for place in places),
        advice=len(owed),
        learnt=sum(titles_done >= set(titles) for titles_done in owed),
        ages=len(titles),
        whole=sum(all(title in titles_done for titles_done in owed) for title in titles),
    )


def _taught_and_asked(place: Place) -> set[str]:
    """Name the phases in which a clause is taught, and is asked about."""
    return {
        age.title
        for age in place.ages
        if any(lesson.teaches for lesson in age.lessons) and any(lesson.questions for lesson in age.lessons)
    }


def policy_map_file(policy: Policy, places: Sequence[Place]) -> bytes:
    """Make the map as a file for a spreadsheet: one row for each clause, as RFC 4180 has it.

    Args:
        policy: the policy.
        places: every clause with its places.
    """
    sections = {clause.id: section for section in policy.sections for clause in section.clauses}
    written = io.StringIO(newline="")
    sheet = csv.writer(written)
    sheet.writerow(HEAD)
    for place in places:
        section = sections[place.clause.id]
        lessons = [(age.title, lesson) for age in place.ages for lesson in age.lessons]
        sheet.writerow([
            place.clause.reference,
            f"{section.number}. {section.title}",
            place.clause.text,
            place.words,
            place.readers,
            "; ".join(f"{lesson.plan.words} ({age})" for age, lesson in lessons) or place.lessons_missing,
            sum(lesson.questions for _, lesson in lessons),
            "; ".join(page.words for page in place.pages),
            "; ".join(one.words for one in place.lists),
        ])  # fmt: skip
    return written.getvalue().encode("utf-8-sig")  # so that Excel reads it as what it is


def policy_map_page(
    policy: Policy,
    figures: Figures,
    phases: Sequence[Phase],
    taught: Sequence[Taught],
    frameworks: Frameworks,
    topics: Sequence[Topic],
    uses: Mapping[str, ClauseUse],
) -> str:
    """Make the page of the map; the table of each section is drawn by the macro that it calls.

    Args:
        policy: the policy.
        figures: the numbers at the top.
        phases: the phases, in order of age.
        taught: every lesson, in the order in which they are taught.
        frameworks: the strands.
        topics: what lessons are about.
        uses: what is made of each clause: whom it is for, and what it is about.
    """
    said = figures.said
    how_to_read, curriculum, file = (
        addresses.typed(address, addresses.POLICY_MAP)
        for address in (addresses.HOW_TO_READ_THE_MAP, addresses.CURRICULUM_MAP, addresses.POLICY_MAP_FILE)
    )
    lines = [
        f"- **{said['homes']}** points of the policy are on at least one page of this website. That counts pages: it "
        "doesn't show that the school does what a point says."
    ]
    if figures.advice:
        lines.append(
            f"- **{said['advice']}** points of advice for learners have a lesson and a quiz question on this website, "
            f"for **{said['ages']}** ages."
        )
    lines += [
        f"- The numbers are worked out from the site whenever it is built. [How to read the map]({how_to_read}).",
        "- [By point](#by-point-of-the-policy) · [By strand and age](#by-strand-and-age) · "
        f"[The whole map as a file]({file}) for a spreadsheet. On paper it's all open, on A4 sideways.",
    ]
    sections = [f'{{{{ policy_map("{section.id}") }}}}' for section in policy.sections]
    rows = [
        [
            name,
            *(
                ", ".join(each.link for each in taught if (each.phase, each.lesson.strand) == (phase, identity)) or "–"
                for phase in phases
            ),
        ]
        for identity, name in strand_heads(frameworks)
    ]
    return "\n\n".join([
        front_matter(
            title="The map of the policy",
            description="Every point of the policy with the lessons, questions, pages and lists where it is at home.",
            **{"for": "Governors, teachers and staff"},
            hide=["toc"],
        ),
        "# The map of the policy",
        block("minute", "In one minute", "\n".join(lines)),
        "## By point of the policy",
        "Open a section. The number leads to the approved words. The plain words beside it are ours.",
        *sections,
        "## Topics and points",
        *_unjoined(policy, taught, topics, uses),
        "## By strand and age",
        "The strands are those of *Education for a Connected World* (UK Council for Internet Safety, 2020). "
        f"The [curriculum map]({curriculum}) says what is learnt in each lesson.",
        '<details class="map-section" markdown="1">\n<summary>Which lessons there are</summary>',
        table(["Strand", *(phase.title for phase in phases)], [row for row in rows if set(row[1:]) != {"–"}]),
        "</details>",
    ])  # fmt: skip


def _unjoined(
    policy: Policy, taught: Sequence[Taught], topics: Sequence[Topic], uses: Mapping[str, ClauseUse]
) -> Iterator[str]:
    """Name the topics without a clause, and the clauses for learners without a lesson."""
    about = {topic for use in uses.values() for topic in use.about}
    without = [as_words(topic.name) for topic in topics if topic.id not in about]
    in_lessons = {topic for each in taught for topic in each.lesson.topics}
    for_learners = [
        clause for clause in policy.clauses.values() if {"learners", "everyone"} & set(uses[clause.id].readers)
    ]
    missed = [clause for clause in for_learners if not in_lessons & set(uses[clause.id].about)]
    yield (
        f"**Topics without a point:** {'; '.join(without)}. Lessons teach them all the same."
        if without
        else f"The policy has a point about each of the {len(topics)} topics of the lessons."
    )
    if missed:
        links = (
            f"[{clause.reference}]({addresses.typed(addresses.clause(clause.id), addresses.POLICY_MAP)})"
            for clause in missed
        )
        yield (
            f"**Points without a lesson:** of {len(for_learners)} points that are for learners or everyone, "
            f"{len(missed)} are about no topic of a lesson: {', '.join(links)}."
        )
