"""What every teacher's plan says, whatever its lesson: on its page, and in the plan to take away."""

from __future__ import annotations

from macros.models.base import Model, Text


class ChildTells(Model):
    """What a teacher does when a child tells them something."""

    title: Text
    """Its heading."""
    text: Text
    """What to say and do, in a few sentences."""
    danger: Text
    """What stands before the number for an emergency."""


class PlanWords(Model):
    """The words of every plan."""

    child_tells: ChildTells
    """What to do when a child tells you something; who the safeguarding lead is follows by itself."""
    statements: Text
    """What stands above the statements of the curriculum."""
    quiz: Text
    """In the plan to take away: where the quiz and its reasons are."""
    worksheet: Text
    """In the plan to take away: where what is done on the worksheet is."""
