"""A build that fails says why in a sentence, and the last good site stays as it was, byte for byte."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.__main__ import main
from tests.copying import copy_project, fingerprint, thin_out

QUIZ = "quizzes/years-3-4/three-word-locks.yml"
PARENTS = "docs/parents/index.md"
STAFF = "docs/staff/index.md"
LAYOUT = "macros/theme/light.html"
PAGE = "---\ntitle: Mine\ndescription: Mine.\nfor: Everyone\n---\n\nWords.\n"
CLASH = "docs/lessons/years-3-4/three-word-locks/index.md"
KEPT = "The site was not built; the last good one stays."


@pytest.fixture(scope="module")
def built(root: Path, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a lesson for each age, with a good site in it: the one that all tests share."""
    project = copy_project(root, tmp_path_factory.mktemp("project"))
    thin_out(project)
    shutil.copytree(site, project / "site")
    return project


@pytest.fixture
def written(built: Path) -> Iterator[list[tuple[Path, bytes | None]]]:
    """Remember what files were, and put them back."""
    before: list[tuple[Path, bytes | None]] = []
    yield before
    for file, content in before:
        if content is None:
            file.unlink()
        else:
            file.write_bytes(content)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (
            [(QUIZ, "text: p@ssw0rd!", "text: kitfox2026")],
            [
                f"{QUIZ}:",
                ":15: “kitfox2026” says the same as number 1 above. Make them differ, or keep one.\n1 problem to mend.",
            ],
        ),
        ([(CLASH, None, PAGE)], [f"{CLASH}:1:1: The site makes this page by itself. Move or rename this file."]),
        (
            [(PARENTS, "](../help/index.md)", "](../help/idnex.md)")],
            [f"{PARENTS}:", "There is no page or file “../help/idnex.md” from here. Did you mean “../help/index.md”?"],
        ),
        ([(STAFF, "\n## ", "\n{% if %}\n\n## ")], [f"{STAFF}:", ":1: “{% if %}” is a program, and a page holds none."]),
        # Only found when pages have been made.
        (
            [(LAYOUT, "<header", "<script>go()</script>\n<header")],
            [".html: This page holds a script that is not one of those in macros/finish/security.py: “go()…”.", KEPT],
        ),
    ],
    ids=[
        "a slip in a quiz",
        "a page that a lesson makes",
        "a broken link",
        "a program in a page",
        "a script in a layout",
    ],
)
def test_a_mistake_is_told_and_the_last_good_site_stays(
    built: Path,
    written: list[tuple[Path, bytes | None]],
    capsys: pytest.CaptureFixture[str],
    changes: list[tuple[str, str | None, str]],
    said: list[str],
) -> None:
    before = fingerprint(built / "site")
    for path, old, new in changes:
        file = built / path
        written.append((file, file.read_bytes() if file.exists() else None))
        if old is None:
            file.parent.mkdir(parents=True)
            file.write_text(new, encoding="utf-8")
        else:
            text = file.read_text(encoding="utf-8")
            assert old in text
            file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["--root", str(built), "build"]) == 1
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    for words in said:
        assert words in err
    assert fingerprint(built / "site") == before
    assert sorted(path.name for path in built.iterdir() if "site" in path.name) == ["site"]


LINKS = {
    "docs/code.md": ("../README.md", "This is a link to a place outside “docs”. Put the file "),
    "docs/more": ("nowhere", "This link leads nowhere. Put the file itself here, or delete the link."),
    "docs/parents/up": ("..", "This link leads to a folder that it lies in. Delete it."),
    "docs/self.md": ("self.md", "This link leads back to itself. Put the file itself here, or "),
}


def test_links_that_must_not_be_followed_are_all_told_and_the_last_good_site_stays(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = fingerprint(built / "site")
    (built / "README.md").write_text("# Not a page\n", encoding="utf-8")
    for link, (target, _) in LINKS.items():
        (built / link).symlink_to(target)
    try:
        assert main(["--root", str(built), "build"]) == 1
    finally:
        for link in LINKS:
            (built / link).unlink()
    out, err = capsys.readouterr()
    assert "Traceback" not in out + err
    for link, (_, said) in LINKS.items():
        assert f"{link}:1:1: {said}" in err
    assert fingerprint(built / "site") == before


def test_the_same_content_gives_the_same_site_wherever_it_stands_and_whatever_programs_leave_there(
    root: Path, site: Path, tmp_path: Path
) -> None:
    project = copy_project(root, tmp_path / "project")
    for folder in {project, *(file.parent for ending in ("md", "yml") for file in project.rglob(f"*.{ending}"))}:
        for name in (".DS_Store", "._lesson.md", "Thumbs.db", "desktop.ini", "Icon\r", ".~lock.lesson.odt#"):
            (folder / name).write_bytes(b"\0\0\0\x01Bud1")
        (folder / ".#lesson.md").symlink_to("teacher@computer.1234:5678")
    assert main(["--root", str(project), "build", "--site", str(tmp_path / "site")]) == 0
    assert fingerprint(tmp_path / "site") == fingerprint(site)
