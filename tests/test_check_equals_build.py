"""What a build refuses, the check refuses before: at its place, in a sentence. What the check passes is built.

`make broken-copies` builds all these copies; here a few are built.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.cache import RoundCache
from macros.problems import ContentError
from macros.site.site_check import read_site
from tests.broken_copies import BROKEN, RIGHT, built_by_mkdocs, changed, thin_copy, without_our_check

# A link of a page, a program, and all that is right; `make broken-copies` builds all.
BUILT = ("a link with capitals", "an order to the template engine")
MOST = 15  # messages: a page that is gone is missed by each page that leads to it


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thin copy of the project, changed by each test and put back."""
    return thin_copy(tmp_path_factory.mktemp("copy"))


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, of whose links and menu MkDocs alone is the judge."""
    return without_our_check(thin_copy(tmp_path_factory.mktemp("judged")))


def test_there_are_many_kinds() -> None:
    assert len(BROKEN) >= 60


@pytest.fixture(scope="module")
def cache() -> RoundCache:
    """What the last check has read, so that the next one is fast."""
    return RoundCache()


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_broken_is_told_at_its_place(copy: Path, cache: RoundCache, name: str) -> None:
    broken = BROKEN[name]
    cache.start_round()
    with changed(copy, broken), pytest.raises(ContentError) as caught:
        place = broken.place(copy)
        read_site(copy, cache)
    told = [str(problem) for problem in caught.value.problems]
    assert any(line.startswith(place + broken.sentence) for line in told), told
    assert len(told) <= MOST, told


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_left_alone(copy: Path, cache: RoundCache, name: str) -> None:
    cache.start_round()
    with changed(copy, RIGHT[name]):
        read_site(copy, cache)


@pytest.mark.parametrize("name", BUILT)
def test_the_command_says_so_without_a_traceback(copy: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with changed(copy, BROKEN[name]):
        place = BROKEN[name].place(copy)
        assert main(["--root", str(copy), "check"]) == 1
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    assert place + BROKEN[name].sentence in err


@pytest.mark.parametrize("name", BUILT)
def test_mkdocs_refuses_it_too(judged: Path, name: str) -> None:
    with changed(judged, BROKEN[name]):
        assert not built_by_mkdocs(judged)


def test_all_that_is_right_is_built(judged: Path) -> None:
    with (
        changed(judged, RIGHT["a lesson's links and picture"]),
        changed(judged, RIGHT["a link to pages that are made"]),
        changed(judged, RIGHT["a new page in the menu"]),
    ):
        assert built_by_mkdocs(judged)


def test_problems_of_all_kinds_are_told_in_one_run(copy: Path) -> None:
    with (
        changed(copy, BROKEN["a page of the menu that is not there"]),
        changed(copy, BROKEN["a link with capitals"]),
        changed(copy, BROKEN["a macro that is not there"]),
        changed(copy, BROKEN["a lesson's picture that is not there"]),
        pytest.raises(ContentError) as caught,
    ):
        read_site(copy)
    assert len(caught.value.problems) == 4


def test_a_build_says_the_sentences_of_the_check(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with changed(copy, BROKEN["a link with capitals"]):
        assert main(["--root", str(copy), "check"]) == 1
        _, checked = capsys.readouterr()
        assert main(["--root", str(copy), "build"]) == 1
        out, built = capsys.readouterr()
    assert built == checked
    assert "Traceback" not in out + built
