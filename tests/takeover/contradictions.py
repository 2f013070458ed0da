"""Reads the pages of a site beside its own policy, and finds the sentences that cannot both be true.

It knows nothing of how a site is taken over: it reads words. A sentence is wrong that names somebody, an account or a
date of the policy that was there before; that counts something of the policy otherwise than it is; that says the policy
has nothing on what it speaks of; that introduces words of the policy which do not follow; or that sends a reader from
a person to the same person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.content.library import Library
from tests.expanding import OWN_WORDS
from tests.site.page import read_page, read_pages, text, with_class

NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SENTENCE = re.compile(r"(?<=[.!?:])\s+")
DATED = re.compile(
    rf"policy (?:of|was written in|was approved in|approved in) ((?:\d{{1,2}} )?(?:(?:{MONTHS}) )?\d{{4}})"
)
COUNTED = re.compile(
    rf"\b({'|'.join(NUMBERS)}|\d+) (?:\w+ )?(points?|sections?|policies|bullets|promises)\b"
    rf"|\bthese ({'|'.join(NUMBERS)})\b",
    re.IGNORECASE,
)
NOTHING_ON = re.compile(
    r"\b(?:policy|text|title)\b.{0,60}?"
    r"\b(?:has no|has none|doesn't (?:have|name|mention|say|give|cover)|says nothing)\b(?P<topic>.*)",
    re.IGNORECASE,
)
PASSED_OVER = frozenset({
    "about", "anyone", "section", "sections", "policy", "policies", "school", "child", "children", "parents", "staff",
    "their", "there", "these", "those", "which", "where", "words", "online",
})  # fmt: skip
LEAD = re.compile(r"\bDSLs?\b|safeguarding lead", re.IGNORECASE)
HEAD = re.compile(r"\bheadteacher\b", re.IGNORECASE)
ONE = re.compile(
    r"who is the DSL|is the headteacher here|as headteacher and DSL|headteacher.{0,60} is the designated"
    r"|DSL if that's another person"
)
# They repeat what a policy says, which names both.
BOTH = ("The policy says staff will talk it over", "the DSL or a deputy, and/or")
ROUND = re.compile(r"about the (DSL|headteacher|chair of governors),?\W* (?:go to|tell|ask) the \1\b", re.IGNORECASE)
# Pages about the site, the policy itself, and what it was built on.
NOT_READ = ("about/look/", "about/writing", "about/the-year", "policy/index", "policy/review")


@dataclass(frozen=True)
class Truth:
    """What pages are judged by.

    Attributes:
        policy: the words of the policy.
        approved: when it was approved, as it says it.
        counts: every number that a sentence may say of the policy.
        others: names, accounts and places of the school and the policy that were there before.
        head_is_lead: whether the headteacher is the designated safeguarding lead.
    """

    policy: str
    approved: str
    counts: frozenset[int]
    others: tuple[str, ...]
    head_is_lead: bool = False

    @classmethod
    def of(cls, library: Library, before: Path) -> Truth:
        """Gather it.

        Args:
            library: the content of the site that was taken over.
            before: the project as it was.
        """
        policy = library.policy
        words = " ".join(clause.text for clause in policy.clauses.values())
        numbers = {
            len(policy.sections), len(policy.clauses), len(library.linked_policies),
            sum(not clause.part_of for clause in policy.clauses.values()),
        }  # fmt: skip
        return cls(
            words,
            policy.approved.words if policy.approved else "",
            frozenset(numbers),
            tuple(one for one in _others(before) if one not in words),
            library.school.headteacher_is_lead,
        )


def _others(before: Path) -> Iterator[str]:
    """Give what was true of the school and the policy before: by hand where no file has it apart."""
    school = yaml.safe_load((before / "school.yml").read_text(encoding="utf-8"))
    yield school["short_name"]
    yield from (one["phone"] for one in school["local_help"] if "phone" in one)
    yield from ("Drury", "Keeler", "on Twitter", "Twitter has", "Kent", "template by The Education People", "Salus")


def contradictions(pages: Mapping[str, Sequence[str]], truth: Truth) -> list[str]:
    """Give each contradiction, with its page.

    Args:
        pages: the paragraphs, points and rows of each page, in order.
        truth: what they are judged by.
    """
    return [
        f"{path}: {said}: {line[:200]}"
        for path, lines in pages.items()
        if not path.startswith(NOT_READ)
        for number, line in enumerate(lines)
        for said in _wrong_with(line, lines[number + 1] if number + 1 < len(lines) else "", truth)
    ]


def _wrong_with(line: str, after: str, truth: Truth) -> Iterator[str]:
    for one in truth.others:
        if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", line):
            yield f"names {one}"
    for sentence in SENTENCE.split(line):
        for found in DATED.finditer(sentence):
            if found[1] not in truth.approved:
                yield f"dates the policy {found[1]}"
        if re.search(r"\bpolic|\btitle\b", sentence):
            yield from (
                f"counts {found[0]}" for found in COUNTED.finditer(sentence) if _number(found) not in truth.counts
            )
        nothing = NOTHING_ON.search(sentence)
        for word in re.findall(r"[a-z]{5,}", nothing["topic"].lower() if nothing else ""):
            if word not in PASSED_OVER and re.search(rf"\b{word.rstrip('s')}", truth.policy.lower()):
                yield f"says nothing on {word}, of which the policy speaks"
    if re.search(r"\bpolicy (?:also )?says[^.]*:$", line) and not after.startswith((OWN_WORDS, "-", ">", "|", "“")):
        yield "introduces words that do not follow"
    if ROUND.search(line):
        yield "sends a reader round"
    both = LEAD.search(line) and HEAD.search(line)
    if truth.head_is_lead and both and not ONE.search(line) and not any(one in line for one in BOTH):
        yield "sends a reader from the lead to the headteacher, who is the same"


def _number(found: re.Match[str]) -> int:
    said = (found[1] or found[3]).lower()
    return int(said) if said.isdecimal() else NUMBERS.index(said) + 1


def lines_of(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """Give the lines of pages that are text, without those that are empty."""
    return {path: [line.strip() for line in page.split("\n") if line.strip()] for path, page in pages.items()}


def lines_of_site(site: Path, paths: Iterable[str] = ()) -> dict[str, list[str]]:
    """Give the paragraphs, points and rows of a built site's pages; the policy's own words are one mark.

    Args:
        site: the built site.
        paths: the pages; without any, all.
    """
    found = {}
    pages = {path: read_page(site, path) for path in paths} or read_pages(site)
    for path, page in pages.items():
        lines: list[str] = []
        for main in page.all("main"):
            shown = [*with_class(main, "clause"), *with_class(main, "in-short"), *with_class(main, "checklist")]
            own = {id(part) for element in shown for part in element.iter()}
            for element in main.iter():
                if id(element) in own:
                    lines += [OWN_WORDS] if element in shown else []
                elif element.tag in ("p", "li", "tr", "dt", "dd", "h1", "h2", "h3", "summary"):
                    lines.append(" ".join(text(element).replace("’", "'").split()))
        found[path] = lines
    return found
