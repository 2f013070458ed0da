"""The list of what can be kept names each file that a page is made of, once, with its hash and its size."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from macros.finish.offline import LIST, SCRIPTS, WORKER, add_offline, offline_list
from macros.finish.pages import read_pages

FILES = {
    "index.html": '<link rel="stylesheet" href="assets/stylesheets/a.css"><a href="help/index.html">Help</a>',
    "learners/index.html": "",
    "about/offline.html": '<script src="../assets/javascripts/offline.js" defer></script>',
    "about/look/index.html": "",
    "404.html": "",
    "help/index.html": '<a href="https://example.org/logo.png">Elsewhere</a><img src="//example.org/a.svg">',
    "help/when/child.html": "",
    "staff/index.html": '<img src="dog.svg"><img src="gone.svg"><img src="../../outside.svg">',
    "staff/dog.svg": "<svg/>",
    "lessons/years-1-2/kind/index.html": '<div data-near="../../../assets/stylesheets/q.css'
    ' ../../../assets/javascripts/q.js">'
    '<img src="scene%20one.svg"><a href="exports/kind.xlsx">Take</a>',
    "lessons/years-1-2/kind/teach.html": "<link rel=preload href=../../../assets/fonts/f.woff2>",
    "lessons/years-1-2/kind/scene one.svg": "<svg/>",
    "lessons/years-1-2/kind/exports/kind.xlsx": "sheet",
    "lessons/years-3-4/locks/index.html": "",
    "learners/years-1-2.html": "",
    "learners/years-1-2-words.html": "",
    "learners/years-3-4.html": "",
    "assets/stylesheets/a.css": 'a { background: url("../images/dots.svg") } b { background: url(data:image/png,x) }',
    "assets/stylesheets/q.css": "",
    "assets/images/dots.svg": "<svg/>",
    "assets/fonts/f.woff2": "letters",
    "assets/javascripts/q.js": 'bring("later.js")',
    "assets/javascripts/later.js": "",
    "assets/javascripts/offline.js": f'register("{WORKER}")',
    "assets/javascripts/unused.js": "",
    f"{SCRIPTS}/{WORKER}": "work()",
}
ALWAYS = {
    "index.html", "assets/stylesheets/a.css", "assets/images/dots.svg", "learners/index.html", "about/offline.html",
    "assets/javascripts/offline.js", "help/index.html", "help/when/child.html",
}  # fmt: skip
LESSON = {
    "lessons/years-1-2/kind/index.html", "lessons/years-1-2/kind/teach.html", "lessons/years-1-2/kind/scene one.svg",
    "assets/stylesheets/q.css", "assets/javascripts/q.js", "assets/javascripts/later.js", "assets/fonts/f.woff2",
}  # fmt: skip


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def listed(site: Path) -> dict[str, set[str]]:
    """The paths of each set, by its name; what is always kept is “always”."""
    add_offline(site, read_pages(site))
    read = json.loads((site / LIST).read_text(encoding="utf-8"))
    sets = {"always": read["always"], **read["sets"]}
    return {name: {read["files"][number][0] for number in numbers} for name, numbers in sets.items()}


def test_help_and_the_front_doors_are_always_kept(listed: dict[str, set[str]]) -> None:
    assert listed["always"] == ALWAYS


def test_a_lesson_is_kept_with_all_that_its_pages_are_made_of(listed: dict[str, set[str]]) -> None:
    assert listed["kind"] == LESSON
    assert listed["locks"] == {"lessons/years-3-4/locks/index.html"}


def test_an_age_is_kept_with_its_lessons_and_its_own_pages(listed: dict[str, set[str]]) -> None:
    assert listed["years-1-2"] == LESSON | {"learners/years-1-2.html", "learners/years-1-2-words.html"}


def test_everything_is_every_page_but_the_showroom_and_nothing_to_take_away(listed: dict[str, set[str]]) -> None:
    left_out = {"about/look/index.html", "404.html", "assets/javascripts/unused.js", f"{SCRIPTS}/{WORKER}"}
    assert listed["everything"] == FILES.keys() - left_out - {"lessons/years-1-2/kind/exports/kind.xlsx"}
    assert set(listed) == {"always", "everything", "kind", "locks", "years-1-2", "years-3-4"}


def test_each_file_has_its_hash_and_its_size(site: Path) -> None:
    add_offline(site, read_pages(site))
    files = json.loads((site / LIST).read_text(encoding="utf-8"))["files"]
    assert len(files) == len({path for path, _, _ in files})
    for path, digest, size in files:
        data = (site / path).read_bytes()
        assert hashlib.sha256(data).hexdigest().startswith(digest)
        assert len(digest) == 16
        assert size == len(data)


def test_another_word_on_a_page_is_another_version(site: Path) -> None:
    before = offline_list(site, read_pages(site))
    assert offline_list(site, read_pages(site)) == before
    (site / "help/index.html").write_text("New", encoding="utf-8")
    assert offline_list(site, read_pages(site))["version"] != before["version"]
    (site / "about/look/index.html").write_text("New", encoding="utf-8")
    assert offline_list(site, read_pages(site))["version"] != before["version"]


def test_the_worker_stands_at_the_root_alone(site: Path) -> None:
    add_offline(site, read_pages(site))
    assert (site / WORKER).read_text(encoding="utf-8") == "work()"
    assert not (site / SCRIPTS / WORKER).exists()


def test_a_site_without_the_worker_is_left_alone(site: Path) -> None:
    (site / SCRIPTS / WORKER).unlink()
    add_offline(site, read_pages(site))
    assert not (site / LIST).exists()
