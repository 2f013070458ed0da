"""A drawing draws: what runs, reaches outside it or breaks a page is told in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.source import read_svg
from tests.photos import SVG

BEGIN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8">'
PLAIN = "Save the drawing again as “Plain SVG” or “Optimised SVG”."
OR_PNG = "Take it out, or save the picture as PNG."
ROOT = Path(__file__).parents[2]


def told(text: str, *, inlined: bool = False) -> list[str]:
    return [str(problem).removeprefix("a.svg:") for problem in read_svg(text, "a.svg", inlined=inlined)]


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>alert(1)</script>", f"“<script>” in a picture could run on the page. {OR_PNG}"),
        ("<script/>", f"“<script>” in a picture could run on the page. {OR_PNG}"),
        ('<g onload="alert(1)"/>', f"“onload” in a picture could run on the page. {OR_PNG}"),
        ('<g ONLOAD="alert(1)"/>', f"“ONLOAD” in a picture could run on the page. {OR_PNG}"),
        ("<foreignObject/>", f"“<foreignObject>” puts a page into the picture. {OR_PNG}"),
        ("<animate/>", f"“<animate>” is not used in drawings here. {OR_PNG}"),
        ("<set/>", f"“<set>” is not used in drawings here. {OR_PNG}"),
        ("<image/>", f"“<image>” is not used in drawings here. {OR_PNG}"),
        ("<a/>", f"“<a>” is not used in drawings here. {OR_PNG}"),
        ('<use href="other.svg#a"/>', f"“href” names something outside the picture. {OR_PNG}"),
        ('<use href="https://a.org/b.svg#a"/>', f"“href” names something outside the picture. {OR_PNG}"),
        ('<use href=" javascript:alert(1)"/>', f"“href” names something outside the picture. {OR_PNG}"),
        ('<use href="data:image/svg+xml,x#a"/>', f"“href” names something outside the picture. {OR_PNG}"),
        ('<g src="a.png"/>', f"“src” names something outside the picture. {OR_PNG}"),
        ('<g fill="url(a.svg#b)"/>', f"“fill” names something outside the picture. {OR_PNG}"),
        ("""<g fill="URL( 'https://a.org' )"/>""", f"“fill” names something outside the picture. {OR_PNG}"),
        (r'<g fill="\75rl(a)"/>', f"“fill” names something outside the picture. {OR_PNG}"),
        ("""<g cursor="image-set('a.png' 1x)"/>""", f"“cursor” names something outside the picture. {OR_PNG}"),
        ('<g style="fill: url(//a.org)"/>', f"“style” names something outside the picture. {OR_PNG}"),
        ("<style>@import 'a.css';</style>", f"“<style>” names something outside the picture. {OR_PNG}"),
        ("<style><![CDATA[g{fill:url(a)}]]></style>", f"“<style>” names something outside the picture. {OR_PNG}"),
        ("<!-- Drawn by A. Pupil -->", "A note in “<!-- … -->” is published with the drawing. Take it out."),
        ("<?php a ?>", f"“<?php … ?>” is not used in drawings here. {PLAIN}"),
        ("<metadata/>", f"“<metadata>” is a drawing program’s own note. {PLAIN}"),
        ('<b xmlns="urn:a"/>', f"“<b>” is a drawing program’s own note. {PLAIN}"),
        ('<html xmlns="http://www.w3.org/1999/xhtml"/>', f"“<html>” is a drawing program’s own note. {PLAIN}"),
        ('<g xmlns:i="urn:a" i:file="C:/Users/a"/>', f"“file” is a drawing program’s own note. {PLAIN}"),
    ],
)
def test_what_must_not_be_published_is_told(inside: str, said: str) -> None:
    assert f"2:3: {said}" in told(f"{BEGIN}\n  {inside}\n</svg>")


def test_an_outside_address_of_the_older_kind_is_told() -> None:
    text = BEGIN.replace(">", ' xmlns:xlink="http://www.w3.org/1999/xlink">') + '\n<use xlink:href="a.svg#b"/></svg>'
    assert told(text) == [f"2:1: “href” names something outside the picture. {OR_PNG}"]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            f'<?xml version="1.0" encoding="UTF-8"?>\n{SVG}',
            ["1:1: Take the line “<?xml … ?>” out: the drawing is written into pages, which have their own."],
        ),
        (f"<!DOCTYPE svg>\n{SVG}", [f"1:1: “<!DOCTYPE …>” can bring in other files. {PLAIN}"]),
        (
            f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n{BEGIN}<text>&a;</text></svg>',
            [f"1:1: “<!DOCTYPE …>” can bring in other files. {PLAIN}"],
        ),
        (
            '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>',
            [
                "1:1: The drawing has no “viewBox”, and cannot grow or shrink without. Write into “<svg …>”: "
                'viewBox="0 0 100 80", with its own width and height.'
            ],
        ),
        (
            '<svg viewBox="0 0 8 8"><path d=""/></svg>',
            ['1:1: A drawing begins with <svg xmlns="http://www.w3.org/2000/svg" …>. Save it again as SVG.'],
        ),
        (
            "<html><script>alert(1)</script></html>",
            ['1:1: A drawing begins with <svg xmlns="http://www.w3.org/2000/svg" …>. Save it again as SVG.'],
        ),
        ("", ["1:1: The drawing is broken here, and a browser would not show it. Save it again as SVG."]),
        ("a key", ["1:1: The drawing is broken here, and a browser would not show it. Save it again as SVG."]),
        (
            f"{BEGIN}\n<g></svg>",
            ["2:6: The drawing is broken here, and a browser would not show it. Save it again as SVG."],
        ),
        (
            f"{BEGIN}</svg></main>",
            ["1:66: The drawing is broken here, and a browser would not show it. Save it again as SVG."],
        ),
        (
            f"{BEGIN}&nbsp;</svg>",
            ["1:59: The drawing is broken here, and a browser would not show it. Save it again as SVG."],
        ),
    ],
)
def test_a_drawing_that_is_none_is_told(text: str, lines: list[str]) -> None:
    assert told(text) == lines


def test_a_drawing_that_would_unfold_to_millions_of_letters_is_not_read() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    text = f'<!DOCTYPE svg [<!ENTITY a0 "aaaaaaaaaa">{entities}]>{BEGIN}<text>&a11;</text></svg>'
    assert told(text) == [f"1:1: “<!DOCTYPE …>” can bring in other files. {PLAIN}"]


def test_every_fault_of_a_drawing_is_told_once_at_its_first_place() -> None:
    text = f'{BEGIN}\n<script/>\n<script/>\n<g onclick="a"/>\n<image href="a.png"/>\n</svg>'
    assert [line.split(": ")[0] for line in told(text)] == ["2:1", "4:1", "5:1", "5:1"]


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="a"><stop offset="0"/></linearGradient></defs><g fill="url(#a)"/>',
        """<g fill="url( '#a' )"/>""",
        '<symbol id="a"/><use href="#a"/>',
        "<title>A key</title><desc>It is gold.</desc><text>Key</text>",
        "<style>.a { fill: #fff }</style>",
        '<g class="a" style="fill: red" xml:space="preserve"/>',
    ],
)
def test_what_only_draws_is_left_alone(inside: str) -> None:
    assert told(f"{BEGIN}{inside}</svg>") == []


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<style/>", f"“<style>” does not work in a page, whose security policy stops it. {PLAIN}"),
        (
            '<g style="fill: red"/>',
            "“style” does not work in a page, whose security policy stops it. "
            'Write fill="…" and the like instead of style="fill: …".',
        ),
        ('<g id="a"/>', "“id” may stand once on a page, and a page may show this picture twice. Take it out."),
        ('<g class="wide"/>', "“class” is set by the page that shows the picture. Take it out."),
        ('<g role="img"/>', "“role” is set by the page that shows the picture. Take it out."),
        ('<g aria-label="A"/>', "“aria-label” is set by the page that shows the picture. Take it out."),
    ],
)
def test_a_drawing_that_becomes_a_part_of_its_page_holds_nothing_that_the_page_decides(inside: str, said: str) -> None:
    text = f"{BEGIN}\n{inside}\n</svg>"
    assert told(text, inlined=True) == [f"2:1: {said}"]
    assert told(text) == []


def test_the_sites_own_drawings_are_right() -> None:
    for file in sorted((ROOT / "docs/assets/images").rglob("*.svg")):
        assert told(file.read_text(encoding="utf-8"), inlined=True) == [], file.name
