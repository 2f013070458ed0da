"""Scripts lose their comments and indents, and nothing of what they do; those of a page come as one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.finish.offline import WORKER
from macros.finish.scripts import FOLDER, lighten_scripts, lighter
from tests.assets import scripts
from tests.site.page import joined_scripts
from tests.tools.node import run_node


@pytest.mark.parametrize(
    ("code", "less"),
    [
        ("/* Why. */\na();\n", "a();\n"),
        ("  /* Why,\n     and how. */\n  a();\n", "a();\n"),
        ("  // Why.\n  a();\n", "a();\n"),
        ("if (a) {\n  b(`c  d`);\n\n\tc();\n}\n", "if (a) {\nb(`c  d`);\nc();\n}\n"),
        ("/* One. */\n/* Two. */\na();\n", "a();\n"),
        ("a(/** @type {A | {b: C}} */ (d.e).f);\n", "a(d.e.f);\n"),
        ("a(/** @type {A} */ (b()));\n", "a((b()));\n"),
        ("a(/** @param {A} b */ (b) => c());\n", "a(b => c());\n"),
    ],
)
def test_a_comment_on_lines_of_its_own_and_a_type_within_one_are_taken_out(code: str, less: str) -> None:
    assert lighter(code) == less


@pytest.mark.parametrize(
    "code",
    [
        "a(); // why\n",
        "/* why */ a();\n",
        'a("https://b"); b("/* c */");\n',
        "/a/.test(b);\n",
        "/*! (c) Somebody, MIT */\na();\n",
        "a(); /* why\nb(); */ c();\n",
        "a(`\n  b\n`);\n  c();\n",
        'a("b \\\n  c");\n',
    ],
)
def test_what_may_be_more_than_a_comment_stays(code: str) -> None:
    assert lighter(code) == code


def same(joined: Path, *parts: Path) -> bool:
    """Does a script do what others do, one after the other?"""
    run = run_node("same.cjs", *map(str, (joined, *parts)))
    assert run.returncode == 0, run.stderr
    return bool(json.loads(run.stdout))


def test_every_script_of_the_site_does_what_it_did(root: Path, site: Path) -> None:
    written = {file.name: file for file in scripts(root)}
    joined = joined_scripts(site)
    assert {"component.js", "display.js", "book.js"} in [set(parts) for parts in joined.values()]
    alone = written.keys() - {part for parts in joined.values() for part in parts}
    assert len(alone) > 6
    built = {**{name: [name] for name in alone}, **joined}
    # A worker serves what lies beside it and below: it stands at the root.
    place = {name: site / ("" if name == WORKER else FOLDER) / name for name in built}
    assert [name for name, parts in built.items() if not same(place[name], *(written[part] for part in parts))] == []
    assert all(place[name].stat().st_size < written[name].stat().st_size for name in alone)


def test_a_script_that_lost_more_would_be_found(tmp_path: Path) -> None:
    whole, less, more = tmp_path / "whole.js", tmp_path / "less.js", tmp_path / "more.js"
    whole.write_text('"use strict";\na(`\n// no comment\n`);\n', encoding="utf-8")
    less.write_text('"use strict";\na(`\n`);\n', encoding="utf-8")
    more.write_text('"use strict";\na(`\n// no comment\n`);\nb();\n', encoding="utf-8")
    assert same(whole, whole)
    assert not same(whole, less)
    assert not same(whole, more)
    assert not same(more, whole, whole)


# Of a page

ONE, TWO = (f'<script src="../{FOLDER}/{name}.js" defer></script>' for name in ("one", "two"))
FULL = '"use strict";\n{}();\n'


def page_with(tmp_path: Path, body: str) -> str:
    """Give a page of a site after its scripts were made lighter."""
    pages = {"a/index.html": f"<p>Hello{body}</p>"}
    (tmp_path / FOLDER).mkdir(parents=True)
    for name in ("one", "two"):
        (tmp_path / FOLDER / f"{name}.js").write_text(FULL.format(name), encoding="utf-8")
    lighten_scripts(tmp_path, pages)
    return pages["a/index.html"]


def test_scripts_that_stand_together_come_as_one_in_their_order(tmp_path: Path) -> None:
    html = page_with(tmp_path, f"{TWO}\n  {ONE}\n")
    (file,) = (tmp_path / FOLDER).glob("joined.*.js")
    assert html == f'<p>Hello<script src="../{FOLDER}/{file.name}" defer></script>\n</p>'
    assert file.read_text(encoding="utf-8") == '"use strict";\ntwo();\none();\n'


@pytest.mark.parametrize(
    "body",
    [
        ONE,
        f"{ONE}<p>{TWO}",
        ONE + TWO.replace(" defer", ""),
        ONE + TWO.replace(" defer", ' integrity="a" defer'),
        ONE + TWO.replace("two", "not-there"),
        ONE + TWO.replace(FOLDER, "elsewhere"),
    ],
    ids=["alone", "apart", "at once", "with more", "not there", "elsewhere"],
)
def test_other_scripts_are_left_as_they_are(tmp_path: Path, body: str) -> None:
    assert page_with(tmp_path, body) == f"<p>Hello{body}</p>"
    assert not list((tmp_path / FOLDER).glob("joined.*"))
