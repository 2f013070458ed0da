"""What is kept on the disk comes back as it was, and only to the code that made it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Hashable
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from macros import kept
from macros.kept import FOLDER, NOTHING, load, save

MADE: dict[Hashable, Any] = {(str.upper, ("a", frozenset({"b"}))): MappingProxyType({"c": ("d", 1)}), "none": None}
NAME = f"{FOLDER}/things.pickle"


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    save(tmp_path, "things", MADE)
    assert load(tmp_path, "things") == MADE
    assert load(tmp_path, "others") == NOTHING
    assert [path.name for path in (tmp_path / FOLDER).iterdir()] == ["things.pickle"]


def test_what_is_kept_later_takes_the_place_of_the_first(tmp_path: Path) -> None:
    save(tmp_path, "things", MADE)
    save(tmp_path, "things", {"a": 1})
    assert load(tmp_path, "things") == {"a": 1}


def test_what_a_template_was_compiled_to_runs_again(tmp_path: Path) -> None:
    save(tmp_path, "things", {"sum": compile("5 + 2", "template", "eval")})
    assert eval(load(tmp_path, "things")["sum"]) == 7


def test_another_process_with_other_hashes_gets_the_same(tmp_path: Path) -> None:
    save(tmp_path, "things", MADE)
    program = (
        "import sys; from pathlib import Path; from macros.kept import load; "
        "print(load(Path(sys.argv[1]), 'things')[str.upper, ('a', frozenset({'b'}))]['c'])"
    )
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", program, str(tmp_path)], env=environment, capture_output=True, text=True, check=True
        )
        assert run.stdout == "('d', 1)\n"


@pytest.mark.parametrize(
    "change", ["a template", "a new module", "a module that is gone", "packages", "python", "place"]
)
def test_other_code_knows_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str) -> None:
    code, packages, project = tmp_path / "code", tmp_path / "packages", tmp_path / "project"
    for folder in (code / "quiz", packages, project):
        folder.mkdir(parents=True)
    for file in ("a.py", "b.py", "quiz/template.html"):
        (code / file).write_text("one\n", encoding="utf-8")
    monkeypatch.setattr(kept, "CODE", code)
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(packages))
    save(project, "things", MADE)
    assert load(project, "things") == MADE
    match change:
        case "a template":
            (code / "quiz/template.html").write_text("other\n", encoding="utf-8")
        case "a new module":
            (code / "c.py").touch()
        case "a module that is gone":
            (code / "b.py").unlink()
        case "packages":
            os.utime(packages, ns=(0, 0))
        case "python":
            monkeypatch.setattr("sys.version", "4.0")
        case "place":
            project = project.rename(tmp_path / "elsewhere")
    assert load(project, "things") == NOTHING


def test_what_python_has_compiled_is_not_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "code").mkdir()
    monkeypatch.setattr(kept, "CODE", tmp_path / "code")
    save(tmp_path, "things", MADE)
    for folder in ("__pycache__", "node_modules"):
        (tmp_path / "code" / folder).mkdir()
        (tmp_path / "code" / folder / "a").touch()
    assert load(tmp_path, "things") == MADE


@pytest.mark.parametrize("spoilt", [b"", b"\n", b"\xff\xfe\n", b"{made_by}\n", b"{made_by}\nnothing of Python's"])
def test_a_file_that_is_spoilt_is_passed_over(tmp_path: Path, spoilt: bytes) -> None:
    save(tmp_path, "things", MADE)
    (tmp_path / NAME).write_bytes(spoilt.replace(b"{made_by}", kept.made_by(tmp_path).encode()))
    assert load(tmp_path, "things") == NOTHING
    save(tmp_path, "things", MADE)
    assert load(tmp_path, "things") == MADE


def test_half_a_file_is_passed_over(tmp_path: Path) -> None:
    save(tmp_path, "things", MADE)
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[: len(whole) // 2 + 40])
    assert load(tmp_path, "things") == NOTHING


def test_what_names_a_thing_that_is_gone_is_passed_over(tmp_path: Path) -> None:
    save(tmp_path, "things", MADE)
    gone = pickle.dumps({"a": Path}, 0).replace(b"Path", b"Gone")
    (tmp_path / NAME).write_bytes(kept.made_by(tmp_path).encode() + b"\n" + gone)
    assert load(tmp_path, "things") == NOTHING


def test_a_disk_that_refuses_costs_nothing_else(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file where the folder would be", encoding="utf-8")
    save(tmp_path, "things", MADE)
    assert load(tmp_path, "things") == NOTHING
