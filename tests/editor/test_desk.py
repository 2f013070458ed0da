"""A save that brings a mistake into its file is refused with the check's sentence, and the file stays as it was."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.cache import RoundCache
from macros.commands.edit import problems_of, problems_today
from macros.editor.desk import OTHERS, Desk, RefusedError
from macros.editor.sheets import PICTURES
from macros.problems import Problem

SCHOOL = "school.yml"
APPS = "docs/_data/apps.yml"
CLAUSES = "docs/_data/clauses.yml"
PAGE = "docs/parents/three-minutes.md"
LESSON = "lessons/years-3-4/three-word-locks/lesson.md"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>'


@pytest.fixture
def quick(project: Path) -> Desk:
    """A desk that checks each file by itself alone."""
    return Desk(project, lambda root, cache: [])


@pytest.fixture
def desk(project: Path, read_before: RoundCache) -> Desk:
    """A desk with the whole check."""
    cache = copy.copy(read_before)
    cache.start_round()
    return Desk(project, problems_of, cache)


def form(desk: Desk, path: str) -> tuple[dict[str, object], str]:
    """Open a form: what it shows, by a reader that is not ours, and the sign of the file."""
    content, sign = desk.read(path)
    return yaml.safe_load(content.decode().removeprefix("---\n").split("\n---\n")[0]), sign


def save(desk: Desk, path: str, values: object, sign: str) -> None:
    desk.save(path, yaml.safe_dump(values, allow_unicode=True).encode(), sign)


def test_a_fact_is_saved_and_every_other_line_stays(quick: Desk) -> None:
    before = (quick.root / SCHOOL).read_text(encoding="utf-8")
    values, sign = form(quick, SCHOOL)
    save(quick, SCHOOL, values | {"office": {"phone": "01632 960123"}}, sign)
    after = (quick.root / SCHOOL).read_text(encoding="utf-8")
    assert after == before.replace("office:\n  phone:\n", "office:\n  phone: 01632 960123\n")
    assert quick.told() == []


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"office": {"phone": "01632 ABC"}}, "“phone” must be digits and spaces only."),
        ({"policy_reviewed": "28/11/2026"}, "“policy_reviewed” must have the year first, then the month and the day:"),
        ({"website": "www.elmfield.example"}, "“website” must be a whole address that begins with “https://”."),
        ({"new": "words"}, "“new” is not a name that is known here."),
    ],
)
def test_a_mistake_is_refused_with_its_sentence_and_place(quick: Desk, values: object, sentence: str) -> None:
    before = (quick.root / SCHOOL).read_bytes()
    given, sign = form(quick, SCHOOL)
    assert isinstance(values, dict)
    with pytest.raises(RefusedError, match=r"^Not saved\. school\.yml:\d+:\d+: ") as told:
        save(quick, SCHOOL, given | values, sign)
    assert sentence in str(told.value)
    assert (quick.root / SCHOOL).read_bytes() == before
    assert quick.told() == []


def test_a_day_that_has_not_come_is_refused_with_its_place(quick: Desk) -> None:
    office = Desk(quick.root, problems_today)
    given, sign = form(office, SCHOOL)
    with pytest.raises(RefusedError, match=r"^Not saved\. school\.yml:\d+:\d+: .* 31 December 2099 .* has not come"):
        save(office, SCHOOL, given | {"policy_reviewed": "2099-12-31"}, sign)
    assert "2099" not in (quick.root / SCHOOL).read_text(encoding="utf-8")


def clause(values: dict[str, object], identity: str) -> dict[str, object]:
    """Give an entry of the form of the clauses, to be changed there."""
    listed = values["clauses"]
    assert isinstance(listed, list)
    return next(entry for entry in listed if entry["id"] == identity)


def test_a_clause_is_changed_in_its_lines_alone_and_every_note_stays(desk: Desk) -> None:
    before = (desk.root / CLAUSES).read_text(encoding="utf-8")
    values, sign = form(desk, CLAUSES)
    changed = clause(values, "safe-passwords")
    assert changed["plain"] == {
        "learners": "Use safe passwords.", "parents": "To use safe passwords.", "staff": "To use safe passwords.",
    }  # fmt: skip
    changed["plain"] |= {"parents": "To use passwords that are safe: long ones.", "governors": ""}
    del changed["picture"], changed["young"]
    changed["homes"] = ["parents/passwords-privacy-location.md"]
    save(desk, CLAUSES, values, sign)
    first, last = "  - id: safe-passwords\n", "  - id: right-for-age\n"
    above, lines, below = before.partition(first)[0], before.partition(first)[2], before.partition(last)[2]
    lines = lines.partition(last)[0]
    for old, new in (
        ("parents: To use safe passwords.", 'parents: "To use passwords that are safe: long ones."'),
        ("    picture: key\n    young: I use a safe password.\n", ""),
        (", parents/worries/scams-and-spending.md", ""),
    ):
        assert lines.count(old) == 1
        lines = lines.replace(old, new)
    assert (desk.root / CLAUSES).read_text(encoding="utf-8") == above + first + lines + last + below
    assert desk.told() == []


@pytest.mark.parametrize(
    ("identity", "values", "sentence"),
    [
        (
            "safe-passwords",
            {"young": "I always use a very safe password."},
            "“young” has 7 words; it may have at most 6.",
        ),
        ("safe-passwords", {"homes": ["parents/password.md"]}, "There is no page “parents/password.md” under docs/."),
        ("safe-passwords", {"id": "safe-password"}, "The policy has no clause “safe-password”."),
        ("safe-passwords", {"id": "purpose"}, "Two entries are of the clause “purpose”. Keep one."),
        ("purpose", {"plain": {"learners": "We are safe."}}, "There are no plain words for “everyone”."),
    ],
)
def test_a_mistake_in_a_clause_is_refused_with_its_sentence_and_place(
    desk: Desk, identity: str, values: dict[str, object], sentence: str
) -> None:
    before = (desk.root / CLAUSES).read_bytes()
    given, sign = form(desk, CLAUSES)
    clause(given, identity).update(values)
    with pytest.raises(RefusedError, match=rf"^Not saved\. {CLAUSES}:\d+:\d+: ") as told:
        save(desk, CLAUSES, given, sign)
    assert sentence in str(told.value)
    assert (desk.root / CLAUSES).read_bytes() == before


def test_a_colour_that_is_taken_away_goes_with_its_line(quick: Desk) -> None:
    values, sign = form(quick, SCHOOL)
    save(quick, SCHOOL, values | {"colours": {"accent": "#7a1f3d", "early_years": "#ffd6e8"}}, sign)
    values, sign = form(quick, SCHOOL)
    assert values["colours"] == {"accent": "#7a1f3d", "early_years": "#ffd6e8"}
    save(quick, SCHOOL, values | {"colours": {"accent": "#7a1f3d"}}, sign)
    assert yaml.safe_load((quick.root / SCHOOL).read_text(encoding="utf-8"))["colours"] == {"accent": "#7a1f3d"}


def test_what_another_program_has_changed_is_not_written_over(quick: Desk) -> None:
    values, sign = form(quick, SCHOOL)
    file = quick.root / SCHOOL
    file.write_text(file.read_text(encoding="utf-8").replace("short_name: Elmfield", "short_name: Elm"))
    with pytest.raises(RefusedError, match=OTHERS):
        save(quick, SCHOOL, values, sign)
    assert "short_name: Elm\n" in file.read_text(encoding="utf-8")


def test_what_is_wrong_in_another_file_after_a_save_is_told_and_the_save_stays(desk: Desk) -> None:
    values, sign = form(desk, APPS)
    apps = values["apps"]
    assert isinstance(apps, list)
    page = desk.root / PAGE
    page.write_text(page.read_text(encoding="utf-8") + "\n[TikTok](apps-and-games.md#tiktok)\n", encoding="utf-8")
    desk.look()
    save(desk, APPS, {"apps": [app for app in apps if app["id"] != "tiktok"]}, sign)
    read = yaml.safe_load((desk.root / APPS).read_text(encoding="utf-8"))
    assert "tiktok" not in {app["id"] for app in read["apps"]}
    assert any(problem.path == PAGE and "tiktok" in problem.sentence for problem in desk.told())


def test_the_words_of_a_page_are_saved_and_its_head_stays(quick: Desk) -> None:
    before = (quick.root / PAGE).read_text(encoding="utf-8")
    content, sign = quick.read(PAGE)
    head, body = content.decode().removeprefix("---\n").split("\n---\n", 1)
    new = body.strip("\n") + "\n\nOne more sentence."
    quick.save(PAGE, f"---\n{yaml.safe_dump(yaml.safe_load(head))}---\n\n{new}\n".encode(), sign)
    assert (quick.root / PAGE).read_text(encoding="utf-8") == before.rstrip("\n") + "\n\nOne more sentence.\n"


def test_a_lesson_is_saved_as_it_is_typed_and_refused_where_it_is_wrong(desk: Desk) -> None:
    content, sign = desk.read(LESSON)
    assert content == (desk.root / LESSON).read_bytes()
    with pytest.raises(RefusedError, match="The steps add up to 30 minutes"):
        desk.save(LESSON, content.replace(b"minutes: 30\n", b"minutes: 35\n", 1), sign)
    assert (desk.root / LESSON).read_bytes() == content


def test_line_ends_of_windows_stay(quick: Desk) -> None:
    file = quick.root / SCHOOL
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    values, sign = form(quick, SCHOOL)
    save(quick, SCHOOL, values | {"office": {"phone": "01632 960123"}}, sign)
    after = file.read_bytes()
    assert b"  phone: 01632 960123\r\n" in after
    assert after.count(b"\n") == after.count(b"\r\n")


def test_a_picture_is_written_with_the_file_that_names_it_and_not_before(quick: Desk) -> None:
    path = f"{PICTURES}/oak.svg"
    quick.save(path, SVG, "")
    assert not (quick.root / path).exists()
    assert quick.read(path)[0] == SVG
    values, sign = form(quick, SCHOOL)
    save(quick, SCHOOL, values | {"crest": f"/{path}", "crest_alt": "An oak."}, sign)
    assert (quick.root / path).read_bytes() == SVG
    assert quick.told() == []


def test_a_picture_that_is_too_large_for_any_page_is_refused_at_once(quick: Desk) -> None:
    with pytest.raises(RefusedError, match=r"the picture is 3\.0 MB"):
        quick.save(f"{PICTURES}/oak.svg", SVG + b" " * 3 * 1024 * 1024, "")


def test_a_crest_that_is_too_large_is_refused_and_nothing_is_left(desk: Desk) -> None:
    path = f"{PICTURES}/oak.svg"
    values, sign = form(desk, SCHOOL)
    desk.save(path, SVG + b" " * 50 * 1024, "")
    with pytest.raises(RefusedError, match="The crest is 50 kB"):
        save(desk, SCHOOL, values | {"crest": f"/{path}", "crest_alt": "An oak."}, sign)
    assert not (desk.root / path).exists()
    assert desk.told() == []


@pytest.mark.parametrize("path", ["mkdocs.yml", "../school.yml", "docs/policy/index.md", f"{PICTURES}/../../x.svg"])
def test_a_file_without_a_form_is_neither_read_nor_saved(quick: Desk, path: str) -> None:
    with pytest.raises(KeyError):
        quick.read(path)
    with pytest.raises(RefusedError, match="has no form here"):
        quick.save(path, b"x", "")


def test_all_that_is_offered_can_be_read(quick: Desk) -> None:
    paths = quick.paths()
    assert {SCHOOL, APPS, PAGE, LESSON} <= set(paths)
    for path in paths:
        content, sign = quick.read(path)
        assert content, path
        assert sign, path


def test_the_check_of_the_command_line_agrees(desk: Desk) -> None:
    values, sign = form(desk, SCHOOL)
    days = ["2026-09-02", "2026-11-02", "2027-01-05", "2027-02-22", "2027-04-12", "2027-06-01"]
    save(desk, SCHOOL, values | {"half_terms": days, "frame_ancestors": []}, sign)
    read = json.loads(json.dumps(yaml.load((desk.root / SCHOOL).read_text(encoding="utf-8"), yaml.BaseLoader)))
    assert read["half_terms"] == days
    command = [sys.executable, "-m", "macros", "--root", str(desk.root), "check"]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout.startswith("All is well")


def test_a_save_that_cannot_be_judged_leaves_the_file_as_it_was(project: Path) -> None:
    found: Iterator[list[Problem] | OSError] = iter(([], OSError(28, "No space left on device")))

    def check(root: Path, cache: RoundCache) -> list[Problem]:
        answer = next(found)
        if isinstance(answer, OSError):
            raise answer
        return answer

    desk = Desk(project, check)
    before = (project / SCHOOL).read_bytes()
    values, sign = form(desk, SCHOOL)
    with pytest.raises(OSError, match="No space left"):
        save(desk, SCHOOL, values | {"office": {"phone": "01632 960123"}}, sign)
    assert (project / SCHOOL).read_bytes() == before
