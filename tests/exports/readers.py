"""Reads what is taken away by programs that had no part in writing it: npm's, and Microsoft's own validator."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.tools.node import MODULES, run_node

# What Google's types lack: a form can be published since 2025.
LACKING = """declare namespace GoogleAppsScript {
  namespace Forms { interface Form { setPublished(on: boolean): Form; } }
}"""
CHECKED = ("--noEmit", "--allowJs", "--checkJs", "--strict", "--noImplicitAny", "false", "--target", "es2022")
TYPES = ("--lib", "es2022", "--typeRoots", str(MODULES / "@types"), "--types", "google-apps-script")


def read_gift(contents: Sequence[str | bytes]) -> list[Any]:
    """Read GIFT by gift-pegjs; a file that it refuses gives a text that says why."""
    return _read("gift", {f"{number}.gift.txt": content for number, content in enumerate(contents)})


def read_csv(contents: Sequence[str | bytes]) -> list[Any]:
    """Read CSV by csv-parse, which refuses rows of different lengths."""
    return _read("csv", {f"{number}.csv": content for number, content in enumerate(contents)})


def office_faults(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Give what Microsoft's validator of Office's files finds, by the file's name.

    Args:
        files: the files, by a name with its ending.
    """
    return dict(zip(files, _read("office", files), strict=True))


def type_faults(scripts: Mapping[str, str]) -> str:
    """Give what TypeScript says of scripts, by Google's own types; nothing where all is well.

    Args:
        scripts: the scripts, by a name.
    """
    said = ""
    for name, script in scripts.items():  # one by one: all of them name the same function
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / f"{name}.js").write_text(script, encoding="utf-8")
            (Path(folder) / "lacking.d.ts").write_text(LACKING, encoding="utf-8")
            given = (str(Path(folder) / f"{name}.js"), str(Path(folder) / "lacking.d.ts"))
            said += run_node("node_modules/typescript/bin/tsc", *CHECKED, *TYPES, *given).stdout
    return said


def _read(kind: str, files: Mapping[str, str | bytes]) -> list[Any]:
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        run = run_node("read.mjs", kind, *(str(Path(folder) / name) for name in files))
    assert run.returncode == 0, run.stderr
    read: list[Any] = json.loads(run.stdout)
    return read
