"""Another host builds the same site: plain MkDocs, without a hook and without a macro of ours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
import yaml
from markdown_it import MarkdownIt

from macros.site.preview import Preview
from macros.site.staging import as_raw_html, staged
from tests.generators.comparing import differences, shown


@pytest.fixture(scope="module")
def tree(thinned: Path) -> dict[str, bytes]:
    return staged(thinned)


@pytest.fixture(scope="module")
def ours(thinned: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every page as the project itself makes it."""
    folder = tmp_path_factory.mktemp("ours")
    preview = Preview(thinned, folder)
    preview.read()
    while preview.go_on():
        pass
    assert preview.answer("404.html")
    return folder


@pytest.fixture(scope="module")
def theirs(tree: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every page as MkDocs makes it of the staged tree alone, in a folder from which it sees no code of ours."""
    folder = tmp_path_factory.mktemp("staged")
    for path, content in tree.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return folder / "site"


def test_no_hook_no_plug_in_and_no_macro_is_needed(tree: dict[str, bytes]) -> None:
    settings = yaml.safe_load(tree["mkdocs.yml"])
    assert "hooks" not in settings
    assert settings["plugins"] == []
    bodies = {path: content.split(b"---\n", 2)[2] for path, content in tree.items() if path.endswith(".md")}
    called = [
        path for path, body in bodies.items() if b"{{ " in re.sub(rb"<code\b.*?</code>", b"", body, flags=re.DOTALL)
    ]
    # The guides for authors show calls as code, and “How it looks” shows what a hostile quiz may say.
    assert [path for path in called if not path.startswith("docs/about/look/")] == []


def test_every_page_has_the_same_elements_words_ids_and_links(ours: Path, theirs: Path) -> None:
    assert not differences(ours, theirs)


def test_every_other_file_is_there_as_it_was(tree: dict[str, bytes], theirs: Path) -> None:
    files = {path.removeprefix("docs/"): content for path, content in tree.items() if path.startswith("docs/")}
    for path, content in files.items():
        if not path.endswith(".md"):
            assert (theirs / path).read_bytes() == content, path
    assert {
        "site.webmanifest",
        "policy/map.csv",
        "assets/stylesheets/tokens.css",
        "assets/javascripts/quiz.js",
    } <= files.keys()


def test_a_reader_of_commonmark_hands_on_the_same_bodies(tree: dict[str, bytes]) -> None:
    """The other dialect: what Hugo, Eleventy and the like read."""
    reader = MarkdownIt("commonmark")
    for path, content in tree.items():
        if path.endswith(".md"):
            body = content.decode().split("---\n", 2)[2]
            read, written = (html5lib.parse(html, namespaceHTMLElements=False) for html in (reader.render(body), body))
            assert shown(read) == shown(written), path


@pytest.mark.parametrize(
    ("html", "written"),
    [
        ("<h1>A</h1>\n<p>b</p>", "<h1>A</h1>\n\n<p>b</p>"),
        ("<div>\n\n<p>a</p>\n \n<p>b</p></div><p>c</p>", "<div>\n<p>a</p>\n<p>b</p></div>\n\n<p>c</p>"),
        ("<p>a<br>b</p>\n<hr>\n<p>c</p>", "<p>a<br>b</p>\n\n<hr>\n\n<p>c</p>"),
        ("<p><svg><path/></svg></p><p>c</p>", "<p><svg><path/></svg></p>\n\n<p>c</p>"),
        ("<pre>```\n\n\ta</pre>\n<p>b</p>", "<pre>```&#10;&#10;&#9;a</pre>\n\n<p>b</p>"),
        ('<p title="a > b">c</p>\n<p>&amp;#10; &lt;d></p>', '<p title="a > b">c</p>\n\n<p>&amp;#10; &lt;d></p>'),
        ("<!-- a -->\n<p>b</p>", "<!-- a -->\n\n<p>b</p>"),
        ("", ""),
    ],
)
def test_each_outermost_element_stands_alone_and_holds_no_blank_line(html: str, written: str) -> None:
    assert as_raw_html(html) == written


def test_what_is_published_has_no_translation_that_nobody_has_checked(tree: dict[str, bytes], thinned: Path) -> None:
    def languages(pages: dict[str, bytes]) -> list[str]:
        return [path for path in pages if path.startswith("docs/help/in-")]

    assert len(languages(tree)) == 4
    assert languages(staged(thinned, public=True)) == []
