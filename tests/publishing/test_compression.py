"""Each text of a site is there packed too, and unpacks to itself."""

from __future__ import annotations

import builtins
import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import brotli
import pytest

from macros.publishing.compression import compress
from tests.copying import fingerprint

LONG = "Stop and tell. " * 200


def site_of(folder: Path) -> Path:
    for name, text in {"a.html": LONG, "in/b.svg": LONG, "c.css": "a{}", "d.png": LONG, "e.docx": LONG}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_text_is_there_in_both_forms_and_what_is_short_or_packed_already_is_not(tmp_path: Path) -> None:
    before = fingerprint(site_of(tmp_path))
    assert compress(tmp_path)
    after = fingerprint(tmp_path)
    assert sorted(after.keys() - before.keys()) == ["a.html.br", "a.html.gz", "in/b.svg.br", "in/b.svg.gz"]
    assert {path: after[path] for path in before} == before
    for form, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
        packed = (tmp_path / f"a.html{form}").read_bytes()
        assert unpack(packed).decode() == LONG
        assert len(packed) < len(LONG) / 10


def test_a_text_of_a_thousand_bytes_is_left_as_it_is_and_one_more_is_packed(tmp_path: Path) -> None:
    for size in (1000, 1001):
        (tmp_path / f"{size}.txt").write_text("a" * size, encoding="utf-8")
    compress(tmp_path)
    assert sorted(file.name for file in tmp_path.glob("*.gz")) == ["1001.txt.gz"]


def test_the_same_text_gives_the_same_bytes_in_another_place_and_at_another_hour(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for name, now in (("one", 1.7e9), ("two", 1.9e9)):
        monkeypatch.setattr("time.time", lambda now=now: now)
        compress(site_of(tmp_path / name))
        made.append(fingerprint(tmp_path / name))
    assert made[0] == made[1]


def test_without_the_package_there_is_the_one_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there: Callable[..., Any] = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name == "brotli":
            raise ModuleNotFoundError(name)
        return there(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    assert not compress(site_of(tmp_path))
    assert (tmp_path / "a.html.gz").exists()
    assert not (tmp_path / "a.html.br").exists()
