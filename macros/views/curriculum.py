"""The curriculum map: which lesson teaches what, by strand, by statement and by point of the policy."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from macros.models.clause_use import ClauseUse
from macros.models.framework import ALL_STRANDS, Frameworks, Statement, Year
from macros.models.lesson import Claim, Lesson
from macros.models.phase import Phase
from macros.models.policy import Policy
from macros.models.quiz import Quiz
from macros.views import addresses
from macros.views.markdown import as_words, block, front_matter, table
from macros.views.quizzes import question_numbers
from macros.views.spreads import first_pages

HEAD = ("Statement", "Curriculum", "Strand", "Year", "In our words", "Taught", "Lesson", "Age", "Step", "Question")


@dataclass(frozen=True)
class Taught:
    """A lesson with its place in the site.

    Attributes:
        id: the lesson's id.
        phase: its phase.
        lesson: the lesson.
        quiz: its quiz.
    """

    id: str
    phase: Phase
    lesson: Lesson
    quiz: Quiz

    @property
    def link(self) -> str:
        """A link to its plan, from the map."""
        return f"[{self.lesson.title}]({_typed(addresses.lesson(self.phase.id, self.id, 'teach'))})"

    def step(self, title: str) -> str:
        """A link to a step, where learners see it, from the map.

        Args:
            title: the step's title.
        """
        page = addresses.spread(self.phase.id, self.id, first_pages(self.lesson)[title])
        return f"[{as_words(title)}]({_typed(page)})"


def _typed(address: str) -> str:
    return addresses.typed(address, addresses.CURRICULUM_MAP)


@dataclass(frozen=True)
class Count:
    """How many of some statements are taught.

    Attributes:
        name: what they are the statements of: a curriculum, a strand or a year.
        stated: how many there are.
        whole: how many are taught whole in at least one lesson.
        part: how many others are taught in part.
        asked: how many of those that are taught a quiz asks about.
    """

    name: str
    stated: int
    whole: int
    part: int
    asked: int

    @property
    def not_yet(self) -> int:
        """How many are not taught here yet."""
        return self.stated - self.whole - self.part


def map_page(
    phases: Sequence[Phase],
    taught: Sequence[Taught],
    frameworks: Frameworks,
    policy: Policy,
    uses: Mapping[str, ClauseUse],
) -> str:
    """Make the map.

    Args:
        phases: the phases, in order of age.
        taught: every lesson, in the order in which they are taught.
        frameworks: strands and curriculum statements.
        policy: the policy.
        uses: what is made of each of its clauses: what it is about.
    """
    return "\n\n".join([
        front_matter(
            title="Curriculum map",
            description="Every statement of the curriculum with its lesson, step and question, and what is not taught.",
            **{"for": "Teachers and staff"},
        ),
        "# Curriculum map",
        block(
            "minute",
            "In one minute",
            f"- {_total(count(frameworks.statements, taught, 'All'))}\n"
            f"- {len(taught)} lessons, in {len(frameworks.strands)} strands and for {len(phases)} ages.\n"
            "- [By curriculum statement](#by-curriculum-statement): the lesson, the step and the question.\n"
            "- [By strand and age](#by-strand-and-age): what a child can do, and how it grows.\n"
            "- [By point of the policy](#by-point-of-the-policy): where the policy is taught.\n"
            f"- [Every statement as a file]({_typed(addresses.CURRICULUM_MAP_FILE)}) for a spreadsheet.",
        ),
        "## By curriculum statement",
        "*In part* means that a lesson teaches some of a statement, not all of it. The words are our own, in short.",
        *_by_statement(taught, frameworks),
        "## By strand and age",
        "The strands are those of *Education for a Connected World* (UK Council for Internet Safety, 2020).",
        *_strands(phases, taught, frameworks),
        "## By point of the policy",
        "Each point that is for learners is taught at every age.",
        table(
            ["Point", *(phase.title for phase in phases)],
            (
                (f"[{clause.reference}]({_typed(addresses.clause(clause.id))})", *cells)
                for clause in policy.clauses.values()
                if set(cells := _by_phase(phases, taught, uses[clause.id].about)) != {"–"}
            ),
        ),
        "## As data",
        f"For another program: [every lesson]({_typed(addresses.LESSONS_DATA)}) as JSON, with "
        f"[a schema]({_typed(addresses.LESSONS_SCHEMA)}) that says what each name means, and "
        f"[the same for search engines]({_typed(addresses.LESSONS_LINKED_DATA)}), in the words of schema.org. You can "
        "copy, change and share the lessons under CC BY 4.0.",
    ])  # fmt: skip


def map_file(taught: Sequence[Taught], frameworks: Frameworks) -> bytes:
    """Make the map as a file for a spreadsheet, as RFC 4180 has it: a row for each lesson that teaches a statement.

    A statement that no lesson teaches has one row.

    Args:
        taught: every lesson, in the order in which they are taught.
        frameworks: strands and curriculum statements.
    """
    names = {strand.id: strand.name for strand in frameworks.strands}
    written = io.StringIO(newline="")
    sheet = csv.writer(written)
    sheet.writerow(HEAD)
    for one in frameworks.statements:
        of_statement = (one.id, one.curriculum, names.get(one.strand or "", ""), one.year or "", one.text)
        claims = [(claim, each) for each in taught for claim in each.lesson.teaches if claim.id == one.id]
        for claim, each in claims:
            questions = {question.id: question.text for question in each.quiz.questions}
            sheet.writerow([
                *of_statement,
                "In part" if claim.part else "Whole",
                each.lesson.title,
                each.phase.title,
                claim.step,
                questions[claim.question] if claim.question else "Not asked",
            ])  # fmt: skip
        if not claims:
            sheet.writerow([*of_statement, "Not yet", "", "", "", ""])
    return written.getvalue().encode("utf-8-sig")  # so that Excel reads it as what it is


def strand_heads(frameworks: Frameworks) -> list[tuple[str, str]]:
    """Give each strand's id and the words at its head, the lessons that open the year first."""
    return [(ALL_STRANDS, "To open the year"), *((strand.id, strand.name) for strand in frameworks.strands)]


