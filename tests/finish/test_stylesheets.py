"""Each page asks for one style sheet, and nothing of its own several is lost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.finish import stylesheets
from macros.finish.pages import read_pages, write_pages

PLACE = "assets/stylesheets"
ONE = f'<link rel="stylesheet" href="{PLACE}/one.css">'
TWO = f'<link rel="stylesheet" href="{PLACE}/two.css">'
STYLES = {f"{PLACE}/one.css": "a { color: red; }\n", f"{PLACE}/two.css": "a { color: blue; }\n"}


def made(site: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")
    return site


def join_style_sheets(site: Path) -> list[Path]:
    """Join the style sheets of a site's pages, and write those."""
    pages = read_pages(site)
    joined = stylesheets.join_style_sheets(site, pages)
    write_pages(site, pages)
    return joined


def page(head: str, body: str = "") -> str:
    return f"<!doctype html><html><head><title>A</title>\n{head}\n</head><body>{body}</body></html>"


def read(site: Path, path: str = "index.html") -> str:
    return (site / path).read_text(encoding="utf-8")


def linked(html: str) -> list[str]:
    return re.findall(r'href="([^"]+)"', html)


def style_of(site: Path, path: str = "index.html") -> str:
    """Give the one style sheet that a page links."""
    (address,) = linked(read(site, path))
    return ((site / path).parent / address).read_text(encoding="utf-8")


def named(site: Path) -> list[str]:
    """Name the style sheets of a site, the joined ones without the part that their content gives."""
    return sorted(re.sub(r"\.[0-9a-f]{8}\.", ".", file.name) for file in site.rglob("*.css"))


def test_a_page_has_one_sheet_with_the_rules_of_its_own_in_their_order(tmp_path: Path) -> None:
    site = made(tmp_path, {**STYLES, "index.html": page(f"{ONE}\n{TWO}")})
    join_style_sheets(site)
    assert style_of(site) == (f"/* {PLACE}/one.css */\na{{color:red}}\n/* {PLACE}/two.css */\na{{color:blue}}\n")


def test_pages_with_the_same_sheets_share_one_file_and_another_order_is_another_file(tmp_path: Path) -> None:
    up = [link.replace('href="', 'href="../../') for link in (ONE, TWO)]
    site = made(
        tmp_path,
        {
            **STYLES,
            "index.html": page(ONE + TWO),
            "a/b/same.html": page(up[0] + "\n" + up[1]),
            "a/b/other.html": page(up[1] + up[0]),
        },
    )
    joined = join_style_sheets(site)
    assert linked(read(site, "a/b/same.html")) == [f"../../{address}" for address in linked(read(site))]
    assert style_of(site, "a/b/other.html") != style_of(site)
    assert sorted(site.rglob("*.css")) == joined
    assert len(joined) == 2


def test_a_sheet_with_other_words_gets_another_name(tmp_path: Path) -> None:
    before, after = (made(tmp_path / name, {**STYLES, "index.html": page(ONE + TWO)}) for name in ("before", "after"))
    made(after, {f"{PLACE}/two.css": "a { color: green; }\n"})
    assert [file.name for file in join_style_sheets(before)] != [file.name for file in join_style_sheets(after)]


def test_what_stands_around_and_between_the_links_stays(tmp_path: Path) -> None:
    site = made(tmp_path, {**STYLES, "index.html": page(f'{ONE}\n<meta name="a">\n{TWO}<meta name="b">', "<p>C</p>")})
    join_style_sheets(site)
    (address,) = linked(read(site))
    assert read(site) == page(f'<link rel="stylesheet" href="{address}"><meta name="a"><meta name="b">', "<p>C</p>")


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ('url("../fonts/a.woff2")', 'url("../../theme/fonts/a.woff2")'),
        ("url( '../fonts/a.woff2#b' )", "url( '../../theme/fonts/a.woff2#b' )"),
        ("url(a.png?b=1)", "url(../../theme/css/a.png?b=1)"),
        ("url(u)", "url(../../theme/css/u)"),
        ("url(\"data:image/svg+xml,<svg a='../b'>\")", "url(\"data:image/svg+xml,<svg a='../b'>\")"),
        ('url("https://example.org/a.png")', 'url("https://example.org/a.png")'),
        ("url(//example.org/a.png)", "url(//example.org/a.png)"),
        ("url(/a.png)", "url(/a.png)"),
        ("url(#a)", "url(#a)"),
        ('"url(a.png)"', '"url(a.png)"'),
        ("/*! url(a.png) */", "/*! url(a.png) */"),
        ("/* url(a.png) */1px", "1px"),
        # As the theme has it: a comment that is none.
        ('"/* ", url(a.png), " */"', '"/* ",url(../../theme/css/a.png)," */"'),
    ],
)
def test_addresses_in_a_sheet_lead_where_they_led(tmp_path: Path, written: str, joined: str) -> None:
    link = '<link rel="stylesheet" href="theme/css/a.css">'
    site = made(tmp_path, {"theme/css/a.css": f"p {{ content: {written} }}", "index.html": page(link)})
    join_style_sheets(site)
    assert style_of(site) == f"/* theme/css/a.css */\np{{content:{joined}}}\n"


