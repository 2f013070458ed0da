"""What is shown while the site is written is what the build makes before it finishes, byte for byte, in any order."""

from __future__ import annotations

import contextlib
import posixpath
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.finish.building import MARKER, finish_page
from macros.finish.offline import LIST, WORKER
from macros.finish.pages import read_pages
from macros.finish.scripts import lighten_scripts
from macros.finish.search import INDEX, add_search
from macros.finish.security import secure
from macros.finish.stylesheets import join_style_sheets
from macros.problems import MistakeError
from macros.site.preview import Preview
from tests.copying import copy_project, thin_out

QUIZ = "quizzes/years-3-4/three-word-locks.yml"
PAGE = "lessons/years-3-4/three-word-locks/index.html"
# Search comes later; the marker says what made the folder; and a device keeps nothing of what is being written.
ONLY_BUILT = {INDEX, MARKER, LIST, WORKER}
JOINED = "/joined."  # of style sheets or scripts that the pages shown load one by one
LOADED = re.compile(r'<link rel="stylesheet" href="([^":?#]+\.css)|<script src="([^":?#]+\.js)')


@pytest.fixture(scope="module")
def preview(invented: Path, tmp_path_factory: pytest.TempPathFactory) -> Preview:
    preview = Preview(invented, tmp_path_factory.mktemp("preview"))
    preview.read()
    preview.read()  # from what was kept of the first reading
    return preview


def test_every_file_is_as_it_is_built(preview: Preview, site: Path, tmp_path: Path) -> None:
    paths = sorted({file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()} - ONLY_BUILT)
    shown = [path for path in paths if JOINED not in path]
    random.Random(1).shuffle(shown)
    for path in shown:
        page = kept(preview, path, tmp_path)
        for sheet, script in LOADED.findall(page.decode("utf-8")) if path.endswith(".html") else ():
            kept(preview, posixpath.normpath(posixpath.join(posixpath.dirname(path), sheet or script)), tmp_path)
    made = {path: finish_page(path, html) for path, html in read_pages(tmp_path).items()}
    pages = {path: html for path, (html, _) in made.items()}
    join_style_sheets(tmp_path, pages)
    lighten_scripts(tmp_path, pages)
    add_search(tmp_path, pages, [found for _, found in made.values() if found])
    finished = {path: secure(html).encode() for path, html in pages.items()}
    others = {path: (tmp_path / path).read_bytes() for path in paths if path not in pages}
    assert len(paths) > 300
    assert [path for path in paths if {**finished, **others}[path] != (site / path).read_bytes()] == []


def kept(preview: Preview, path: str, folder: Path) -> bytes:
    """Put a file as it is shown into a folder."""
    shown = preview.answer(path)
    assert shown is not None, f"{path} is built and not shown"
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(shown)
    return shown


