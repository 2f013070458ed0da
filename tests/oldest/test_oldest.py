"""What the oldest browsers lack and a script's form are told with the place; what is allowed has its reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oldest.__main__ import FOLDER, KINDS, LIST, Supported, judged, supported
from tests.tools.node import npm_installed

STRICT = '"use strict";'
NOTHING: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}


@pytest.fixture(scope="module")
def listed() -> Supported:
    assert npm_installed(FOLDER, "what judges scripts and styles")
    return supported(LIST.read_text(encoding="utf-8"))


def told(listed: Supported, folder: Path, name: str, code: str) -> list[str]:
    """Judge one file, with nothing allowed."""
    file = folder / name
    script = name.endswith(".js")
    file.write_text(f"{STRICT if script else ''}\n{code}\n", encoding="utf-8")
    found = judged(Supported(listed.browsers, NOTHING), [file] if script else [], [] if script else [file])
    return [each.removeprefix(f"{file}:") for each in found]


def test_every_kind_of_browser_has_its_oldest(listed: Supported) -> None:
    assert {browser.split()[0] for browser in listed.browsers} == {"Safari", "iOS", "Chrome", "Edge", "Firefox"}


def test_the_page_on_accessibility_names_them(listed: Supported, root: Path) -> None:
    page = (root / "docs/about/accessibility.md").read_text(encoding="utf-8")
    for browser in listed.browsers:
        assert browser.replace(" >= ", " ") in page, f"docs/about/accessibility.md does not name {browser}."


@pytest.mark.parametrize(
    ("name", "code", "place", "words"),
    [
        ("a.js", "a?.b;", "2:3", "cannot be read by a browser of 2017"),
        ("a.js", "structuredClone(1);", "2:1", "“structuredClone” is not supported in Safari 12.1"),
        ("a.js", '"a".replaceAll("a", "b");', "2:1", "“String.replaceAll” is not supported in"),
        ("a.css", ".a:has(b) { color: red; }", "2:1", "“css-has” is not supported by"),
        ("a.css", ".a { color: red; }\n.b { display: flex; gap: 1em; }", "3:", "“flexbox-gap” is not supported by"),
        (
            "a.css",
            "@media print {\n.a :is(b, c) { display: none; } }",
            "3:1",
            "“.a :is(b, c)” shows or hides something",
        ),
    ],
)
def test_what_the_oldest_lack_is_told_with_its_place(
    listed: Supported, tmp_path: Path, name: str, code: str, place: str, words: str
) -> None:
    found = [each for each in told(listed, tmp_path, name, code) if words in each]
    assert found
    assert found[0].startswith(place)


@pytest.mark.parametrize(
    ("name", "code", "place", "rule"),
    [
        ("a.js", "var a = 1;\nalert(a);", "2:1", "no-var"),
        ("a.js", "let a = 1;\nalert(a);", "2:5", "prefer-const"),
        ("a.js", "alert(a);", "2:7", "no-undef"),
        ("a.js", "const a = 1;", "2:7", "no-unused-vars"),
        ("a.js", "function a() { alert(1); }\na();", "2:1", "no-implicit-globals"),
        ("a.js", "alert(name == 1);", "2:12", "eqeqeq"),
        ("a.js", "addEventListener('load', function () { alert(1); });", "2:26", "prefer-arrow-callback"),
        ("a.js", "(() => {\n'use strict';\n})();", "3:1", "strict"),
        ("a.css", ".a {\n  top: 0;\n}\n.b {\n  top: 0;\n}\n.a {\n  left: 0;\n}", "8:1", "no-duplicate-selectors"),
        ("a.css", ".a {\n  colour: red;\n}", "3:3", "property-no-unknown"),
        (
            "a.css",
            ".a {\n  color: red;\n  top: 0;\n  color: red;\n}",
            "3:3",
            "declaration-block-no-duplicate-properties",
        ),
        (
            "a.css",
            ".a {\n  padding-top: 0;\n  padding: 0;\n}",
            "4:3",
            "declaration-block-no-shorthand-property-overrides",
        ),
        ("a.css", ".a {\n  font-weight: 700;\n}", "3:16", "font-weight-notation"),
        ("a.css", ".a {\n  margin: auto auto;\n}", "3:11", "shorthand-property-no-redundant-values"),
        ("a.css", ".a {\n  width: calc(1px+2px);\n}", "3:18", "function-calc-no-unspaced-operator"),
        ("a.css", ".a:hovr {\n  top: 0;\n}", "2:3", "selector-pseudo-class-no-unknown"),
        ("a.css", ".a {\n}", "2:4", "block-no-empty"),
    ],
)
def test_the_form_of_a_script_or_a_style_sheet_is_told_with_its_place(
    listed: Supported, tmp_path: Path, name: str, code: str, place: str, rule: str
) -> None:
    judge = "ESLint" if name == "a.js" else "Stylelint"
    found = told(listed, tmp_path, name, code)
    assert any(line.startswith(f"{place}: ") and line.endswith(f"({judge}: {rule})") for line in found), found


def test_two_declarations_on_a_line_are_told(listed: Supported, tmp_path: Path) -> None:
    code = ".a {\n  top: 0;\n  left: 0; color: red;\n}\n@media print { .b { top: 0; color: red; } }"
    said = "“color” stands on the line of another declaration. Give each a line of its own."
    assert told(listed, tmp_path, "a.css", code) == [f"4:12: {said}", f"6:29: {said}"]


@pytest.mark.parametrize(
    ("code", "place", "name"),
    [
        (".a {\n  padding: 0 0.55rem 1px;\n}", "3:3", "padding: 0.55rem"),
        (".a {\n  margin-left: calc(-1 * 0.5em);\n}", "3:3", "margin-left: 0.5em"),
        (".a {\n  gap: 8px;\n}", "3:3", "gap: 8px"),
        (".a {\n  font-size: .9rem;\n}", "3:3", "font-size: .9rem"),
        (".a html {\n  font-size: 20px;\n}", "3:3", "font-size: 20px"),
        (".a {\n  font: bold 1rem/1 serif;\n}", "3:3", "font: 1rem"),
        ("@media print {\n  .a {\n    margin: 2mm 0.5rem;\n  }\n}", "4:5", "margin: 0.5rem"),
    ],
)
def test_a_length_that_is_off_the_scale_is_told(
    listed: Supported, tmp_path: Path, code: str, place: str, name: str
) -> None:
    said = f"{place}: “{name}” is off the scale. Take the nearest step of tokens.css, as in var(--space-5)."
    assert told(listed, tmp_path, "a.css", code) == [said]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a.js", "addEventListener(`load`, async ({ a }) => { for (const b of await a) alert(`${b}`); });"),
        ("a.css", ".a > .b:not(.c):not(.d),\n.e::before {\n  display: none;\n  color: var(--f);\n}"),
        ("a.css", ".a { color: red; }"),
        (
            "a.css",
            ".a {\n  margin: 0 auto -1px calc(-1 * var(--space-10));\n  padding: 2.6rem 5% 0 var(--space-em-3);\n}",
        ),
        ("a.css", ".a {\n  height: 100vh;\n  height: 100%;\n}"),
        (
            "a.css",
            "html.b {\n  font-size: 112%;\n}\n.a {\n  font-size: var(--size-em-90);\n}\n.b {\n  font-size: 1em;\n}",
        ),
        ("a.css", "html {\n  font-size: 1.5rem;\n}\n.a {\n  font-size: calc(8px + 1.5vw);\n}"),
        ("a.css", "@media print {\n  .a {\n    padding: 2mm 0.4cm;\n    font-size: 10pt;\n  }\n}"),
    ],
)
def test_what_they_know_is_passed(listed: Supported, tmp_path: Path, name: str, code: str) -> None:
    assert told(listed, tmp_path, name, code) == []


def test_what_is_allowed_is_passed_and_told_once_nothing_needs_it(listed: Supported, tmp_path: Path) -> None:
    file = tmp_path / "a.css"
    allowed = Supported(listed.browsers, {**NOTHING, "styles": {"css-has": "looks", "flow-root": "looks"}})
    file.write_text(".a:has(b) { color: red; }", encoding="utf-8")
    assert judged(allowed, [], [file]) == [
        "Nothing needs “flow-root” any more. Take it out of tests/oldest/browsers.yml."
    ]


def test_all_that_is_allowed_has_its_reason(listed: Supported) -> None:
    assert all(len(reason.split()) > 2 for names in listed.allowed.values() for reason in names.values())
