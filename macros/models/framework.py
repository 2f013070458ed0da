"""What schools in England are asked to teach, and the strands that sort it."""

from __future__ import annotations

from macros.models.base import Identity, Model, Text

ALL_STRANDS = "all-strands"  # the strand of a lesson that opens the year and belongs to all eight


class Strand(Model):
    """One of the eight strands of "Education for a Connected World" (UKCIS, 2020)."""

    id: Identity
    name: Text


class Code(Model):
    """One statement of a curriculum, in our own words.

    Attributes:
        code: the short form used in plans, such as OSA-4.
        curriculum: the document it stands in.
        text: what children should learn.
    """

    code: Text
    curriculum: Text
    text: Text


class Frameworks(Model):
    """All strands and curriculum statements."""

    strands: tuple[Strand, ...]
    codes: tuple[Code, ...]

    def strand_name(self, identity: str) -> str:
        """Give a strand's name by its id."""
        names = {strand.id: strand.name for strand in self.strands}
        return "All eight strands" if identity == ALL_STRANDS else names[identity]