def test_search_finds_the_same_once_all_pages_are_made(
    preview: Preview, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept: list[str] = []  # a preview keeps what it has made in its memory: to write it down after each save takes long
    monkeypatch.setattr("macros.site.last_build.save", lambda *_: kept.append("kept"))
    while preview.go_on():
        pass
    assert preview.answer(INDEX) == (site / INDEX).read_bytes()
    assert not kept


def test_there_is_nothing_else(preview: Preview) -> None:
    assert preview.answer("nowhere.html") is None
    assert preview.answer("_data/apps.yml") is None
    assert preview.answer("../mkdocs.yml") is None


# While something is to be mended


@pytest.fixture(scope="module")
def draft(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview of a copy of the project, which has been read well; its components are the copy's too."""
    folder = tmp_path_factory.mktemp("draft")
    project = copy_project(root, folder / "project")
    thin_out(project)
    with pytest.MonkeyPatch.context() as patch:
        for module in ("design.rendering", "site.preview"):
            patch.setattr(f"macros.{module}.COMPONENTS", project / "macros/components")
        preview = Preview(project, folder / "made")
        preview.read()
        yield preview


@contextlib.contextmanager
def changed(draft: Preview, path: str, old: str, new: str) -> Iterator[int]:
    """Change a file for a while; gives the line on which the change begins."""
    file = draft.root / path
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{path} has no “{old}”: the test must be mended"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    try:
        yield text[: text.index(old)].count("\n") + 1
    finally:
        file.write_text(text, encoding="utf-8")


def mistakes(draft: Preview) -> list[str]:
    with pytest.raises(MistakeError) as caught:
        draft.read()
    return str(caught.value).splitlines()


def words(draft: Preview, path: str) -> str:
    page = draft.answer(path)
    assert page is not None
    return page.decode("utf-8")


def test_before_the_first_good_reading_there_is_no_page(tmp_path: Path) -> None:
    preview = Preview(tmp_path, tmp_path)
    with pytest.raises(MistakeError):
        preview.read()
    assert preview.answer("index.html") is None
    assert not preview.go_on()


def test_after_a_mistake_every_page_is_still_made_of_the_last_good_reading(draft: Preview) -> None:
    draft.read()
    told = "“KITFOX2026” says the same as number 1 above. Make them differ, or keep one."
    with (
        changed(draft, QUIZ, "text: lamp river cactus", "text: KITFOX2026") as line,
        changed(draft, "docs/parents/three-minutes.md", "Three minutes", "Thirty minutes"),
    ):
        said = mistakes(draft)
        assert said[0].startswith(f"{QUIZ}:{line}:")
        assert said[0].endswith(told)
        assert "lamp river cactus" in words(draft, PAGE)
        assert "Thirty minutes" not in words(draft, "parents/three-minutes.html")  # it is made only now
    draft.read()
    assert "lamp river cactus" in words(draft, PAGE)


def test_every_template_that_cannot_be_read_is_told_at_once_and_the_pages_stay(draft: Preview) -> None:
    draft.read()
    light, quiz = "macros/theme/light.html", "macros/components/quiz/template.html"
    with (
        changed(draft, light, "<main", "{% slip %}<main") as first,
        changed(draft, quiz, "<form", "{{ a b }}<form") as second,
    ):
        assert mistakes(draft) == [
            f"{quiz}:{second}:1: This template cannot be read: expected token 'end of print statement', got 'b'.",
            f"{light}:{first}:1: This template cannot be read: Encountered unknown tag 'slip'.",
        ]
        assert "<h1" in words(draft, "learners/years-3-4.html")  # a light page, and made only now


def test_a_page_that_cannot_be_made_is_shown_as_it_was_made(draft: Preview) -> None:
    draft.read()
    good = words(draft, PAGE)
    quiz = "macros/components/quiz/template.html"
    with changed(draft, quiz, "<form", "{{ 1 / 0 }}<form") as line:
        draft.read()
        for _ in range(2):  # a failure is no page, and none is made of it
            with pytest.raises(MistakeError) as caught:
                draft.answer(PAGE)
        fault = "The template went wrong here, not your words: ZeroDivisionError: division by zero."
        assert str(caught.value) == f"{quiz}:{line}:1: {fault}"
        assert draft.as_last_made(PAGE) == good.encode()
        assert draft.as_last_made("lessons/years-1-2/keep-it-locked/index.html") is None
        assert "Worried" in words(draft, "parents/index.html")
    draft.read()
    assert words(draft, PAGE) == good


def test_settings_with_a_mistake_are_told_on_their_line(draft: Preview) -> None:
    with changed(draft, "mkdocs.yml", "  - macros:", "  - marcos:") as line:
        assert mistakes(draft) == [
            f"mkdocs.yml:{line - 1}:1: Config value 'plugins': The \"marcos\" plugin is not installed"
        ]
    with changed(draft, "mkdocs.yml", "docs_dir: docs", "docs_dir: docs: [") as line:
        assert mistakes(draft) == [f"mkdocs.yml:{line}:15: This cannot be read: mapping values are not allowed here."]
    (draft.root / "mkdocs.yml").rename(draft.root / "away.yml")
    try:
        assert len(mistakes(draft)) == 1
    finally:
        (draft.root / "away.yml").rename(draft.root / "mkdocs.yml")
    draft.read()


def test_what_cannot_be_read_is_told_as_what_it_is(draft: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    draft.read()

    def walk(*_: object) -> None:
        raise PermissionError(13, "Permission denied", str(draft.root / "docs/locked"))

    with monkeypatch.context() as patch:
        patch.setattr("macros.site.preview.get_files", walk)
        told = "docs/locked:1:1: This cannot be read: Permission denied. Is it there, and may you open it?"
        assert mistakes(draft) == [told]
    sheet = "assets/stylesheets/quiz.css"
    assert draft.answer(sheet)
    file = draft.root / "docs" / sheet
    text = file.read_bytes()
    file.unlink()
    try:
        assert draft.answer(sheet) is None
        file.mkdir()  # as a file that may not be opened, for a test that may open all
        with pytest.raises(MistakeError, match=rf"^docs/{sheet}:1:1: This cannot be read: Is a directory\. "):
            draft.answer(sheet)
        file.rmdir()
    finally:
        file.write_bytes(text)


def test_a_fault_of_the_program_is_told_with_its_place(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("macros.site.preview.load_config", {}.pop)
    with pytest.raises(MistakeError) as caught:
        Preview(root, tmp_path).read()
    said = str(caught.value)
    assert re.match(r"macros/site/preview\.py:\d+:1: The program went wrong here, not your words: TypeError: ", said), (
        said
    )
