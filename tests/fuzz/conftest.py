"""What the two modules that break the content share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.fuzz.worker import Worker


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """A process that judges broken copies."""
    with Worker() as worker:
        yield worker
