"""Draws the slips of a broken copy with hypothesis, so that a failing one is made as small as it can be."""

from __future__ import annotations

from collections.abc import Collection

from hypothesis import strategies as st

from tests.fuzz.slips import KINDS, Slip

# Quizzes and lessons are written most; "much" is slow, and a few of it are enough.
OFTEN = [kind for kind in KINDS if kind != "much"] * 4 + ["much"]
NUMBERS = st.integers(min_value=0, max_value=2**31)


def slips(paths: Collection[str]) -> st.SearchStrategy[list[Slip]]:
    """Draw one to three slips of a hand in these files."""
    own = sorted(path for path in paths if path.startswith(("quizzes/", "lessons/")))
    others = sorted(set(paths) - set(own))
    path = st.one_of(st.sampled_from(own), st.sampled_from(own), st.sampled_from(others))
    one = st.builds(Slip, path=path, kind=st.sampled_from(OFTEN), at=NUMBERS, what=NUMBERS)
    return st.lists(one, min_size=1, max_size=3)
