"""The help routes of a worry are those to which its page leads, families can choose every worry that has a page, and no
page of a worry leaves a parent without help at night, without a way out, or with a wrong first step.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.content.library import Library

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
    assert {worry.page for worry in library.worries if worry.page} == pages | {"help/when/about-staff.md"}


def test_every_route_for_families_is_shown_for_a_worry(library: Library) -> None:
    for route in library.help_routes:
        assert "parents" not in route.readers or route.worries, f"“{route.id}” is shown for no worry."


def test_no_number_on_the_page_of_a_worry_is_typed_but_999(root: Path) -> None:
    for file in (root / "docs/parents/worries").glob("*.md"):
        typed = set(re.findall(r"tel:(\d+)", file.read_text(encoding="utf-8"))) - {"999"}
        assert not typed, f"{file.name}: write {{{{ phone(…) }}}} in place of {', '.join(typed)}."


# Part 3 of the independent reading of the guidance (S6, S7, S11): what the page of a worry must not leave out.
LEAVES = (
    "parents/worries/chatbots.md",
    "parents/worries/fake-pictures.md",
    "parents/worries/group-chats.md",
    "parents/worries/hateful-ideas.md",
    "parents/worries/hurting-themselves.md",
    "parents/worries/live-video.md",
    "parents/worries/meeting-or-secret.md",
    "parents/worries/pornography.md",
    "parents/worries/shared-a-picture.md",
    "parents/worries/unknown-contact.md",
    "parents/worries/upsetting.md",
    "parents/worries/worried-about-an-adult.md",
)
LEAVE = re.compile(r"\A---\n(?:.*\n)*?leave: yes\n(?:.*\n)*?---\n")
COPIES = re.compile(r"photo of the screen|screenshot|keep a copy", re.IGNORECASE)
UNDRESSED = re.compile(
    r"undressed[^.]*don't take a photo of it|child undressed[^\n]*Don't take a photo"
    r"|never a photo of a child undressed",
    re.IGNORECASE,
)
ASKED = re.compile(r"ask(?:s|ed)? for a picture, a secret or a meeting|turned sexual")
FIRST = re.compile(r"before you block|don't block yet", re.IGNORECASE)
HURT = re.compile(r"hurting (?:themselves|yourself)|I wish I wasn't here", re.IGNORECASE)


def worries(root: Path) -> dict[str, str]:
    """Give the words of the page of each worry."""
    folder = root / "docs/parents/worries"
    return {f"parents/worries/{file.name}": file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.md"))}


def test_every_page_of_a_worry_says_where_to_turn_at_night(root: Path) -> None:
    missing = [path for path, text in worries(root).items() if "\n{{ help_at_night() }}\n" not in text]
    assert not missing, f"These have no help at night: {', '.join(missing)}."


def test_the_night_begins_with_danger_and_has_the_councils_number_and_the_nhs(library: Library) -> None:
    named = [identity for step in library.at_night for identity in step.routes]
    assert named == ["emergency", "police", "ceop", "council-out-of-hours", "nhs-111", "childline", "nspcc"]


def test_every_page_about_an_adult_a_picture_or_harm_can_be_left_at_once(root: Path) -> None:
    found = [path for path, text in worries(root).items() if LEAVE.match(text)]
    assert found == sorted(LEAVES)


def test_nobody_is_told_to_take_a_photo_of_a_screen_that_shows_a_child_undressed(root: Path) -> None:
    for path, text in worries(root).items():
        if COPIES.search(text):
            assert UNDRESSED.search(text), f"docs/{path} says to copy the screen, and leaves out when not to."


def test_the_police_come_before_blocking_where_a_child_was_asked_for_something(root: Path) -> None:
    for path, text in worries(root).items():
        if ASKED.search(text):
            assert FIRST.search(text), f"docs/{path} does not say to ring the police before blocking."


def test_where_a_child_may_hurt_themselves_the_nhs_is_named(root: Path) -> None:
    for path, text in worries(root).items():
        if HURT.search(text):
            assert '{{ phone("nhs-111") }}' in text, f"docs/{path} names nobody who answers at night."


def test_a_page_of_a_worry_has_no_quotation_of_the_policy_in_its_first_box(root: Path) -> None:
    for path, text in worries(root).items():
        box = text.split("!!! minute", 1)[1].split("\n## ", 1)[0]
        assert "clause(" not in box, f"docs/{path} quotes the policy before it says who to tell."


def test_what_pages_say_of_numbers_tells_only_what_was_done(root: Path) -> None:
    said = re.compile(r"[Nn]umbers? (?:and addresses )?(?:were )?(?:last )?checked")
    for file in sorted([*(root / "docs").rglob("*.md"), *(root / "macros").rglob("*.html")]):
        assert not said.search(file.read_text(encoding="utf-8")), f"{file.name}: they were looked up, and not checked."


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (LEAVE, "---\ntitle: A\nleave: yes\n---\n"),
        (COPIES, "Take a photo of the screen first."),
        (UNDRESSED, "If a picture shows a child undressed, don't take a photo of it."),
        (FIRST, "Do this before you block the person."),
        (HURT, "If they talk about hurting themselves, stay."),
    ],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('[CEOP](../../help/index.md#ceop), {{ phone("police") }}, [999](tel:999)', {"ceop", "police", "emergency"}),
        ("[All the routes](../../help/index.md).", set()),
    ],
)
def test_a_route_that_is_named_is_found(text: str, ids: set[str]) -> None:
    assert named(text) == ids
