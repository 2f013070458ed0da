"""Reads the text of a file that an author wrote, and refuses what is not such a file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from macros.problems import ContentError, Problem

# A lesson or quiz is a few kilobytes; far more means that the wrong file was put here.
LARGEST_FILE = 256 * 1024  # bytes

# What is unseen and can change how the text round it is read: control characters other than tab and
# line end, the marks that turn the direction of text (Unicode Standard Annex 9), and spaces and line ends without
# width, those of other alphabets too; and a hyphen that is not seen (U+00AD), which parts a phone number in two. A
# zero-width joiner (U+200D) is left between emoji, and the letters of a flag (U+E0020 to U+E007F) behind it: they make
# one sign. And the signs that belong to nobody (private use, Unicode 17.0, 23.5, and what is no character): each device
# shows another, and the site marks its own elements with one of them.
HIDDEN = re.compile(
    "[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b\\u200c\\u200e\\u200f"
    "\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ue000-\\uf8ff\\ufdd0-\\ufdef\\ufeff\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff"
    "\\U000e0000-\\U000e001f\\U000e0080-\\U000e0fff\\U000f0000-\\U0010ffff]"
    "|(?<![\\U0001f3f4\\U000e0020-\\U000e007e])[\\U000e0020-\\U000e007f]"
    "|(?<![^\\x00-\\u024f])\\u200d|\\u200d(?![^\\x00-\\u024f])"
)
# What is left of a letter, a quotation mark or a pound sign when a program reads UTF-8 as another alphabet and saves it
# so; and the sign that stands for what could not be read at all.
GARBLED = re.compile("â€.?|Ã[\\x80-\\xbf]|Â[\\xa0-\\xbf]|\\ufffd")
# What git leaves in a file when two people have changed the same lines.
UNMERGED = re.compile("^(?:<<<<<<<|>>>>>>>) ", re.MULTILINE)

# What Windows and macOS put into a folder by themselves, and hide there. Other such names begin with a full stop.
SYSTEM_FILES = frozenset({"thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
OFFICE_LOCK = "~$"  # how the name begins of what Word and Excel write beside a document that is open

OUTSIDE = "This is a link to a place outside the project. Put the file itself here."
LEADS_NOWHERE = "This link leads nowhere. Put the file itself here, or delete the link."


def is_left_out(name: str) -> bool:
    """Tell whether a file is a program's own and no content: nobody reads it, and it is never published.

    Args:
        name: the file's name, without its folder.
    """
    return name.startswith((".", OFFICE_LOCK)) or name.lower() in SYSTEM_FILES


def hidden_sentence(character: str) -> str:
    """Say what to do about a hidden character."""
    return f"A hidden character (U+{ord(character):04X}) stands here. Delete it and type the words again."


def garbled_sentence(found: str) -> str:
    """Say what to do about what is left of a sign that was saved in the wrong way."""
    return (
        f"“{found}” is what a program has made of another sign, such as an apostrophe, an accent or a pound sign. Type "
        "that sign again, and save the file as “UTF-8”."
    )


def _unmerged_sentence(found: str) -> str:
    return (
        f"Two people have changed this place, and git has left both versions, between “{found.strip()}” and the line "
        "below it that is made in the same way. Keep one version, and take those lines out."
    )


def files_in(root: Path, folder: str, ending: str = "") -> Iterator[str]:
    """Name the files of a folder and its folders, in order; hidden folders and programs' own files are left out.

    Args:
        root: the project's folder.
        folder: where to look, from the root.
        ending: how the names end.

    Yields:
        Each file, from the root, with forward slashes.
    """
    for place, folders, names in os.walk(root / folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(ending) and not is_left_out(name):
                yield (Path(place) / name).relative_to(root).as_posix()


def read_text(root: Path, path: str) -> str:
    """Read one file of the project as text.

    Args:
        root: the project's folder.
        path: the file, from the root, with forward slashes.

    Returns:
        The text, with one kind of line end.

    Raises:
        ContentError: the file is missing, too large, outside the project, or not plain UTF-8 text.
    """
    file = root / path

    def refuse(sentence: str, line: int = 1, column: int = 1) -> ContentError:
        return ContentError([Problem(path, line, column, sentence)])

    if not file.exists():
        missing = "This file is missing. Put it back, or take away what names it."
        raise refuse(LEADS_NOWHERE if file.is_symlink() else missing)
    if not Path(os.path.realpath(file)).is_relative_to(os.path.realpath(root)):
        raise refuse(OUTSIDE)
    if not file.is_file():
        raise refuse("A file is needed here, and this is something else.")
    size = file.stat().st_size
    if size > LARGEST_FILE:
        raise refuse(
            f"The file is {size // 1024} kB; at most {LARGEST_FILE // 1024} kB is read. Is it the right file? "
            "If so, split it."
        )
    content = file.read_bytes()
    if content.startswith(b"\xef\xbb\xbf"):
        raise refuse("The file begins with a byte-order mark. Save it as “UTF-8”, not “UTF-8 with BOM”.")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        column = error.start - content.rfind(b"\n", 0, error.start)
        raise refuse("This is not plain text in UTF-8. Save the file as “UTF-8” text.", line, column) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for sign, sentence in ((GARBLED, garbled_sentence), (HIDDEN, hidden_sentence), (UNMERGED, _unmerged_sentence)):
        if found := sign.search(text):
            before = text[: found.start()]
            raise refuse(sentence(found[0]), before.count("\n") + 1, len(before) - before.rfind("\n"))
    return text
