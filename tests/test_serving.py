"""A change is seen, a mistake is told in words, and a page that somebody waits for comes first."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from macros.problems import MistakeError
from macros.serving import RELOAD, Showing, kind_of, stamps, with_reload


class Words:
    """A site of one page: the words of one file, upper-cased when it is asked for."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.words = ""
        self.readings = 0
        self.rest = 0

    def read(self) -> None:
        self.readings += 1
        words = self.file.read_text(encoding="utf-8")
        if "slip" in words:
            raise MistakeError("words.txt:1:1: <slip> is to be mended.")
        self.words, self.rest = words, 2

    def answer(self, path: str) -> bytes | None:
        if path == "broken.html":
            raise MistakeError("broken.html: cannot be made.")
        return self.words.upper().encode() if path == "index.html" else None

    def go_on(self) -> bool:
        self.rest -= 1
        return self.rest > 0


@pytest.fixture
def words(tmp_path: Path) -> Words:
    (tmp_path / "words.txt").write_text("first", encoding="utf-8")
    return Words(tmp_path / "words.txt")


@pytest.fixture
def showing(words: Words) -> Showing:
    return Showing(words.file.parent, ["words.txt", "not-there"], words)


def test_the_content_is_read_once_for_each_change(showing: Showing, words: Words) -> None:
    assert showing.look()
    assert not showing.look()
    assert showing.answer("index.html") == (200, b"FIRST")
    words.file.write_text("second", encoding="utf-8")
    assert showing.look()
    assert showing.answer("index.html") == (200, b"SECOND")
    assert words.readings == 2


def test_a_mistake_is_told_in_the_window_and_in_the_browser(
    showing: Showing, words: Words, capsys: pytest.CaptureFixture[str]
) -> None:
    words.file.write_text("slip", encoding="utf-8")
    showing.look()
    assert "words.txt:1:1: <slip> is to be mended.\n" in capsys.readouterr().err
    status, page = showing.answer("index.html")
    assert status == 500
    assert b"words.txt:1:1: &lt;slip&gt; is to be mended." in page
    words.file.write_text("mended", encoding="utf-8")
    showing.look()
    assert showing.answer("index.html") == (200, b"MENDED")


def test_a_page_that_cannot_be_made_says_why_and_others_are_shown(showing: Showing) -> None:
    showing.look()
    status, page = showing.answer("broken.html")
    assert (status, b"broken.html: cannot be made." in page) == (500, True)
    assert showing.answer("index.html") == (200, b"FIRST")
    assert showing.answer("other.html")[0] == 404


def test_a_browser_that_waits_hears_of_a_change(showing: Showing, words: Words) -> None:
    showing.look()
    known = str(showing.number)
    heard: list[str] = []
    waiting = threading.Thread(target=lambda: heard.append(showing.next_number(known)))
    waiting.start()
    words.file.write_text("second", encoding="utf-8")
    showing.look()
    waiting.join(10)
    assert heard == [str(showing.number)] != [known]


def test_other_pages_are_made_in_the_quiet(showing: Showing, words: Words) -> None:
    showing.go_on()
    assert words.readings == 1
    assert words.rest == 0


def test_a_new_a_changed_and_a_removed_file_are_seen(tmp_path: Path) -> None:
    (tmp_path / "lessons/a").mkdir(parents=True)
    file = tmp_path / "lessons/a/lesson.md"
    seen = [stamps(tmp_path, ["lessons", "school.yml"])]
    for words in ("one", "four", "seven"):  # of other sizes: the clock may not tell them apart
        file.write_text(words, encoding="utf-8")
        seen.append(stamps(tmp_path, ["lessons", "school.yml"]))
    file.unlink()
    assert len({tuple(each.values()) for each in seen}) == 4
    assert stamps(tmp_path, ["lessons", "school.yml"]) == seen[0] == {}


def test_a_page_is_finished_and_knows_which_reading_it_shows() -> None:
    page = with_reload("<head><meta charset=utf-8></head><body><p>A</p></body>", 7)
    assert page.endswith(f'<p>A</p><script src="{RELOAD}?7"></script></body>')
    assert 'http-equiv="Content-Security-Policy"' in page


def test_types_do_not_depend_on_the_machine() -> None:
    assert kind_of("a/b.js") == "text/javascript"
    assert kind_of("site.webmanifest") == "application/manifest+json"
    assert kind_of("a.html") == "text/html"
    assert kind_of("a.unheard-of") == "application/octet-stream"
