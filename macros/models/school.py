"""The facts about this school: what another school changes to make the site its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, StringConstraints

from macros.models.base import NAME, Address, Colour, Email, Finding, Form, Model, Phone, Text
from macros.models.help_route import HelpRoute

Crest = Annotated[
    str,
    StringConstraints(max_length=200),
    Form(
        r"docs/assets/images/[A-Za-z0-9_/-]+\.(svg|png)",
        f"“{NAME}” must be an SVG or PNG file in docs/assets/images, as in “docs/assets/images/crest.svg”.",
    ),
]
HOST = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?")
Origin = Annotated[
    str,
    StringConstraints(max_length=300),
    Form(
        r"https://[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?",
        f"“{NAME}” must be https:// and the name of a website in small letters, without anything after it, as in "
        "“https://www.example.sch.uk”.",
    ),
]


class Office(Model):
    """How to reach the school office; where a value is empty, pages lead to the school's website."""

    phone: Phone | None = None
    """The number to call."""
    email: Email | None = None
    """The address to write to."""


class Safeguarding(Model):
    """Who looks after safeguarding."""

    named_in_policy: Text | None = None
    """The designated safeguarding lead whom the approved policy names; empty where it names nobody."""
    lead: Text | None = None
    """The lead today, when the school has confirmed it."""
    deputies: tuple[Text, ...] = ()
    """The deputies today."""


class Person(Model):
    """Somebody in an office that others turn to."""

    name: Text | None = None
    """Who it is, as others would say it."""
    phone: Phone | None = None
    """The number to call."""
    email: Email | None = None
    """The address to write to."""


class Council(Model):
    """The council's service for the safety of children."""

    children_phone: Phone | None = None
    """Its number in working hours."""
    out_of_hours_phone: Phone | None = None
    """Its number at other times."""


class Answer(Model):
    """What the school says to one question of docs/_data/school-questions.yml."""

    says: Text
    """The answer, in whole sentences."""
    written_in: Text
    """Where the school has it in writing, such as its child protection policy."""
    checked: date
    """The day on which somebody at the school last said that it is right."""


class Colours(Model):
    """The school's own colours, each as #rrggbb; where one is not given, the site's own is used."""

    accent: Colour | None = None
    """Buttons and marks, on light pages."""
    accent_dark: Colour | None = None
    """The same on dark pages; without it, one of the same hue is made."""
    early_years: Colour | None = None
    """Behind what is for the early years, on light pages; its dark form is made from it."""
    years_1_2: Colour | None = None
    """The same for Years 1 and 2."""
    years_3_4: Colour | None = None
    """The same for Years 3 and 4."""
    years_5_6: Colour | None = None
    """The same for Years 5 and 6."""

    def rules(self) -> Iterator[Finding]:
        """Refuse a name without a colour: to YAML, a colour without quotes is a note, and is lost."""
        for name in type(self).model_fields:
            if name in self.model_fields_set and getattr(self, name) is None:
                example = f'{name}: "#1f5f74"'
                yield (name,), f"“{name}” has no colour. Put one in quotes, as in {example}, or take the line out."

    def given(self) -> dict[str, str]:
        """Give the colours that the school has chosen, by their names."""
        return self.model_dump(exclude_none=True)


class School(Model):
    """One school."""

    name: Text
    """The full name, as on the sign."""
    short_name: Text
    """The name in running text."""
    website: Address
    """The school's own website."""
    site_address: Address | None = None
    """Where this site is published, once that is known; it gives pages their full addresses."""
    frame_ancestors: tuple[Origin, ...] = ()
    """Other websites that may show pages of this site in a frame; the school's own may always."""
    office: Office = Office()
    """How to reach the office."""
    safeguarding: Safeguarding = Safeguarding()
    """The designated safeguarding lead and deputies."""
    headteacher: Person = Person()
    """Who leads the school."""
    chair_of_governors: Person = Person()
    """Who hears a concern about the headteacher."""
    lado: Person = Person()
    """The council's designated officer for allegations about adults who work with children."""
    council: Council = Council()
    """How to reach the council's service for the safety of children."""
    phone_rules: Text | None = None
    """The school's rules on mobile phones in a sentence, when the school has given them."""
    policy_reviewed: date | None = None
    """The day on which the policy was last reviewed and left as it is; empty once a new text is approved."""
    teaches_this_scheme_since: date | None = None
    """The day since which the school has taught these lessons; empty while it does not."""
    answers: dict[str, Answer | None] = Field(default_factory=dict)
    """The school's answer to each question of docs/_data/school-questions.yml, by its id; None where it gives none."""
    half_terms: tuple[date, ...] = Field(default=(), max_length=6)
    """The first day of each half term of this school year, in order, when the school has given them."""
    local_help: tuple[HelpRoute, ...] = Field(default=())
    """Help that is only for families near this school."""
    linked_policies: dict[str, Address | None] = Field(default_factory=dict)
    """The address of each policy that the approved policy links with, by its id; None where it is not known."""
    colours: Colours | None = None
    """The school's own colours."""
    crest: Crest | None = None
    """The file of the school's crest or logo, from the project's root."""
    crest_alt: Text | None = None
    """What the crest shows, for those who cannot see it."""

    def rules(self) -> Iterator[Finding]:
        """Ask for a crest and its words, half terms in order, and whole addresses of the linked policies."""
        for number, (before, day) in enumerate(itertools.pairwise(self.half_terms), start=1):
            if day <= before:
                sentence = f"{day} is not after {before}. Write the first day of each half term, in order."
                yield ("half_terms", number), sentence
        if self.crest and not self.crest_alt:
            yield ("crest",), "The crest has no words. Say what it shows in “crest_alt”, as in “An oak tree”."
        if self.crest_alt and not self.crest:
            yield ("crest_alt",), "These words belong to a crest, and there is none. Name its file in “crest”."
        for identity, address in self.linked_policies.items():
            host = address.removeprefix("https://").split("/")[0] if address else ""
            if address and not HOST.fullmatch(host):
                sentence = f"“{address}” is not a whole address. Copy it from the browser, or leave it empty."
                yield ("linked_policies", identity), sentence

    @property
    def site_root(self) -> str | None:
        """Where this site is published, with a last slash: without it, the last folder would be lost in a link."""
        return self.site_address.rstrip("/") + "/" if self.site_address else None

    @property
    def frame_origins(self) -> tuple[str, ...]:
        """The websites that may show pages of this site in a frame, the school's own first."""
        own = urlsplit(self.website).netloc.lower()
        return tuple(dict.fromkeys((*([f"https://{own}"] if HOST.fullmatch(own) else []), *self.frame_ancestors)))

    @property
    def crest_file(self) -> str | None:
        """The file of the crest, from the site's root."""
        return self.crest.removeprefix("docs/") if self.crest else None

    def fact(self, loc: str) -> str | None:
        """Give a fact by its way, such as "office.phone"; None where the school has not given it.

        Raises:
            KeyError: there is no such fact.
        """
        value: object = self
        for step in loc.split("."):
            if not isinstance(value, Model) or step not in type(value).model_fields:
                raise KeyError(loc)
            value = getattr(value, step)
        if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            return ", ".join(value) or None
        if value is not None and not isinstance(value, str):
            raise KeyError(loc)
        return value

    def facts(self) -> list[str]:
        """List the ways of all facts that there are."""
        ways = ["name", "short_name", "website", "site_address", "phone_rules"]
        ways += [f"office.{name}" for name in Office.model_fields]
        ways += [f"council.{name}" for name in Council.model_fields]
        return ways + [f"safeguarding.{name}" for name in Safeguarding.model_fields]
