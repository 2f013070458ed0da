"""PDFs of pages and lessons: which are written, which are left alone, and what is told.

What prints them is stood in for here: `make paper` prints and judges them.
"""

from __future__ import annotations

import base64
import re
import sys
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from macros.__main__ import main
from macros.commands.packs import NoLessonError
from macros.commands.papers import NoPapersError, letters, write_papers
from macros.content.carried import carried, papers_wanted
from macros.content.loader import read_library
from macros.packs.printing import UnfitError
from macros.problems import ContentError

LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
PAPERS = {f"three-word-locks-{which}.pdf" for which in ("plan", "worksheet", "key")}
PAGE = (
    '<main><article><div class="policy"><h1>Title</h1></div><section class="sheet__panel"><h2>Front</h2></section>'
    '<div class="poster">Words</div></article></main>'
)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Stand in for WeasyPrint: a PDF is the page of which it would be made. Gives the pages that were asked for."""
    monkeypatch.setattr("macros.commands.papers.ask_for_printer", lambda: "a printer")
    monkeypatch.setattr("macros.commands.papers.print_page", lambda html, style: html.encode())
    monkeypatch.setattr(
        "macros.commands.papers.read_html", lambda text: html5lib.parse(text, namespaceHTMLElements=False)
    )
    return []


def written(project: Path, asked: list[str], *wanted: str, page: str = PAGE) -> tuple[int, int]:
    def page_of(address: str) -> str:
        asked.append(address)
        return page

    return write_papers(read_library(project), project / "packs", page_of, wanted)


def test_every_page_every_poster_and_three_papers_of_each_lesson_are_written(project: Path, asked: list[str]) -> None:
    library = read_library(project)
    wanted = {
        "policy.pdf", "policy-in-plain-words.pdf", "policy-in-my-words.pdf", "family-agreement.pdf", "leaflet.pdf",
        *(f"poster-{phase.id}.pdf" for phase in library.phases),
        *(f"{lesson}-{which}.pdf" for lesson in library.lessons for which in ("plan", "worksheet", "key")),
    }  # fmt: skip
    assert written(project, asked) == (len(wanted), 0)
    assert {file.name for file in (project / "packs").glob("*.pdf")} == wanted == papers_wanted(project)
    assert set(carried(library)) == wanted
    assert "policy/index.html" in asked
    assert written(project, asked) == (0, len(wanted))


def test_what_has_not_changed_is_left_alone(
    project: Path, asked: list[str], change: Callable[[str, str, str], int]
) -> None:
    assert written(project, asked, "three-word-locks") == (3, 0)
    assert asked == [], "a lesson's papers need no page of the site"
    assert {file.name for file in (project / "packs").glob("*.pdf")} == PAPERS
    assert written(project, asked, "three-word-locks") == (0, 3)
    (project / "packs/three-word-locks-key.pdf").write_bytes(b"half")
    assert written(project, asked, "three-word-locks") == (1, 2)
    change("school.yml", "Elmfield Primary School", "Another School")
    assert set(carried(read_library(project))) == set()
    assert written(project, asked, "three-word-locks") == (3, 0)
    assert set(carried(read_library(project))) == PAPERS


def test_a_picture_without_words_is_named_with_its_page(project: Path, asked: list[str]) -> None:
    with pytest.raises(ContentError) as found:
        written(project, asked, page=PAGE.replace("Words", '<svg><path d="M0 0"/></svg>'))
    problems = {(one.path, one.line, one.sentence) for one in found.value.problems}
    sentence = 'A picture in “div poster” has no alternative text. Write what it shows: alt="…".'
    assert ("docs/learners/years-3-4-poster.md", 1, sentence) in problems
    assert (project / "packs/policy.pdf").exists(), "what is well is written"
    assert not (project / "packs/poster-years-3-4.pdf").exists()


def test_a_pdf_that_would_break_its_rules_is_named(
    project: Path, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(html: str, style: str) -> bytes:
        raise UnfitError('Image "a" has no required alt description')

    monkeypatch.setattr("macros.commands.papers.print_page", refuse)
    with pytest.raises(ContentError) as found:
        written(project, asked, "three-word-locks")
    assert [one.sentence for one in found.value.problems if "plan" in one.sentence] == [
        'three-word-locks-plan.pdf would break the rules of its kind: Image "a" has no required alt description.'
    ]
    assert {one.path for one in found.value.problems} == {LESSON}
    assert not list((project / "packs").glob("*.pdf"))


def test_what_children_read_is_in_letters_for_beginning_readers(root: Path) -> None:
    rules = letters(root / "docs/assets/fonts").splitlines()
    assert [re.findall(r"font-weight: (\d+)", rule) for rule in rules] == [["400"], ["700"]]
    for rule, name in zip(rules, ("400", "700"), strict=True):
        content = re.findall(r"base64,([^)]+)\)", rule)[0]
        file = root / f"docs/assets/fonts/school-reader-{name}.woff2"
        assert base64.b64decode(content) == file.read_bytes()
        assert 'font-family: "School Reader"' in rule


def test_a_lesson_that_is_not_there_is_named(project: Path, asked: list[str]) -> None:
    with pytest.raises(NoLessonError, match="Did you mean “three-word-locks”"):
        written(project, asked, "three-word-lock")


def test_without_weasyprint_a_line_says_what_is_left_out_and_all_else_is_written(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    line = (
        "Left out: the policy, agreement, leaflet, posters, plans, worksheets and keys as PDFs. "
        "WeasyPrint is not installed. To have it: make paper"
    )
    with pytest.raises(NoPapersError) as found:
        write_papers(read_library(project), project / "packs", lambda _: "")
    assert str(found.value) == line
    assert main(["--root", str(project), "packs", "three-word-locks"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == line
    assert (project / "packs/three-word-locks.zip").exists()
    assert not list((project / "packs").glob("*.pdf"))
