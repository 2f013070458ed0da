"""What the tests share: the real content, a copy of the project to break, and the built site."""

from __future__ import annotations

import copy
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.cache import RoundCache
from macros.content.library import Library
from macros.content.loader import read_library
from macros.finish.building import build_site
from macros.site.site_check import read_site
from tests.building import made_once
from tests.copying import copy_content, copy_project, thin_out

ROOT = Path(__file__).parent.parent


def pytest_xdist_auto_num_workers() -> int:
    """Have a worker more than there are cores: those that drive a browser wait for it, and each reads all at first."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the modules that read or build the whole project: else one is left to one worker at the end."""
    items.sort(key=lambda item: item.path.parent.name != "tests")


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in the hands of an invented school, so that what the real one fills in changes no test of the code.

    No test may change it.
    """
    return made_once(tmp_path_factory, "invented", lambda folder: copy_project(ROOT, folder))


@pytest.fixture(scope="session")
def library(invented: Path) -> Library:
    """The content, read and checked; the school is the invented one. In tests/content it is the real one."""
    return read_library(invented)


@pytest.fixture(scope="session")
def site(invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented school’s site, built once for all tests and workers, as `make build` does. No test may change it."""
    return made_once(tmp_path_factory, "site", lambda folder: build_site(invented, folder))


@pytest.fixture(scope="session")
def thinned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content with the tests' own lesson for each age, to be copied by `project`. No test may change it."""
    return made_once(tmp_path_factory, "thinned", lambda folder: thin_out(copy_content(ROOT, folder)))


@pytest.fixture(scope="session")
def own_library(thinned: Path) -> Library:
    """The tests' own lesson for each age, read: for a test that says what stands in a lesson."""
    return read_library(thinned)


@pytest.fixture(scope="session")
def read_before(thinned: Path) -> RoundCache:
    """What was read of the thinned content. No test may change it."""
    cache = RoundCache()
    cache.start_round()
    read_site(thinned, cache)
    cache.went_well()
    return cache


@pytest.fixture
def project(tmp_path: Path, thinned: Path, read_before: RoundCache, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the content that a test may break. The code (`macros/`) is linked by the installed package.

    To read it is to read the files that the test has changed, as the preview does after a save: the others, which
    are most of the time, are kept by their path and text. `read_library(project, Kept())` reads all of it afresh.
    """
    shutil.copytree(thinned, tmp_path, dirs_exist_ok=True)

    def known(_: object = None) -> RoundCache:
        cache = copy.copy(read_before)
        cache.start_round()
        return cache

    for module in ("macros.content.loader", "macros.site.site_check", "macros.site.last_build"):
        monkeypatch.setattr(f"{module}.RoundCache", known)
    return tmp_path


@pytest.fixture
def change(project: Path) -> Callable[[str, str, str], int]:
    """Change the words of one file of the copied project; gives the line on which the change begins."""

    def replace(path: str, old: str, new: str) -> int:
        file = project / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no “{old}”: the test must be mended"
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return replace
