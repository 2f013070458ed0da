"""Search knows what a page says and whom it is for; the list from A to Z has every name of every page."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.finish.search import (
    COMMON,
    INDEX,
    LIST,
    add_search,
    found_in,
    index_of,
    list_of,
    read_page,
    without_keywords,
)

PAGE = """<!doctype html><html><head><title>Home broadband – A school</title>
<meta name="description" content="How to turn on the filter &amp; what it misses.">
<meta name="keywords" content="wi-fi; VPN; “safe” search">
<meta property="og:title" content="Home broadband">
</head><body><header><a href="../about/a-z.html" data-part="search" data-for="{reader}">Search</a> Menu</header>
<main><nav>Sideways</nav><h1>Home broadband</h1><p>It doesn’t see <b>everything</b>. It doesn't.<br>Routers</p>
<h2 id="misses">What filters <em>miss</em></h2><p data-search-exclude>Answer</p><svg><text>Drawn</text></svg>
<table><tr id="app-zap"><th><span>Zap</span> <span>Also called: zapp</span></th><td>Pictures</td></tr>
<tr><th>Plain</th></tr></table>
<form><button>Press</button></form></main><footer>Foot</footer></body></html>
"""


def page(path: str = "parents/broadband.html", reader: str = "Parents and carers") -> Any:
    return read_page(PAGE.format(reader=reader), path)


def test_a_page_is_known_by_its_title_its_words_and_its_parts() -> None:
    found = page()
    assert (found.title, found.description) == ("Home broadband", "How to turn on the filter & what it misses.")
    assert found.also == ("wi-fi", "VPN", "“safe” search")
    assert found.headings == [("misses", "What filters miss"), ("app-zap", "Zap")]


def test_its_words_are_those_of_its_text_alone_and_each_once() -> None:
    assert page().words == {"doesnt", "see", "everything", "routers", "also", "called", "zapp", "pictures", "plain"}


@pytest.mark.parametrize(
    ("path", "reader", "group"),
    [
        ("help/index.html", "Parents and carers", 0),
        ("parents/worries/a.html", "Parents and carers", 0),
        ("parents/a.html", "Parents, carers and staff", 1),
        ("policy/index.html", "Everyone", 2),
        ("policy/map.html", "Governors, teachers and staff", 3),
        ("lessons/a/b/teach.html", "Teachers and staff", 4),
        ("about/writing-quizzes.html", "Teachers and staff", 5),
        ("lessons/a/b/index.html", "Learners", 6),
        ("help/children.html", "Learners", 7),
        ("help/when/child.html", "Learners", 7),
    ],
)
def test_whom_it_is_for_is_known(path: str, reader: str, group: int) -> None:
    assert page(path, reader).group == group


@pytest.mark.parametrize(
    ("path", "reader"), [("lessons/a/b/index.html", "Learners"), ("lessons/a/b/teach.html", "Teachers and staff")]
)
def test_a_lesson_and_its_plan_are_known_by_name_alone(path: str, reader: str) -> None:
    found = page(path, reader)
    assert (found.headings, found.words) == ([], set())
    assert found.title


def test_a_page_that_says_nothing_for_search_is_passed_over() -> None:
    assert read_page(re.sub('<meta name="keywords"[^>]*>', "", PAGE), "a.html") is None


def read(script: str) -> tuple[list[list[Any]], str]:
    match = re.fullmatch(r"school\.fillSearch\((.*), (\".*\")\);\n", script)
    assert match
    return json.loads(match[1]), json.loads(match[2])


def test_the_index_has_each_page_and_for_each_word_the_pages_with_it() -> None:
    one, other = page("a.html"), page("b.html")
    other.words = {"see", "far"}
    rows, words = read(index_of([one, other]))
    assert rows[0] == [
        "a.html", "Home broadband", 1, "How to turn on the filter & what it misses.", "wi-fi;VPN;“safe” search",
        ["misses", "What filters miss", "app-zap", "Zap"],
    ]  # fmt: skip
    assert words == "also:0 called:0 doesnt:0 everything:0 far:1 pictures:0 plain:0 routers:0 see:0,1 zapp:0"


def test_the_index_is_a_script_whatever_a_page_is_called() -> None:
    one = page()
    one.title = 'A "line"\u2028 and </script> \\'
    script = index_of([one])
    assert "\u2028" not in script
    assert read(script)[0][0][1] == one.title


def test_a_word_of_many_pages_is_left_out() -> None:
    pages = [page(f"{number}.html") for number in range(COMMON + 1)]
    for each in pages[1:]:
        each.words = {"see"}
    assert "see:" not in read(index_of(pages))[1]
    assert f"see:{','.join(map(str, range(COMMON)))}" in read(index_of(pages[:-1]))[1]


def test_the_list_leaves_out_what_is_typed_as_a_sentence() -> None:
    one = page()
    one.also = ("block bad sites", "how do I block sites")
    assert re.findall(r"<a[^>]*>([^<]*): ", list_of([one])) == ["Block bad sites"]


def test_the_list_has_each_name_of_each_page_under_its_letter() -> None:
    plan = page("lessons/a/b/teach.html", "Teachers and staff")
    listed = list_of([page(), plan])
    letters, _, listed = listed.partition("</p>")
    assert re.findall(r'href="#(.*?)">(.*?)<', letters) == [("h", "H"), ("v", "V"), ("w", "W"), ("others", "0–9")]
    assert re.findall(r'<h2 id="(.*?)"', listed) == ["h", "v", "w", "others"]
    assert re.findall(r"<h2[^>]*>(.*?)</h2>|<a[^>]*>(.*?)</a>", listed) == [
        ("H", ""), ("", "Home broadband"),
        ("V", ""), ("", "VPN: Home broadband"),
        ("W", ""), ("", "Wi-fi: Home broadband"),
        ("0–9", ""), ("", "“safe” search: Home broadband"),
    ]  # fmt: skip
    assert set(re.findall(r'href="(.*?)"', listed)) == {"../parents/broadband.html"}


def test_a_site_gets_its_index_and_its_list(tmp_path: Path) -> None:
    empty = PAGE.format(reader="Everyone").replace("</main>", '<p class="a-to-z">Later.</p></main>')
    pages = {"parents/a.html": PAGE.format(reader="Parents and carers"), LIST: empty, "b.html": "<p>keywords</p>"}
    after = dict(sorted(pages.items()))
    add_search(tmp_path, after, found_in(after))
    assert {path for path in after if after[path] != pages[path]} == {LIST}
    assert "Later" not in after[LIST]
    assert '<a href="../parents/a.html">VPN: Home broadband</a>' in after[LIST]
    assert [row[0] for row in read((tmp_path / INDEX).read_text(encoding="utf-8"))[0]] == [LIST, "parents/a.html"]


def test_what_is_said_for_search_alone_is_taken_out() -> None:
    page = PAGE.format(reader="Everyone")
    assert 'name="keywords"' in page
    assert 'name="keywords"' not in without_keywords(page)
    assert 'name="description"' in without_keywords(page)
    assert without_keywords("<p>keywords</p>") == "<p>keywords</p>"
