"""A checklist has items, and no two are the same."""

from __future__ import annotations

from macros.models.checklist import Checklist
from tests.models.telling import made, told


def test_a_checklist_is_read() -> None:
    checklist = made(Checklist, "title: Tonight\nitems:\n  - id: a\n    text: Do it.\n    note: Now.\n")
    assert (checklist.items[0].text, checklist.items[0].note) == ("Do it.", "Now.")


def test_a_list_without_items_is_refused() -> None:
    assert told(Checklist, "title: A\nitems: []\n") == ["2:8: “items” needs at least 1 and has 0."]


def test_two_items_alike_are_told() -> None:
    assert told(Checklist, "title: A\nitems:\n  - {id: a, text: Do it.}\n  - {id: a, text: do it}\n") == [
        "4:10: Two items have the id “a”. Give each its own.",
        "4:19: This item says the same as one above. Keep one of them.",
    ]
