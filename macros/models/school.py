"""The facts about this school: what another school changes to make the site its own."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints

from macros.models.base import (
    NAME,
    Address,
    Colour,
    Day,
    Email,
    Finding,
    Form,
    Model,
    Phone,
    Text,
    YesNo,
    normalised,
    refusal,
    repeats,
)
from macros.models.help_route import HelpRoute
from macros.models.years import Teaches

Crest = Annotated[
    str,
    StringConstraints(max_length=200),
    Form(
        r"docs/assets/images/[A-Za-z0-9_/-]+\.(svg|png)",
        f"“{NAME}” must be an SVG or PNG file in docs/assets/images, as in “docs/assets/images/crest.svg”.",
    ),
]
NO_CHANNELS = "none"  # a school that says so has no official account
# What people write where nobody is known yet.
NOBODY = ("tbc", "tba", "tbd", "to be confirmed", "unknown", "not known", "none", "nobody", "vacant", "n/a", "xxx")
LONGEST_HALF_TERM, SHORTEST_HALF_TERM = 120, 21  # days from one first day to the next


def _somebody(name: str) -> str:
    if normalised(name) in NOBODY or not re.search(r"[^\W\d_]", name):
        raise refusal(f"“{name}” is nobody's name. Leave “{NAME}” empty until it is known: pages then say who to ask.")
    return name


Somebody = Annotated[Text, AfterValidator(_somebody)]
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

    named_in_policy: Somebody | None = None
    """The designated safeguarding lead whom the approved policy names; empty where it names nobody."""
    lead: Somebody | None = None
    """The lead today, when the school has confirmed it."""
    lead_is_headteacher: YesNo | None = None
    """Whether the headteacher is the lead; pages then send nobody from the one to the other."""
    deputies: tuple[Somebody, ...] = ()
    """The deputies today."""


class Person(Model):
    """Somebody in an office that others turn to."""

    name: Somebody | None = None
    """Who it is, as others would say it."""
    phone: Phone | None = None
    """The number to call."""
    email: Email | None = None
    """The address to write to."""


class Site(Model):
    """One of several schools or sites that have an office each: of a federation, or of a school in two places."""

    name: Text
    """The name of the school or the site."""
    phone: Phone | None = None
    """The number of its office."""
    email: Email | None = None
    """The address of its office."""

    def rules(self) -> Iterator[Finding]:
        """An office can be reached."""
        if not self.phone and not self.email:
            yield (), f"There is no way to reach the office of {self.name}. Add “phone” or “email”."


class Channel(Model):
    """An account or a page by which the school speaks officially."""

    name: Text
    """What it is, as families would say it, such as “Facebook, Elm Primary School”."""
    address: Address
    """Where it is."""


def _no_channels(given: Any) -> Any:
    if given == []:  # as a form leaves it whose last account was taken out: that says of no school that it has none
        return None
    return () if isinstance(given, str) and given.lower() == NO_CHANNELS else given


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
    checked: Day
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


# What pages may ask of a school, to say one thing or another.
CASES = ("headteacher-is-dsl", "council-known", "no-channels")


def same_person(one: str | None, other: str | None) -> bool:
    """Tell whether two names are of one person, whatever stands in brackets behind them.

    Args:
        one: a name; None, which is nobody's, is the same as no other.
        other: another.
    """
    names = [" ".join((name or "").partition("(")[0].casefold().split()) for name in (one, other)]
    return bool(names[0]) and names[0] == names[1]


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
    online_safety_lead: Person = Person()
    """Who looks after online safety day by day, where that is not the designated safeguarding lead."""
    safeguarding_governor: Person = Person()
    """The governor who looks at safeguarding."""
    channels: Annotated[
        tuple[Channel, ...] | None,
        BeforeValidator(_no_channels, json_schema_input_type=tuple[Channel, ...] | Literal["none"] | None),
    ] = None
    """The accounts by which the school speaks officially; “none” where it has none, empty where that is not known."""
    sites: tuple[Site, ...] = ()
    """The schools of a federation, or the sites of a school, where each has an office of its own."""
    council: Council = Council()
    """How to reach the council's service for the safety of children."""
    phone_rules: Text | None = None
    """The school's rules on mobile phones in a sentence, when the school has given them."""
    policy_reviewed: Day | None = None
    """The day on which the policy was last reviewed and left as it is; empty once a new text is approved."""
    teaches_this_scheme_since: Day | None = None
    """The day since which the school has taught these lessons; empty while it does not."""
    teaches: Teaches | None = None
    """The years that the school teaches, which lessons, menus and words follow; empty for all of a primary school."""
    answers: dict[str, Answer | None] = Field(default_factory=dict)
    """The school's answer to each question that only it can answer; empty where it has given none."""
    half_terms: tuple[Day, ...] = Field(default=(), max_length=6)
    """The first day of each half term of this school year, in order, when the school has given them."""
    local_help: tuple[HelpRoute, ...] = Field(default=())
    """Help that is only for families near this school."""
    linked_policies: dict[str, Address | None] = Field(default_factory=dict)
    """Where each policy that the approved policy links with can be read; empty where that is not known."""
    colours: Colours | None = None
    """The school's own colours."""
    crest: Crest | None = None
    """The file of the school's crest or logo, from the project's root."""
    crest_alt: Text | None = None
    """What the crest shows, for those who cannot see it."""

    def rules(self) -> Iterator[Finding]:
        """Ask for a crest and its words, half terms in order, whole addresses, and one person for one part."""
        yield from self._people()
        if len(self.sites) == 1:
            sentence = "One office stands under “office”. Write it there, or add the other school or site here."
            yield ("sites",), sentence
        if self.sites and (self.office.phone or self.office.email):
            sentence = "Each of the “sites” has an office of its own. Write this one there, and leave “office” empty."
            yield ("office",), sentence
        for number in repeats(normalised(site.name) for site in self.sites):
            sentence = f"Two sites are called “{self.sites[number].name}”. Give each its own name, or take one out."
            yield ("sites", number, "name"), sentence
        for number in repeats(channel.address for channel in self.channels or ()):
            yield ("channels", number, "address"), "This address stands here twice. Keep one."
        for number, (before, day) in enumerate(itertools.pairwise(self.half_terms), start=1):
            if day <= before:
                sentence = f"{day} is not after {before}. Write the first day of each half term, in order."
                yield ("half_terms", number), sentence
            elif not SHORTEST_HALF_TERM <= (day - before).days <= LONGEST_HALF_TERM:
                sentence = f"From {before} to {day} is no half term: it is {(day - before).days} days. Mend the slip."
                yield ("half_terms", number), sentence
        if self.crest and not self.crest_alt:
            yield ("crest",), "The crest has no words. Say what it shows in “crest_alt”, as in “An oak tree”."
        if self.crest_alt and not self.crest:
            yield ("crest_alt",), "These words belong to a crest, and there is none. Name its file in “crest”."
        if self.site_address and re.search("[?#]", self.site_address):
            sentence = "The address of a site has no “?” and no “#”. Leave out what begins there."
            yield ("site_address",), sentence

    def _people(self) -> Iterator[Finding]:
        """Refuse two people in one part, and one person in two parts of which one is there to check the other."""
        lead, head = self.safeguarding.lead, self.headteacher.name
        if self.safeguarding.lead_is_headteacher and lead and head and not same_person(lead, head):
            sentence = f"The headteacher is {head}, and the lead is {lead}. Mend a name, or say “no” here."
            yield ("safeguarding", "lead_is_headteacher"), sentence
        if self.safeguarding.lead_is_headteacher is False and same_person(lead, head):
            sentence = f"{lead} is the headteacher and the lead. Say “yes” here, or mend a name."
            yield ("safeguarding", "lead_is_headteacher"), sentence
        for number, deputy in enumerate(self.safeguarding.deputies):
            if any(same_person(deputy, other) for other in self.safeguarding.deputies[:number]):
                yield ("safeguarding", "deputies", number), f"{deputy} stands here twice. Keep one."
            if same_person(deputy, self.lead):
                yield ("safeguarding", "deputies", number), f"{deputy} is the lead. Name the deputies alone here."
        apart = (
            ("chair_of_governors", "A concern about the headteacher goes to the chair of governors"),
            ("safeguarding_governor", "A governor looks at what the headteacher does"),
            ("lado", "The LADO works for the council"),
        )
        for name, reason in apart:
            person = getattr(self, name).name
            if same_person(person, head):
                yield (
                    (name, "name"),
                    f"{person} is the headteacher too. {reason}: name somebody else, or leave it empty.",
                )
            elif name != "safeguarding_governor" and same_person(person, self.lead):
                yield (name, "name"), f"{person} is the lead too. Name somebody else, or leave it empty."

    @property
    def headteacher_is_lead(self) -> bool:
        """Whether one person is both the headteacher and the designated safeguarding lead."""
        same = same_person(self.safeguarding.lead, self.headteacher.name)
        return bool(self.safeguarding.lead_is_headteacher) or same

    @property
    def lead(self) -> str | None:
        """The designated safeguarding lead today: the headteacher's name where that is the same person."""
        return self.safeguarding.lead or (self.headteacher.name if self.safeguarding.lead_is_headteacher else None)

    @property
    def offices(self) -> tuple[Site, ...]:
        """Every office that can be reached, each with the name of its school."""
        if self.sites or not (self.office.phone or self.office.email):
            return self.sites
        return (Site(name=self.short_name, phone=self.office.phone, email=self.office.email),)

    def is_so(self, case: str) -> bool:
        """Tell whether a case of `CASES` is this school's.

        Raises:
            KeyError: there is no such case.
        """
        return {
            "headteacher-is-dsl": self.headteacher_is_lead,
            "no-channels": self.channels == (),
            "council-known": bool(self.council.children_phone and self.council.out_of_hours_phone),
        }[case]

    @property
    def taught(self) -> Teaches:
        """The years that the school teaches."""
        return self.teaches or Teaches()

    @property
    def site_root(self) -> str | None:
        """Where this site is published, with a last slash: without it, the last folder would be lost in a link."""
        return self.site_address.rstrip("/") + "/" if self.site_address else None

    @property
    def frame_origins(self) -> tuple[str, ...]:
        """The websites that may show pages of this site in a frame, the school's own first."""
        own = urlsplit(self.website).netloc.lower()
        return tuple(dict.fromkeys((f"https://{own}", *self.frame_ancestors)))

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
        return ways + [f"safeguarding.{name}" for name in Safeguarding.model_fields if name != "lead_is_headteacher"]
