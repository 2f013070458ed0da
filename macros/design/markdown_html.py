"""Turns an author's words into HTML: by the reader that has checked them, so that what was checked is what is shown."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markupsafe import Markup

from macros.source import read_calls
from macros.source.markdown_tree import PARSER, PLAIN
from macros.views import addresses

# A macro that begins so is a block of its own; any other is a part of its sentence.
BLOCK = re.compile(r"<(?:article|aside|blockquote|div|dl|figure|form|h[1-6]|nav|ol|p|section|table|ul)\b")
LINES = frozenset({"softbreak", "hardbreak"})


class MarkdownHtml:
    """Makes HTML of Markdown, and of the macros that are called in it."""

    def __init__(self, macros: Mapping[str, Callable[..., str]]) -> None:
        """Prepare it.

        Args:
            macros: what can be called, by name.
        """
        self.macros = macros
        self.renderer = _Renderer()

    def blocks(self, text: str) -> Markup:
        """Give paragraphs, lists, tables and the like.

        Args:
            text: Markdown without front matter.
        """
        if PLAIN.fullmatch(words := text.strip()):
            return Markup("<p>{}</p>").format(Markup(words))
        tokens = PARSER.parse(text)
        for number, token in enumerate(tokens):
            if self._put_in(token.children or ()) and tokens[number - 1].type == "paragraph_open":
                tokens[number - 1].hidden = tokens[number + 1].hidden = True
        return Markup(self.renderer.render(tokens, PARSER.options, {}).rstrip("\n"))

    def line(self, text: str) -> Markup:
        """Give what stands within a sentence, a heading or a cell.

        Args:
            text: Markdown; what would begin a block is read as words, and so is a tag.
        """
        words = " ".join(text.split())
        if PLAIN.fullmatch(words):
            return Markup(words)
        tokens = PARSER.parseInline(words)
        for token in tokens[0].children or ():
            token.type = "text" if token.type == "html_inline" else token.type
        self._put_in(tokens[0].children or ())
        return Markup(self.renderer.render(tokens, PARSER.options, {}))

    def _put_in(self, pieces: Sequence[Token]) -> bool:
        """Call the macros among some words, each once; say whether there is nothing else, and each is a block.

        Args:
            pieces: the words of a paragraph, a heading or a cell.

        Raises:
            KeyError: there is no such macro, or what it is given is not there; the check tells of both.
        """
        calls = [piece for piece in pieces if piece.type == "call"]
        alone = bool(calls) and len(calls) == sum(piece.type not in LINES for piece in pieces)
        for piece in calls:
            (call,), _ = read_calls(piece.content, "")
            piece.type, piece.content = "html_inline", str(self.macros[call.name](*call.arguments, **call.named))
        return alone and all(BLOCK.match(piece.content) for piece in calls)


class _Renderer(RendererHTML):
    """Writes tokens; the methods that are named as a token write that one."""

    def text(self, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
        """Write words; a quotation mark needs no care in them."""
        return html.escape(tokens[at].content, quote=False)

    def link_open(self, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
        """Lead to the page that is made of a file, as a link of Markdown names the file."""
        target = str(tokens[at].attrs["href"])
        parts = urlsplit(target)
        if not parts.scheme and not parts.netloc and parts.path.endswith(".md"):
            tokens[at].attrs["href"] = addresses.made_from(target)
        return self.renderToken(tokens, at, options, env)
