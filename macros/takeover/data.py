"""Writes the data files that follow from another school and its policy."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, get_origin

import yaml

from macros.models.base import Model
from macros.models.school import School
from macros.source import Document
from macros.takeover.likeness import Proposal
from macros.takeover.structure import Draft, Point

WIDTH = 110  # letters
HOME = "policy/plain/index.md"  # where every clause with plain words is explained
OWN = ("id", "for", "plain", "picture", "young", "homes", "gap")
LEARNERS = re.compile(r"learner|pupil|child", re.IGNORECASE)
STAFF = re.compile(r"\bstaff|employee|official|induction", re.IGNORECASE)
OTHERS = re.compile(
    r"(?:links? with|linked|related|relevant|other|associated) (?:\w+ )?(?:policies|documents)", re.IGNORECASE
)
EMPTY: Mapping[Any, str] = MappingProxyType({tuple: " []", dict: " {}"})  # what an empty value must say, by its type
USUAL_WORRIES = ("meeting-or-secret", "worried-about-an-adult")  # for which there is always a page
LONGEST_NAME = 14  # words: a longer point names no policy


def clauses_file(
    draft: Draft,
    proposals: Mapping[str, Proposal],
    old: Document,
    entries: Mapping[str, str],
    names: Mapping[str, str],
    homes: Collection[str],
) -> tuple[str, list[str]]:
    """Give clauses.yml for a policy, and the ids of its gaps.

    Args:
        draft: the policy, its points with their ids.
        proposals: what is known of each point, by its id.
        old: clauses.yml as it was.
        entries: the lines of each of its entries, by id.
        names: what to write in place of each name of the other school.
        homes: the pages and the places in them that a clause can be at home at, as clauses.yml writes them.
    """
    lines = [
        "# What the site makes of each point of the policy: whom it is for, its plain words, and where it is at home.",
        "# “gap: yes” marks a point for which nobody has written plain words yet; pages show its own. To close it,",
        "# write “plain:” and “homes:” as docs/about/writing-facts.md says, and take the line “gap” out.",
        "clauses:",
    ]
    gaps = []
    known = values_of(old)
    for section in draft.sections:
        if section.points:
            lines.append(f"  # {' '.join(filter(None, (section.number, section.title)))}")
        for point in section.points:
            before = known.get(point.id, {})
            if proposals[point.id].same and before.get("plain"):
                lines += _kept(entries[point.id], names, [one for one in before.get("homes", []) if one in homes])
            else:
                gaps.append(point.id)
                readers = before.get("for") or _readers(section.title, point.text)
                lines += [f"  - id: {point.id}", f"    for: [{', '.join(readers)}]", "    gap: yes"]
                lines += _others(entries.get(point.id, ""))
    return "\n".join([*lines, ""]), gaps


def entries_of(text: str, document: Document) -> dict[str, str]:
    """Give the lines of each entry of clauses.yml, by its id.

    Args:
        text: the file.
        document: its values.
    """
    lines = text.split("\n")
    found = {}
    for number, identity in enumerate(values_of(document)):
        begin = document.position(("clauses", number)).line - 1
        end = next((at for at in range(begin + 1, len(lines)) if re.match(r" {0,2}\S", lines[at])), len(lines))
        found[identity] = "\n".join(lines[begin:end]).rstrip()
    return found


def values_of(document: Document) -> dict[str, Mapping[str, Any]]:
    """Give the values of each entry of clauses.yml, by its id.

    Args:
        document: its values, which fit its model.
    """
    return {entry["id"]: entry for entry in document.data["clauses"]}


def _kept(entry: str, names: Mapping[str, str], homes: Sequence[str]) -> Iterator[str]:
    for before, after in names.items():
        entry = re.sub(rf"\b{re.escape(before)}\b", lambda _, after=after: after, entry)  # type: ignore[misc]
    for key, lines in _parts(entry):
        if key == "homes":
            yield f"    homes: [{', '.join(homes or [HOME])}]"
        else:
            yield from lines


def _others(entry: str) -> Iterator[str]:
    """Give what an entry says besides its words: it holds for another policy too."""
    for key, lines in _parts(entry):
        if key and key not in OWN:
            yield from lines


def _parts(entry: str) -> Iterator[tuple[str, list[str]]]:
    """Part an entry into its values: the name of each, and its lines; the first part has no name."""
    key, lines = "", list[str]()
    for line in entry.split("\n") if entry else ():
        if found := re.match(r" {4}([\w-]+):", line):
            yield key, lines
            key, lines = found[1], []
        lines.append(line)
    yield key, lines


def _readers(title: str, text: str) -> list[str]:
    readers = ["parents", "staff", "governors"]
    if LEARNERS.search(title) or re.match(r"(?:all )?(?:learners|pupils|children)\b", text, re.IGNORECASE):
        return ["learners", *readers]
    return ["staff", "governors"] if STAFF.search(title) else readers


def linked_policies_of(draft: Draft) -> list[tuple[str, str, str]]:
    """Find the policies that a policy names in a list: for each its id, its name and its point."""
    found: dict[str, tuple[str, str, str]] = {}
    for section in draft.sections:
        titled = bool(OTHERS.search(section.title))
        named = False
        for point in section.points:
            if not point.level:
                named = titled or bool(OTHERS.search(point.text) and point.text.endswith(":"))
            if named and len(point.text.split()) <= LONGEST_NAME and _is_name(point):
                identity = re.sub(
                    r"[^a-z0-9]+", "-", re.sub(r"\bpolic(?:y|ies)\b|\(.*?\)|'", "", point.text.casefold())
                )
                found.setdefault(identity.strip("-")[:40].strip("-") or point.id, (point.text, point.id, ""))
    return [(identity, name, clause) for identity, (name, clause, _) in found.items()]


def _is_name(point: Point) -> bool:
    return not point.text.endswith(":")


def linked_policies_file(linked: Sequence[tuple[str, str, str]]) -> str:
    """Give linked-policies.yml: the id, the name and the point of each policy that the approved one names."""
    head = (
        "# The policies that the policy names, in its order and in its words.\n"
        "# “clause” is the point that names it. The address of each is in school.yml; while it is empty, the page\n"
        "# says “ask the school office”.\n"
    )
    rows = [{"id": identity, "name": name.rstrip(".;,"), "clause": clause} for identity, name, clause in linked]
    return head + _yaml({"policies": rows})


def school_file(values: Mapping[str, Any]) -> str:
    """Give school.yml with some values; what is not among them is there, empty, and each says what it is.

    Args:
        values: the values, as school.yml names them.
    """
    lines = [
        "# Facts about this school. Pages say them in every place, so they are changed here alone.",
        "# Leave a value empty when it is not known: the pages then say where else to look.",
        "",
        *_lines(School, values, 0),
        "",
    ]
    return "\n".join(lines)


def _lines(model: type[Model], values: Mapping[str, Any], indent: int) -> Iterator[str]:
    pad = " " * indent
    for name, field in model.model_fields.items():
        about = textwrap.wrap(field.description or "", WIDTH - indent)
        yield from (f"{pad}# {line}" for line in about)
        inner = field.annotation
        value = values.get(name)
        if isinstance(inner, type) and issubclass(inner, Model):
            yield f"{pad}{name}:"
            yield from _lines(inner, value if isinstance(value, Mapping) else {}, indent + 2)
        elif value in (None, "", [], {}):
            yield f"{pad}{name}:{EMPTY.get(get_origin(inner), '')}"
        elif isinstance(value, dict):
            yield f"{pad}{name}:"
            for key, one in value.items():
                given = [f"{key}:"] if one is None else _yaml({key: one}).rstrip("\n").split("\n")
                yield from (f"{pad}  {line}" for line in given)
        else:
            yield from (f"{pad}{line}" for line in _yaml({name: value}).rstrip("\n").split("\n"))


def _yaml(values: Mapping[str, Any]) -> str:
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=WIDTH)


def with_councils_routes(
    values: Mapping[str, Any], looked_up: str, worries: Mapping[str, Sequence[str]]
) -> dict[str, Any]:
    """Give the values of a school with the two routes of its council among its local help.

    Args:
        values: the school's values, with the council's numbers.
        looked_up: the day on which these were looked up.
        worries: for each route of the council that was there before, the worries that led to it: they lead to this one.
    """
    given = [one for one in values.get("local_help") or [] if isinstance(one, dict)]
    council = values.get("council") or {}
    names = {one.get("id") for one in given}
    routes = [
        (
            "council",
            50,
            "The council's service for children, in working hours",
            "children_phone",
            "day",
            "For a worry about the safety of a child who lives near this school.",
        ),
        (
            "council-out-of-hours",
            51,
            "The council's service for children, out of hours",
            "out_of_hours_phone",
            "day-and-night",
            "If a child isn't safe at home, or with someone, and it's the evening, the night or the weekend.",
        ),
    ]
    made = []
    for identity, order, name, phone, when, who in routes:
        if identity not in names and council.get(phone):
            made.append({
                "id": identity, "order": str(order), "name": name, "readers": ["parents", "staff"],
                "worries": list(worries.get(identity, USUAL_WORRIES)), "who": who,
                "phone": council[phone], "when": when, "looked_up": looked_up,
                "rung": "none", "without_speech": {"relay": "18001", "looked_up": looked_up},
            })  # fmt: skip
    return {**values, "local_help": [*made, *given]}
