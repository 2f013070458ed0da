"""How the pages hang together is told by page and place; the table of broken copies holds the kinds of slips."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from macros.content.library import Library
from macros.problems import ContentError
from macros.site.page_templates import PAGES
from macros.site.site_check import _Site, check_site, read_site
from macros.source import markdown_tree
from macros.source.markdown_tree import Block, read_blocks
from tests.lessons import of_age

PAGE = "docs/parents/three-minutes.md"


def told(project: Path) -> list[str]:
    with pytest.raises(ContentError) as caught:
        read_site(project)
    return [str(problem) for problem in caught.value.problems]


def test_the_real_content_hangs_together(root: Path) -> None:
    assert read_site(root).counts["lesson"] == len(list(root.glob("lessons/*/*/lesson.md")))


def test_each_page_is_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted where the parser is given a page: by loader, checks and links together."""
    given: Counter[str] = Counter()

    def counted(text: str, *more: int) -> tuple[Block, ...]:
        given[text] += 1
        return read_blocks(text, *more)

    monkeypatch.setattr(markdown_tree, "read_blocks", counted)
    read_site(root)
    for folder, pattern in (("docs", "**/*.md"), ("lessons", "*/*/lesson.md")):
        for file in (root / folder).glob(pattern):
            if "_data" not in file.parts:
                body = file.read_text(encoding="utf-8").split("\n---\n", 1)[1]
                assert given[body] == 1, file


def ids_of(page: Path) -> set[str]:
    tree = html5lib.parse(page.read_text(encoding="utf-8"), treebuilder="etree", namespaceHTMLElements=False)
    main = next(node for node in tree.iter() if node.get("id") == "main")
    return {str(node.get("id")) for node in main.iter() if node.get("id")}


def test_every_place_of_a_built_page_is_known(root: Path, library: Library, site: Path) -> None:
    """The built pages are the judge: what they have, and only that, can be led to."""
    known = _Site(root, library)
    pages = [
        "help/index",
        "help/children",
        "parents/apps-and-games",
        "policy/index",
        "policy/plain/index",
        "about/writing-lessons",
    ]
    pages += [
        f"{of_age('years-3-4')}/index",
        f"{of_age('years-3-4')}/teach",
        "teachers/years-5-6/index",
    ]
    for page in pages:
        there = ids_of(site / f"{page}.html") - {"main", "menu", "contents", "tell"}  # those of the layouts
        assert len(there) > 5, page
        missed = {identity for identity in there if not known.has(f"{page}.md", identity)}
        assert not {identity for identity in missed if not identity.startswith("__")}, page
        assert not known.has(f"{page}.md", "no-such-place"), page


def test_the_macros_that_make_places_are_known(root: Path, library: Library) -> None:
    known = _Site(root, library)
    pages = [*known.texts_of]
    calls = {(call.name, call.arguments): (call, page) for page in pages for call in known.outline(page).calls}
    making = {call.name for call, page in calls.values() if 'id="' in known.shown_by(call, page)}
    assert making <= known.with_places
    # What only the site's own pages call has its places there; a page of an author may call it too.
    templates = "".join(file.read_text(encoding="utf-8") for file in PAGES.glob("*.html"))
    assert known.with_places - making <= set(re.findall(r"show\.(\w+)", templates))


def test_while_a_file_is_to_be_mended_the_other_links_are_told(
    project: Path, change: Callable[[str, str, str], int]
) -> None:
    change("school.yml", "short_name:", "shortname:")
    file = project / PAGE
    file.write_text(
        file.read_text(encoding="utf-8") + "\n[a](nowhere.md), [b](../help/index.md#childline), [c](#nowhere)\n",
        encoding="utf-8",
    )
    lines = told(project)
    assert any("shortname" in line for line in lines)
    assert any("nowhere.md" in line for line in lines)
    assert any("no place “nowhere”" in line for line in lines)
    assert not any("childline" in line for line in lines)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"macros:\n  - {nane: chat}\n", "“nane” is not a name that is known here. Did you mean “name”?"),
        (b"macros: [", "A bracket is opened here and not closed, or a comma is missing in it."),
        (b"\xff", "This is not plain text in UTF-8. Save the file as “UTF-8” text."),
    ],
)
def test_a_row_of_a_macro_that_cannot_be_read_is_told_with_its_place(project: Path, content: bytes, said: str) -> None:
    rows = project / "macros/components/chat/macros.yml"
    rows.parent.mkdir(parents=True, exist_ok=True)
    rows.write_bytes(content)
    with pytest.raises(ContentError) as caught:
        read_site(project)
    told = [str(problem) for problem in caught.value.problems]
    assert any(line.startswith("macros/components/chat/macros.yml:") and said in line for line in told), told


def test_a_problem_that_the_library_tells_is_not_told_twice(project: Path) -> None:
    lesson = "lessons/years-3-4/three-word-locks/lesson.md"
    file = project / lesson
    file.write_text(file.read_text(encoding="utf-8") + "\n![A key](key.png)\n", encoding="utf-8")
    assert len([line for line in told(project) if "key.png" in line]) == 1


def test_nothing_is_told_twice_of_content_that_cannot_be_read(project: Path) -> None:
    (project / PAGE).write_bytes(b"\xff\xfe")
    assert len([line for line in told(project) if line.startswith(f"{PAGE}:")]) == 1


def test_a_page_of_the_layouts_is_missed(project: Path, library: Library) -> None:
    (project / "docs/help/children.md").unlink()
    assert any(
        problem.path == "docs/help/children.md" and "This page is missing" in problem.sentence
        for problem in check_site(project, library)
    )


def test_a_link_in_words_to_be_read_aloud_is_checked_as_on_the_page(project: Path) -> None:
    lesson = project / "lessons/years-3-4/three-word-locks/lesson.md"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.rstrip() + "\n\n!!! aloud\n    Look [here](gone.md).\n", encoding="utf-8")
    line = text.rstrip().count("\n") + 4
    assert any(said.startswith(f"{lesson.relative_to(project).as_posix()}:{line}:") for said in told(project))


@pytest.mark.parametrize(
    ("so", "otherwise", "wrong"),
    [("[A](gone.md)", "[B](index.md)", False), ("[A](index.md)", "[B](gone.md)", True), ("", "[B](gone.md)", True)],
)
def test_a_link_in_words_for_another_school_is_passed_over(project: Path, so: str, otherwise: str, wrong: bool) -> None:
    file = project / "docs/staff/index.md"
    words = f'{{{{ if_school("headteacher-is-dsl", "{so}", "{otherwise}") }}}}'
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")
    if wrong:
        assert [line for line in told(project) if "gone.md" in line]
    else:
        read_site(project)
