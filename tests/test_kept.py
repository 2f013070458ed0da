"""What was made is made again only when what it is made from has changed."""

from __future__ import annotations

from macros.kept import Kept


def test_the_same_is_made_once_by_each_who_makes_it() -> None:
    kept = Kept()
    made: list[str] = []

    def upper(words: str) -> str:
        made.append(words)
        return words.upper()

    for _ in range(3):
        kept.next_round()
        assert kept.get(("a", 1), upper, "a") == "A"
        assert kept.get(("b", 1), upper, "b") == "B"
        assert kept.get(("a", 1), str.title, "a a") == "A A"
    assert made == ["a", "b"]


def test_nothing_made_is_a_thing_too() -> None:
    kept = Kept()
    made: list[str] = []
    for _ in range(2):
        assert kept.get("none", made.append, "a") is None
    assert made == ["a"]


def test_what_was_not_asked_for_is_forgotten() -> None:
    kept = Kept()
    assert kept.get("a", str, 1) == "1"
    kept.next_round()
    kept.next_round()
    assert kept.get("a", str, 2) == "2"
