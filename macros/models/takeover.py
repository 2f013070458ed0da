"""What another school answers so that the site becomes its own."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import Field

from macros.models.base import Finding, Model, Text
from macros.models.policy_date import policy_date
from macros.models.school import School


class PolicyAnswers(Model):
    """Where the school's policy is, and what its text may not say."""

    file: Text
    """The policy as a .docx or .txt file, from the folder of this file."""
    title: Text | None = None
    """Its title; without it, the line at the top of the file that holds the word “policy”."""
    approved: Text | None = None
    """When it was approved, as a month and a year or a day, where its own text does not say so."""
    review: Text | None = None
    """When it is to be reviewed, in the same way."""

    def rules(self) -> Iterator[Finding]:
        """Both dates are dates."""
        for name in ("approved", "review"):
            value = getattr(self, name)
            if value and policy_date(value) is None:
                yield (name,), f"“{value}” is not a date. Write a month and a year, as “March 2027”, or a day."


class Takeover(Model):
    """The answers of a school that takes the site over."""

    school: School
    """The facts about the school: the values of school.yml."""
    policy: PolicyAnswers
    """The school's policy."""
    ids: dict[str, Text] = Field(default_factory=dict)
    """The id of a point, by its number, where another than the proposed one is meant; “new” for none that is known."""
