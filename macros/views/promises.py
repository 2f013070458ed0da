"""The promise of a phase: a page that a learner can fill in and print."""

from __future__ import annotations

from macros.models.phase import Phase
from macros.views.markdown import front_matter


def promise_page(phase: Phase) -> str:
    """Make the page of a phase's promise."""
    head = front_matter(
        template="learner.html",
        title=f"My promise: {phase.title}",
        heading="My promise",
        description=f"A promise to print, with room for a first name or a drawing: {phase.title}.",
        phase=phase.id,
        **{"for": "Learners"},
    )
    return f'{head}\n\n{{{{ promise("{phase.id}") }}}}\n'
