"""What was made is made again only when what it is made from has changed."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.content.loader import read_library

QUIZ = "quizzes/years-3-4/three-word-locks.yml"


def test_the_same_is_made_once_by_each_who_makes_it() -> None:
    cache = RoundCache()
    made: list[str] = []

    def upper(words: str) -> str:
        made.append(words)
        return words.upper()

    for _ in range(3):
        cache.start_round()
        assert cache.get(("a", 1), upper, "a") == "A"
        assert cache.get(("b", 1), upper, "b") == "B"
        assert cache.get(("a", 1), str.title, "a a") == "A A"
    assert made == ["a", "b"]


def test_nothing_made_is_a_thing_too() -> None:
    cache = RoundCache()
    made: list[str] = []
    for _ in range(2):
        assert cache.get("none", made.append, "a") is None
    assert made == ["a"]


def test_what_was_not_asked_for_is_forgotten() -> None:
    cache = RoundCache()
    assert cache.get("a", str, 1) == "1"
    cache.start_round()
    cache.start_round()
    assert cache.get("a", str, 2) == "2"


def test_a_round_that_stops_at_a_mistake_costs_nothing_that_went_well() -> None:
    cache = RoundCache()
    made: list[str] = []
    for rounds in range(6):
        cache.start_round()
        if rounds not in (2, 3, 4):  # these ask for nothing, as where the first file cannot be read
            assert cache.get("a", made.append, "a") is None
            cache.went_well()
    assert made == ["a"]


def test_what_rounds_without_an_end_have_made_is_forgotten() -> None:
    cache = RoundCache()
    cache.start_round()
    cache.went_well()
    for number in range(100):
        cache.start_round()
        cache.get(number, str, number)
    assert cache.get(99, str, "kept") == "99"
    assert cache.get(98, str, "made again") == "98"  # the last round
    assert cache.get(97, str, "made again") == "made again"


def test_what_is_kept_by_a_text_is_made_of_that_text(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A save between two looks at a file must not put one text's words under another text's name."""
    old = (project / QUIZ).read_bytes()
    new = old.replace(b"lamp river cactus", b"spoon tiger cloud")
    assert new != old
    looks: Counter[str] = Counter()
    read = Path.read_bytes

    def read_bytes(file: Path) -> bytes:
        path = file.relative_to(project).as_posix()
        looks[path] += 1
        if path == QUIZ:
            return old if looks[path] == 1 else new
        return read(file)

    cache = RoundCache()
    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", read_bytes)
        first = read_library(project, cache)
    assert looks[QUIZ] == 1
    assert {path for path, times in looks.items() if times > 1 and path.endswith((".yml", ".md"))} == set()
    cache.start_round()
    for library in (first, read_library(project, cache)):
        words = str(library.lessons["three-word-locks"].quiz)
        assert ("lamp river cactus" in words, "spoon tiger cloud" in words) == (True, False)
