"""What goes wrong is told with its place: in a template, a page, a file that cannot be read, or the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
import yaml

from macros.site.faults import explain, own_path

PAGE = "docs/parents/index.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "macros/theme").mkdir(parents=True)
    return tmp_path


def raised(fails: Callable[[], object]) -> BaseException:
    with pytest.raises(BaseException) as caught:
        fails()
    return caught.value


def templates(root: Path, **texts: str) -> jinja2.Environment:
    for name, text in texts.items():
        (root / "macros/theme" / f"{name}.html").write_text(text, encoding="utf-8")
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(root / "macros/theme"), undefined=jinja2.StrictUndefined, autoescape=True
    )


def test_a_template_that_cannot_be_read(root: Path) -> None:
    env = templates(root, light='<main>\n{% include "foot.html" %}', foot="<p>\n\n{% slip %}")
    error = raised(lambda: env.get_template("light.html").render())
    said = "macros/theme/foot.html:3:1: This template cannot be read: Encountered unknown tag 'slip'."
    assert str(explain(error, root, PAGE)) == said


def test_a_template_that_fails_while_a_page_is_made(root: Path) -> None:
    env = templates(root, light='<main>\n{% include "foot.html" %}', foot="<p>\n\n\n{{ page.title }}")
    error = raised(lambda: env.get_template("light.html").render())
    said = (
        "macros/theme/foot.html:4:1: The template went wrong here, not your words: UndefinedError: 'page' is undefined."
    )
    assert str(explain(error, root, PAGE)) == said


def test_a_template_that_a_macro_uses(root: Path) -> None:
    """mkdocs-macros ends the program in the middle of telling of an error; it also fails while it tells."""
    env = templates(root, quiz="<p>\n{{ 1 / 0 }}", list="<p>\n\n\n\n{% slip %}")
    page = jinja2.Environment().from_string("One\n\n{{ quiz() }}\n")

    def as_mkdocs_macros_does(name: str) -> None:
        try:
            page.render(quiz=lambda: env.get_template(f"{name}.html").render())
        except jinja2.TemplateSyntaxError as error:
            print("One".splitlines()[error.lineno - 1])
        except ArithmeticError:
            raise SystemExit(100)  # noqa: B904 - as it is there

    said = (
        "macros/theme/quiz.html:2:1: The template went wrong here, not your words: ZeroDivisionError: division by zero."
    )
    assert str(explain(raised(lambda: as_mkdocs_macros_does("quiz")), root, PAGE)) == said
    said = "macros/theme/list.html:5:1: This template cannot be read: Encountered unknown tag 'slip'."
    assert str(explain(raised(lambda: as_mkdocs_macros_does("list")), root, PAGE)) == said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("One\n\n{{ nothing }}", "This cannot be shown: UndefinedError: 'nothing' is undefined."),
        ("One\n\n{% of %}", "The braces here cannot be read: Encountered unknown tag 'of'."),
    ],
)
def test_the_braces_of_a_page_are_told_on_the_line_of_its_file(root: Path, words: str, said: str) -> None:
    env = jinja2.Environment(undefined=jinja2.StrictUndefined)
    error = raised(lambda: env.from_string(words).render())
    assert str(explain(error, root, PAGE)) == f"{PAGE}:3:1: {said}"
    assert str(explain(error, root, PAGE, first_line=6)) == f"{PAGE}:8:1: {said}"


def test_a_file_that_cannot_be_read(root: Path) -> None:
    error = PermissionError(13, "Permission denied", str(root / "docs/locked"))
    said = "docs/locked:1:1: This cannot be read: Permission denied. Is it there, and may you open it?"
    assert str(explain(error, root, PAGE)) == said


def test_a_disk_that_is_full(root: Path) -> None:
    error = OSError(28, "No space left on device", "/elsewhere/index.html")
    said = f"{PAGE}:1:1: “/elsewhere/index.html” cannot be read or written: No space left on device."
    assert str(explain(error, root, PAGE)) == said


def test_settings_that_are_not_yaml(root: Path) -> None:
    def load() -> None:
        try:
            yaml.safe_load("site_name: A\nnav: - index.md: B: C\n")
        except yaml.YAMLError as error:
            raise RuntimeError("MkDocs could not parse it") from error

    said = "mkdocs.yml:2:6: This cannot be read: sequence entries are not allowed here."
    assert str(explain(raised(load), root, "mkdocs.yml")) == said


def test_the_program(root: Path) -> None:
    said = str(explain(raised(lambda: own_path("x", None)), root, PAGE))  # type: ignore[arg-type]
    assert said.startswith("macros/site/faults.py:")
    assert ":1: The program went wrong here, not your words: TypeError: " in said


def test_what_is_no_fault_of_ours_is_told_of_the_page(root: Path) -> None:
    error = raised(lambda: int("a\nb"))
    said = r"This cannot be made: ValueError: invalid literal for int() with base 10: 'a\nb'."
    assert str(explain(error, root, PAGE)) == f"{PAGE}:1:1: {said}"


def test_an_error_in_handling_another_is_told_itself(root: Path) -> None:
    def fails() -> None:
        try:
            dict[str, int]()["not kept yet"]
        except KeyError:
            int("a")

    assert "ValueError" in explain(raised(fails), root, PAGE).sentence


def test_a_path_is_one_of_the_project_or_none(root: Path) -> None:
    assert own_path(str(root / "docs/index.md"), root) == "docs/index.md"
    assert own_path(str(root / ".venv/lib/mkdocs/build.py"), root) is None
    assert own_path("/elsewhere/index.md", root) is None
    assert own_path(None, root) is None
