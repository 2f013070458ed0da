"""What the office can change is listed from the disk: a page or a lesson that is new there has its form."""

from __future__ import annotations

import shutil
from pathlib import Path

from macros.editor.sheets import Drawer, drawers, names_in


def paths(found: tuple[Drawer, ...]) -> list[str]:
    return [sheet.path for drawer in found for sheet in drawer.sheets]


def test_each_file_is_in_one_drawer(root: Path) -> None:
    found = paths(drawers(root))
    assert len(found) == len(set(found))
    written = (file.relative_to(root).as_posix() for file in (root / "docs/parents").rglob("*.md"))
    lessons = (file.relative_to(root).as_posix() for file in root.glob("lessons/*/*/lesson.md"))
    assert {*written, *lessons, "school.yml", "docs/_data/apps.yml", "docs/_data/clauses.yml"} <= set(found)


def test_a_page_that_is_new_has_its_title(project: Path) -> None:
    page = project / "docs/parents/three-minutes.md"
    shutil.copy(page, page.with_name("four-minutes.md"))
    text = page.read_text(encoding="utf-8").replace("title: Three minutes tonight", "title: Four minutes tonight")
    page.with_name("four-minutes.md").write_text(text, encoding="utf-8")
    sheets = {sheet.path: sheet.label for drawer in drawers(project) for sheet in drawer.sheets}
    assert sheets["docs/parents/four-minutes.md"] == "Four minutes tonight"


def test_a_page_that_cannot_be_read_has_its_files_name(project: Path) -> None:
    (project / "docs/parents/three-minutes.md").write_text("no head", encoding="utf-8")
    sheets = {sheet.path: sheet.label for drawer in drawers(project) for sheet in drawer.sheets}
    assert sheets["docs/parents/three-minutes.md"] == "docs/parents/three-minutes.md"


def test_a_school_without_linked_policies_has_no_form_for_them(project: Path) -> None:
    (project / "docs/_data/linked-policies.yml").unlink()
    assert "docs/_data/linked-policies.yml" not in paths(drawers(project))
    assert names_in(project)["linked_policies"] == ()


def test_what_a_form_can_name_is_what_other_files_hold(root: Path) -> None:
    names = names_in(root)
    assert ("unkind", "Someone is being unkind") in names["worries"]
    assert ("safe-passwords", "Safe passwords") in names["about"]
    assert ("key", "a password") in names["picture"]
    assert "childline" in dict(names["routes"])
    assert "council" in dict(names["routes"])
    assert all(asked.endswith("?") for _, asked in names["answers"])
