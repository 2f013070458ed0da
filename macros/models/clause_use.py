"""What the site makes of each clause of the policy: whom it is for, its plain words, and where it is at home."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from macros.models.base import Finding, Identity, Model, Text, refusal, repeats

ClauseReader = Literal["learners", "parents", "staff", "governors", "dsl", "account-holders", "everyone"]
PlainReader = Literal["learners", "parents", "staff", "governors", "dsl", "account-holders"]

MOST_YOUNG_WORDS = 6
BY_NAME = (
    "This file is written in last year's way: each clause is an entry of a list now, “- id: …”. Run "
    "“python -m macros migrate”, which rewrites it and keeps every note and word."
)


class PlainWords(Model):
    """A clause in plain words, for each reader it is for."""

    learners: Text | None = None
    """For Years 3 to 6."""
    parents: Text | None = None
    """For parents and carers."""
    staff: Text | None = None
    """For all staff; governors are staff too."""
    governors: Text | None = None
    """For governors, where they are to see that it is done."""
    dsl: Text | None = None
    """For the designated safeguarding lead and the deputies."""
    account_holders: Text | None = Field(default=None, alias="account-holders")
    """For whoever runs an official account."""
    everyone: Text | None = None
    """The words that serve all; a reader's own words stand in their place."""

    def own(self, reader: str) -> str | None:
        """Give the words that are written for one reader alone."""
        words: str | None = getattr(self, reader.replace("-", "_"))
        return words

    @property
    def written(self) -> dict[str, str]:
        """The words of each reader who has some."""
        names = (name.replace("_", "-") for name in type(self).model_fields)
        return {name: words for name in names if (words := self.own(name))}


class ClauseUse(Model):
    """What the site makes of one clause."""

    id: Identity
    """The id of the clause, as the policy's page has it."""
    readers: tuple[ClauseReader, ...] = Field(alias="for", min_length=1)
    """Who does it, or is to know of it."""
    about: tuple[Identity, ...] = ()
    """The topics of the site that it is about, by which lessons and questions are joined to it."""
    plain: PlainWords = PlainWords()
    """Its plain words for them."""
    gap: Literal["yes", "no"] = "no"
    """Whether nobody has written plain words for it yet: pages then show its own words."""
    picture: Text | None = None
    """The symbol of the picture version."""
    young: Text | None = None
    """Its words in the picture version, for early years to Year 2: at most six."""
    homes: tuple[Text, ...] = ()
    """The pages where it is done or explained, below docs/, each perhaps with "#" and a heading's id."""

    def words_for(self, reader: str) -> str | None:
        """Give the plain words that a reader finds: their own, those of a group they belong to, or everyone's."""
        names = ("governors", "staff") if reader == "governors" else (reader,)
        return next((words for name in (*names, "everyone") if (words := self.plain.own(name))), None)

    def with_own_words(self, words: str) -> ClauseUse:
        """Give the same entry with the clause's own words for those it is for, and for parents, who find every clause.

        Args:
            words: the words of the clause, without marks.
        """
        own: dict[str, Any] = dict.fromkeys((*self.readers, "parents"), words)
        return self.model_copy(update={"plain": PlainWords.model_construct(**own)})

    def without_homes(self, pages: Collection[str]) -> ClauseUse:
        """Give the same entry without its homes on some pages, which the school's site has not.

        Args:
            pages: the pages, below docs/.
        """
        homes = tuple(home for home in self.homes if home.partition("#")[0] not in pages)
        return self if homes == self.homes else self.model_copy(update={"homes": homes})

    def rules(self) -> Iterator[Finding]:
        """Every reader finds words, no words are without a reader, and the picture version is whole and short."""
        written = self.plain.written
        if self.gap == "yes":
            if written:
                yield ("gap",), "This clause has plain words, so it is no gap. Take this line out, or the words."
            return
        if not written:
            sentence = "“plain” is missing here. Add lines “plain: …”, or “gap: yes” until somebody writes them."
            yield (), sentence
            return
        if not self.homes:
            yield ("homes",), "“homes” needs at least 1. Add a page where this clause is done or explained."
        for number, reader in enumerate(self.readers):
            if reader in self.readers[:number]:
                yield ("for", number), f"“{reader}” stands here twice. Keep one."
            elif reader not in written and "everyone" not in written:
                yield ("for", number), f"There are no plain words for “{reader}”. Add a line “{reader}: …” to “plain”."
        if "everyone" in self.readers and "everyone" not in written:
            yield ("plain",), "This clause is for everyone. Add a line “everyone: …”."
        if "parents" not in written and "everyone" not in written:
            yield ("plain",), "Parents find every clause in plain words. Add a line “parents: …”."
        for name in written:
            if name not in self.readers and "everyone" not in self.readers:
                yield ("plain", name), f"There are words for “{name}”, who is not named in “for”. Name them there."
        yield from self._of_pictures()
        for number, home in enumerate(self.homes):
            if home in self.homes[:number]:
                yield ("homes", number), f"The home “{home}” stands here twice. Keep one."

    def _of_pictures(self) -> Iterator[Finding]:
        for name, value in (("picture", self.picture), ("young", self.young)):
            if value and not self.plain.learners:
                yield (name,), f"“{name}” is for learners, and this clause has no plain words for them."
        if self.young:
            count = len(self.young.split())
            if count > MOST_YOUNG_WORDS:
                yield ("young",), f"“young” has {count} words; it may have at most {MOST_YOUNG_WORDS}."
            if not self.picture:
                yield ("young",), "“young” needs a picture. Add a line “picture: …” with a symbol."
        elif self.picture:
            yield ("picture",), f"The picture has no words. Add a line “young: …” of at most {MOST_YOUNG_WORDS} words."


def _as_list(given: Any) -> Any:
    if isinstance(given, dict) and given:
        raise refusal(BY_NAME)
    return given


class ClauseUses(Model):
    """What the site makes of every clause."""

    clauses: Annotated[tuple[ClauseUse, ...], BeforeValidator(_as_list)]
    """What is made of each clause, in the order of the policy."""

    def rules(self) -> Iterator[Finding]:
        """No two entries are of one clause."""
        for number in repeats(use.id for use in self.clauses):
            yield ("clauses", number, "id"), f"Two entries are of the clause “{self.clauses[number].id}”. Keep one."

    def by_id(self) -> dict[str, ClauseUse]:
        """Give what is made of each clause by the clause's id."""
        return {use.id: use for use in self.clauses}