def _strands(phases: Sequence[Phase], taught: Sequence[Taught], frameworks: Frameworks) -> Iterable[str]:
    for identity, name in strand_heads(frameworks):
        rows = [
            (phase.title, each.link, each.lesson.outcome)
            for phase in phases
            for each in taught
            if each.phase == phase and each.lesson.strand == identity
        ]
        if rows:
            yield f"### {name}"
            yield table(["Age", "Lesson", "What a child can do"], rows)


def statements_of(taught: Sequence[Taught], frameworks: Frameworks) -> tuple[Count, ...]:
    """Count the statements of each curriculum; one that is only taught in part is not counted as taught.

    Args:
        taught: every lesson.
        frameworks: the statements.
    """
    return tuple(
        count([one for one in frameworks.statements if one.curriculum == curriculum], taught, curriculum)
        for curriculum in _curricula(frameworks)
    )


def count(statements: Iterable[Statement], taught: Sequence[Taught], name: str) -> Count:
    """Count how many of some statements are taught.

    Args:
        statements: the statements.
        taught: every lesson.
        name: what they are the statements of.
    """
    ids = {statement.id for statement in statements}
    claims = [claim for each in taught for claim in each.lesson.teaches if claim.id in ids]
    whole = {claim.id for claim in claims if not claim.part}
    part = {claim.id for claim in claims} - whole
    return Count(name, len(ids), len(whole), len(part), len({claim.id for claim in claims if claim.question}))


def _curricula(frameworks: Frameworks) -> Iterable[str]:
    return dict.fromkeys(statement.curriculum for statement in frameworks.statements)


def _total(every: Count) -> str:
    return (
        f"Of {every.stated} statements, {every.whole} are taught whole in at least one lesson, {every.part} in part, "
        f"and {every.not_yet} not yet. A quiz asks about {every.asked} of them."
    )


def _by_statement(taught: Sequence[Taught], frameworks: Frameworks) -> Iterator[str]:
    yield _counts("Curriculum", statements_of(taught, frameworks))
    dated = [statement for statement in frameworks.statements if statement.year]
    for curriculum in dict.fromkeys(statement.curriculum for statement in dated):
        yield f"### {curriculum}, by year"
        yield (
            "Not all of its statements were seen in the document itself, so look there before you quote one. Each "
            "counts in the year that the document says, even where the lesson that teaches it is for another age."
        )
        yield _counts("Year", _years(taught, [one for one in dated if one.curriculum == curriculum]))
    yield "### Statement by statement"
    yield (
        "Open one; on paper, all are open. Each statement names the lesson, the step that teaches it and the question "
        "that asks about it. The step leads to what children see. The lesson leads to its plan, with a link to each "
        "question at the end."
    )
    names = {strand.id: strand.name for strand in frameworks.strands}
    groups: dict[tuple[str, str | None], list[Statement]] = {}
    for statement in frameworks.statements:
        groups.setdefault((statement.curriculum, statement.strand), []).append(statement)
    for (curriculum, strand), statements in groups.items():
        counted = count(statements, taught, names[strand] if strand else curriculum)
        yield (
            '<details class="map-section" data-style="policy-map" markdown="1">\n'
            f"<summary>{as_words(counted.name)}: {counted.whole} taught, {counted.part} in part, "
            f"{counted.not_yet} not yet</summary>"
        )
        yield table(
            ["Statement", "Taught in"],
            ((f"**{one.id}** {as_words(one.text)}", _claimed(taught, one.id)) for one in statements),
        )
        yield "</details>"


def _years(taught: Sequence[Taught], statements: Sequence[Statement]) -> Iterator[Count]:
    for year in get_args(Year):
        name = "Reception" if year == "R" else f"Year {year}"
        yield count([one for one in statements if one.year == year], taught, name)


def _counts(what: str, counts: Iterable[Count]) -> str:
    return table(
        [what, "Statements", "Taught", "In part", "Not yet", "Asked about"],
        (
            (one.name, str(one.stated), str(one.whole), str(one.part), str(one.not_yet), str(one.asked))
            for one in counts
        ),
    )


def _claimed(taught: Sequence[Taught], statement: str) -> str:
    """Name the lessons that teach a statement, those that teach it whole first."""
    claims = [(claim, each) for each in taught for claim in each.lesson.teaches if claim.id == statement]
    claims.sort(key=lambda found: found[0].part)
    return "<br>".join(_where(claim, each) for claim, each in claims) or "Not taught here yet"


def _where(claim: Claim, each: Taught) -> str:
    asked = f"question {question_numbers(each.quiz)[claim.question]}" if claim.question else "not asked"
    in_part = "*In part:* " if claim.part else ""
    return f"{in_part}{each.link} ({each.phase.title}): {each.step(claim.step)}, {asked}"


def _by_phase(phases: Sequence[Phase], taught: Sequence[Taught], topics: Collection[str]) -> list[str]:
    return [
        ", ".join(each.link for each in taught if each.phase == phase and set(topics) & set(each.lesson.topics)) or "–"
        for phase in phases
    ]
