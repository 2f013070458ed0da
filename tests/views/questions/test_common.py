"""Texts are mixed, always in the same way."""

from __future__ import annotations

from macros.views.questions.common import stable_shuffle


def test_mixing_is_always_the_same_and_never_leaves_things_as_they_were() -> None:
    for texts in (["a", "b"], ["a", "b", "c"], [str(number) for number in range(6)]):
        for seed in ("one", "two", "three"):
            assert stable_shuffle(texts, seed) == stable_shuffle(texts, seed)
            assert sorted(stable_shuffle(texts, seed)) == sorted(texts)
            assert list(stable_shuffle(texts, seed)) != texts
