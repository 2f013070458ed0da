"""Takes the site over for another school in one go, from a file of answers and the school's own policy.

What the site says of the policy that it had is kept only where both policies say the same. The rest is taken out, and
told in a file with its words, so that somebody can put back what is true of the new one too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from macros.models.base import Model, explain
from macros.models.clause_use import ClauseUses, PlainReader
from macros.models.policy import ApprovalFact, Policy
from macros.models.policy_date import PolicyDate, policy_date
from macros.models.school import School
from macros.models.takeover import Takeover
from macros.problems import ContentError, Problem, did_you_mean
from macros.source import Document, files_in, parse_policy, parse_yaml, read_outline, read_policy, read_text, read_tree
from macros.takeover.commentary import Knowledge, Taken, without_commentary, without_lost_links
from macros.takeover.data import (
    clauses_file,
    entries_of,
    linked_policies_file,
    linked_policies_of,
    school_file,
    values_of,
    with_councils_routes,
)
from macros.takeover.likeness import SURE, Proposal, propose
from macros.takeover.page import approved_text, policy_page
from macros.takeover.paragraphs import read_paragraphs
from macros.takeover.structure import Draft, structure_of

M = TypeVar("M", bound=Model)

POLICY, CLAUSES = "docs/policy/index.md", "docs/_data/clauses.yml"
LINKED, LINKS = "docs/_data/linked-policies.yml", "docs/_data/links.yml"
REVIEW, TEST_TEXT, REPORT = "docs/policy/review.md", "tests/fixtures/policy-2022.txt", "takeover.md"
ASKED = "docs/_data/school-questions.yml"
CHECKLISTS = "docs/_data/checklists"
ANSWERS = "answers.yml"
FRONT = """---
title: {title}
description: The school's approved policy, word for word, with a number and a link for every point.
for: Everyone
template: policy.html
also: [policy, the policy, school policy, online safety policy, e-safety policy, esafety policy, approved policy]
---
"""
REVIEWERS = """---
title: For reviewers of the policy
description: When the policy is due for review, and where to start.
for: Teachers and staff
also: [policy review, review the policy, out of date policy, update the policy, review date]
---

# For reviewers of the policy

{{ review_date() }}

