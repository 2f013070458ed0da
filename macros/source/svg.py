"""Finds in a drawing (SVG) what must not be published: what runs, what reaches outside it, what breaks a page.

A drawing in docs/assets/images is written into the pages that show it, so that it takes their colours. Then it is a
part of the page, and may hold nothing that a page may not.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from macros.problems import Problem

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"

# Of SVG 2, what draws. Left out is what runs, moves, opens a link, or holds a second picture that nobody has looked at.
ELEMENTS = frozenset({
    "svg", "g", "defs", "symbol", "use", "title", "desc", "style",
    "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textPath",
    "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern", "marker",
})  # fmt: skip
ADDRESSES = frozenset({"href", "src"})
# What names a place other than “#…”: CSS Images 4 and CSS Values 4 for the functions, and any address by its slashes.
OUTSIDE = re.compile(
    r"""url\(\s*["']?\s*(?!["'#\s])|@import|\b(?:src|image|image-set|-webkit-image-set|cross-fade)\(|//|\\""",
    re.IGNORECASE,
)
VIEW_BOX = re.compile(r"\s*[-+.\de]+(?:[\s,]+[-+.\de]+){3}\s*")

PLAIN = "Save the drawing again as “Plain SVG” or “Optimised SVG”."
OR_PNG = "Take it out, or save the picture as PNG."


class _StopError(Exception):
    """The rest of the drawing is not to be read."""


def read_svg(text: str, path: str, *, inlined: bool) -> list[Problem]:
    """Find what must not be published in a drawing; each thing is told once, where it first stands.

    Args:
        text: the drawing.
        path: its file, for problems.
        inlined: whether it is written into the pages that show it.
    """
    reader = _Reader(text, inlined)
    reader.read()
    return [Problem(path, line, column, said) for said, (line, column) in reader.told.items()]


class _Reader:
    def __init__(self, text: str, inlined: bool) -> None:
        self.text = text
        self.inlined = inlined
        self.told: dict[str, tuple[int, int]] = {}
        self.root_is_read = False
        self.inside: list[str] = []
        self.begun_at = (1, 1)
        # “utf-8”: the text has been decoded, whatever its first line says.
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.XmlDeclHandler = self.begin_prolog
        self.parser.StartDoctypeDeclHandler = self.begin_doctype
        self.parser.CommentHandler = self.comment
        self.parser.ProcessingInstructionHandler = self.instruction
        self.parser.StartElementHandler = self.begin
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.words

    def here(self) -> tuple[int, int]:
        return self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1

    def tell(self, sentence: str, place: tuple[int, int] | None = None) -> None:
        self.told.setdefault(sentence, place or self.here())

    def read(self) -> None:
        try:
            self.parser.Parse(self.text, True)
        except _StopError:
            return
        except expat.ExpatError as error:
            sentence = "The drawing is broken here, and a browser would not show it. Save it again as SVG."
            self.tell(sentence, (error.lineno, error.offset + 1))

    def begin_prolog(self, *_: object) -> None:
        self.tell("Take the line “<?xml … ?>” out: the drawing is written into pages, which have their own.")

    def begin_doctype(self, *_: object) -> None:
        before = self.text[: self.text.find("<!DOCTYPE")]
        place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
        self.tell(f"“<!DOCTYPE …>” can bring in other files. {PLAIN}", place)
        raise _StopError  # before what it declares is read: it can unfold to millions of letters

    def comment(self, _: str) -> None:
        self.tell("A note in “<!-- … -->” is published with the drawing. Take it out.")

    def instruction(self, target: str, _: str) -> None:
        self.tell(f"“<?{target} … ?>” is not used in drawings here. {PLAIN}")

    def begin(self, full: str, attributes: dict[str, str]) -> None:
        space, name = _split(full)
        self.inside.append(name)
        self.begun_at = self.here()
        if not self.root_is_read:
            self.root_is_read = True
            self.check_root(space, name, attributes)
        if space != SVG or name == "metadata":
            self.tell(f"“<{name}>” is a drawing program’s own note. {PLAIN}")
            return
        if name == "script":
            self.tell(f"“<script>” in a picture could run on the page. {OR_PNG}")
        elif name == "foreignObject":
            self.tell(f"“<foreignObject>” puts a page into the picture. {OR_PNG}")
        elif name == "style" and self.inlined:
            self.tell(f"“<style>” does not work in a page, whose security policy stops it. {PLAIN}")
        elif name not in ELEMENTS:
            self.tell(f"“<{name}>” is not used in drawings here. {OR_PNG}")
        for attribute, value in attributes.items():
            self.check_attribute(*_split(attribute), value)

    def end(self, _: str) -> None:
        self.inside.pop()

    def words(self, words: str) -> None:
        if self.inside and self.inside[-1] == "style" and OUTSIDE.search(words):
            self.tell(f"“<style>” names something outside the picture. {OR_PNG}", self.begun_at)

    def check_root(self, space: str, name: str, attributes: dict[str, str]) -> None:
        if (space, name) != (SVG, "svg"):
            self.tell(f'A drawing begins with <svg xmlns="{SVG}" …>. Save it again as SVG.')
            raise _StopError
        if not VIEW_BOX.fullmatch(attributes.get("viewBox", "")):
            said = "The drawing has no “viewBox”, and cannot grow or shrink without. Write into “<svg …>”: "
            self.tell(f'{said}viewBox="0 0 100 80", with its own width and height.')

    def check_attribute(self, space: str, name: str, value: str) -> None:
        if space not in {"", XLINK, XML}:
            self.tell(f"“{name}” is a drawing program’s own note. {PLAIN}")
        elif name.lower().startswith("on"):
            self.tell(f"“{name}” in a picture could run on the page. {OR_PNG}")
        elif (name.lower() in ADDRESSES and not value.strip().startswith("#")) or OUTSIDE.search(value):
            self.tell(f"“{name}” names something outside the picture. {OR_PNG}")
        elif self.inlined and name == "style":
            said = "“style” does not work in a page, whose security policy stops it."
            self.tell(f'{said} Write fill="…" and the like instead of style="fill: …".')
        elif self.inlined and name == "id":
            self.tell("“id” may stand once on a page, and a page may show this picture twice. Take it out.")
        elif self.inlined and (name in {"class", "role", "tabindex"} or name.startswith("aria-")):
            self.tell(f"“{name}” is set by the page that shows the picture. Take it out.")


def _split(full: str) -> tuple[str, str]:
    space, _, name = full.rpartition(" ")
    return space, name
