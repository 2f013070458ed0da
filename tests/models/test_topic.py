"""Topics are read, and none stands twice."""

from __future__ import annotations

from macros.models.topic import Topics
from tests.models.telling import made, told


def test_topics_are_read_in_their_order() -> None:
    topics = made(Topics, "topics:\n  - {id: b, name: Locks}\n  - {id: a, name: Help}\n").topics
    assert [(topic.id, topic.name) for topic in topics] == [("b", "Locks"), ("a", "Help")]


def test_two_topics_with_one_id_are_told() -> None:
    assert told(Topics, "topics:\n  - {id: a, name: Locks}\n  - {id: a, name: Help}\n") == [
        "3:10: Two topics have the id “a”. Give each its own."
    ]


def test_two_topics_with_one_name_are_told() -> None:
    assert told(Topics, "topics:\n  - {id: a, name: Locks}\n  - {id: b, name: locks}\n") == [
        "3:19: Two topics are called “locks”. Give each its own name."
    ]
