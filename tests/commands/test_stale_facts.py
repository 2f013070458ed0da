"""What has gone too long without a check is listed, for a day that is named."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from macros.__main__ import main
from macros.commands.stale_facts import NoDayError, NotMarkedError, find_future, find_stale, mark, read_day
from macros.problems import ContentError

PAGE = "---\ntitle: A page\nchecked: 2026-11-22\n---\n\n# A page\n"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A project with one fact of each kind."""
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "school.yml").write_text("local_help:\n  - name: Near\n    looked_up: 2026-11-22\n", encoding="utf-8")
    (tmp_path / "docs/_data/apps.yml").write_text("apps:\n  - {name: Zap, checked: 2026-12-01}\n", encoding="utf-8")
    (tmp_path / "docs/page.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs/undated.md").write_text("---\ntitle: B\n---\n", encoding="utf-8")
    return tmp_path


def test_a_fact_of_each_kind_is_listed_with_its_place_the_oldest_first(small: Path) -> None:
    assert [str(fact) for fact in find_stale(small, date(2027, 6, 1))] == [
        "docs/page.md:3:10: “A page” was last checked on 22 November 2026. By 1 June 2027 that is 191 days ago.",
        "school.yml:3:16: “Near” was last looked up on 22 November 2026. By 1 June 2027 that is 191 days ago.",
        "docs/_data/apps.yml:2:26: “Zap” was last checked on 1 December 2026. By 1 June 2027 that is 182 days ago.",
    ]


@pytest.mark.parametrize(("day", "count"), [("2027-05-21", 0), ("2027-05-22", 2), ("2027-05-31", 3), ("2020-01-01", 0)])
def test_a_fact_is_old_from_the_181st_day(small: Path, day: str, count: int) -> None:
    assert len(find_stale(small, date.fromisoformat(day))) == count


def test_an_address_is_listed_when_nobody_has_opened_it_and_when_that_was_long_ago(small: Path) -> None:
    links = "links:\n  - {address: A, title: One, seen: 2026-01-01}\n  - {address: B, title: Two}\n"
    (small / "docs/_data/links.yml").write_text(links, encoding="utf-8")
    assert [fact.sentence for fact in find_stale(small, date(2026, 11, 22))] == [
        "“One” was last seen on 1 January 2026. By 22 November 2026 that is 325 days ago.",
        "“Two” has not been opened by anybody yet.",
    ]


def test_a_day_that_is_none_is_told_where_it_stands(small: Path) -> None:
    (small / "docs/page.md").write_text(PAGE.replace("2026-11-22", "last week"), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        find_stale(small, date(2027, 6, 1))
    assert str(caught.value) == "docs/page.md:3:10: “last week” must be a date such as 2026-11-22."


@pytest.mark.parametrize(("today", "count"), [("2026-11-20", 3), ("2026-11-21", 1), ("2026-11-30", 0)])
def test_a_day_that_has_not_come_is_told_from_two_days_ahead(small: Path, today: str, count: int) -> None:
    assert len(find_future(small, date.fromisoformat(today))) == count


def test_a_day_that_has_not_come_is_told_with_its_fact_and_its_place(small: Path) -> None:
    routes = "routes:\n  - name: Far\n    rung: {on: 2062-11-28, by: Ms A}\n    looked_up: soon\n"
    (small / "docs/_data/help-routes.yml").write_text(routes, encoding="utf-8")
    (small / "school.yml").write_text("policy_reviewed: 2072-01-05\nhalf_terms: [2090-09-02]\n", encoding="utf-8")
    told = (
        "has 28 November 2062 as the day of a check, and that day has not come. "
        "Write the day on which somebody checked it."
    )
    assert [str(problem) for problem in find_future(small, date(2026, 12, 1))] == [
        "school.yml:1:18: “school.yml” " + told.replace("28 November 2062", "5 January 2072"),
        f"docs/_data/help-routes.yml:3:16: “Far” {told}",
    ]


def test_the_command_tells_it_and_fails_nothing(
    project: Path, change: Callable[[str, str, str], int], capsys: pytest.CaptureFixture[str]
) -> None:
    line = change("docs/_data/apps.yml", "checked: 2026-11-22", "checked: 2099-12-31")
    assert main(["--root", str(project), "check"]) == 0
    *told, last = capsys.readouterr().out.splitlines()
    assert any(one.startswith(f"docs/_data/apps.yml:{line}:") and "31 December 2099" in one for one in told)
    assert last.startswith("All else is well: ")


@pytest.mark.parametrize("text", ["", "soon", "2027-13-01"])
def test_without_a_day_there_is_no_list(text: str) -> None:
    with pytest.raises(NoDayError, match="python -m macros check --stale 2027-06-01"):
        read_day(text)


def test_the_command_lists_counts_and_fails_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(root), "check", "--stale", "2100-01-01"]) == 0
    *listed, last = capsys.readouterr().out.splitlines()
    assert last == f"{len(listed)} facts to check again by 2100-01-01. This is a report, and nothing has failed."
    for path in ("docs/_data/apps.yml:", "docs/_data/help-routes.yml:", "docs/_data/links.yml:", "school.yml:"):
        assert any(line.startswith(path) for line in listed), path
    assert any(line.startswith("docs/parents/worries/unkind.md:") for line in listed)


