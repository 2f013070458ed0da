"""The theme of mkdocs.yml can go: the site holds nothing of it, and is the same to the byte without it."""

from __future__ import annotations

import hashlib
import re
from importlib.util import find_spec
from pathlib import Path

import jinja2
import jinja2.meta
import pytest

from macros.finish.building import build_site
from tests import assets
from tests.copying import copy_project, fingerprint

THEME = "  name: material\n"
# A name of the theme's: of a class, an attribute or a custom property.
NAME = re.compile(r"(?<![\w])(?:\.|--|data-)?md-[a-z]\w*")
CLASS = re.compile(r'\bclass="([^"]*)"')
# MkDocs has a template of its own for what every theme needs.
LAYOUTS = ("*.html", "partials/*.html", "sitemap.xml")


def themes_files() -> list[Path]:
    """Give every file that the theme would publish."""
    spec = find_spec("material")
    assert spec is not None
    assert spec.origin
    folder = Path(spec.origin).parent / "templates/assets"
    return [file for file in folder.rglob("*") if file.is_file()]


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def written_by_us(root: Path) -> list[Path]:
    """Give our templates, style sheets and scripts."""
    templates = [*root.glob("macros/theme/**/*.html"), *root.glob("macros/components/*/*.html")]
    return [*templates, *root.glob("macros/templates/pages/*"), *assets.style_sheets(root), *assets.scripts(root)]


def test_the_site_is_the_same_without_the_theme(root: Path, site: Path, tmp_path: Path) -> None:
    project = copy_project(root, tmp_path / "project")
    settings = project / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count(THEME) == 1, "mkdocs.yml names its theme in another way: this test must be mended."
    settings.write_text(text.replace(THEME, "  name: null\n  static_templates: [404.html]\n"), encoding="utf-8")
    build_site(project, tmp_path / "site")
    without, with_it = fingerprint(tmp_path / "site"), fingerprint(site)
    assert without.keys() == with_it.keys()
    assert [path for path in with_it if without[path] != with_it[path]] == []


def test_no_file_of_the_theme_is_in_the_site(site: Path) -> None:
    theirs = {digest(file) for file in themes_files()}
    assert len(theirs) > 10
    assert [file.name for file in site.rglob("*") if file.is_file() and digest(file) in theirs] == []


def test_we_write_no_name_of_the_theme(root: Path) -> None:
    files = written_by_us(root)
    assert len(files) > 100
    found = {file.name: names for file in files if (names := NAME.findall(file.read_text(encoding="utf-8")))}
    assert found == {}


def test_no_page_has_a_class_of_the_theme(site: Path) -> None:
    classes = {
        file.relative_to(site).as_posix(): " ".join(CLASS.findall(file.read_text(encoding="utf-8"))).split()
        for file in site.rglob("*.html")
    }
    assert len({name for names in classes.values() for name in names}) > 200
    assert {path for path, names in classes.items() if any(name.startswith("md-") for name in names)} == set()


def test_our_layouts_ask_for_no_template_but_our_own(root: Path) -> None:
    theme = root / "macros/theme"
    asked = {
        name: file.name
        for pattern in LAYOUTS
        for file in theme.glob(pattern)
        for name in jinja2.meta.find_referenced_templates(jinja2.Environment().parse(file.read_text(encoding="utf-8")))
    }
    assert len(asked) > 10
    assert {name: file for name, file in asked.items() if name is None or not (theme / name).is_file()} == {}


@pytest.mark.parametrize(
    ("written", "names"),
    [
        (".md-typeset h1 { a: b; }", [".md-typeset"]),
        ("color: var(--md-default-fg-color)", ["--md-default"]),
        ('<a class="head md-grid" data-md-component="a">', ["md-grid", "data-md-component"]),
        ("cmd-a and a.md and md5", []),
    ],
)
def test_a_name_of_the_theme_is_seen(written: str, names: list[str]) -> None:
    assert NAME.findall(written) == names
