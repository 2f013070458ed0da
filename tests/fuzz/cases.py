"""Draws the slips of a broken copy with hypothesis, so that a failing one is made as small as it can be."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from tests.fuzz.slips import KINDS, Slip

# Quizzes and lessons are written most; "much" is slow, and a few of it are enough.
OFTEN = [kind for kind in KINDS if kind != "much"] * 4 + ["much"]
NUMBERS = st.integers(min_value=0, max_value=2**31)


OWN = ("lessons/", "quizzes/")
# What the ordinary tests break of each part: always the same copies. A fault is made as small as it can be.
CASES = settings(
    max_examples=75,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def slips(paths: Iterable[str]) -> st.SearchStrategy[list[Slip]]:
    """Draw one to three slips of a hand in these files; two of three in lessons and quizzes, where there are such."""
    files = sorted(paths)
    own = [path for path in files if path.startswith(OWN)]
    others = [path for path in files if path not in own]
    path = st.sampled_from(own or others) | st.sampled_from(own or others) | st.sampled_from(others or own)
    one = st.builds(Slip, path=path, kind=st.sampled_from(OFTEN), at=NUMBERS, what=NUMBERS)
    return st.lists(one, min_size=1, max_size=3)
