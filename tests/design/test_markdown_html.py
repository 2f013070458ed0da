"""An author's words become HTML as another reader of Markdown makes it, and macros stand where they are called."""

from __future__ import annotations

from pathlib import Path

import html5lib
import markdown
import pytest
import yaml

from macros.content.library import Library
from macros.design.markdown_html import MarkdownHtml

ROOT = Path(__file__).parents[2]
SHOW = MarkdownHtml({
    "decoration": lambda name: f'<div class="scene">{name}</div>',
    "phone": lambda name: f'<a href="tel:1">{name}</a>',
})  # fmt: skip


def words_of(library: Library) -> set[str]:
    """Give all Markdown of the lessons; each macro as a word, for the other reader knows none."""
    texts: set[str] = set()
    for entry in library.lessons.values():
        lesson = entry.lesson
        parts = [part for step in lesson.steps for part in step.parts]
        texts |= {part.text for part in parts if part.kind not in ("chat", "screen", "quiz")}
        texts |= {lesson.no_device, lesson.safeguarding}
    return {text.replace("{{", "(").replace("}}", ")") for text in texts}


def test_every_word_of_every_lesson_is_as_python_markdown_has_it(library: Library) -> None:
    settings = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    names = [name if isinstance(name, str) else next(iter(name)) for name in settings["markdown_extensions"]]
    other = markdown.Markdown(extensions=names)
    texts = words_of(library)
    assert len(texts) > 1000
    for text in texts:
        other.reset()
        assert tree(SHOW.blocks(text)) == tree(other.convert(text)), text


def tree(html: str) -> list[object]:
    """Give the elements and words of some HTML, by a parser that is neither's."""
    found: list[object] = []
    for node in html5lib.parse(html, namespaceHTMLElements=False).iter():
        if isinstance(node.tag, str):
            found += [node.tag, sorted(node.attrib.items()), *(" ".join((node.text or "").split()),)]
            found.append(" ".join((node.tail or "").split()))
    return found


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ('{{ decoration("a") }}\n\nOne.', '<div class="scene">a</div>\n<p>One.</p>'),
        ('{{ decoration("a") }}\n{{ decoration("b") }}', '<div class="scene">a</div>\n<div class="scene">b</div>'),
        ('Ring {{ phone("nspcc") }} now.', '<p>Ring <a href="tel:1">nspcc</a> now.</p>'),
        ('{{ phone("nspcc") }}', '<p><a href="tel:1">nspcc</a></p>'),
        ('- Ring {{ phone("nspcc") }}', '<ul>\n<li>Ring <a href="tel:1">nspcc</a></li>\n</ul>'),
        (
            "[A](../b.md#c) [D](https://a.org/b.md)",
            '<p><a href="../b.html#c">A</a> <a href="https://a.org/b.md">D</a></p>',
        ),
        ('"Tom & Jo" said 1 < 2', '<p>"Tom &amp; Jo" said 1 &lt; 2</p>'),
    ],
)
def test_macros_links_and_signs(text: str, html: str) -> None:
    assert SHOW.blocks(text) == html


@pytest.mark.parametrize(
    "text", ['{{ next("a") }}', 'A {{ next("a") }} b', '- {{ next("a") }}', '| a |\n| - |\n| {{ next("a") }} |']
)
def test_a_macro_is_called_once_for_its_place(text: str) -> None:
    """One that gives ids, as a checklist does, would give its second to the page."""
    called: list[str] = []

    def following(name: str) -> str:
        called.append(name)
        return f'<div id="{name}"></div>'

    show = MarkdownHtml({"next": following})
    assert '<div id="a"></div>' in show.blocks(text)
    assert called == ["a"]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("1. One", "1. One"),
        ("# *A* `b`", "# <em>A</em> <code>b</code>"),
        ("A\nb  c", "A b c"),
        ("a <b>*c*", "a &lt;b&gt;<em>c</em>"),
    ],
)
def test_within_a_line_nothing_begins_a_block(text: str, html: str) -> None:
    assert SHOW.line(text) == html
