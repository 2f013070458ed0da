"""A zip of the same files is the same zip."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from macros.exports.zips import unzipped, zipped


def test_a_zip_holds_its_files_in_order() -> None:
    with zipfile.ZipFile(io.BytesIO(zipped({"b.txt": b"two", "a.png": b"one"}))) as found:
        assert found.testzip() is None
        assert [(name, found.read(name)) for name in found.namelist()] == [("b.txt", b"two"), ("a.png", b"one")]


def test_a_zip_is_the_same_on_another_day(monkeypatch: pytest.MonkeyPatch) -> None:
    today = zipped({"a.txt": b"one"})
    later = time.localtime(time.time() + 400 * 24 * 60 * 60)
    monkeypatch.setattr(time, "localtime", lambda *_: later)
    monkeypatch.setattr(time, "time", lambda: time.mktime(later))
    assert zipped({"a.txt": b"one"}) == today


def test_what_is_in_a_zip_comes_back() -> None:
    files = {"b/two.txt": b"two", "a.png": b"one"}
    assert list(unzipped(zipped(files)).items()) == list(files.items())
