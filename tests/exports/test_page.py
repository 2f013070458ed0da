"""The part of a plan that offers the files: what each loses, whom to ask, and no text read as anything else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from macros.content.library import Library
from macros.exports.page import offer
from macros.exports.registry import FORMS, export_all
from macros.models.quiz import Quiz
from macros.site import hooks
from macros.site.generated_pages import of_lesson
from macros.views.page import PageView
from tests.exports.hostile import HOSTILE
from tests.views.rendering import html_of


def written(quiz: Quiz, *, by_pictures: bool = False) -> str:
    """Show the part as the site does."""
    return html_of(PageView("elsewhere", {}, {"offer": offer(export_all("a-b", quiz), by_pictures=by_pictures)}))


def page(quiz: Quiz, *, by_pictures: bool = False) -> Element:
    tree: Element = html5lib.parse(written(quiz, by_pictures=by_pictures), namespaceHTMLElements=False)
    return tree


def words(tree: Element) -> str:
    return " ".join("".join(tree.itertext()).split())


def test_every_file_is_offered_with_what_it_loses(examples: Quiz) -> None:
    tree = page(examples)
    assert [link.attrib["href"] for link in tree.iter("a")] == [taken.file for taken in export_all("a-b", examples)]
    said = words(tree)
    for taken in export_all("a-b", examples):
        assert f"{taken.form.name}: {taken.form.what}, {taken.export.questions} questions. {taken.form.how}" in said
        assert taken.export.always in said
        for note in taken.export.notes:
            assert note in said


def test_whom_to_ask_first_is_said(examples: Quiz) -> None:
    said = words(page(examples))
    assert "outside the school’s website" in said
    assert "privacy terms of its own" in said
    assert "Ask the DSL before you use one with children" in said
    for lost in ("pictures", "hints", "bold words", "a good choice that was missed", "the words at the end"):
        assert lost in said


def test_that_no_file_is_for_those_who_answer_by_pictures_is_said_first(examples: Quiz) -> None:
    assert words(page(examples, by_pictures=True)).startswith("Not for Reception.")
    assert "Reception" not in written(examples)


def test_only_the_plans_of_the_early_years_say_so(library: Library) -> None:
    plans = {
        entry.phase: html_of(page.view)
        for entry in library.lessons.values()
        for page in of_lesson(entry, (), library.phase(entry.phase), library.frameworks)
        if page.view and page.path.endswith("/teach.md")
    }
    assert {phase for phase, plan in plans.items() if "Not for Reception" in plan} == {"early-years"}


def test_a_file_is_saved_and_not_shown(examples: Quiz) -> None:
    files = list(page(examples).iter("a"))
    assert len(files) == len(FORMS)
    assert all("download" in file.attrib for file in files)


def test_a_form_into_which_nothing_fits_has_no_link(only: Callable[..., Quiz]) -> None:
    tree = page(only("story"))
    assert list(tree.iter("a")) == []
    assert words(tree).count("there is no file, as no question of this quiz fits.") == len(FORMS)


def test_one_question_is_not_called_questions(only: Callable[..., Quiz]) -> None:
    assert "Kahoot: a spreadsheet, 1 question. In Kahoot" in words(page(only("choose-one")))


@pytest.mark.parametrize("text", [*HOSTILE, "](x) [a](b)", "_a_ ![a](b)", "<b>a</b>"])
def test_no_text_is_read_as_a_tag_a_link_or_a_macro(filled: Callable[[str], Quiz], text: str) -> None:
    usual, tree = page(filled("Plain")), page(filled(text))
    assert {element.tag for element in tree.iter()} <= {element.tag for element in usual.iter()}
    assert len(list(tree.iter("a"))) <= len(list(usual.iter("a")))


def test_the_site_has_the_files_that_the_plan_offers(project: Path) -> None:
    config = load_config(config_file=str(project / "mkdocs.yml"))
    config.plugins._current_plugin = "hooks"  # MkDocs sets it while it calls a hook
    hooks.on_config(config)
    files = Files([])
    hooks.on_files(files, config)
    made = {file.src_uri: file for file in files}
    plans = {path: html_of(view) for path, view in config["parts"].views.items() if path.endswith("/teach.md")}
    for identity, entry in config["library"].lessons.items():
        folder = f"lessons/{entry.phase}/{identity}"
        plan = plans[f"{folder}/teach.md"]
        offered = [form for form in FORMS if f'href="exports/{identity}{form.ending}"' in plan]
        assert len(offered) >= 4
        for form in offered:
            file = made[f"{folder}/exports/{identity}{form.ending}"]
            assert len(file.content_bytes) > 100
            assert file.dest_uri == file.src_uri
