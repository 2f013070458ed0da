"""`make serve` shows each change on every page that it concerns, tells a mistake, and lives through it."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.copying import copy_project

LESSON = "lessons/years-3-4/three-word-locks"
QUIZ = "quizzes/years-3-4/three-word-locks.yml"
PAGE = f"{LESSON}/index.html"
PARENTS = "parents/index.html"  # a page for adults: another layout
PATIENCE = 90  # seconds; it is only how long a broken server keeps the tests waiting


class Served:
    """A server of the copied project, and what it has said."""

    def __init__(self, project: Path, port: int, log: Path) -> None:
        self.project = project
        self.address = f"http://127.0.0.1:{port}/"
        self.log = log

    def said(self) -> str:
        return self.log.read_text(encoding="utf-8")

    def page(self, path: str = PAGE) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                text: str = answer.read().decode("utf-8")
                return text
        except urllib.error.HTTPError as error:
            return f"{error.code} {error.read().decode('utf-8')}"
        except (urllib.error.URLError, OSError):
            return ""

    def wait(self, what: str, happened: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while not happened():
            assert time.monotonic() < end, f"Waited in vain for {what}. The server said:\n{self.said()}"
            time.sleep(0.05)

    @contextlib.contextmanager
    def changed(self, path: str, old: str, new: str, sign: str, on: str = PAGE) -> Iterator[None]:
        """Change a file and wait until a page has the sign of it; then put the file back, and wait for that too."""
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text, f"{path} has no “{old}”: the test must be mended"
        assert sign not in self.page(on)
        try:
            file.write_text(text.replace(old, new), encoding="utf-8")
            self.wait(f"“{sign}”", lambda: sign in self.page(on))
            yield
        finally:
            file.write_text(text, encoding="utf-8")
            self.wait("the page as it was", lambda: sign not in self.page(on) and "</h1>" in self.page(on))


@pytest.fixture(scope="module")
def served(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    project = copy_project(root, folder / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / "log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "macros", "serve", "--port", str(port)],
            cwd=project,
            stdout=out,
            stderr=subprocess.STDOUT,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        )
    served = Served(project, port, log)
    try:
        served.wait("the first page", lambda: "lamp river cactus" in served.page())
        yield served
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def test_a_lesson(served: Served) -> None:
    with served.changed(f"{LESSON}/lesson.md", "title: Three-word locks", "title: Three-word keys", "Three-word keys"):
        for page in (
            f"{LESSON}/teach.html",
            "lessons/years-3-4/before-i-post/teach.html",  # its menu
            "learners/years-3-4.html",
            "teachers/years-3-4/index.html",
            "teachers/map.html",
            "policy/map.html",
        ):
            assert "Three-word keys" in served.page(page), page
            assert "Three-word locks" not in served.page(page), page


def test_a_quiz(served: Served) -> None:
    with served.changed(QUIZ, "text: lamp river cactus", "text: spoon tiger cloud", "spoon tiger cloud"):
        for page in ("answers.html", "worksheet.html", "exports/three-word-locks.gift.txt"):
            assert "spoon tiger cloud" in served.page(f"{LESSON}/{page}"), page


def test_the_school(served: Served) -> None:
    old, new = "name: Headcorn Primary School", "name: Elsewhere School"
    with served.changed("school.yml", old, new, "Elsewhere School", "index.html"):
        for page in (PAGE, PARENTS, "site.webmanifest"):
            assert "Elsewhere School" in served.page(page), page
            assert "Headcorn Primary School" not in served.page(page), page


@pytest.mark.parametrize(
    ("path", "page"),
    [("components/quiz/template.html", PAGE), ("theme/light.html", PAGE), ("theme/partials/footer.html", PARENTS)],
)
def test_a_template(served: Served, path: str, page: str) -> None:
    with served.changed(f"macros/{path}", "</", "<!-- new --></", "<!-- new -->", page):
        pass


def test_data(served: Served) -> None:
    routes = "docs/_data/help-routes.yml"
    with served.changed(routes, "name: Childline", "name: Childnlie", "Childnlie", "help/children.html"):
        assert "Childnlie" in served.page("help/index.html")


def test_a_mistake_is_told_and_lived_through(served: Served) -> None:
    told = ":15: “KITFOX2026” says the same as number 1 above. Make them differ, or keep one."
    with served.changed(QUIZ, "text: lamp river cactus", "text: KITFOX2026", told):
        assert served.page(PARENTS).startswith("500 ")
        assert QUIZ + ":" in served.said()
        assert told in served.said()
    assert "Traceback" not in served.said()


def test_a_layout_with_a_mistake_is_told_where_it_is_used(served: Served) -> None:
    with served.changed("macros/theme/light.html", "<main", "{% slip %}<main", "500 <!doctype"):
        assert "unknown tag &#x27;slip&#x27;" in served.page()
        assert "Worried now?" in served.page(PARENTS)
    assert "Traceback" not in served.said()


def test_a_lesson_comes_and_goes(served: Served) -> None:
    page = "lessons/years-3-4/more-locks/index.html"
    assert served.page(page).startswith("404 ")
    lesson = served.project / "lessons/years-3-4/more-locks"
    quiz = served.project / "quizzes/years-3-4/more-locks.yml"
    draft = served.project / "draft"
    shutil.copytree(served.project / LESSON, draft)
    text = (draft / "lesson.md").read_text(encoding="utf-8")
    text = text.replace('"three-word-locks"', '"more-locks"').replace("title: Three-word locks", "title: More locks")
    (draft / "lesson.md").write_text(text, encoding="utf-8")
    shutil.copy(served.project / QUIZ, quiz)
    draft.rename(lesson)
    served.wait("the new lesson", lambda: "lamp river cactus" in served.page(page))
    assert "More locks" in served.page("learners/years-3-4.html")
    assert "More locks" in served.page(f"{LESSON}/teach.html")  # its menu
    shutil.rmtree(lesson)
    quiz.unlink()
    served.wait("the lesson to be gone", lambda: served.page(page).startswith("404 "))
    assert "More locks" not in served.page("learners/years-3-4.html")
