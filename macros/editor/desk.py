"""Reads and saves the files that have a form: a save that brings a mistake into its file is refused, in sentences."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import yaml

from macros.cache import RoundCache
from macros.content.reading import read_model
from macros.editor.forms import Field, Names, fields_of
from macros.editor.merging import merged
from macros.editor.sheets import PICTURES, Drawer, Sheet, drawers, names_in
from macros.editor.values import for_form, from_form
from macros.problems import ContentError, Problem
from macros.source import Document, parse_yaml, read_text
from macros.source.front_matter import body_of, split_front_matter

PICTURE = re.compile(r"[A-Za-z0-9_-]+\.(svg|png)")
LARGEST_PICTURE = 2 * 1024 * 1024  # bytes; the check says how small each must be in the end
OTHERS = (
    "Not saved: this file was changed by another program after this form was opened. Copy what you have written, "
    "load this page again, and put it in once more."
)


class RefusedError(Exception):
    """Something was not saved; the text says why, a sentence for each mistake."""


class Desk:
    """The files of one project, as the forms read and save them.

    Attributes:
        root: the project's folder.
        check: finds every problem of the content.
        problems: what the last check found; None before the first.
    """

    def __init__(
        self, root: Path, check: Callable[[Path, RoundCache], list[Problem]], cache: RoundCache | None = None
    ) -> None:
        """Prepare it.

        Args:
            root: the project's folder.
            check: finds every problem of the content, given what was read before.
            cache: what was read before.
        """
        self.root = root
        self.check = check
        self.problems: list[Problem] | None = None
        self._cache = cache or RoundCache()
        self._drawers: tuple[Drawer, ...] = ()
        self._names: Names = {}
        self._waiting: dict[str, bytes] = {}  # pictures that no saved file names yet
        self._one_at_a_time = threading.RLock()

    def look(self) -> list[Problem]:
        """Check all content, and keep what is wrong with it."""
        with self._one_at_a_time:
            self._cache.start_round()
            self.problems = self.check(self.root, self._cache)
            if not self.problems:
                self._cache.went_well()
            return self.problems

    def told(self) -> list[Problem]:
        """Give what the last check found, once it is done."""
        with self._one_at_a_time:
            return self.look() if self.problems is None else self.problems

    def open(self) -> tuple[Drawer, ...]:
        """List the files that have a form, and what their forms can name, as they are on the disk now."""
        self._drawers, self._names = drawers(self.root), names_in(self.root)
        return self._drawers

    def sheet(self, path: str) -> Sheet | None:
        """Give a file that has a form; None for any other."""
        known = self._drawers or self.open()
        return next((sheet for drawer in known for sheet in drawer.sheets if sheet.path == path), None)

    def paths(self) -> list[str]:
        """List the files that the editor may ask for."""
        own = {picture.relative_to(self.root).as_posix() for picture in (self.root / PICTURES).glob("*.*")}
        return [sheet.path for drawer in self.open() for sheet in drawer.sheets] + sorted(own | set(self._waiting))

    def form(self, sheet: Sheet, values: Any = None) -> tuple[Field, ...]:
        """Make the form of a file.

        Args:
            sheet: the file.
            values: what it holds; where they are not given, they are read.
        """
        if sheet.model is None:
            return ()
        if values is None:
            with suppress(ContentError):  # told by the check
                values = _values(sheet, read_text(self.root, sheet.path))
        return fields_of(sheet.model, self._names, values)

    def read(self, path: str) -> tuple[bytes, str]:
        """Give a file as its form takes it.

        Args:
            path: the file, from the root.

        Returns:
            What the editor reads, and a sign of what the file holds now.

        Raises:
            KeyError: it has no form.
            ContentError: it cannot be read.
        """
        if path in self._waiting:
            return self._waiting[path], ""
        sheet = self.sheet(path)
        if sheet is None:
            if not _is_picture(path):
                raise KeyError(path)
            return (self.root / path).read_bytes(), ""
        text = read_text(self.root, path)
        return self._as_form(sheet, text).encode(), _sign(text)

    def _as_form(self, sheet: Sheet, text: str) -> str:
        if sheet.kind == "typed":
            return text
        values = _values(sheet, text)
        shown = json.dumps(for_form(values, self.form(sheet, values)), ensure_ascii=False, indent=2)
        return shown + "\n" if sheet.kind == "values" else f"---\n{shown}\n---\n{body_of(text)[0]}"

    def save(self, path: str, content: bytes, sign: str) -> None:
        """Save what a form gave back.

        Args:
            path: the file, from the root.
            content: what the editor wrote; of a picture, the picture.
            sign: the sign of what the file held when the form was opened.

        Raises:
            RefusedError: it is not saved: it would bring a mistake into the file, the file has changed meanwhile, or
                there is no form for it.
        """
        with self._one_at_a_time:
            if _is_picture(path):
                self._keep_picture(path, content)
                return
            sheet = self.sheet(path)
            if sheet is None:
                raise RefusedError(f"Not saved: “{path}” has no form here.")
            try:
                before = read_text(self.root, path)
                if _sign(before) != sign:
                    raise RefusedError(OTHERS)
                texts = [self._as_file(sheet, before, content.decode(), names_stay=stay) for stay in (True, False)]
            except ContentError as error:
                raise RefusedError(_sentences(error.problems)) from None
            except (UnicodeDecodeError, yaml.YAMLError) as error:
                raise RefusedError(f"Not saved: this cannot be read ({error}).") from None
            self._put(sheet, before, texts)

    def _as_file(self, sheet: Sheet, before: str, given: str, *, names_stay: bool) -> str:
        """Put what a form gave back into the text of its file."""
        if sheet.kind == "typed":
            return given.strip("\n") + "\n"
        if sheet.kind == "values":
            return self._with_values(sheet, before, parse_yaml(given, sheet.path).data, names_stay)
        front, _, _ = split_front_matter(given, sheet.path)
        words, first = body_of(before)
        lines = before.split("\n")
        head = self._with_values(sheet, "\n".join(lines[1 : first - 2]) + "\n", front.data, names_stay)
        body = body_of(given)[0].strip("\n")
        if body != words.strip("\n"):
            above = words[: len(words) - len(words.lstrip("\n"))]
            words = f"{above}{body}\n"
        return f"---\n{head}---\n{words}"

    def _with_values(self, sheet: Sheet, before: str, given: Any, names_stay: bool) -> str:
        form = self.form(sheet, parse_yaml(before, sheet.path).data)
        return merged(before, from_form(given, form), form, names_stay=names_stay)

    def _put(self, sheet: Sheet, before: str, texts: list[str]) -> None:
        """Write the first of some texts that brings no mistake into its file; else the file stays as it was."""
        file = self.root / sheet.path
        content = file.read_bytes()
        known = self.told()
        told = {problem.sentence for problem in known if problem.path == sheet.path}
        pictures = self._put_pictures()
        wrong: list[Problem] = []
        saved = False
        try:
            for text in dict.fromkeys(texts):
                # What the file says by itself is judged at once; what the rest makes of it takes a second.
                found = [one for one in _own_problems(sheet, text) if one.sentence not in told]
                if not found:
                    _write(file, text.replace("\n", "\r\n").encode() if b"\r\n" in content else text.encode())
                    found = [one for one in self.look() if one.path == sheet.path and one.sentence not in told]
                saved = not found
                if saved:
                    break
                wrong = wrong or found
        finally:
            if not saved:  # nor where it could not be judged
                _write(file, content)
                for picture in pictures:
                    (self.root / picture).unlink()
                self.problems = known
        if not saved:
            raise RefusedError(_sentences(wrong))
        self._waiting.clear()
        self.open()

    def _keep_picture(self, path: str, content: bytes) -> None:
        """Keep a picture until a file that names it is saved: one that nothing shows is not to be published."""
        if len(content) > LARGEST_PICTURE:
            size = f"{len(content) / 1024 / 1024:.1f} MB"
            raise RefusedError(f"Not saved: the picture is {size}, and no page may have one of more than 2 MB.")
        if (self.root / path).exists():
            raise RefusedError(f"Not saved: there is a picture “{path}” already. Give this one another name.")
        self._waiting[path] = content

    def _put_pictures(self) -> list[str]:
        for path, content in self._waiting.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            _write(self.root / path, content)
        return list(self._waiting)


def _values(sheet: Sheet, text: str) -> Any:
    """Read the values of a file.

    Raises:
        ContentError: they cannot be read.
    """
    if sheet.kind == "values":
        return parse_yaml(text, sheet.path).data
    return split_front_matter(text, sheet.path)[0].data


def _own_problems(sheet: Sheet, text: str) -> list[Problem]:
    """Find what is wrong with a file by itself."""
    if sheet.model is None:
        return []
    parse = parse_yaml if sheet.kind == "values" else _front_matter
    return read_model((text, sheet.path), sheet.path, parse, sheet.model)[2]


def _front_matter(text: str, path: str) -> Document:
    return split_front_matter(text, path)[0]


def _is_picture(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    return folder == PICTURES and bool(PICTURE.fullmatch(name))


def _sentences(problems: tuple[Problem, ...] | list[Problem]) -> str:
    return "Not saved. " + "\n".join(str(problem) for problem in problems)


def _sign(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _write(file: Path, content: bytes) -> None:
    """Write a file in one step, so that nobody reads half of it."""
    fresh = file.with_name(f".{file.name}-new")
    fresh.write_bytes(content)
    fresh.replace(file)
