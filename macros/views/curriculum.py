"""The curriculum map: which lesson teaches what, by strand, by statement and by point of the policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.models.framework import ALL_STRANDS, Frameworks
from macros.models.lesson import Lesson
from macros.models.phase import Phase
from macros.models.policy import Policy
from macros.views import addresses
from macros.views.markdown import block, front_matter, table


@dataclass(frozen=True)
class Taught:
    """A lesson with its place in the site.

    Attributes:
        id: the lesson's id.
        phase: its phase.
        lesson: the lesson.
    """

    id: str
    phase: Phase
    lesson: Lesson

    @property
    def link(self) -> str:
        """A link to its plan, from the map."""
        return f"[{self.lesson.title}]({_typed(addresses.lesson(self.phase.id, self.id, 'teach'))})"


def _typed(address: str) -> str:
    return addresses.typed(address, addresses.CURRICULUM_MAP)


@dataclass(frozen=True)
class Statements:
    """How many statements of one curriculum are taught.

    Attributes:
        curriculum: its name.
        stated: how many there are.
        whole: how many are taught whole in at least one lesson.
        part: how many others are taught in part.
    """

    curriculum: str
    stated: int
    whole: int
    part: int

    @property
    def not_yet(self) -> int:
        """How many are not taught here yet."""
        return self.stated - self.whole - self.part


def map_page(phases: Sequence[Phase], taught: Sequence[Taught], frameworks: Frameworks, policy: Policy) -> str:
    """Make the map.

    Args:
        phases: the phases, in order of age.
        taught: every lesson, in the order in which they are taught.
        frameworks: strands and curriculum statements.
        policy: the policy, for the clauses that are for learners.
    """
    return "\n\n".join([
        front_matter(
            title="Curriculum map",
            description="Every lesson by strand and age, by statement of the curriculum, and by point of the policy.",
            **{"for": "Teachers and staff"},
        ),
        "# Curriculum map",
        block(
            "minute",
            "In one minute",
            f"- {len(taught)} lessons, in {len(frameworks.strands)} strands and for {len(phases)} ages.\n"
            "- [By strand and age](#by-strand-and-age): what a child can do, and how it grows.\n"
            "- [By curriculum statement](#by-curriculum-statement): RSHE, national curriculum, early learning goals.\n"
            "- [By point of the policy](#by-point-of-the-policy): where the policy is taught.",
        ),
        "## By strand and age",
        "The strands are those of *Education for a Connected World* (UK Council for Internet Safety, 2020).",
        *_strands(phases, taught, frameworks),
        "## By curriculum statement",
        "The words are our own, in short. *In part* means that a lesson teaches some of a statement, not all of it.",
        _counted(taught, frameworks),
        table(
            ["Statement", "Taught in"],
            (
                (f"**{code.code}** ({code.curriculum}) {code.text}", _links(taught, code.code))
                for code in frameworks.codes
            ),
        ),
        "## By point of the policy",
        "Each point that is for learners is taught at every age.",
        table(
            ["Point", *(phase.title for phase in phases)],
            (
                (f"[{clause.reference}]({_typed(addresses.clause(clause.id))})", *_by_phase(phases, taught, clause.id))
                for clause in policy.clauses.values()
                if any(clause.id in each.lesson.clauses for each in taught)
            ),
        ),
    ])  # fmt: skip


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


def statements_of(taught: Sequence[Taught], frameworks: Frameworks) -> tuple[Statements, ...]:
    """Count the statements of each curriculum; one that is only taught in part is not counted as taught.

    Args:
        taught: every lesson.
        frameworks: the statements.
    """
    whole = {code for each in taught for code in each.lesson.codes}
    part = {code for each in taught for code in each.lesson.codes_in_part} - whole
    found = []
    for curriculum in dict.fromkeys(code.curriculum for code in frameworks.codes):
        codes = {code.code for code in frameworks.codes if code.curriculum == curriculum}
        found.append(Statements(curriculum, len(codes), len(codes & whole), len(codes & part)))
    return tuple(found)


def _counted(taught: Sequence[Taught], frameworks: Frameworks) -> str:
    counts = statements_of(taught, frameworks)
    return (
        f"Of {sum(count.stated for count in counts)} statements, {sum(count.whole for count in counts)} are taught "
        f"whole in at least one lesson, {sum(count.part for count in counts)} in part, and "
        f"{sum(count.not_yet for count in counts)} not yet."
    )


def _links(taught: Sequence[Taught], code: str) -> str:
    whole = ", ".join(f"{each.link} ({each.phase.title})" for each in taught if code in each.lesson.codes)
    part = ", ".join(f"{each.link} ({each.phase.title})" for each in taught if code in each.lesson.codes_in_part)
    if part:
        part = f"*In part:* {part}"
    return "; ".join(found for found in (whole, part) if found) or "Not taught here yet"


def _by_phase(phases: Sequence[Phase], taught: Sequence[Taught], clause: str) -> Iterable[str]:
    for phase in phases:
        yield ", ".join(each.link for each in taught if each.phase == phase and clause in each.lesson.clauses) or "–"