Start with [the policy, word for word](index.md) and [the map](map.md), which shows where this website comes back to
each point. [Governors](../staff/governors.md) have questions to ask.
"""
MOST_OF_A_PAGE = 5  # places: a page from which so many were taken rests on the policy as a whole
MIXED_CLASSES = "school.teaches.mixed_classes"
# What is asked where there is no file of answers: the way to the value, and the question.
QUESTIONS = (
    ("school.name", "The school's full name, as on the sign"),
    ("school.short_name", "Its name in running text"),
    ("school.website", "Its website, with https://"),
    ("school.teaches.first_year", "The youngest year it teaches, such as year-3 (empty for reception)"),
    ("school.teaches.last_year", "The oldest, such as year-2 (empty for year-6)"),
    ("school.teaches.nursery", "Whether it has a nursery class: yes or no (empty for no)"),
    (
        MIXED_CLASSES,
        "Its classes of two years, such as year-1 and year-2, year-3 and year-4 (empty where it has none)",
    ),
    ("school.office.phone", "The office's phone number (may be left empty)"),
    ("school.office.email", "The office's email address (may be left empty)"),
    ("school.safeguarding.lead", "Today's designated safeguarding lead (may be left empty)"),
    ("school.safeguarding.lead_is_headteacher", "Is the headteacher the lead? yes or no (may be left empty)"),
    ("school.headteacher.name", "The headteacher (may be left empty)"),
    ("school.chair_of_governors.name", "The chair of governors (may be left empty)"),
    ("school.online_safety_lead.name", "Who looks after online safety day by day, if not the lead (may be left empty)"),
    ("school.safeguarding_governor.name", "The governor for safeguarding (may be left empty)"),
    ("school.channels", "Its official accounts on social media: none, or empty and written into school.yml later"),
    ("school.safeguarding.named_in_policy", "The lead whom the policy itself names (empty where it names nobody)"),
    (
        "school.council.children_phone",
        "The council's service for children: its number in working hours (empty: pages name the NSPCC and the police)",
    ),
    ("school.council.out_of_hours_phone", "Its number at night and at weekends (the same)"),
    ("policy.file", "The file of the policy, .docx or .txt, from the folder of the answers"),
    ("policy.title", "The policy's title (empty where it stands at its top)"),
    ("policy.approved", "When it was approved: month and year (empty where its own text says so)"),
    ("policy.review", "When it is to be reviewed: month and year (empty where its own text says so)"),
)


@dataclass
class Outcome:
    """What a takeover made.

    Attributes:
        proposals: each point with its id.
        gaps: the ids of the points that have no plain words yet.
        taken: what was taken out of pages.
        linked: how many policies the new one names in a list.
        files: the text of each file that is written, by its place.
    """

    proposals: list[Proposal]
    gaps: list[str] = field(default_factory=list)
    taken: list[Taken] = field(default_factory=list)
    linked: int = 0
    files: dict[str, str] = field(default_factory=dict)

    @property
    def known(self) -> int:
        """How many points have the id of a known clause."""
        return sum(bool(one.figure) for one in self.proposals)

    @property
    def to_confirm(self) -> list[Proposal]:
        """The points whose id is not sure: somebody should look at them."""
        return [one for one in self.proposals if 0 < one.figure < SURE]


def ask(answer: Callable[[str], str]) -> str:
    """Ask for the answers one by one; give them as the text of a file of answers.

    Args:
        answer: gives what a person types at a question.
    """
    values: dict[str, Any] = {}
    for loc, question in QUESTIONS:
        typed = answer(f"{question}: ").strip()
        *folders, name = loc.split(".")
        holder = values
        for folder in folders:
            holder = holder.setdefault(folder, {})
        if typed or folders[-1:] != ["teaches"]:
            holder[name] = _classes(typed) if loc == MIXED_CLASSES else typed
    return "\n".join([*_as_yaml(values, 0), ""])


def _classes(typed: str) -> list[list[str]]:
    """Read “year-1 and year-2, year-3 and year-4”; whether these are years, and two, is told of the file of answers."""
    classes = ([word for word in re.findall(r"[\w-]+", one) if word != "and"] for one in re.split("[,;]", typed))
    return [one for one in classes if one]


def _as_yaml(values: Mapping[str, Any], indent: int) -> Iterator[str]:
    for name, value in values.items():
        if isinstance(value, Mapping):
            yield f"{' ' * indent}{name}:"
            yield from _as_yaml(value, indent + 2)
        elif isinstance(value, list):
            classes = (f"[{', '.join(one)}]" for one in value)
            yield f"{' ' * indent}{name}: [{', '.join(classes)}]"
        else:
            words = str(value).replace("'", "''")
            yield f"{' ' * indent}{name}:" + (f" '{words}'" if words else "")


def take_over(root: Path, answers: Path, *, looked_up: str) -> Outcome:
    """Find out all that is to be written, and write nothing yet.

    Args:
        root: the project's folder.
        answers: the file of answers.
        looked_up: the day on which the council's numbers were given, as 2026-11-29.

    Raises:
        ContentError: an answer or the policy is to be mended, or the site was taken over before.
    """
    if (root / REPORT).exists():
        sentence = (
            "This site was taken over already. To begin again, start from a fresh copy of the project; to take in a "
            "new text of the policy, see “When the policy is reviewed” in docs/about/the-year.md."
        )
        raise ContentError([Problem(REPORT, 1, 1, sentence)])
    document = parse_yaml(read_text(answers.parent, answers.name), answers.name)
    takeover = _fitted(document, Takeover)
    old_policy = read_policy(root, POLICY)
    old = Policy.model_validate(old_policy.data)
    old_text = read_text(root, CLAUSES)
    old_clauses = parse_yaml(old_text, CLAUSES)
    _fitted(old_clauses, ClauseUses)
    old_school = School.model_validate(parse_yaml(read_text(root, "school.yml"), "school.yml").data)
    school = takeover.school

    draft = structure_of(
        read_paragraphs(answers.parent / takeover.policy.file), takeover.policy.title or "", school.name
    )
    approval = _approval(draft, takeover)
    _refuse_what_is_missing(document, takeover, draft, approval, old)
    names = (old_school.name, old_school.short_name, school.name, school.short_name)
    proposals = propose(draft, old, names, takeover.ids, taken=("notes-from-this-website",))
    page = policy_page(draft, approval, school.name, FRONT.format(title=_quoted(draft.title)))
    new = Policy.model_validate(parse_policy(read_tree(page, POLICY)).data)

    known = _knowledge(old, new, old_clauses, proposals, old_school, school)
    outcome = Outcome([replace(one, same=one.id in known.same) for one in proposals])
    pages = _pages(root, known, outcome)
    places = _places(root, pages)
    by_id = {one.id: one for one in outcome.proposals}
    replaced = {old_school.name: school.name, old_school.short_name: school.short_name}
    clauses, outcome.gaps = clauses_file(draft, by_id, old_clauses, entries_of(old_text, old_clauses), replaced, places)
    linked = linked_policies_of(draft)
    outcome.linked = len(linked)
    raw = document.data["school"]
    asked = [one["id"] for one in parse_yaml(read_text(root, ASKED), ASKED).data["questions"]]
    given = raw.get("answers") or {}
    raw = {
        **raw,
        "answers": {one: given.get(one) for one in asked},
        "linked_policies": {name: (raw.get("linked_policies") or {}).get(name) or None for name, _, _ in linked},
    }
    worries = {route.id: route.worries for route in old_school.local_help}
    outcome.files.update({
        "school.yml": school_file(with_councils_routes(raw, looked_up, worries)),
        POLICY: page,
        CLAUSES: clauses,
        LINKED: linked_policies_file(linked),
        TEST_TEXT: approved_text(draft, approval, school.name),
        LINKS: _links(root, page, old_school, school),
        **pages,
    })  # fmt: skip
    outcome.files[REPORT] = "\n".join([*_report(outcome, draft), ""])
    return outcome


def write_outcome(root: Path, outcome: Outcome) -> None:
    """Write what a takeover made.

    Args:
        root: the project's folder.
        outcome: what it made.
    """
    for path, text in outcome.files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def _fitted(document: Document, model: type[M]) -> M:
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        told = [document.problem(said, loc, key=key) for loc, said, key in explain(error, model)]
        raise ContentError(told) from None


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _approval(draft: Draft, takeover: Takeover) -> list[tuple[str, str]]:
    """Give the rows of the approval table: what the policy says at its top, and what the answers add."""
    rows = list(draft.approval)
    told = _dates(rows)
    for name, value, known in (
        ("Approval Date", takeover.policy.approved, told.approved),
        ("Date for Review", takeover.policy.review, told.review),
    ):
        if value and known is None:
            rows.append((name, value))
    return rows


def _dates(rows: Sequence[tuple[str, str]]) -> Policy:
    """Give a policy that has nothing but the rows of its approval."""
    return Policy(title="-", approval=tuple(ApprovalFact(name=name, value=value) for name, value in rows), sections=())


def _refuse_what_is_missing(
    document: Document, takeover: Takeover, draft: Draft, approval: Sequence[tuple[str, str]], old: Policy
) -> None:
    problems = []
    if not draft.title:
        sentence = "No line at the top of the policy is its title. Write it here, as “title: …”."
        problems.append(document.problem(sentence, ("policy", "file")))
    if not draft.points:
        sentence = "No point was found in the policy. Is it a picture, or only headings?"
        problems.append(document.problem(sentence, ("policy", "file")))
    told = _dates(approval)
    for name, words, known in (
        ("approved", "when it was approved", told.approved),
        ("review", "when it is to be reviewed", told.review),
    ):
        given = getattr(takeover.policy, name)
        if known is None:
            sentence = f"The policy does not say {words}. Write it here, as “{name}: March 2027”."
            problems.append(document.problem(sentence, ("policy",), key=True))
        elif given and _differs(given, known):
            sentence = f"The policy itself says {known.words}. Leave this empty, or mend the text of the policy."
            problems.append(document.problem(sentence, ("policy", name)))
    named = (takeover.school.safeguarding.named_in_policy or "").partition("(")[0].strip()
    text = " ".join(point.text for point in draft.points)
    if named and named not in text:
        sentence = f"The policy does not name “{named}”. Write the name as the policy has it, or leave this empty."
        problems.append(document.problem(sentence, ("school", "safeguarding", "named_in_policy")))
    numbers = [point.reference for point in draft.points]
    ids = [*old.clauses, "new"]
    for number, identity in takeover.ids.items():
        if number not in numbers:
            sentence = f"The policy has no point {number}.{did_you_mean(number, numbers)}"
            problems.append(document.problem(sentence, ("ids", number), key=True))
        if identity not in ids:
            sentence = f"No clause is known as “{identity}”.{did_you_mean(identity, ids)}"
            problems.append(document.problem(sentence, ("ids", number)))
        if identity != "new" and list(takeover.ids.values()).count(identity) > 1:
            problems.append(document.problem(f"“{identity}” is given to two points. Keep one.", ("ids", number)))
    if problems:
        raise ContentError(problems)


def _differs(given: str, known: PolicyDate) -> bool:
    """Tell whether a date that was typed is another than that of the policy: a month and a day in it are the same."""
    typed = policy_date(given)
    return typed is None or typed.last < known.first or known.last < typed.first


def _knowledge(
    old: Policy,
    new: Policy,
    clauses: Document,
    proposals: Sequence[Proposal],
    old_school: School,
    school: School,
) -> Knowledge:
    same = {one.id for one in proposals if one.same}
    entries = values_of(clauses)
    stale = _stale(old, new, old_school)
    # Plain words that speak of the old policy's people, date or channels are no longer true.
    for one in list(same):
        spoken = " ".join(str(words) for words in (entries.get(one, {}).get("plain") or {}).values())
        if any(word in spoken for word in stale) or (school.name != old_school.name and "www." in spoken):
            same.discard(one)
    sections = {
        section.id
        for section in new.sections
        if section.clauses and all(clause.id in same for clause in section.clauses)
    }
    readable = set()
    for identity in new.clauses:
        entry = entries.get(identity) or {}
        plain = entry.get("plain") or {}
        for reader in get_args(PlainReader):
            ours = identity in same and (
                reader in plain or "everyone" in plain or (reader == "governors" and "staff" in plain)
            )
            wanted = {reader, "everyone", "staff" if reader == "governors" else reader}
            shows_own = identity not in same and (reader == "parents" or wanted & set(entry.get("for") or ()))
            if ours or shows_own:
                readable.add(f"{reader}/{identity}")
    there = {*new.clauses, *(section.id for section in new.sections)}
    return Knowledge(
        same=frozenset(same | sections),
        kept=frozenset(there),
        lost=frozenset(set(old.clauses) - set(new.clauses)),
        alike=set(old.clauses) == set(new.clauses) and all(one in same for one in new.clauses),
        stale=stale,
        readable=frozenset(readable),
    )


def _stale(old: Policy, new: Policy, old_school: School) -> tuple[str, ...]:
    """Give what was true of the old policy alone: its year, its people and its channel."""
    now = " ".join(clause.text for clause in new.clauses.values())
    found = []
    if old.approved and (new.approved is None or old.approved.words != new.approved.words):
        found += [old.approved.words, f"written in {old.approved.first.year}"]
    named = (old_school.safeguarding.named_in_policy or "").partition("(")[0].strip()
    if named and named not in now:
        found.append(named)
    for channel in ("Twitter", "Facebook", "Instagram"):
        before = any(channel in clause.text for clause in old.clauses.values())
        if before and channel not in now:
            found.append(channel)
            if channel == "Twitter":
                found.append('current("x-and-accounts")')
    return tuple(found)


def _pages(root: Path, known: Knowledge, outcome: Outcome) -> dict[str, str]:
    """Give each page and list that is not as it was."""
    changed: dict[str, str] = {}
    for path in files_in(root, "docs", ".md"):
        text = read_text(root, path)
        if path in (POLICY, REVIEW) or path.startswith(("docs/about/writing", "docs/about/look/")):
            continue
        after, taken = without_commentary(text, path, known)
        outcome.taken += taken
        if after != text:
            changed[path] = after
    changed[REVIEW] = REVIEWERS
    gone = {
        path.removeprefix("docs/"): _ids(read_text(root, path), path) - _ids(text, path)
        for path, text in changed.items()
    }
    gone["policy/index.md"] = set(known.lost) | {"notes-from-this-website"}
    for path in files_in(root, "docs", ".md"):
        text = changed.get(path) or read_text(root, path)
        after = without_lost_links(text, path, gone)
        if after != text and path != POLICY:
            changed[path] = after
    if not known.alike:
        for path in files_in(root, CHECKLISTS, ".yml"):
            text = read_text(root, path)
            after = _without_notes(text, path, known, outcome)
            if after != text:
                changed[path] = after
    return changed


def _ids(text: str, path: str) -> set[str]:
    return set(read_outline(read_tree(text, path)).ids)


def _without_notes(text: str, path: str, known: Knowledge, outcome: Outcome) -> str:
    """Give a checklist without the notes that say what the old policy says."""
    lines = []
    for number, line in enumerate(text.split("\n"), start=1):
        found = re.match(r"\s+note: (?P<words>.*)", line)
        if found and (known.claims(found["words"]) or any(word in line for word in known.stale)):
            outcome.taken.append(Taken(path, number, line.strip()))
        else:
            lines.append(line)
    return "\n".join(lines)


def _places(root: Path, pages: Mapping[str, str]) -> set[str]:
    """Give each page and each place in one, as the homes of clauses.yml name them."""
    found: set[str] = set()
    for path in files_in(root, "docs", ".md"):
        name = path.removeprefix("docs/")
        if name.startswith("policy/review") or path == POLICY:
            continue
        found |= {name, *(f"{name}#{one}" for one in _ids(pages.get(path) or read_text(root, path), path))}
    return found


def _links(root: Path, page: str, old_school: School, school: School) -> str:
    """Give the list of addresses with those of the new school and its policy."""
    text = read_text(root, LINKS)
    listed = set(re.findall(r'address: "([^"]+)"', text))
    kept = []
    for line in text.rstrip("\n").split("\n"):
        found = re.search(r'address: "([^"]+)"', line)
        ours = found and (found[1] == old_school.website or ("the policy links to it" in line and found[1] not in page))
        local = found and any(found[1] == one.web for one in old_school.local_help) and "the policy" not in line
        if not ours and not (local and not any(found and found[1] == one.web for one in school.local_help)):
            kept.append(line)
    addresses = {school.website: "The school's own website"}
    addresses |= {one.web: one.name for one in school.local_help if one.web}
    addresses |= {one: "A policy of the school" for one in school.linked_policies.values() if one}
    addresses |= dict.fromkeys(re.findall(r"<(https://[^>]+)>", page), "The policy links to it")
    for address, title in addresses.items():
        if address not in listed:
            kept.append(f'  - {{address: "{address}", title: "{title}"}}')
    return "\n".join([*kept, ""])


def _report(outcome: Outcome, draft: Draft) -> Iterator[str]:
    yield "# What the takeover made"
    yield ""
    yield (
        f"{len(outcome.proposals)} points, {outcome.known} of them like a clause that this site knows. "
        f"{len(outcome.gaps)} have no plain words yet: pages show their own. "
        f"{len(outcome.taken)} places were taken out of pages, as they spoke of another policy."
    )
    if draft.before:
        yield from ("", "## Not part of any section", "", *draft.before)
    yield from ("", "## The points and their ids", "")
    yield "The figure says how like a point is to the clause of that id. Look at each below 0.90."
    yield from ("", "| Point | Id | Figure | Words |", "| --- | --- | --- | --- |")
    for one in outcome.proposals:
        figure = f"{one.figure:.2f}" if one.figure else "new"
        if one.same:
            figure += ", the same"
        yield f"| {one.reference} | {one.id} | {figure} | {one.text[:90].replace('|', '/')} |"
    yield from ("", "## Pages to read from top to bottom", "")
    yield "They were written beside the other policy. What names no policy stays: a rule in them may not be yours."
    counted = Counter(taken.path for taken in outcome.taken)
    yield ""
    yield from (f"- {path}: {count} taken out" for path, count in counted.most_common() if count >= MOST_OF_A_PAGE)
    yield from ("", "## Taken out of pages", "")
    yield "Each spoke of the policy that this site had. If it is true of yours too, put it back."
    path = ""
    for taken in sorted(outcome.taken):
        if taken.path != path:
            path = taken.path
            yield from ("", f"### {path}", "")
        yield f"- Line {taken.line}: {taken.text}"
