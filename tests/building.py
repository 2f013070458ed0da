"""Makes what is slow to make once for a whole run of the tests, however many workers share the work."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Make something in a folder that all workers of a run see; the first who asks makes it, and the others wait.

    Args:
        factory: pytest's own, which knows the folder of this run.
        name: what it is; whoever gives the same name gets the same thing.
        make: makes it at the path that it is given. Nobody may change it afterwards.

    Returns:
        Its path.

    Raises:
        Exception: it could not be made. The others are told so at once, and do not try again.
    """
    base = factory.getbasetemp()
    # A worker of pytest-xdist has a folder of its own in that of the run.
    run = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    place, failed = run / f"once-{name}" / name, run / f"once-{name}.failed"
    with FileLock(run / f"once-{name}.lock"):
        if failed.exists():
            pytest.fail(f"Another worker could not make it: {failed.read_text(encoding='utf-8')}", pytrace=False)
        if not place.exists():
            place.parent.mkdir(exist_ok=True)
            try:
                make(place)
            except Exception as error:
                failed.write_text(str(error), encoding="utf-8")
                raise
    return place
