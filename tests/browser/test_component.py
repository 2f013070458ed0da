"""What all scripts stand on: parts start once and apart from each other, and files are fetched once, or again."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from macros.finish.scripts import lighter
from tests.browser.pressing import until

# As gzip: with what every script needs, it is to weigh less than what each had for itself.
LARGEST = 1_500
SITE = "http://school.test/"


@pytest.fixture
def bare(page: Page, root: Path) -> Page:
    """A page with nothing but the base, and three parts."""
    html = '<!doctype html><main><p data-module="a">1</p><p data-module="a">2</p><p data-module="a">3</p></main>'
    page.route(SITE, lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(SITE)
    code = (root / "docs/assets/javascripts/component.js").read_text(encoding="utf-8")
    page.evaluate(f"{code}\nwindow.school = school;")
    return page


def test_it_is_light(root: Path) -> None:
    code = lighter((root / "docs/assets/javascripts/component.js").read_text(encoding="utf-8"))
    assert len(gzip.compress(code.encode())) <= LARGEST


def test_a_part_that_fails_takes_no_other_with_it_and_says_so(bare: Page) -> None:
    said: list[str] = []
    bare.on("console", lambda message: said.append(message.text))
    started = bare.evaluate(
        """() => {
          const started = [];
          school.createAll('[data-module="a"]', (root) => {
            if (root.textContent === "2") throw new Error("two is broken");
            started.push(root.textContent);
          });
          return started;
        }"""
    )
    assert started == ["1", "3"]
    assert any("two is broken" in line for line in said)


def test_a_part_starts_once_and_one_that_came_later_starts_too(bare: Page) -> None:
    started = bare.evaluate(
        """() => {
          const started = [];
          const start = () => school.createAll('[data-module="a"]', (root) => started.push(root.textContent));
          start();
          school.add(document.body, "p", "", "later").dataset.module = "a";
          start();
          start();
          school.createAll('p', (root) => started.push("other"));
          return started;
        }"""
    )
    assert started == ["1", "2", "3", "later", *["other"] * 4]


def test_what_is_added_is_text_and_a_button_sends_nothing(bare: Page) -> None:
    html = bare.evaluate("() => school.add(document.body, 'button', 'a b', '<b>Go</b>').outerHTML")
    assert html == '<button class="a b" type="button">&lt;b&gt;Go&lt;/b&gt;</button>'
    assert bare.evaluate("() => school.add(document.body, 'p').outerHTML") == "<p></p>"


LOAD = """(addresses) => new Promise((done) => {
  school.loadOnce(addresses, () => done("came"), () => done("did not come"));
})"""


@pytest.fixture
def asked(bare: Page) -> list[str]:
    """The names of the files that were asked for; those named “gone” do not come, and a script says its name."""
    names: list[str] = []

    def answer(route: Route) -> None:
        name = route.request.url.removeprefix(SITE)
        names.append(name)
        if name.startswith("gone"):
            route.abort()
        else:
            kind = "text/css" if name.endswith(".css") else "text/javascript"
            route.fulfill(body=f"(window.ran = window.ran || []).push('{name}');", content_type=kind)

    bare.route(f"{SITE}*.*", answer)
    return names


def test_files_come_once_and_in_their_order_however_many_ask(bare: Page, asked: list[str]) -> None:
    twice = f"(addresses) => Promise.all([({LOAD})(addresses), ({LOAD})(addresses)])"
    assert bare.evaluate(twice, ["a.css", "b.js", "c.js"]) == ["came", "came"]
    assert bare.evaluate(LOAD, ["c.js", "a.css"]) == "came"
    assert asked == ["a.css", "b.js", "c.js"]
    assert bare.evaluate("() => window.ran") == ["b.js", "c.js"]


def test_all_files_are_asked_for_at_once_and_scripts_begin_in_their_order(bare: Page, asked: list[str]) -> None:
    late: list[Route] = []
    bare.route(f"{SITE}late.js", lambda route: late.append(route))  # noqa: PLW0108
    bare.evaluate(f"() => {{ window.end = ({LOAD})(['late.js', 'a.css', 'b.js']); }}")
    # The one behind it has come, and waits for it.
    assert until(bare, lambda: len(late) == 1 and sorted(asked) == ["a.css", "b.js"])
    bare.wait_for_timeout(100)
    assert bare.evaluate("() => window.ran") is None
    late[0].fulfill(body="window.ran = ['late.js'];", content_type="text/javascript")
    assert bare.evaluate("() => window.end") == "came"
    assert bare.evaluate("() => window.ran") == ["late.js", "b.js"]


def test_what_did_not_come_is_asked_for_again_and_what_came_is_not(bare: Page, asked: list[str]) -> None:
    for _ in range(2):
        assert bare.evaluate(LOAD, ["a.js", "gone.js", "b.js"]) == "did not come"
    assert until(bare, lambda: bare.evaluate("() => String(window.ran)") == "a.js,b.js")
    assert sorted(asked) == ["a.js", "b.js", "gone.js", "gone.js"]
    assert bare.locator("script").count() == 2


@pytest.mark.parametrize("pointed", [False, True])
def test_a_style_that_comes_late_leaves_what_is_looked_at_where_it_is(bare: Page, *, pointed: bool) -> None:
    """What grows and what shrinks is above it; below it, nothing needs care."""
    bare.set_viewport_size({"width": 400, "height": 600})
    bare.route(
        f"{SITE}*.css", lambda route: route.fulfill(body="p { height: 90px; margin: 0; }", content_type="text/css")
    )
    bare.evaluate("() => { document.querySelector('main').innerHTML = '<p>Words</p>'.repeat(200); }")
    bare.evaluate("() => scrollTo(0, document.querySelectorAll('p')[100].offsetTop)")
    tops = "() => [...document.querySelectorAll('p')].map((one) => Math.round(one.getBoundingClientRect().top))"
    before = bare.evaluate(tops)
    # Without a pointer it is what begins last in the upper half of the screen.
    seen = next(number for number, top in enumerate(before) if top > (500 if pointed else 300)) - 1
    if pointed:
        bare.mouse.move(20, before[seen] + 5)
    assert bare.evaluate(LOAD, ["a.css"]) == "came"
    after = bare.evaluate(tops)
    assert after[seen + 1] - after[seen] == 90
    assert abs(after[seen] - before[seen]) <= 1
    assert after[0] < before[0] - 3000


@pytest.mark.parametrize(
    ("event", "way"),
    [
        ({"key": "ArrowRight"}, 1),
        ({"key": "PageDown"}, 1),
        ({"key": " "}, 1),
        ({"key": "ArrowLeft"}, -1),
        ({"key": "PageUp"}, -1),
        ({"key": "ArrowDown"}, 0),
        ({"key": "a"}, 0),
        *(({"key": "ArrowRight", held: True}, 0) for held in ("altKey", "ctrlKey", "metaKey", "shiftKey")),
    ],
)
def test_a_key_leads_on_or_back_and_with_another_it_is_the_browsers(
    bare: Page, event: dict[str, Any], way: int
) -> None:
    assert bare.evaluate("(event) => school.wayOf(new KeyboardEvent('keydown', event))", event) == way
