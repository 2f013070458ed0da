"""`make look`, or some pages of it: `make look PAGES="whiteboard policy"`."""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.bench.serving import hosted
from tests.look.pages import LOOKS, Look
from tests.look.paper import pictures
from tests.look.sheet import sheet
from tests.tools.browser import FLAGS
from tests.tools.built import ROOT, built_site

TO = ROOT / "look"
SCREENS = ((360, 740), (768, 1024), (1280, 800), (1920, 1080))
COLOURS: dict[str, tuple[Literal["light", "dark"], Literal["active", "none"]]] = {
    "light": ("light", "none"),
    "dark": ("dark", "none"),
    "forced": ("dark", "active"),
}
TALLEST = 6000  # pixels; a longer page is cut off there

Taken = dict[str, list[tuple[str, str]]]


def main() -> int:
    """Take the pictures; give 1 where a page could not be taken."""
    parser = argparse.ArgumentParser(prog="python -m tests.look", description="Takes pictures of the site.")
    parser.add_argument("pages", nargs="*", help=f"some of: {', '.join(look.name for look in LOOKS)} (default: all)")
    asked = parser.parse_args().pages
    known = {look.name for look in LOOKS}
    if unknown := [name for name in asked if name not in known]:
        parser.error(f"There is no page “{unknown[0]}” here; there are: {', '.join(sorted(known))}.")
    looks = tuple(look for look in LOOKS if not asked or look.name in asked)
    with built_site() as (site, program):
        if not asked:
            shutil.rmtree(TO, ignore_errors=True)
        TO.mkdir(exist_ok=True)
        taken, missed = take_all(looks, site, program)
    (TO / "index.html").write_text(sheet(looks, taken, missed), encoding="utf-8")
    count = sum(len(each) for each in taken.values())
    print(f"{count} pictures of {len(looks)} pages: open {(TO / 'index.html').relative_to(ROOT)} in a browser.")
    for name, why in missed.items():
        print(f"Not taken: {name}: {why}", file=sys.stderr)
    return 1 if missed else 0


def take_all(looks: tuple[Look, ...], site: Path, program: str) -> tuple[Taken, dict[str, str]]:
    """Take every page in every look; give the pictures, and why a page could not be taken."""
    taken: Taken = {look.name: [] for look in looks}
    missed: dict[str, str] = {}
    with hosted(site) as host, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for look in looks:
            if not (site / look.path).is_file():
                missed[look.name] = f"There is no {look.path}: mend the list in tests/look/pages.py."
                continue
            print(look.title, flush=True)
            try:
                taken[look.name] += on_screen(browser, host.address, look)
                if look.printed:
                    taken[look.name] += on_paper(browser, host.address, look)
            except Error as error:
                missed[look.name] = str(error).splitlines()[0]
        browser.close()
    return taken, missed


def on_screen(browser: Browser, address: str, look: Look) -> list[tuple[str, str]]:
    """Take a page on every screen, in all colours."""
    files = []
    for width, height in SCREENS:
        context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
        page = opened(context.new_page(), address, look)
        for colours, (scheme, forced) in COLOURS.items():
            page.emulate_media(color_scheme=scheme, forced_colors=forced)
            file = f"{look.name}-{colours}-{width}.png"
            tall = int(page.evaluate("() => document.documentElement.scrollHeight")) if look.whole else height
            page.screenshot(
                path=TO / file,
                full_page=look.whole,
                clip={"x": 0, "y": 0, "width": width, "height": min(max(tall, height), TALLEST)},
            )
            files.append((colours, file))
        context.close()
    return files


def on_paper(browser: Browser, address: str, look: Look) -> list[tuple[str, str]]:
    """Print a page on A4, and take each sheet."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = opened(context.new_page(), address, look)
    pdf = page.pdf(format="A4", prefer_css_page_size=True, print_background=False)
    context.close()
    files = []
    for number, picture in enumerate(pictures(pdf), start=1):
        file = f"{look.name}-print-p{number}.png"
        (TO / file).write_bytes(picture)
        files.append(("print", file))
    return files


def opened(page: Page, address: str, look: Look) -> Page:
    """Open a page, bring it into its state, and wait for its letters.

    It is opened twice: letters that are optional are shown when they are in the cache.
    """
    page.set_default_timeout(15_000)
    for _ in range(2):
        page.goto(address + look.path)
        page.evaluate("() => document.fonts.ready.then(() => true)")
    if look.prepare:
        look.prepare(page)
    page.evaluate("() => document.fonts.ready.then(() => true)")
    return page


if __name__ == "__main__":
    sys.exit(main())
