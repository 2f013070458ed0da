"""The facts about this school: what another school changes to make the site its own."""

from __future__ import annotations

from pydantic import Field

from macros.models.base import Address, Email, Model, Phone, Text
from macros.models.help_route import HelpRoute


class Office(Model):
    """How to reach the school office; an empty value is shown as "ask the school office"."""

    phone: Phone | None = None
    email: Email | None = None


class Safeguarding(Model):
    """Who looks after safeguarding.

    Attributes:
        named_in_policy: the designated safeguarding lead whom the approved policy names.
        lead: the lead today, when the school has confirmed it.
        deputies: the deputies today.
    """

    named_in_policy: Text
    lead: Text | None = None
    deputies: tuple[Text, ...] = ()


class School(Model):
    """One school.

    Attributes:
        name: the full name, as on the sign.
        short_name: the name in running text.
        website: the school's own website.
        site_address: where this site is published, once that is known; it gives pages their
            full addresses.
        office: how to reach the office.
        safeguarding: the designated safeguarding lead and deputies.
        phone_rules: the school's rules on mobile phones in a sentence, when the school has given them.
        local_help: help that is only for families near this school.
    """

    name: Text
    short_name: Text
    website: Address
    site_address: Address | None = None
    office: Office = Office()
    safeguarding: Safeguarding
    phone_rules: Text | None = None
    local_help: tuple[HelpRoute, ...] = Field(default=())

    def fact(self, way: str) -> str | None:
        """Give a fact by its way, such as "office.phone"; None where the school has not given it.

        Raises:
            KeyError: there is no such fact.
        """
        value: object = self
        for step in way.split("."):
            if not isinstance(value, Model) or step not in type(value).model_fields:
                raise KeyError(way)
            value = getattr(value, step)
        if isinstance(value, tuple) and all(isinstance(item, str) for item in value):
            return ", ".join(value) or None
        if value is not None and not isinstance(value, str):
            raise KeyError(way)
        return value

    def facts(self) -> list[str]:
        """List the ways of all facts that there are."""
        ways = ["name", "short_name", "website", "site_address", "phone_rules"]
        ways += [f"office.{name}" for name in Office.model_fields]
        return ways + [f"safeguarding.{name}" for name in Safeguarding.model_fields]
