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

from macros.__main__ import main
from tests.copying import copy_project, thin_out

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
    thin_out(project)
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
    old, new = "name: Elmfield Primary School", "name: Elsewhere School"
    with served.changed("school.yml", old, new, "Elsewhere School", "index.html"):
        for page in (PAGE, PARENTS, "site.webmanifest"):
            assert "Elsewhere School" in served.page(page), page
            assert "Elmfield Primary School" not in served.page(page), page


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


def test_a_mistake_is_laid_over_the_pages_and_goes_when_it_is_mended(served: Served) -> None:
    told = ":15: “KITFOX2026” says the same as number 1 above. Make them differ, or keep one."
    with served.changed(QUIZ, "text: lamp river cactus", "text: KITFOX2026", told):
        assert "lamp river cactus" in served.page()
        for page in (PARENTS, "lessons/years-5-6/settings-scams-and-permissions/index.html", "help/index.html"):
            assert told in served.page(page), page
            assert "</h1>" in served.page(page), page
            assert not served.page(page).startswith(("4", "5")), page
        assert QUIZ + ":" in served.said()
        assert told in served.said()
    assert "Traceback" not in served.said()


@pytest.mark.parametrize("path", ["theme/light.html", "components/quiz/template.html"])
def test_a_template_that_cannot_be_read_is_told_with_its_line(served: Served, path: str) -> None:
    text = (served.project / "macros" / path).read_text(encoding="utf-8")
    line = text[: text.index("</")].count("\n") + 1
    told = f"macros/{path}:{line}:1: This template cannot be read: "
    with served.changed(f"macros/{path}", "</", "{% slip %}</", told):
        assert "lamp river cactus" in served.page()
        assert "Worried now?" in served.page(PARENTS)
    assert "Traceback" not in served.said()


def test_a_component_that_fails_is_told_over_the_pages_that_use_it(served: Served) -> None:
    told = "macros/components/quiz/template.html:"
    with served.changed("macros/components/quiz/template.html", "</", "{{ 1 / 0 }}</", told):
        assert "The template went wrong here, not your words: ZeroDivisionError: division by zero." in served.page()
        assert "lamp river cactus" in served.page()
        assert told not in served.page(PARENTS)
    assert "Traceback" not in served.said()


def test_links_that_lead_nowhere_or_in_a_circle_are_lived_through(served: Served) -> None:
    links = {"quizzes/years-3-4/round": "..", "quizzes/years-3-4/.#a.yml": "me@here.1:2", "lessons/none.md": "nowhere"}
    for link, target in links.items():
        (served.project / link).symlink_to(target)
    file = served.project / QUIZ
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("lamp river cactus", "spoon tiger cloud"), encoding="utf-8")
    try:
        time.sleep(1)
        assert "</h1>" in served.page()  # whether or not the links are to be mended
    finally:
        for link in links:
            (served.project / link).unlink()
    served.wait("what was saved beside the links", lambda: "spoon tiger cloud" in served.page())
    file.write_text(text, encoding="utf-8")
    served.wait("the page as it was", lambda: "lamp river cactus" in served.page())


def test_a_folder_that_is_deleted_is_missed_and_may_come_back(served: Served) -> None:
    away = served.project / "away"
    shutil.copytree(served.project / "lessons", away)
    shutil.rmtree(served.project / "lessons")
    served.wait("the mistakes", lambda: "Mend this." in served.page())
    assert "lamp river cactus" in served.page()
    away.rename(served.project / "lessons")
    served.wait("the page as it was", lambda: "Mend this." not in served.page())


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


@pytest.mark.parametrize("port", ["0", "65536", "99999", "-1", "http"])
def test_a_port_that_there_is_not_is_told_in_a_sentence(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["serve", f"--port={port}"])
    assert caught.value.code == 2
    said = f"argument --port: there is no port {port}: take a number from 1 to 65535, such as 8000\n"
    assert capsys.readouterr().err.endswith(said)


@pytest.mark.parametrize("folder", ["", "not-there"])
def test_a_folder_without_a_project_is_told_in_a_sentence(
    tmp_path: Path, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(tmp_path / folder), "serve"]) == 1
    said = (
        f"There is no project in {tmp_path / folder}: it has no mkdocs.yml. Go to its folder, or name it: --root FOLDER"
    )
    assert capsys.readouterr() == ("", f"{said}\n")


@pytest.mark.parametrize(("command", "what"), [("serve", "The preview has"), ("edit", "The forms have")])
def test_an_error_of_the_system_is_not_told_as_the_ports(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str, what: str
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device", "preview")

    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")  # put back afterwards, as the rest of what it changes
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr("tempfile.TemporaryDirectory", full)
    assert main(["--root", str(root), command]) == 1
    assert capsys.readouterr().err == f"{what} ended. No space left on device: preview\n"
