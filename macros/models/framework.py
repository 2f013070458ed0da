"""What schools in England are asked to teach, and the strands that sort it."""

from __future__ import annotations

from macros.models.base import Identity, Model, Text

ALL_STRANDS = "all-strands"  # the strand of a lesson that opens the year and belongs to all eight


class Strand(Model):
    """One of the eight strands of "Education for a Connected World" (UKCIS, 2020)."""

    id: Identity
    """Its name in lessons."""
    name: Text
    """Its name for readers."""


class Code(Model):
    """One statement of a curriculum, in our own words."""

    code: Text
    """The short form used in plans, such as OSA-4."""
    curriculum: Text
    """The document it stands in."""
    text: Text
    """What children should learn."""


class Frameworks(Model):
    """All strands and curriculum statements."""

    strands: tuple[Strand, ...]
    """The strands, in the order of the framework."""
    codes: tuple[Code, ...]
    """The statements that lessons may name."""

    def strand_name(self, identity: str) -> str:
        """Give a strand's name by its id.

        Raises:
            KeyError: there is no such strand.
        """
        names = {strand.id: strand.name for strand in self.strands}
        return "All eight strands" if identity == ALL_STRANDS else names[identity]
