"""What can be taken away as a PDF: pages for families and governors, posters, and the papers of each lesson."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from macros.views import addresses

Kind = Literal["policy", "plain", "in-my-words", "agreement", "leaflet", "poster"]
OURS = "These words are ours. The approved policy always wins."
# The papers of a lesson, in the order in which its plan offers them, with what the link says.
OF_LESSON = MappingProxyType({"plan": "the plan", "worksheet": "the worksheet", "key": "answers and reasons"})


@dataclass(frozen=True)
class Paper:
    """A page of the site that is made a PDF.

    Attributes:
        file: the PDF.
        address: the page.
        kind: how it is set.
        offered: the page that links to it.
        words: what that page says of it.
        foot: what stands at the foot of each sheet; without it, its title.
    """

    file: str
    address: str
    kind: Kind
    offered: str
    words: str = "As a PDF"
    foot: str = ""


PAGES = (
    Paper(
        "policy.pdf",
        addresses.POLICY,
        "policy",
        addresses.POLICY,
        "The approved policy as a PDF",
        "The approved policy, word for word. The number beside each point is ours.",
    ),
    Paper("policy-in-plain-words.pdf", addresses.PLAIN_WORDS, "plain", addresses.PLAIN_WORDS, foot=OURS),
    Paper(
        "policy-in-my-words.pdf",
        addresses.PLAIN_WORDS_FOR_LEARNERS,
        "in-my-words",
        addresses.PLAIN_WORDS,
        "As a PDF for learners",
        OURS,
    ),
    Paper("family-agreement.pdf", addresses.AGREEMENT, "agreement", addresses.AGREEMENT),
    Paper("leaflet.pdf", addresses.LEAFLET, "leaflet", addresses.LEAFLET),
)


def papers_of_pages(phases: Iterable[str]) -> tuple[Paper, ...]:
    """Give every page that is made a PDF: those above, and the poster of each age."""
    posters = (
        Paper(
            f"poster-{phase}.pdf",
            addresses.learners(phase, "poster"),
            "poster",
            addresses.year(phase),
            "The poster as a PDF",
        )
        for phase in phases
    )
    return (*PAGES, *posters)


def paper_of_lesson(identity: str, which: str) -> str:
    """Give the PDF that is a paper of a lesson.

    Args:
        identity: the lesson's id.
        which: one of `OF_LESSON`.
    """
    return f"{identity}-{which}.pdf"
