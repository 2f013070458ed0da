"""Refuses HTML that an author typed, but for the few elements that pages are made with.

A page may hold what stands in ALLOWED, and nothing else: no script, style, frame or form, none of the elements that
swallow the rest of a page, no note, and no words between angle brackets, which a browser would take for a tag and
not show. What counts is what a browser's tokenizer takes for a tag (HTML, 13.2.5.6): “<” before a letter, “/”, “!”
or “?”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from macros.problems import Problem, did_you_mean
from macros.source.comments import NOTE, SENTENCE
from macros.source.markdown_lines import Line, read_lines

# What the pages of November 2026 use: a census of docs/ and lessons/. Each attribute with what its value may be.
NAMES = r"[a-zA-Z0-9_ -]+"
ALLOWED: Mapping[str, Mapping[str, str]] = MappingProxyType({
    "br": {},
    "div": {"class": NAMES, "data-lines": r"[1-9]\d?", "markdown": "1"},
    "p": {"class": NAMES},
    "span": {"class": NAMES},
    "table": {"class": NAMES},
    "tbody": {},
    "td": {},
    "th": {"scope": "row|col"},
    "tr": {},
})  # fmt: skip
WITHOUT_END = frozenset({"br"})
DEEPEST = 5  # elements within elements; some thousands would run the host out of stack

# A brace, as what the template engine puts in its place may be a letter.
SEEMS_A_TAG = re.compile(r"<(?=[a-zA-Z/!?{])")
TAG = re.compile(r'<(?P<end>/?)(?P<name>[a-z]+)(?P<attributes>(?: [a-z-]+="[^"<>]*")*)>')
ATTRIBUTE = re.compile(r' (?P<name>[a-z-]+)="(?P<value>[^"<>]*)"')
ADDRESS = re.compile(r"<https://[^\s<>]+>")
# The elements of HTML that a person can have meant as such; other names are words between angle brackets.
HTML = frozenset({
    "a", "abbr", "address", "applet", "area", "article", "aside", "audio", "b", "base", "bdi", "bdo", "blockquote",
    "body", "button", "canvas", "caption", "center", "cite", "code", "col", "colgroup", "data", "datalist", "dd",
    "del", "details", "dfn", "dialog", "dl", "dt", "em", "embed", "fieldset", "figcaption", "figure", "font",
    "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "i",
    "iframe", "img", "input", "ins", "kbd", "label", "legend", "li", "link", "main", "map", "mark", "marquee",
    "math", "menu", "meta", "meter", "nav", "noscript", "object", "ol", "optgroup", "option", "output", "param",
    "picture", "plaintext", "pre", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select",
    "slot", "small", "source", "strike", "strong", "style", "sub", "summary", "sup", "svg", "template", "textarea",
    "tfoot", "thead", "time", "title", "track", "tt", "u", "ul", "var", "video", "wbr", "xmp",
})  # fmt: skip
PROGRAM = re.compile(r"\b(?:java|vb)script:", re.IGNORECASE)
FACT = re.compile(r'<\{\{ fact\("website"\) \}\}>')  # an address too, as the model of the school says


def read_tags(lines: Sequence[Line], path: str) -> list[Problem]:
    """Find each tag that pages do not use, and each element that is not closed where it was opened.

    Args:
        lines: the page, as `read_lines` gives it.
        path: its file, for problems.
    """
    return list(_Tags(path).read(lines))


def read_typed_html(text: str) -> list[str]:
    """Find HTML and addresses that run a program in words that are shown as they are typed, as those of a quiz are.

    Our own pages show them as words. Other programs, into which a quiz is taken along, may not.
    """
    if "<" not in text and "script:" not in text.lower():
        return []
    (line,), _ = read_lines(" ".join(text.split()), "")
    found = SEEMS_A_TAG.search(line.text)
    told = [_typed(line.text, found.start())] if found else []
    program = PROGRAM.search(line.text)
    if program:
        told.append(f"“{program[0]}” begins a program. Take it out, or, to show it, put it between ` and `.")
    return told


class _Tags:
    def __init__(self, path: str) -> None:
        self.path = path
        # The elements that are open: name, line, column, and whether Markdown is read in them.
        self.open: list[tuple[str, int, int, bool]] = []

    def read(self, lines: Sequence[Line]) -> Iterator[Problem]:
        for line in lines:
            # A heading or block begins anew: a box that is still open would take in what is another reader's.
            if re.match(r"#{1,6} |!!! ", line.text):
                yield from self.unclosed(all_of_them=False)
            raw = any(not markdown for _, _, _, markdown in self.open) or bool(TAG.search(line.text))
            # In an element Markdown is not read, so its code would not be code.
            text = line.typed if raw else line.text
            for found in SEEMS_A_TAG.finditer(text):
                place = found.start()
                tag = TAG.match(text, place)
                if tag and tag["name"] in ALLOWED:
                    yield from self.allowed(tag, line.number)
                elif not (ADDRESS.match(text, place) or FACT.match(text, place)):
                    said = SENTENCE if NOTE.match(text, place) and self.path.endswith(".md") else _sentence(text, place)
                    yield Problem(self.path, line.number, place + 1, said)
        yield from self.unclosed(all_of_them=True)

    def allowed(self, tag: re.Match[str], number: int) -> Iterator[Problem]:
        name, column = tag["name"], tag.start() + 1
        if tag["end"]:
            if not self.open or self.open[-1][0] != name:
                expected = f"“</{self.open[-1][0]}>” is expected first" if self.open else "nothing is open here"
                yield Problem(self.path, number, column, f"“</{name}>” closes nothing: {expected}. Mend one of them.")
            else:
                self.open.pop()
            return
        given = {found["name"]: found for found in ATTRIBUTE.finditer(tag["attributes"])}
        for attribute, found in given.items():
            place = column + len(name) + 1 + found.start() + 1
            known = ALLOWED[name]
            if attribute not in known:
                hint = did_you_mean(attribute, known) if known else " Take it out."
                yield Problem(self.path, number, place, f"“{attribute}” is not used in “<{name}>” on pages.{hint}")
            elif not re.fullmatch(known[attribute], found["value"]):
                sentence = f'“{found["value"]}” cannot stand here. Write names such as {attribute}="lines".'
                if attribute != "class":
                    sentence = f"“{found['value']}” cannot stand here. Look at a page that has this attribute."
                yield Problem(self.path, number, place, sentence)
        if name in WITHOUT_END:
            return
        self.open.append((name, number, column, given.get("markdown") is not None))
        if len(self.open) > DEEPEST:
            sentence = f"More than {DEEPEST} elements stand within each other here. Close some of them."
            yield Problem(self.path, number, column, sentence)

    def unclosed(self, *, all_of_them: bool) -> Iterator[Problem]:
        for name, number, column, markdown in self.open:
            if all_of_them or not markdown:
                sentence = f"“<{name}>” is not closed, and would take in what follows. Write “</{name}>” after it."
                yield Problem(self.path, number, column, sentence)
        self.open = [one for one in self.open if one[3] and not all_of_them]


def _typed(text: str, place: int) -> str:
    return (
        f"“{_shown(text, place)}” is written as HTML is: some see it as it stands, and others do not see "
        "it. Write round brackets, take it out, or put it between ` and `."
    )


def _shown(text: str, place: int) -> str:
    end = text.find(">", place)
    return text[place : end + 1] if 0 <= end - place < 60 else text[place : place + 20].rstrip() + "…"


def _sentence(text: str, place: int) -> str:
    """Say what is wrong with a tag, and what to write."""
    shown = _shown(text, place)
    if text.startswith("<!--", place):
        return "A note between “<!--” and “-->” is published with the page. Take it out."
    name = re.match(r"</?([a-zA-Z][a-zA-Z0-9]*)", text[place:])
    word = name[1].lower() if name else ""
    if word in ALLOWED:
        return f"“{shown}” is not written as the page needs it. Write small letters and straight quotes, on one line."
    if word in HTML:
        return (
            f"Pages do not use “<{word}>”. Write it in Markdown, take it out, or, to show it, write it between ` and `."
        )
    if word in ("http", "https", "mailto"):
        return f"“{shown}” is no address that a page may show. Write <https://…> without spaces."
    if re.match(r"<[\w.+-]+@", text[place:]):
        return "An email address needs no angle brackets. Take them out."
    round_ = shown.strip("<>/!?…{} ") or "…"
    return f"“{shown}” would not be seen: a browser takes it for a tag. Write ({round_}), or put it between ` and `."