@pytest.mark.parametrize(
    ("written", "joined"),
    [
        ("a ,\n b  >  c { d : e ; f:  g h ; }\n", "a,b > c{d :e;f:g h}"),
        ("a :hover b { c: d !important }", "a :hover b{c:d !important}"),
        ("a { width: calc(1px + 2px); }", "a{width:calc(1px + 2px)}"),
        ("@media (a: 1px) {\n  a { b: c; }\n\n  d { e: f; }\n}", "@media (a:1px){a{b:c}d{e:f}}"),
        ('@font-face { src: url("/a") format("b"); }', '@font-face{src:url("/a") format("b")}'),
        ('[a="b"] .c::before { content: " ; } " / ""; }', '[a="b"] .c::before{content:" ; } " / ""}'),
        ("a { --b: ; }", "a{--b:}"),
    ],
)
def test_spaces_that_say_nothing_go_and_others_stay(tmp_path: Path, written: str, joined: str) -> None:
    site = made(tmp_path, {f"{PLACE}/one.css": written, "index.html": page(ONE)})
    join_style_sheets(site)
    assert style_of(site) == f"/* {PLACE}/one.css */\n{joined}\n"


def test_a_step_of_the_scale_becomes_its_value_and_what_may_change_stays(tmp_path: Path) -> None:
    scale = ":root { --space-5: 0.5rem; --space-em-5: 0.5em; --size-90: 0.9rem; --other: 3rem; }\n"
    style = (
        "a { margin: calc(-1 * var(--space-5)) var(--space-em-5); height: var(--other); font-size: var(--size-90); }"
    )
    site = made(
        tmp_path,
        {
            f"{PLACE}/one.css": scale,
            f"{PLACE}/two.css": style,
            f"{PLACE}/later.css": "b { gap: var(--space-5); top: var(--space-9); }",
            "index.html": page(ONE + TWO, f'<p data-style="{PLACE}/later.css"></p>'),
        },
    )
    join_style_sheets(site)
    assert ":root{--other:3rem}" in style_of(site)
    assert "a{margin:calc(-1 * 0.5rem) 0.5em;height:var(--other);font-size:0.9rem}" in style_of(site)
    assert (site / PLACE / "later.css").read_text(encoding="utf-8") == "b{gap:0.5rem;top:var(--space-9)}"


def test_licences_stay_and_reasons_and_what_holds_for_one_file_alone_go(tmp_path: Path) -> None:
    style = '@charset "UTF-8";/*! (c) Somebody, MIT *//* Why: so. */a{b:c}\n/*# sourceMappingURL=one.css.map */\n'
    site = made(tmp_path, {f"{PLACE}/one.css": style, f"{PLACE}/one.css.map": "{}", "index.html": page(ONE)})
    join_style_sheets(site)
    assert style_of(site) == f"/* {PLACE}/one.css */\n/*! (c) Somebody, MIT */a{{b:c}}\n"
    assert not list(site.rglob("*.map"))


