"""What schools in England are asked to teach, and the strands that sort it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

from macros.models.base import Finding, Identity, Model, Text, repeats, same_ids_or_names
from macros.problems import did_you_mean

Year = Literal["R", "1", "2", "3", "4", "5", "6"]  # of school; R is Reception

ALL_STRANDS = "all-strands"  # the strand of a lesson that opens the year and belongs to all eight


class Strand(Model):
    """One of the eight strands of "Education for a Connected World" (UKCIS, 2020)."""

    id: Identity
    """Its name in lessons."""
    name: Text
    """Its name for readers."""


class Statement(Model):
    """One statement of a curriculum, in our own words."""

    id: Text
    """The short form used in lessons and plans, such as OSA-4."""
    curriculum: Text
    """The document it stands in."""
    strand: Identity | None = None
    """Its strand, where the document has strands."""
    year: Year | None = None
    """The school year it is for, where the document says."""
    years: tuple[Year, ...] = ()
    """The school years of the key stage it is for, where the document names that and no year."""
    text: Text
    """What children should learn."""
    taught: Literal["whole", "in part", "not yet"] = "whole"
    """How far the lessons teach it, as found by reading all of them for it: no lesson may claim more."""

    def rules(self) -> Iterator[Finding]:
        """It says a year, the years of a key stage or none, and none of them twice."""
        if self.year and self.years:
            yield ("years",), "This statement has “year” and “years”. Keep the one that its document says."
        for number in repeats(self.years):
            yield ("years", number), f"“{self.years[number]}” stands here twice. Keep one."


class Frameworks(Model):
    """All strands and curriculum statements."""

    strands: tuple[Strand, ...]
    """The strands, in the order of the framework."""
    statements: tuple[Statement, ...]
    """The statements that lessons may claim to teach."""

    def rules(self) -> Iterator[Finding]:
        """No two strands or statements are one, and each strand that is named is there."""
        for number, strand in enumerate(self.strands):
            if strand.id == ALL_STRANDS:
                sentence = f"“{ALL_STRANDS}” is kept for a lesson of every strand. Give this strand another id."
                yield ("strands", number, "id"), sentence
        yield from same_ids_or_names("strands", self.strands)
        seen: set[str] = set()
        strands = [strand.id for strand in self.strands]
        for number, statement in enumerate(self.statements):
            if statement.id in seen:
                yield ("statements", number, "id"), f"Two statements have the id “{statement.id}”. Give each its own."
            seen.add(statement.id)
            if statement.strand is not None and statement.strand not in strands:
                known = did_you_mean(statement.strand, strands)
                yield ("statements", number, "strand"), f"There is no strand “{statement.strand}”.{known}"

    def strand_name(self, identity: str) -> str:
        """Give a strand's name by its id.

        Raises:
            KeyError: there is no such strand.
        """
        names = {strand.id: strand.name for strand in self.strands}
        return "All eight strands" if identity == ALL_STRANDS else names[identity]

    def of_years(self, years: Collection[Year], also: Collection[str] = ()) -> Frameworks:
        """Give them without the statements that are for other school years alone.

        Args:
            years: the years that are taught.
            also: the ids of statements that are kept whatever their year.
        """

        def is_for_others(one: Statement) -> bool:
            named = {one.year} if one.year else set(one.years)
            return bool(named) and not named & set(years) and one.id not in also

        return self.model_copy(update={"statements": tuple(one for one in self.statements if not is_for_others(one))})
