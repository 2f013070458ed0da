"""Whatever a slip makes of the data and the pages, it is read or refused in a sentence with its place.

In a module of its own, so that another worker takes it: 75 broken copies here, and 75 beside it.
"""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.cases import CASES, OWN, slips
from tests.fuzz.worker import Worker


@settings(CASES)
@given(data=st.data())
def test_a_broken_page_or_list_is_told_or_taken(worker: Worker, data: st.DataObject) -> None:
    assert worker.judge(data.draw(slips(path for path in worker.texts if not path.startswith(OWN)))) == ""
