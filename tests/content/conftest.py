"""The tests of the content: of this school's own facts and words, where the others have an invented school."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.content.library import Library
from macros.content.loader import read_library


@pytest.fixture(scope="session")
def library(root: Path) -> Library:
    """The real content, read and checked."""
    return read_library(root)
