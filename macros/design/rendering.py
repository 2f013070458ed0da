"""Turns components into HTML: one Jinja environment, in which every text is escaped."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Hashable, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jinja2
import markdown
from jinja2.bccache import Bucket
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry
from markupsafe import Markup, escape

from macros.models.policy_date import MONTHS
from macros.views import addresses

COMPONENTS = Path(__file__).parents[1] / "components"
# What the folder of a component may hold beside its template, and where a browser finds it.
ASSETS = MappingProxyType({".js": "assets/javascripts", ".css": "assets/stylesheets"})

# The only Markdown that a question, a checklist or a help route may hold: code, escapes, emphasis and strong words.
MARKED = re.compile(r"[*_`\\]")
# What means something within a line to the project's Markdown: emphasis, code, links, tables, attributes, headings.
# "#" of an entity is not meant.
MARKING = re.compile(r"[*_`\\\[\]{}|]|(?<!&)#")
INLINE_PATTERNS = ("backtick", "escape", "em_strong")


class CompiledOnce(jinja2.BytecodeCache):
    """Keeps what templates were compiled to, for every environment of this program: to compile takes the longest.

    Attributes:
        code: what was compiled, by the template and its text.
        grown: whether something was compiled that was not known.
    """

    def __init__(self) -> None:
        self.code: dict[Hashable, Any] = {}
        self.grown = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template what it was compiled to, if it was."""
        bucket.code = self.code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a template was compiled to."""
        self.code[bucket.key, bucket.checksum] = bucket.code
        self.grown = True


COMPILED = CompiledOnce()


def components(pictures: Mapping[str, str], help_numbers: Mapping[str, str]) -> jinja2.Environment:
    """Make the environment in which components are rendered.

    Args:
        pictures: each picture's SVG by its name.
        help_numbers: the number of each help route that has one, by its id.

    Returns:
        An environment that escapes every value, and refuses a name that is not given. It has the
        filters `inline`, `literal`, `unlinked`, `figure`, `dial` and `long_date`, and the functions
        `picture(name, alt)`, `symbol(name)` and `help_number(route)`; `addresses` is the module of that name.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(COMPONENTS),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        bytecode_cache=COMPILED,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["inline"] = inline_markdown()
    environment.filters["figure"] = figure
    environment.filters["long_date"] = long_date
    environment.filters["dial"] = dial
    environment.filters["literal"] = literal
    environment.filters["unlinked"] = unlinked
    environment.globals["addresses"] = addresses
    environment.globals["help_number"] = help_numbers.__getitem__
    environment.globals["picture"] = lambda name, alt="": draw(pictures[name], alt)
    environment.globals["symbol"] = lambda name: draw(pictures[f"symbols/{name}"], "")
    environment.globals["sprite"] = lambda name, identity: sprite(pictures[name], identity)
    return environment


def assets() -> dict[str, Path]:
    """Give the scripts and styles of the components, each by its place in the site."""
    files = (file for file in sorted(COMPONENTS.glob("*/*")) if file.suffix in ASSETS)
    return {f"{ASSETS[file.suffix]}/{file.name}": file for file in files}


def component(environment: jinja2.Environment, name: str, **values: object) -> Markup:
    """Render one component as a block of HTML that Markdown leaves as it is.

    Blank lines are taken out: to Markdown they would end the block.

    Args:
        environment: as `components` makes it.
        name: the component's folder.
        **values: what its template names; each is escaped.

    Raises:
        jinja2.UndefinedError: the template names what is not given.
    """
    html = environment.get_template(f"{name}/template.html").render(**values)
    return Markup("\n".join(line for line in html.split("\n") if line.strip()))


def sentence(environment: jinja2.Environment, name: str, **values: object) -> Markup:
    """Render one component as a part of a line of Markdown: of a paragraph, a list or a table.

    Args:
        environment: as `components` makes it.
        name: the component's folder.
        **values: what its template names; each is escaped.

    Raises:
        jinja2.UndefinedError: the template names what is not given.
    """
    return Markup(" ".join(environment.get_template(f"{name}/template.html").render(**values).split()))


def literal(text: str) -> Markup:
    """Give a text of which Markdown, too, leaves every character as it is."""
    return Markup(MARKING.sub(lambda mark: f"&#{ord(mark[0])};", str(escape(text))))


def inline_markdown() -> Callable[[str], Markup]:
    """Make the filter for Markdown within a sentence; anything else is shown as it was written."""
    converter = markdown.Markdown(output_format="html")
    patterns: Registry[Any] = Registry()
    for place, name in enumerate(INLINE_PATTERNS):
        patterns.register(converter.inlinePatterns[name], name, -place)
    blocks: Registry[BlockProcessor] = Registry()
    blocks.register(converter.parser.blockprocessors["paragraph"], "paragraph", 0)
    inline_processor = converter.treeprocessors["inline"]
    assert isinstance(inline_processor, InlineProcessor)
    inline_processor.inlinePatterns = patterns
    converter.parser.blockprocessors = blocks
    converter.preprocessors.deregister("html_block")

    def inline(text: str) -> Markup:
        if not MARKED.search(text):  # most texts are plain words; the converter costs most of a page's time
            return escape(" ".join(text.split()))
        converter.reset()
        html = converter.convert(str(escape(" ".join(text.split()))))
        # The text was escaped before, and code is escaped by Markdown too: take that second time back.
        html = re.sub(r"<code>.*?</code>", lambda code: code[0].replace("&amp;", "&"), html)
        return Markup(re.sub(r"^<p>|</p>$", "", html))

    return inline


def draw(svg: str, alt: str) -> Markup:
    """Give a picture as inline SVG, so that it takes the page's colours.

    Args:
        svg: the picture.
        alt: what it shows; "" for a decoration, which screen readers then pass over.
    """
    role = Markup('role="img" aria-label="{}"').format(alt) if alt else Markup('aria-hidden="true"')
    drawn = svg.strip().replace("<svg ", f'<svg class="picture" {role} ', 1)
    return Markup(re.sub(r">\s+<", "><", drawn))


def sprite(svg: str, identity: str) -> Markup:
    """Give a picture as a symbol, to be used several times on a page.

    Args:
        svg: the picture.
        identity: the id by which it is used.
    """
    drawn = svg.strip()
    inside = re.sub(r">\s+<", "><", drawn[drawn.index(">") + 1 : drawn.rindex("</svg>")].strip())
    box = re.search(r'viewBox="([^"]+)"', drawn)
    return Markup('<symbol id="{}" viewBox="{}">{}</symbol>').format(identity, box[1] if box else "", Markup(inside))


def unlinked(text: str) -> str:
    """Give a text with the words of its links and without their addresses, to be quoted inside a link or label."""
    return re.sub(r"<(https?://[^>]*)>", r"\1", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text))


def long_date(day: date) -> str:
    """Give a date as people write it: 22 November 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def dial(number: str) -> str:
    """Give the address of a link that calls a number."""
    return "tel:" + number.replace(" ", "")


def figure(number: float) -> str:
    """Give a number with one figure after the point, never rounded up: what just falls short is not enough."""
    return f"{math.floor(number * 10) / 10:g}"
