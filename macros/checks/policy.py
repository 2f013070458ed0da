"""Checks what the site says of the policy: that every clause has its readers, its plain words and its homes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from macros.checks.references import KnownIds, listed_twice
from macros.models.base import normalised
from macros.models.clause_use import ClauseUses
from macros.models.help_route import HelpRoute
from macros.models.linked_policy import LinkedPolicies
from macros.models.policy import Policy
from macros.models.school import School
from macros.problems import Problem, did_you_mean
from macros.source import Document, Outline

# The pages that the site makes by itself and that are not of one lesson or phase.
POLICY_OF = re.compile(r"\bpolicy of ((?:\d{1,2} )?[A-Z][a-z]+ \d{4})")


@dataclass(frozen=True)
class Homes:
    """Where a clause can be at home.

    Attributes:
        pages: the places in each page under docs/ that a link can lead to, by the page.
        made: the pages that the site makes by itself, and those that cannot be read, of which that is told.
    """

    pages: Mapping[str, Collection[str]]
    made: Collection[str]

    @classmethod
    def of(
        cls,
        outlines: Mapping[str, Outline | None],
        made: Collection[str],
        routes: Mapping[str, Collection[str]] | None,
    ) -> Homes:
        """Gather them.

        Args:
            outlines: every page under docs/; None for one that cannot be read.
            made: the pages that the site makes by itself, by their sources.
            routes: for each reader, the ids of the help routes that a page shows them; None if they could not be read.
        """
        pages: dict[str, Collection[str]] = {}
        for path, outline in outlines.items():
            readers = outline.called("help_routes") if outline else ()
            if outline and not (readers and routes is None):
                pages[path] = {*outline.ids, *(one for reader in readers for one in (routes or {}).get(reader, ()))}
        return cls(pages, {*made, *(outlines.keys() - pages.keys())})


def ids_by_reader(routes: Iterable[HelpRoute]) -> dict[str, list[str]]:
    """Give the ids of the help routes that each reader is shown."""
    found: dict[str, list[str]] = {}
    for route in routes:
        for reader in route.readers:
            found.setdefault(reader, []).append(route.id)
    return found


def check_clause_uses(
    document: Document, uses: ClauseUses, policy: Policy, known_ids: KnownIds, homes: Homes
) -> Iterator[Problem]:
    """Find a clause without an entry, an entry without a clause, and what an entry names that is not there.

    Args:
        document: the file of what is made of the clauses, for the places.
        uses: what it holds.
        policy: the approved policy.
        known_ids: the symbols and the topics.
        homes: where a clause can be at home.
    """
    clauses = policy.clauses
    places = {use.id: number for number, use in enumerate(uses.clauses)}
    missing = [identity for identity in clauses if identity not in places]
    for identity, number in places.items():
        if identity not in clauses:
            known = did_you_mean(identity, missing or clauses)
            sentence = f"The policy has no clause “{identity}”.{known} Rename this entry, or take it out."
            yield document.problem(sentence, ("clauses", number, "id"))
    before = ""
    for identity, clause in clauses.items():
        if identity in missing:
            after = f" after “{before}”" if before else ""
            sentence = (
                f"Point {clause.reference} of the policy has no entry here. Add “- id: {identity}”{after}, with its "
                "plain words and a home."
            )
            loc = ("clauses", places[before], "id") if before in places else ("clauses",)
            yield document.problem(sentence, loc, key=before not in places)
        before = identity
    yield from _out_of_order(document, uses, policy)
    yield from _of_another_policy(document, uses, policy)
    yield from _cited_twice(document, uses)
    for place, use in enumerate(uses.clauses):
        if use.picture and use.picture not in known_ids.symbols:
            sentence = f"There is no symbol “{use.picture}”.{did_you_mean(use.picture, known_ids.symbols)}"
            yield document.problem(sentence, ("clauses", place, "picture"))
        yield from listed_twice(document, use.about, ("clauses", place, "about"))
        for number, topic in enumerate(use.about):
            if known_ids.topics is not None and topic not in known_ids.topics:
                sentence = (
                    f"There is no topic “{topic}” in docs/_data/topics.yml, so no lesson can be about it."
                    f"{did_you_mean(topic, known_ids.topics)}"
                )
                yield document.problem(sentence, ("clauses", place, "about", number))
        for number, home in enumerate(use.homes):
            for sentence in _wrong_with_home(home, homes):
                yield document.problem(sentence, ("clauses", place, "homes", number))


def _out_of_order(document: Document, uses: ClauseUses, policy: Policy) -> Iterator[Problem]:
    entries = uses.by_id()
    here = [(number, use.id) for number, use in enumerate(uses.clauses) if use.id in policy.clauses]
    there = [identity for identity in policy.clauses if identity in entries]
    for (number, found), wanted in zip(here, there, strict=True):
        if found != wanted:
            sentence = f"In the policy “{wanted}” ({policy.clauses[wanted].reference}) comes next. Keep its order."
            yield document.problem(sentence, ("clauses", number, "id"))
            return


def _of_another_policy(document: Document, uses: ClauseUses, policy: Policy) -> Iterator[Problem]:
    if policy.approved is None:
        return  # the policy's page says so
    for number, use in enumerate(uses.clauses):
        for reader, said in use.plain.written.items():
            for named in POLICY_OF.findall(said):
                if named != policy.approved.words:
                    sentence = (
                        f"This speaks of the policy of {named}, and the policy was approved in "
                        f"{policy.approved.words}. See whether it is still so, and mend the date."
                    )
                    yield document.problem(sentence, ("clauses", number, "plain", reader))


def _cited_twice(document: Document, uses: ClauseUses) -> Iterator[Problem]:
    seen: dict[tuple[tuple[str, str], ...], str] = {}
    for number, use in enumerate(uses.clauses):
        words = tuple((reader, normalised(said)) for reader, said in use.plain.written.items())
        if words and words in seen:
            sentence = (
                f"“{use.id}” says the same as “{seen[words]}” to every reader. Is one clause here under two ids? "
                "Keep the entry whose id is in the policy."
            )
            yield document.problem(sentence, ("clauses", number, "id"))
        seen.setdefault(words, use.id)


def _wrong_with_home(home: str, homes: Homes) -> Iterator[str]:
    page, _, anchor = home.partition("#")
    if page in homes.pages:
        if anchor and anchor not in homes.pages[page]:
            yield f"The page “{page}” has no place “{anchor}”.{did_you_mean(anchor, homes.pages[page])}"
    elif page not in homes.made:
        sentence = f"There is no page “{page}” under docs/."
        yield f"{sentence}{did_you_mean(page, [*homes.pages, *homes.made])}"


def check_policy_text(document: Document, policy: Policy) -> Iterator[Problem]:
    """Find two clauses with the same words, and a date of the approval table that is missing or is none.

    Args:
        document: the page of the policy, for the places.
        policy: what it holds.
    """
    seen: dict[str, str] = {}
    for place, section in enumerate(policy.sections):
        for number, clause in enumerate(section.clauses):
            words = normalised(clause.text)
            if words in seen:
                sentence = f"This clause has the words of point {seen[words]}, under another id. Keep one of them."
                yield document.problem(sentence, ("sections", place, "clauses", number))
            seen.setdefault(words, clause.reference)
    for date, words_of_row, example in (
        (policy.approved, ("approv", "date"), "Approval Date"),
        (policy.review, ("review",), "Date for Review"),
    ):
        row = policy.row(*words_of_row)
        if date is not None:
            continue
        if row is None:
            sentence = f"The approval table has no row “{example}”. Add it, with a month and a year."
            yield document.problem(sentence, ("approval",))
        else:
            value = policy.approval[row].value
            sentence = (
                f"“{value}” is not a date. Write a month and a year, as “March 2023”, or a day, as “1 March 2023”."
            )
            yield document.problem(sentence, ("approval", row, "value"))


def check_linked_policies(document: Document, linked: LinkedPolicies, policy: Policy) -> Iterator[Problem]:
    """Find a linked policy whose point is not there, or that the policy calls something else.

    Args:
        document: the file of the linked policies, for the places.
        linked: what it holds.
        policy: the approved policy.
    """
    for number, other in enumerate(linked.policies):
        clause = policy.clauses.get(other.clause)
        if clause is None:
            sentence = f"There is no policy clause “{other.clause}”.{did_you_mean(other.clause, policy.clauses)}"
            yield document.problem(sentence, ("policies", number, "clause"))
        elif not _names(clause.text, normalised(other.name)):
            sentence = f"The policy says “{clause.text.rstrip('.')}”. Write the name as it stands there."
            yield document.problem(sentence, ("policies", number, "name"))


def _names(text: str, name: str) -> bool:
    """Tell whether a point is a policy's name; of a sentence, which ends with a full stop, whether it has the name."""
    within = text.endswith(".") and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", normalised(text))
    return bool(within) or normalised(text) == name


