"""Scripts lose their comments and indents, and nothing of what they do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.finish.scripts import FOLDER, take_out_comments
from tests.assets import scripts
from tests.tools.node import run_node


def after(tmp_path: Path, code: str) -> str:
    """Give a script of a site after it was made lighter."""
    file = tmp_path / FOLDER / "a.js"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(code, encoding="utf-8")
    take_out_comments(tmp_path)
    return file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "lighter"),
    [
        ("/* Why. */\na();\n", "a();\n"),
        ("  /* Why,\n     and how. */\n  a();\n", "a();\n"),
        ("  // Why.\n  a();\n", "a();\n"),
        ("if (a) {\n  b(`c  d`);\n\n\tc();\n}\n", "if (a) {\nb(`c  d`);\nc();\n}\n"),
        ("/* One. */\n/* Two. */\na();\n", "a();\n"),
    ],
)
def test_a_comment_on_lines_of_its_own_is_taken_out(tmp_path: Path, code: str, lighter: str) -> None:
    assert after(tmp_path, code) == lighter


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
def test_what_may_be_more_than_a_comment_stays(tmp_path: Path, code: str) -> None:
    assert after(tmp_path, code) == code


def differing(*pairs: Path) -> list[str]:
    """Name the scripts that do not do the same as the one named after each."""
    run = run_node("same.cjs", *map(str, pairs))
    assert run.returncode == 0, run.stderr
    found: list[str] = json.loads(run.stdout)
    return found


def test_every_script_of_the_site_does_what_it_did(root: Path, site: Path) -> None:
    written = scripts(root)
    built = [site / FOLDER / file.name for file in written]
    assert len(written) > 8
    assert differing(*(file for pair in zip(written, built, strict=True) for file in pair)) == []
    assert sum(len(file.read_bytes()) for file in built) < sum(len(file.read_bytes()) for file in written)


def test_a_script_that_lost_more_would_be_found(tmp_path: Path) -> None:
    whole, less = tmp_path / "whole.js", tmp_path / "less.js"
    whole.write_text("a(`\n// no comment\n`);\n", encoding="utf-8")
    less.write_text("a(`\n`);\n", encoding="utf-8")
    assert differing(whole, less) == [str(whole)]