@pytest.mark.parametrize("arguments", [["--stale"], ["--stale", "tomorrow"]])
def test_the_command_without_a_day_says_what_to_write(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert main(["--root", str(root), "check", *arguments]) == 1
    assert capsys.readouterr().err.strip().endswith("Say by which day: python -m macros check --stale 2027-06-01.")


def test_every_app_and_route_is_among_the_facts(project: Path, change: Callable[[str, str, str], int]) -> None:
    line = change("docs/_data/apps.yml", "checked: 2026-11-22", "checked: 2020-01-01")
    (fact,) = [fact for fact in find_stale(project, date(2020, 7, 1)) if "last" in fact.sentence]
    assert (fact.path, fact.line) == ("docs/_data/apps.yml", line)


@pytest.mark.parametrize(
    ("fact", "path", "before", "after"),
    [
        ("Zap", "docs/_data/apps.yml", "checked: 2026-12-01", "checked: 2027-06-01"),
        ("Near", "school.yml", "looked_up: 2026-11-22", "looked_up: 2027-06-01"),
        ("A page", "docs/page.md", "checked: 2026-11-22", "checked: 2027-06-01"),
        ("docs/page.md", "docs/page.md", "checked: 2026-11-22", "checked: 2027-06-01"),
    ],
)
def test_a_fact_that_was_looked_up_is_marked_and_nothing_else_changes(
    small: Path, fact: str, path: str, before: str, after: str
) -> None:
    text = (small / path).read_text(encoding="utf-8")
    line = 1 + text[: text.index(before)].count("\n")
    assert mark(small, fact, date(2027, 6, 1)) == [f"{path}:{line}"]
    assert (small / path).read_text(encoding="utf-8") == text.replace(before, after)
    assert len(find_stale(small, date(2027, 6, 1))) == 2


def test_what_hangs_on_a_fact_is_marked_with_it_and_what_has_a_name_of_its_own_is_not(small: Path) -> None:
    text = (
        "routes:\n  - id: a\n    looked_up: 2026-01-01\n    speech:\n      looked_up: 2026-01-01\n"
        "    more:\n      id: b\n      looked_up: 2026-01-01\n"
    )
    (small / "docs/_data/help-routes.yml").write_text(text, encoding="utf-8")
    assert len(mark(small, "a", date(2027, 6, 1))) == 2
    assert (small / "docs/_data/help-routes.yml").read_text(encoding="utf-8").count("2027-06-01") == 2


@pytest.mark.parametrize(
    ("fact", "on", "sentence"),
    [
        ("Zapp", date(2027, 6, 1), "There is no fact “Zapp” with the day of a check. Did you mean “Zap”?"),
        ("Zap", date(2026, 1, 1), "“Zap” was looked up later already: 2026-12-01. Was the day mistyped?"),
    ],
)
def test_what_cannot_be_marked_is_told_and_left_alone(small: Path, fact: str, on: date, sentence: str) -> None:
    before = (small / "docs/_data/apps.yml").read_bytes()
    with pytest.raises(NotMarkedError, match=re.escape(sentence)):
        mark(small, fact, on)
    assert (small / "docs/_data/apps.yml").read_bytes() == before


@pytest.mark.parametrize("typed", ["soon", "22/11/2026", "0"])
def test_a_day_that_is_none_is_told_in_its_place_and_nothing_is_marked(small: Path, typed: str) -> None:
    apps = small / "docs/_data/apps.yml"
    apps.write_text(apps.read_text(encoding="utf-8").replace("2026-12-01", typed), encoding="utf-8")
    before = apps.read_bytes()
    with pytest.raises(ContentError, match=rf"apps\.yml:2:\d+: “{typed}” must be a date such as 2026-11-22\."):
        mark(small, "Zap", date(2027, 6, 1))
    assert apps.read_bytes() == before


def test_a_day_that_is_missing_is_told_without_a_word_of_the_program(small: Path) -> None:
    apps = small / "docs/_data/apps.yml"
    apps.write_text(re.sub("checked: 2026-12-01", "checked: null", apps.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ContentError, match=r"apps\.yml:2:\d+: The day is missing here: write one such as 2026-11-22\."):
        find_stale(small, date(2027, 6, 1))


def test_a_name_that_stands_twice_is_told_with_both_places(small: Path) -> None:
    (small / "docs/_data/more.yml").write_text("more:\n  - {name: Zap, checked: 2026-12-01}\n", encoding="utf-8")
    with pytest.raises(NotMarkedError, match=r"docs/_data/apps\.yml:2, docs/_data/more\.yml:2"):
        mark(small, "Zap", date(2027, 6, 1))


def test_the_command_marks_each_and_tells_what_it_could_not(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(small), "looked-up", "Zap", "None", "--on", "2027-06-01"]) == 1
    said = capsys.readouterr()
    assert said.out == "docs/_data/apps.yml:2: “Zap” is marked.\n"
    assert said.err.startswith("There is no fact “None”")
