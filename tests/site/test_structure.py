"""Every page says what it is: language, title, description, one main heading, no level left out."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import html5lib
import pytest

from tests.site.page import Page, joined_parts, joined_scripts, style_sheets, text

HEADING = re.compile(r"h([1-6])")
COMPONENTS = ("quiz", "checklist", "promise")
OTHER_LANGUAGES = {
    "help/in-arabic.html": ("ar",),
    "help/in-polish.html": ("pl",),
    "help/in-romanian.html": ("ro",),
    "help/in-ukrainian.html": ("uk",),
}


def faults(page: Page) -> list[str]:
    """Name what a page lacks or has twice."""
    found = []
    (root,) = page.all("html")
    if root.attrib.get("lang") not in OTHER_LANGUAGES.get(page.path, ("en", "en-GB")):
        found.append("the page does not say in which language it is (lang)")
    titles = [text(title) for title in page.all("title")]
    if len(titles) != 1 or not titles[0]:
        found.append("the page needs one title")
    described = [meta for meta in page.all("meta") if meta.attrib.get("name") == "description"]
    # 404.html answers for every address that is not there; nobody searches for it.
    if page.path != "404.html" and (len(described) != 1 or not described[0].attrib.get("content", "").strip()):
        found.append("the page needs one description: add “description: …” to its front matter")
    levels = [int(heading.tag[1]) for heading in page.all("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1:
        found.append(f"the page has {levels.count(1)} main headings (h1) and needs one")
    for before, level in zip([0, *levels], levels, strict=False):
        if level > before + 1:
            found.append(f"a heading of level {level} follows one of level {before}: a level is left out")
    found.extend(f"the id “{name}” stands {count} times" for name, count in Counter(page.ids).items() if count > 1)
    return found


def policy_faults(page: Page) -> list[str]:
    """Name what is wrong with the Content-Security-Policy of a page."""
    metas = [
        meta for meta in page.all("meta") if meta.attrib.get("http-equiv", "").lower() == "content-security-policy"
    ]
    if len(metas) != 1:
        return [f"the page has {len(metas)} Content-Security-Policies and needs one"]
    rules = {rule.split()[0]: rule.split()[1:] for rule in metas[0].attrib["content"].split(";") if rule.strip()}
    found = [f"{name} allows {value}" for name, values in rules.items() for value in values if value in UNSAFE]
    if rules.get("default-src") != ["'none'"]:
        found.append("default-src is not 'none'")
    if rules.get("form-action") != ["'none'"]:
        found.append("form-action is not 'none'")
    for script in page.all("script"):
        if "src" in script.attrib or script.attrib.get("type") == "application/json":
            continue
        digest = base64.b64encode(hashlib.sha256((script.text or "").encode()).digest()).decode()
        if f"'sha256-{digest}'" not in rules.get("script-src", ()):
            found.append(f"script-src does not allow the page's own script “{(script.text or '')[:40]}…”")
    for style in page.all("style"):
        digest = base64.b64encode(hashlib.sha256((style.text or "").encode()).digest()).decode()
        if f"'sha256-{digest}'" not in rules.get("style-src", ()):
            found.append(f"style-src does not allow the page's own style “{(style.text or '')[:40]}…”")
    earlier = page.html[: page.html.lower().index("content-security-policy")]
    if re.search(r"<(?:script|link|style)\b", earlier):
        found.append("the policy stands after something that it should hold for")
    return found


UNSAFE = frozenset({"'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "*", "http:", "https:"})


def component_faults(page: Page, parts: Mapping[str, list[str]]) -> list[str]:
    """Name each component whose script and style are missing, or are there for nothing.

    Args:
        page: the page.
        parts: the style sheets and scripts that were joined into each sheet and script, by its name.
    """
    used = {element.attrib["data-module"] for element in page.tree.iter() if "data-module" in element.attrib}
    scripts = [Path(script.attrib["src"]).name for script in page.all("script") if "src" in script.attrib]
    loaded = [part for script in scripts for part in parts.get(script, [script])]
    # What comes when the reader is near, once for all quizzes of a page.
    near = {address for element in page.tree.iter() for address in element.attrib.get("data-near", "").split()}
    loaded += [Path(address).name for address in near]
    for sheet in style_sheets(page):
        loaded += [Path(part).name for part in parts.get(Path(sheet).name, [sheet])]
    return [
        f"{name}.{kind} is loaded {loaded.count(f'{name}.{kind}')} times, and the page has "
        f"{'a' if name in used else 'no'} {name}"
        for name in COMPONENTS
        for kind in ("js", "css")
        if loaded.count(f"{name}.{kind}") != (1 if name in used else 0)
    ]


def made(html: str, path: str = "page.html") -> Page:
    return Page(path, html, html5lib.parse(html, namespaceHTMLElements=False))


def test_every_page_says_what_it_is(pages: dict[str, Page]) -> None:
    found = [f"{page.path}: {fault}" for page in pages.values() for fault in faults(page)]
    assert not found, "\n".join(found)


def test_every_page_has_a_strict_security_policy(pages: dict[str, Page]) -> None:
    found = [f"{page.path}: {fault}" for page in pages.values() for fault in policy_faults(page)]
    assert not found, "\n".join(found)


def test_quiz_and_checklist_files_are_only_where_they_are_used(pages: dict[str, Page], site: Path) -> None:
    parts = joined_parts(site) | joined_scripts(site)
    found = [f"{page.path}: {fault}" for page in pages.values() for fault in component_faults(page, parts)]
    assert not found, "\n".join(found)


def test_there_are_pages_with_and_without_a_quiz_and_a_checklist(pages: dict[str, Page]) -> None:
    for name in COMPONENTS:
        using = [page for page in pages.values() if f'data-module="{name}"' in page.html]
        assert 0 < len(using) < len(pages)


WHOLE = (
    '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A</title>'
    '<meta name="description" content="B"></head><body><h1>A</h1><h2 id="a">B</h2><h3>C</h3><h2>D</h2></body></html>'
)


def test_a_page_that_says_what_it_is_has_no_fault() -> None:
    assert faults(made(WHOLE)) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('lang="en-GB"', "", "lang"),
        ('lang="en-GB"', 'lang="fr"', "lang"),
        ("<title>A</title>", "", "title"),
        ("<title>A</title>", "<title> </title>", "title"),
        ('content="B"', 'content=" "', "description"),
        ("<h1>A</h1>", "", "main heading"),
        ("<h1>A</h1>", "<h1>A</h1><h1>A</h1>", "main heading"),
        ("<h3>C</h3>", "<h4>C</h4>", "left out"),
        ("<h3>C</h3>", '<h3 id="a">C</h3>', "2 times"),
    ],
)
def test_a_page_that_does_not_is_refused(old: str, new: str, said: str) -> None:
    assert old in WHOLE
    assert any(said in fault for fault in faults(made(WHOLE.replace(old, new))))


STRICT = "default-src 'none'; form-action 'none'; script-src 'self'"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("", "0 Content-Security-Policies"),
        (f'<meta http-equiv="Content-Security-Policy" content="{STRICT} \'unsafe-inline\'">', "unsafe-inline"),
        (f'<meta http-equiv="Content-Security-Policy" content="{STRICT}"><script>go()</script>', "own script"),
        (f'<meta http-equiv="Content-Security-Policy" content="{STRICT}"><style>a {{}}</style>', "own style"),
        (f'<script src="a.js"></script><meta http-equiv="Content-Security-Policy" content="{STRICT}">', "stands after"),
        ("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'; form-action 'none'\">", "'none'"),
    ],
)
def test_a_weak_security_policy_is_refused(head: str, said: str) -> None:
    assert any(said in fault for fault in policy_faults(made(f"<html><head>{head}</head><body></body></html>")))


@pytest.mark.parametrize(
    "html",
    [
        '<script src="../assets/javascripts/quiz.js"></script>',
        '<script src="../assets/javascripts/joined.1.js"></script>',
        '<div data-near="../assets/javascripts/story.js ../assets/javascripts/quiz.js"></div>',
        '<link rel="stylesheet" href="assets/stylesheets/checklist.css">',
        '<link rel="stylesheet" href="assets/stylesheets/joined.css">',
        '<div data-module="quiz"></div>',
    ],
)
def test_a_file_too_many_or_too_few_is_found(html: str) -> None:
    assert component_faults(made(html), {"joined.css": ["assets/stylesheets/quiz.css"], "joined.1.js": ["quiz.js"]})
