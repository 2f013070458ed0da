"""A script that an older browser cannot read does nothing at all, and a rule that it does not know is dropped whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.assets import scripts, style_sheets
from tests.site.page import Page
from tests.tools.node import MODULES, run_node

# Safari 11 (2017), Chrome 58, Firefox 53 and Edge 16 read it; an iPad of 2013 stays at Safari 12.
VERSION = "2017"

# Selectors that some browsers in use do not know: Safari before 15.4, Chrome before 105, Firefox before 121.
NEWER = (":has(", ":is(", ":where(", ":focus-visible", "::highlight(", "::details-content")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PRELUDE = re.compile(r"([^{};]+)\{")


def unreadable(files: list[Path]) -> list[str]:
    """Name the scripts that are newer than the version, each with the place."""
    assert (MODULES / "acorn").is_dir(), "acorn is not installed. Run “make test”, which installs it."
    run = run_node("parse.cjs", VERSION, *map(str, files))
    assert run.returncode == 0, run.stderr
    found: list[str] = json.loads(run.stdout)
    return found


def inline_scripts(pages: dict[str, Page]) -> set[str]:
    """Give each script that stands in a page itself."""
    return {
        script.text or ""
        for page in pages.values()
        for script in page.all("script")
        if "src" not in script.attrib and script.attrib.get("type") != "application/json"
    }


def parted(selectors: str) -> Iterator[str]:
    """Give the selectors of a list; a comma within brackets parts none."""
    depth, begin = 0, 0
    for place, letter in enumerate(selectors):
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            yield selectors[begin:place].strip()
            begin = place + 1
    yield selectors[begin:].strip()


def dropped(css: str) -> list[str]:
    """Name the lists in which a newer selector takes older ones with it."""
    found = []
    for selectors in PRELUDE.findall(COMMENT.sub("", css)):
        newer = [any(name in each for name in NEWER) for each in parted(selectors)]
        if any(newer) and not all(newer) and not selectors.strip().startswith("@"):
            found.append(" ".join(selectors.split()))
    return found


def test_every_script_can_be_read_by_a_browser_of_2017(root: Path, pages: dict[str, Page], tmp_path: Path) -> None:
    files = scripts(root)
    assert len(files) > 8
    inline = inline_scripts(pages)
    assert inline
    for number, code in enumerate(sorted(inline)):
        files.append(tmp_path / f"inline-{number}.js")
        files[-1].write_text(code, encoding="utf-8")
    assert not unreadable(files)


@pytest.mark.parametrize(
    "code",
    ["a?.b", "a ?? b", "a ||= b", "({ ...a })", "try { a() } catch { b() }", r"/\p{L}/u", "/(?<=a)b/", "1_000", "a.#b"],
)
def test_what_is_newer_is_found(code: str, tmp_path: Path) -> None:
    (tmp_path / "newer.js").write_text(code, encoding="utf-8")
    (tmp_path / "older.js").write_text("const f = async ({ a }, [b, ...c] = []) => `${a}${b ** c}`;", encoding="utf-8")
    (fault,) = unreadable([tmp_path / "newer.js", tmp_path / "older.js"])
    assert "newer.js" in fault


def test_no_list_of_selectors_is_dropped_for_one_of_them(root: Path) -> None:
    found = [
        f"{file.name}: {selectors}"
        for file in style_sheets(root)
        for selectors in dropped(file.read_text(encoding="utf-8"))
    ]
    assert not found, "Give the newer selector a rule of its own:\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("css", "faults"),
    [
        (".a, .b:has(+ .c) { d: e; }", 1),
        ("@media print { .a:not(.b), ::highlight(d) { e: f; } }", 1),
        (".a, .b:is(.c, .d) { e: f; }", 1),
        (".a:has(.b, .c), .d:has(e) { f: g; }", 0),
        ("/* .a, */ .b:has(c) { d: e; }", 0),
        ("@supports selector(:has(a)) { .a, .b { c: d; } }", 0),
    ],
)
def test_such_a_list_is_seen(css: str, faults: int) -> None:
    assert len(dropped(css)) == faults


def test_what_is_to_keep_its_ink_says_so_to_older_browsers_too(root: Path) -> None:
    found = []
    for file in style_sheets(root):
        for rule in re.findall(r"\{([^{}]*print-color-adjust[^{}]*)\}", file.read_text(encoding="utf-8")):
            if not re.search(r"-webkit-print-color-adjust: exact;\s+print-color-adjust: exact", rule):
                found.append(f"{file.name}: {rule.strip()}")
    assert not found, "Chrome and Edge before 136 know it only as “-webkit-print-color-adjust”:\n" + "\n".join(found)


def test_no_measure_on_paper_is_a_part_of_the_screens_height(root: Path) -> None:
    found = []
    for file in style_sheets(root):
        css = COMMENT.sub("", file.read_text(encoding="utf-8"))
        for begin in re.finditer(r"@media print[^{]*\{", css):
            end = css.find("\n}", begin.end())
            found += [
                f"{file.name}: {each}" for each in re.findall(r"[\w-]+: [^;]*\d(?:vh|vb)\b", css[begin.end() : end])
            ]
    assert not found, "Firefox takes “vh” from its dialog's margins, not from the sheet's:\n" + "\n".join(found)
