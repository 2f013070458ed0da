"""What MkDocs is told: the content's mistakes, the lessons' pages, and where the plans stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files

from macros.content.carried import digest_of, sources_of, write_record
from macros.content.library import Library
from macros.site import hooks
from macros.site.author_macros import macros
from tests.photos import png

Change = Callable[[str, str, str], int]


@pytest.fixture
def config(project: Path) -> MkDocsConfig:
    config = load_config(config_file=str(project / "mkdocs.yml"))
    config.plugins._current_plugin = "hooks"  # MkDocs sets it while it calls a hook
    return config


def with_files(files: Files, config: MkDocsConfig) -> Files:
    """Give the files of the site, once ours are added to them."""
    hooks.on_files(files, config)
    return files


def test_the_site_is_named_after_the_school(config: MkDocsConfig, library: Library) -> None:
    hooks.on_config(config)
    assert config.site_name == f"Online safety at {library.school.name}"


def test_a_mistake_in_the_content_comes_first_and_without_a_traceback(config: MkDocsConfig, change: Change) -> None:
    line = change("school.yml", "short_name:", "shortname:")
    with pytest.raises(PluginError) as caught:
        hooks.on_config(config)
    said = str(caught.value).split("\n")
    assert said[0] == f"school.yml:{line - 1}:1: “short_name” is missing here. Add a line “short_name: …”."
    assert said[1].startswith(f"school.yml:{line}:1: “shortname” is not a name that is known here.")
    assert said[-1] == "2 problems to mend in the content."


def test_every_lesson_gets_its_pages_and_its_pictures(config: MkDocsConfig, project: Path, change: Change) -> None:
    folder = "lessons/years-3-4/three-word-locks"
    (project / folder / "settings.png").write_bytes(png())
    change(f"{folder}/lesson.md", "{{ quiz(", "![Three rows](settings.png)\n\n{{ quiz(")
    hooks.on_config(config)
    made = {file.src_uri for file in with_files(Files([]), config)}
    for name in ("index.md", "teach.md", "worksheet.md", "worksheet-large.md", "answers.md", "settings.png"):
        assert f"lessons/years-3-4/three-word-locks/{name}" in made


def test_what_a_program_keeps_for_itself_is_not_published(config: MkDocsConfig, project: Path) -> None:
    places = ("docs", "docs/parents", "docs/assets/images", "lessons/years-3-4/three-word-locks", "quizzes/years-3-4")
    names = (".DS_Store", "._a.md", "Thumbs.db", "thumbs.db", "ehthumbs.db", "desktop.ini", "Icon\r", ".~lock.a.odt#")
    for place in places:
        for name in names:
            (project / place / name).write_bytes(b"\0")
        (project / place / ".#index.md").symlink_to("teacher@computer.1234:5678")
    hooks.on_config(config)
    files = with_files(get_files(config), config)
    published = {file.src_uri.rpartition("/")[2] for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
    assert "index.md" in published
    assert not published.intersection(names)
    assert ".#index.md" not in published


def test_a_page_that_a_lesson_makes_is_refused_in_docs(config: MkDocsConfig) -> None:
    hooks.on_config(config)
    path = "lessons/years-3-4/three-word-locks/teach.md"
    by_hand = File.generated(config, path, content="Mine")
    with pytest.raises(PluginError) as caught:
        with_files(Files([by_hand]), config)
    assert str(caught.value) == f"docs/{path}:1:1: The site makes this page by itself. Move or rename this file."


def test_the_menu_has_the_plans_and_one_without_a_place_for_them_is_told(config: MkDocsConfig) -> None:
    hooks.on_config(config)
    assert config.nav is not None
    part = next(item["Teachers and staff"] for item in config.nav if "Teachers and staff" in item)
    assert part[-1] == {"Curriculum map": "teachers/map.md"}
    config.nav = [{"Home": "index.md"}]
    with pytest.raises(PluginError, match=r"^mkdocs\.yml:1:1: The navigation has no part “Teachers and staff”; "):
        hooks.on_config(config)


def test_a_page_that_asks_for_large_print_gets_it(config: MkDocsConfig) -> None:
    hooks.on_config(config)
    asks = File.generated(config, "parents/a.md", content="---\ntitle: A\nlarge_print: yes\n---\n# A\n")
    made = {file.src_uri: file for file in with_files(Files([asks]), config)}
    assert "template: large.html" in made["parents/a-large.md"].content_string
    assert made["parents/a-large.md"].inclusion is InclusionLevel.NOT_IN_NAV


def test_mkdocs_is_told_the_headings_of_a_page_that_is_not_made_of_markdown(config: MkDocsConfig) -> None:
    hooks.on_config(config)
    with_files(Files([]), config)
    path = "lessons/years-3-4/three-word-locks/teach.md"
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri=path), url=path.replace(".md", ".html"), meta={}, toc=None)
    html = hooks.on_page_content("", page=page, config=config, files=Files([]))
    (title,) = page.toc
    assert title.level == 1
    assert [heading.level for heading in title.children] == [2] * len(title.children)
    for heading in title.children:
        assert f'<h2 id="{heading.id}"' in html
        assert heading.id in page.present_anchor_ids


def test_what_markdown_made_stays_with_the_headings_that_mkdocs_has_found(config: MkDocsConfig) -> None:
    hooks.on_config(config)
    page: Any = SimpleNamespace(file=SimpleNamespace(src_uri="about/a.md"), url="about/a.html", meta={}, toc="found")
    assert hooks.on_page_content("<h2>A</h2>", page=page, config=config, files=Files([])) == "<h2>A</h2>"
    assert page.toc == "found"


def test_every_layout_has_the_school_and_its_pictures(config: MkDocsConfig, library: Library) -> None:
    hooks.on_config(config)
    env = Environment()
    hooks.on_env(env, config=config, files=Files([]))
    layout = '{{ school.name }}|{{ picture("symbols/key")[:5] }}|{{ full_title("A") }}|{{ dress.paper[:1] }}|'
    name, picture, title, *others = env.from_string(layout + "{{ addresses.HELP }}").render().split("|")
    assert (name, picture) == (library.school.name, "<svg ")
    assert title.startswith("A – Online safety at ")
    assert others == ["#", "help/index.html"]


def test_a_layout_is_told_in_words_when_its_page_was_checked(config: MkDocsConfig) -> None:
    hooks.on_config(config)
    page: Any = SimpleNamespace(
        file=SimpleNamespace(src_uri="a.md"),
        meta={"checked": date(2026, 11, 2)},
        content='<p data-style="tile"></p>',
        toc="found",
    )
    context: dict[str, Any] = {"kept": 1}
    hooks.on_page_context(context, page=page, config=config, nav=None)
    assert context["kept"] == 1
    assert context["styles"] == ["tile"]
    assert context["headings"] == "found"
    assert page.meta["checked_words"] == "2 November 2026"


@pytest.mark.parametrize("address", ["https://a.sch.uk/online-safety", "https://a.sch.uk/online-safety/"])
def test_the_last_folder_of_the_sites_address_is_kept(config: MkDocsConfig, change: Change, address: str) -> None:
    change("school.yml", "site_address:", f"site_address: {address}")
    hooks.on_config(config)
    assert config.site_url == "https://a.sch.uk/online-safety/"


def test_the_schools_colours_are_put_in_the_style_sheet(config: MkDocsConfig, change: Change) -> None:
    change("school.yml", "colours:", 'colours:\n  accent: "#7a1f3d"')
    hooks.on_config(config)
    files = with_files(get_files(config), config)
    tokens = files.get_file_from_path("assets/stylesheets/tokens.css")
    assert tokens is not None
    assert "--school-accent: #7a1f3d;" in tokens.content_string


def test_the_manifest_is_made_and_one_by_hand_is_refused(config: MkDocsConfig, library: Library) -> None:
    hooks.on_config(config)
    made = with_files(Files([]), config).get_file_from_path("site.webmanifest")
    assert made is not None
    assert library.school.name in made.content_string
    by_hand = File.generated(config, "site.webmanifest", content="{}")
    with pytest.raises(PluginError, match=r"^docs/site\.webmanifest:1:1: "):
        with_files(Files([by_hand]), config)


def test_packs_are_taken_in_when_the_build_says_so(
    config: MkDocsConfig, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    hooks.on_config(config)
    library: Library = config["library"]
    folder = project / "packs"
    folder.mkdir()
    (folder / "posters.zip").write_bytes(b"posters")
    made = {"sources": sources_of(library)["posters"], ".zip": digest_of(folder / "posters.zip")}
    write_record(folder, {"posters": made})
    assert with_files(Files([]), config).get_file_from_path("packs/posters.zip") is None
    monkeypatch.setenv("TAKE_IN_PACKS", "yes")
    hooks.on_config(config)
    file = with_files(Files([]), config).get_file_from_path("packs/posters.zip")
    assert file is not None
    assert file.content_bytes == b"posters"
    assert file.dest_uri == "packs/posters.zip"


@pytest.mark.parametrize(
    ("public", "languages"), [("", ["Arabic", "Polish", "Romanian", "Ukrainian"]), ("yes", ["Polish"])]
)
def test_what_is_published_has_no_translation_that_nobody_has_checked_and_no_way_to_one(
    config: MkDocsConfig, change: Change, monkeypatch: pytest.MonkeyPatch, public: str, languages: list[str]
) -> None:
    monkeypatch.setenv("FOR_THE_PUBLIC", public)
    change("docs/_data/translations/pl.yml", "checked_by:\nchecked_on:", "checked_by: Ms Ash\nchecked_on: 2026-11-28")
    hooks.on_config(config)
    made = {file.src_uri for file in with_files(Files([]), config) if file.src_uri.startswith("help/in-")}
    assert made == {f"help/in-{language.lower()}.md" for language in languages}
    shown = {macro.__name__: macro for macro in macros(config["library"], lambda: "help/index.html")}
    html = shown["other_languages"]()
    assert re.findall(r'href="in-(\w+)\.html"', html) == [language.lower() for language in languages]


def test_where_no_translation_may_be_shown_no_page_speaks_of_other_languages(
    config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FOR_THE_PUBLIC", "yes")
    hooks.on_config(config)
    shown = {macro.__name__: macro for macro in macros(config["library"], lambda: "help/index.html")}
    assert shown["other_languages"]() == ""
