"""What other services are told of a type of question."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Told:
    """How a type of question is told to other services.

    Attributes:
        asks: how it is asked about one of its parts, for which “{}” stands; nothing where it is asked as a whole.
        part: what it has several of, each of which becomes a question.
        numbered: whether its answers are places in an order.
        several: whether several answers are chosen together.
        left_out: why it goes nowhere, if it does not.
    """

    asks: str = ""
    part: str = ""
    numbered: bool = False
    several: bool = False
    left_out: str = ""
