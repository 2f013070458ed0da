"""The help routes of a worry are those to which its page leads, and families can choose every worry that has a page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.library import Library

NAMED = re.compile(r"help/index\.md#([\w-]+)|phone\(\"([\w-]+)\"\)|tel:(999)")


def named(text: str) -> set[str]:
    """Give the ids of the help routes that a page names."""
    return {link or phone or "emergency" for link, phone, _ in NAMED.findall(text)}


def test_every_route_that_the_page_of_a_worry_names_is_shown_for_it(library: Library, root: Path) -> None:
    routes = {route.id: route for route in library.help_routes}
    found = []
    for worry in library.worries:
        if worry.page:
            for identity in sorted(named((root / "docs" / worry.page).read_text(encoding="utf-8")) & routes.keys()):
                if not routes[identity].helps_with(worry.id):
                    found.append(f"docs/{worry.page} names “{identity}”, which is not shown for “{worry.id}”.")
    assert not found, "\n".join(found)


def test_every_page_of_a_worry_can_be_chosen(library: Library, root: Path) -> None:
    pages = {file.relative_to(root / "docs").as_posix() for file in (root / "docs/parents/worries").glob("*.md")}
    assert {worry.page for worry in library.worries if worry.page} == pages


def test_every_route_for_families_is_shown_for_a_worry(library: Library) -> None:
    for route in library.help_routes:
        assert "parents" not in route.readers or route.worries, f"“{route.id}” is shown for no worry."


def test_no_number_on_the_page_of_a_worry_is_typed_but_999(root: Path) -> None:
    for file in (root / "docs/parents/worries").glob("*.md"):
        typed = set(re.findall(r"tel:(\d+)", file.read_text(encoding="utf-8"))) - {"999"}
        assert not typed, f"{file.name}: write {{{{ phone(…) }}}} in place of {', '.join(typed)}."


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('[CEOP](../../help/index.md#ceop), {{ phone("police") }}, [999](tel:999)', {"ceop", "police", "emergency"}),
        ("[All the routes](../../help/index.md).", set()),
    ],
)
def test_a_route_that_is_named_is_found(text: str, ids: set[str]) -> None:
    assert named(text) == ids