def check_school_and_policy(document: Document, school: School, policy: Policy) -> Iterator[Problem]:
    """Find what school.yml says of the approved policy, and the policy does not.

    Args:
        document: school.yml, for the places.
        school: what it holds.
        policy: the approved policy.
    """
    named = school.safeguarding.named_in_policy
    if named and not _says_the_name(policy, named):
        sentence = (
            f"The approved policy does not name “{named}”. Write the name as it stands there; or leave this empty, "
            "where it names nobody. Today's lead goes under “lead”."
        )
        yield document.problem(sentence, ("safeguarding", "named_in_policy"))
    if school.policy_reviewed and policy.approved and school.policy_reviewed < policy.approved.first:
        sentence = (
            f"{school.policy_reviewed} is before the policy was approved ({policy.approved.words}). Write the day of a "
            "review since then, or leave this empty."
        )
        yield document.problem(sentence, ("policy_reviewed",))


def _says_the_name(policy: Policy, name: str) -> bool:
    """Tell whether a name, without what stands in brackets behind it, is in the text or the table of the policy."""
    texts = (*(clause.text for clause in policy.clauses.values()), *(fact.value for fact in policy.approval))
    wanted = " ".join(name.partition("(")[0].split()).casefold()
    return any(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", " ".join(text.split()).casefold()) for text in texts)


def check_addresses(document: Document, school: School, linked: LinkedPolicies) -> Iterator[Problem]:
    """Find an address in school.yml of a policy that is not among the linked ones.

    Args:
        document: school.yml, for the places.
        school: what it holds.
        linked: the policies that the approved one links with.
    """
    known = [policy.id for policy in linked.policies]
    for identity in school.linked_policies:
        if identity not in known:
            sentence = f"There is no linked policy “{identity}”.{did_you_mean(identity, known)}"
            yield document.problem(sentence, ("linked_policies", identity), key=True)
