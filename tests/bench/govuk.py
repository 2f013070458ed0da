"""Writes pages with our words in GOV.UK's template, as a plain page of a GOV.UK service has them; from npm."""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import markdown

from tests.bench.builds import ROOT
from tests.bench.plain_pages import plain
from tests.site.page import Page, read_page
from tests.tools.node import npm_installed, run_node

FOLDER = ROOT / "tests" / "govuk"
DIST = FOLDER / "node_modules/govuk-frontend/dist/govuk"
SERVED = ("govuk-frontend.min.css", "govuk-frontend.min.js", "assets")

EXTENSIONS = ("abbr", "attr_list", "def_list", "md_in_html", "sane_lists", "tables", "pymdownx.details")
FRONT_MATTER = re.compile(r"\A---\ntitle: (?P<title>.*)\n---\n")
BEGINS = re.compile(r"<(?P<name>\w+)(?: class=\"[^\"]*\")?(?=[\s>])")
SUMMARY = re.compile(r"<summary[^>]*>(.*?)</summary>(.*?)</details>", re.DOTALL)

# What GOV.UK's design system calls each element.
CLASSES = {
    "h1": "govuk-heading-l", "h2": "govuk-heading-m", "h3": "govuk-heading-s", "h4": "govuk-heading-s",
    "p": "govuk-body", "a": "govuk-link", "ul": "govuk-list govuk-list--bullet", "ol": "govuk-list govuk-list--number",
    "blockquote": "govuk-inset-text", "details": "govuk-details", "dl": "govuk-list", "table": "govuk-table",
    "thead": "govuk-table__head", "tbody": "govuk-table__body", "tr": "govuk-table__row",
    "th": "govuk-table__header", "td": "govuk-table__cell",
}  # fmt: skip


class NotHadError(Exception):
    """GOV.UK's pages cannot be had; the text says why."""


def site_of(own: Path, paths: Iterable[str], to: Path) -> Path:
    """Write some of our pages as GOV.UK would, with all that they load.

    Args:
        own: our built site.
        paths: of the pages, from its root; those that are not there are left out.
        to: the folder of the new site.

    Returns:
        The folder.

    Raises:
        NotHadError: GOV.UK Frontend could not be installed, or its template not be filled.
    """
    if not npm_installed(FOLDER, "GOV.UK Frontend"):
        raise NotHadError("It could not be installed from npm's registry: is this machine online?")
    there = [path for path in paths if (own / path).is_file()]
    with tempfile.TemporaryDirectory() as folder:
        asked = Path(folder) / "pages.json"
        asked.write_text(json.dumps([content(read_page(own, path)) for path in there]), encoding="utf-8")
        done = run_node("render.mjs", str(asked), folder=FOLDER)
    if done.returncode != 0:
        raise NotHadError(done.stderr.strip()[-600:])
    for path, html in zip(there, json.loads(done.stdout), strict=True):
        (to / path).parent.mkdir(parents=True, exist_ok=True)
        (to / path).write_text(html, encoding="utf-8")
    for name in SERVED:
        (shutil.copytree if (DIST / name).is_dir() else shutil.copy)(DIST / name, to / name)
    return to


def content(page: Page) -> dict[str, str]:
    """Give the title of a finished page, and its words as HTML in GOV.UK's classes; our drawings are left out."""
    text = plain(page)
    found = FRONT_MATTER.match(text)
    assert found, "A plain page begins with its title"
    words = re.sub(r"!\[[^\]]*\]\([^)]*\)", "", text[found.end() :])
    html = markdown.markdown(words, extensions=list(EXTENSIONS)).replace(".md#", ".html#").replace('.md"', '.html"')
    html = SUMMARY.sub(_unfolded, BEGINS.sub(_named, html))
    return {"title": json.loads(found["title"]), "content": html}


def _named(found: re.Match[str]) -> str:
    name = found["name"]
    return f'<{name} class="{CLASSES[name]}"' if name in CLASSES else found[0]


def _unfolded(found: re.Match[str]) -> str:
    return (
        '<summary class="govuk-details__summary"><span class="govuk-details__summary-text">'
        f'{found[1]}</span></summary><div class="govuk-details__text">{found[2]}</div></details>'
    )
