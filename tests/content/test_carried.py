"""A build takes in just the packs that are of today's content; an old one is never offered."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.__main__ import say_what_is_carried
from macros.content.carried import (
    FOLDER,
    POSTERS,
    Carried,
    carried,
    digest_of,
    offered_on,
    packs_wanted,
    papers_wanted,
    read_record,
    sources_of,
    write_record,
)
from macros.content.library import Library
from macros.content.loader import read_library
from macros.site.generated_pages import generated

OF_LESSONS = ("-plan.pdf", "-worksheet.pdf", "-key.pdf")
LESSON = "lessons/years-3-4/three-word-locks/lesson.md"


@pytest.fixture
def packed(project: Path) -> Library:
    """A project with a pack for everything, as `make packs` leaves them."""
    library = read_library(project)
    folder = project / FOLDER
    folder.mkdir()
    record = {}
    for name, sources in sources_of(library).items():
        file = folder / (name if name.endswith(".pdf") else f"{name}.zip")
        file.write_bytes(f"pack {name}".encode() * 20_000)
        record[name] = {"sources": sources, file.suffix: digest_of(file)}
    write_record(folder, record)
    return library


def test_without_packs_none_is_offered(project: Path) -> None:
    assert carried(read_library(project)) == {}


def test_every_lesson_age_and_the_posters_can_be_packed(packed: Library) -> None:
    wanted = {*packed.lessons, *(phase.id for phase in packed.phases), POSTERS}
    assert wanted == packs_wanted(packed.root)
    assert set(carried(packed)) == wanted | papers_wanted(packed.root)


@pytest.mark.parametrize("path", [LESSON, "quizzes/years-3-4/three-word-locks.yml"])
def test_a_changed_lesson_takes_its_own_pack_and_its_years_out(packed: Library, path: str) -> None:
    file = packed.root / path
    if not file.exists():
        pytest.fail(f"The thinned content has no {path}.")
    before = set(carried(packed))
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    gone = before - set(carried(packed))
    asked_again = {
        entry.id for entry in packed.lessons.values() if any("three-word-locks/" in one for one in entry.quiz.recall)
    }
    of_quiz = asked_again if path.startswith("quizzes") else set()
    years = {packed.lessons[identity].phase for identity in (*of_quiz, "three-word-locks")}
    lessons = {"three-word-locks", *of_quiz}
    papers = {f"{lesson}-{which}.pdf" for lesson in lessons for which in ("plan", "worksheet", "key")}
    assert gone == {*lessons, *years, *papers}


def test_a_changed_page_takes_its_own_pdf_out(packed: Library) -> None:
    before = set(carried(packed))
    for path, lost in (
        ("docs/parents/family-agreement.md", {"family-agreement.pdf"}),
        ("docs/parents/print/leaflet.md", {"leaflet.pdf"}),
        ("docs/parents/index.md", set()),
    ):
        file = packed.root / path
        file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        left = set(carried(packed))
        assert before - left == lost
        before = left


def test_a_changed_fact_takes_every_page_out_and_no_lesson(packed: Library) -> None:
    file = packed.root / "docs/_data/facts.yml"
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    left = set(carried(packed))
    assert left == packs_wanted(packed.root) | {
        name for name in papers_wanted(packed.root) if name.endswith(OF_LESSONS)
    }


@pytest.mark.parametrize("path", ["school.yml", "docs/_data/symbols.yml", "docs/assets/images/symbols/key.svg"])
def test_a_change_of_what_all_share_takes_every_pack_out(packed: Library, path: str) -> None:
    file = packed.root / path
    file.write_text(file.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert carried(packed) == {}


def test_a_file_that_is_not_as_it_was_written_is_not_offered(packed: Library) -> None:
    (packed.root / FOLDER / "posters.zip").write_bytes(b"half")
    (packed.root / FOLDER / "years-3-4.zip").unlink()
    assert not {"posters", "years-3-4"} & set(carried(packed))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"three-word-locks": {}}'])
def test_a_record_that_says_nothing_offers_nothing(packed: Library, text: str) -> None:
    (packed.root / FOLDER / ".made.json").write_text(text, encoding="utf-8")
    assert carried(packed) == {}
    assert read_record(packed.root / "nowhere") == {}


def test_pages_offer_the_packs_with_their_sizes(packed: Library) -> None:
    packs = {
        name: Carried(name, Path(f"{name}.zip"), size)
        for name, size in (("three-word-locks", 1_234_567), ("years-3-4", 9_000_000), (POSTERS, 400))
    }
    with_packs = {page.path: str(page.view or page.content) for page in generated(packed, None, packs)}
    without = {page.path: str(page.view or page.content) for page in generated(packed)}
    plan, year = "lessons/years-3-4/three-word-locks/teach.md", "teachers/years-3-4/index.md"
    assert "[Take it all with you (zip, 1.2 MB)](../../../packs/three-word-locks.zip)" in with_packs[plan]
    assert "[Take the year with you (zip, 9.0 MB)](../../packs/years-3-4.zip)" in with_packs[year]
    assert "[All posters, to change (zip, 0.1 MB)](../../packs/posters.zip)" in with_packs[year]
    assert not [path for path, content in without.items() if ".zip" in content]
    others = [path for path in with_packs if with_packs[path] != without[path]]
    assert plan in others
    assert {path for path in others if path.endswith("teach.md")} == {plan}


def test_a_plan_offers_its_pdfs_to_print(packed: Library) -> None:
    packs = {
        name: Carried(name, Path(name), size)
        for name, size in (("three-word-locks-plan.pdf", 61_000), ("three-word-locks-key.pdf", 449_000))
    }
    pages = {page.path: str(page.view or page.content) for page in generated(packed, None, packs)}
    without = {page.path: str(page.view or page.content) for page in generated(packed)}
    plan = "lessons/years-3-4/three-word-locks/teach.md"
    assert (
        "[the plan (PDF, 0.1 MB)](../../../packs/three-word-locks-plan.pdf) · "
        "[answers and reasons (PDF, 0.4 MB)](../../../packs/three-word-locks-key.pdf)"
    ) in pages[plan]
    assert [path for path in pages if pages[path] != without[path]] == [plan]


def test_pages_offer_their_pdfs_beside_their_heads(packed: Library) -> None:
    offered = offered_on(carried(packed), [phase.id for phase in packed.phases])
    told = {page: [(paper.words, file.path) for paper, file in papers] for page, papers in offered.items()}
    assert told["policy/index.html"] == [("The approved policy as a PDF", "packs/policy.pdf")]
    assert told["policy/plain/index.html"] == [
        ("As a PDF", "packs/policy-in-plain-words.pdf"),
        ("As a PDF for learners", "packs/policy-in-my-words.pdf"),
    ]
    assert told["teachers/years-3-4/index.html"] == [("The poster as a PDF", "packs/poster-years-3-4.pdf")]
    assert len(told) == 4 + len(packed.phases)
    assert offered_on({}, ["years-3-4"]) == {}


def test_a_build_says_in_a_line_what_is_offered_and_what_is_left_out(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"

    def said() -> str:
        say_what_is_carried(site)
        return capsys.readouterr().out

    no_papers = "No page offers a PDF: none is written of today's content. To have them: make paper build\n"
    assert said() == (
        "No page offers a pack to carry away: none is written of today's content. To have them: make packs build\n"
        + no_papers
    )
    (site / FOLDER).mkdir(parents=True)
    for lesson in project.glob("lessons/*/*/lesson.md"):
        plan = site / lesson.relative_to(project).with_name("teach.html")
        plan.parent.mkdir(parents=True)
        plan.touch()
    for name in packs_wanted(project) - {POSTERS}:
        (site / FOLDER / f"{name}.zip").write_bytes(b"x" * 500_000)
    count = len(packs_wanted(project)) - 1
    assert said() == f"{count} packs, {count / 2:.1f} MB. Left out, as not of today's content: posters.\n" + no_papers
    (site / FOLDER / "posters.zip").write_bytes(b"x" * 500_000)
    whole = f"{count + 1} packs to carry away, {(count + 1) / 2:.1f} MB.\n"
    assert said() == whole + no_papers
    for name in papers_wanted(project) - {"leaflet.pdf"}:
        (site / FOLDER / name).write_bytes(b"x" * 50_000)
    count = len(papers_wanted(project)) - 1
    of_papers = f"{count} PDFs, {count / 20:.1f} MB."
    assert said() == f"{whole}{of_papers} Left out, as not of today's content: leaflet.pdf.\n"
    (site / FOLDER / "leaflet.pdf").write_bytes(b"")
    assert said() == f"{whole}{count + 1} PDFs, {count / 20:.1f} MB.\n"


def test_nothing_is_missed_of_a_lesson_that_the_school_does_not_teach(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lessons/years-1-2/keep-it-locked").mkdir(parents=True)
    (tmp_path / "lessons/years-1-2/keep-it-locked/teach.html").touch()
    (tmp_path / FOLDER).mkdir()
    for name in ("keep-it-locked", "years-1-2"):
        (tmp_path / FOLDER / f"{name}.zip").touch()
    say_what_is_carried(tmp_path)
    assert "Left out, as not of today's content: posters.\n" in capsys.readouterr().out
