"""Which files the office can change in the browser, and what each is called there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from macros.editor.forms import Names
from macros.models.app import Apps
from macros.models.base import Model
from macros.models.clause_use import ClauseUses
from macros.models.fact import Facts
from macros.models.help_route import EVERY, HelpRoutes
from macros.models.linked_policy import LinkedPolicies
from macros.models.page import FrontMatter
from macros.models.phase import Phases
from macros.models.school import School
from macros.problems import ContentError
from macros.source import files_in, parse_yaml, read_text
from macros.source.front_matter import split_front_matter

SCHOOL = "school.yml"
DATA = "docs/_data"
# Where the forms put a picture of the school: its crest.
PICTURES = "docs/assets/images/school"
BODY = "body"  # the name by which a form holds the words of a page


@dataclass(frozen=True)
class Sheet:
    """One file that has a form.

    Attributes:
        path: the file, from the project's root.
        label: what it is called.
        kind: values alone, values above the words of a page, or the words as they were typed.
        model: what its values must be; None where there is no form for them.
    """

    path: str
    label: str
    kind: Literal["values", "page", "typed"]
    model: type[Model] | None = None


@dataclass(frozen=True)
class Drawer:
    """Some files that belong together.

    Attributes:
        name: its id.
        label: what it is called.
        icon: the name of its sign, one of Material Symbols.
        says: what is in it, in a sentence.
        sheets: the files.
    """

    name: str
    label: str
    icon: str
    says: str
    sheets: tuple[Sheet, ...]


VALUES = MappingProxyType({
    "school": (
        "The school",
        "school",
        "Names, numbers, people, dates and addresses. Every page follows.",
        (Sheet(SCHOOL, "Facts about the school", "values", School),),
    ),
    "policy": (
        "The policy",
        "policy",
        "What each point means, for each of its readers. The approved text is not changed here.",
        (
            Sheet(f"{DATA}/clauses.yml", "The policy in plain words", "values", ClauseUses),
            Sheet(f"{DATA}/linked-policies.yml", "Policies that the policy links with", "values", LinkedPolicies),
        ),
    ),
    "apps": (
        "Apps and games",
        "sports_esports",
        "The table for parents. To retire an app, remove it from the list.",
        (Sheet(f"{DATA}/apps.yml", "All apps and games", "values", Apps),),
    ),
    "help": (
        "Help and facts",
        "call",
        "Who to turn to, and what may have changed since it was looked up.",
        (
            Sheet(f"{DATA}/help-routes.yml", "Help for every family", "values", HelpRoutes),
            Sheet(f"{DATA}/facts.yml", "Facts that change", "values", Facts),
        ),
    ),
})  # fmt: skip


AS_TYPED = "The words of each page. Leave what stands in double braces as it is: the site puts words there."
# Of a folder within another, the pages are in its own drawer alone.
PAGES = (
    ("parents", "Parents: pages", "family_restroom", "docs/parents"),
    ("worries", "Parents: worries", "support", "docs/parents/worries"),
    ("print", "Newsletter, sheets", "print", "docs/parents/print"),
)


def drawers(root: Path) -> tuple[Drawer, ...]:
    """List the files that can be changed here, as they lie on the disk now.

    Args:
        root: the project's folder.
    """
    found = [
        Drawer(name, label, icon, says, tuple(sheet for sheet in sheets if (root / sheet.path).is_file()))
        for name, (label, icon, says, sheets) in VALUES.items()
    ]
    for name, label, icon, folder in PAGES:
        paths = (path for path in files_in(root, folder, ".md") if not _elsewhere(path, folder))
        pages = tuple(Sheet(path, _title(root, path), "page", FrontMatter) for path in paths)
        found.append(Drawer(name, label, icon, AS_TYPED, pages))
    for phase, title in _phases(root):
        lessons = (path for path in files_in(root, f"lessons/{phase}", "lesson.md") if path.count("/") == 3)
        sheets = tuple(Sheet(path, _title(root, path), "typed") for path in lessons)
        found.append(Drawer(phase, f"{title}: lessons", "menu_book", "Each lesson as it is typed.", sheets))
    return tuple(drawer for drawer in found if drawer.sheets)


def names_in(root: Path) -> Names:
    """List the ids of files that other files name, each with what is shown for it.

    Args:
        root: the project's folder.
    """
    routes = _listed(root, f"{DATA}/help-routes.yml", "routes", "name")
    local = _listed(root, SCHOOL, "local_help", "name")
    return {
        "answers": _listed(root, f"{DATA}/school-questions.yml", "questions", "asks"),
        "linked_policies": _listed(root, f"{DATA}/linked-policies.yml", "policies", "name"),
        "worries": ((EVERY, "Every worry"), *_listed(root, f"{DATA}/help-routes.yml", "worries", "name")),
        "routes": (*routes, *local),
        "fact": _listed(root, f"{DATA}/facts.yml", "facts", "id"),
        "about": _listed(root, f"{DATA}/topics.yml", "topics", "name"),
        "picture": _listed(root, f"{DATA}/symbols.yml", "symbols", "means"),
    }


def _listed(root: Path, path: str, name: str, shown: str) -> Sequence[tuple[str, str]]:
    """Give the id of each entry of a list in a file; none where it cannot be read, which the check tells."""
    try:
        entries = parse_yaml(read_text(root, path), path).data[name] or ()
        return tuple((str(entry["id"]), str(entry[shown])) for entry in entries)
    except (ContentError, KeyError, TypeError):
        return ()


def _elsewhere(path: str, folder: str) -> bool:
    return any(path.startswith(f"{other}/") for *_, other in PAGES if len(other) > len(folder))


def _title(root: Path, path: str) -> str:
    """Give the title of a page; its file's name where it cannot be read."""
    try:
        return str(split_front_matter(read_text(root, path), path)[0].data["title"])
    except (ContentError, KeyError, TypeError):
        return path


def _phases(root: Path) -> Iterator[tuple[str, str]]:
    try:
        data = parse_yaml(read_text(root, f"{DATA}/phases.yml"), f"{DATA}/phases.yml").data
        phases = Phases.model_validate(data).phases
    except (ContentError, ValueError):
        return
    yield from ((phase.id, phase.title) for phase in phases)
