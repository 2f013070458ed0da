"""What the tests of the built pages share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.page import Page, read_pages


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Page]:
    """Every page of the built site, by its path."""
    return read_pages(site)