def test_a_sheet_for_print_holds_for_print_alone(tmp_path: Path) -> None:
    site = made(
        tmp_path, {**STYLES, "index.html": page(ONE.replace(">", ' media="all">') + TWO[:-1] + " media=print>")}
    )
    join_style_sheets(site)
    assert style_of(site).endswith(f"/* {PLACE}/two.css */\n@media print {{\na{{color:blue}}\n}}\n")
    assert style_of(site).count("@media") == 1


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="stylesheet" href="//example.org/a.css">',
        '<link rel="stylesheet" href="gone.css">',
        f'<link rel="alternate stylesheet" title="Large" href="{PLACE}/two.css">',
        f'<link rel="stylesheet" integrity="sha256-a" href="{PLACE}/two.css">',
        '<link rel="stylesheet" href="imports.css">',
    ],
)
def test_a_link_that_cannot_be_joined_stays_and_parts_those_before_it_from_those_after(
    tmp_path: Path, link: str
) -> None:
    others = {"imports.css": "@import 'imported.css';", "imported.css": "b{c:d}"}
    site = made(tmp_path, {**STYLES, **others, "index.html": page(ONE + link + ONE)})
    join_style_sheets(site)
    before, kept, after = linked(read(site))
    assert before == after
    assert link in read(site)
    assert kept in link
    loaded = {name for name in others if name in link}
    assert {*named(site)} & {"imports.css"} == loaded
    assert "imported.css" in named(site) or "imports.css" not in loaded


@pytest.mark.parametrize("around", ["<!-- {} -->", "<noscript>{}</noscript>", "<script>'{}'</script>"])
def test_what_is_no_link_of_the_page_is_left(tmp_path: Path, around: str) -> None:
    site = made(tmp_path, {**STYLES, "index.html": page(around.format(TWO) + ONE)})
    join_style_sheets(site)
    assert around.format(TWO) in read(site)
    assert named(site) == ["joined.css", "two.css"]


def test_links_may_be_written_in_any_valid_way(tmp_path: Path) -> None:
    site = made(
        tmp_path, {**STYLES, "a/b.html": page(f"<LINK HREF=../{PLACE}/one.css REL=StyleSheet type='text/css' />")}
    )
    join_style_sheets(site)
    assert "color:red" in style_of(site, "a/b.html")


def test_a_page_for_addresses_that_are_not_there_finds_its_sheet_from_its_host(tmp_path: Path) -> None:
    links = "".join(link.replace('href="', 'href="/some/school/') for link in (ONE, TWO))
    site = made(tmp_path, {**STYLES, "404.html": page(links)})
    (joined,) = join_style_sheets(site)
    assert linked(read(site, "404.html")) == [f"/some/school/{joined.relative_to(site).as_posix()}"]


def test_a_sheet_that_only_prose_names_is_not_loaded(tmp_path: Path) -> None:
    prose = "<p>Colours are in <code>one.css</code>, in one.css. and in one.css</p>"
    site = made(tmp_path, {**STYLES, "index.html": page(ONE, prose)})
    join_style_sheets(site)
    assert named(site) == ["joined.css"]


@pytest.mark.parametrize(
    "later",
    [
        {"index.html": page(ONE, f'<button data-style="{PLACE}/later.css">Whiteboard</button>')},
        {"index.html": page(ONE), "assets/javascripts/a.js": 'link.href = "../stylesheets/later.css";'},
    ],
    ids=["by an attribute", "by a script"],
)
def test_a_sheet_that_is_loaded_later_stays_and_one_that_nothing_loads_goes(
    tmp_path: Path, later: dict[str, str]
) -> None:
    site = made(tmp_path, {**STYLES, f"{PLACE}/later.css": "", f"{PLACE}/now-and-later.css": "", **later})
    join_style_sheets(site)
    assert named(site) == ["joined.css", "later.css"]


def test_a_sheet_that_is_loaded_later_loses_what_is_for_those_who_mend_it(tmp_path: Path) -> None:
    style = '/* Why. */\na {\n  b: url("../c/d.svg");\n}\n/*! Whose. */\ne::after { content: "/* f */ "; }\n'
    pages = {"index.html": page('<button data-style="styles/later.css">Whiteboard</button>')}
    site = made(tmp_path, {"styles/later.css": style, **pages})
    join_style_sheets(site)
    small = (site / "styles/later.css").read_text(encoding="utf-8")
    assert small == 'a{b:url("../c/d.svg")}/*! Whose. */ e::after{content:"/* f */ "}'


def test_a_page_without_styles_stays_as_it_is(tmp_path: Path) -> None:
    site = made(tmp_path, {"index.html": page("")})
    assert join_style_sheets(site) == []
    assert read(site) == page("")
