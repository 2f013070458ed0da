"""The jobs of the page “The year”, each done as it says: the check is content, and nothing is left that contradicts."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from macros.__main__ import main
from macros.cache import RoundCache
from macros.content.library import Library
from macros.problems import ContentError
from macros.site.author_macros import macros
from macros.site.site_check import read_site
from tests.copying import copy_content
from tests.lessons import first_with

PAGE = "docs/about/the-year.md"
NO_SECTION = re.compile(r"\b(?:has no|doesn't have a|no such) section\b")
WORRY = "  - {id: scary-rumours,"
PHASES = "docs/_data/phases.yml"
GONE = first_with("\nstrand: health-wellbeing-and-lifestyle\n", "years-3-4").split("/")[2]


def change(project: Path, path: str, before: str, after: str) -> None:
    text = (project / path).read_text(encoding="utf-8")
    assert before in text, f"{path} has no “{before}”: mend this test, and {PAGE} if the job is another"
    (project / path).write_text(text.replace(before, after, 1), encoding="utf-8")


def shown(project: Path, name: str, *words: str) -> str:
    """Give what a macro shows, once the whole content has been checked."""
    made = {macro.__name__: macro for macro in macros(read_site(project), lambda: "about/index.html")}
    return str(made[name](*words))


def test_every_job_of_the_page_is_walked_here(root: Path) -> None:
    walked = {"people", "september", "years", "review", "new-point", "app", "worry", "lesson", "newsletter"}
    assert set(re.findall(r"^## .*\{ #([\w-]+) \}", (root / PAGE).read_text(encoding="utf-8"), re.MULTILINE)) == walked


def test_another_dsl_is_named_in_every_place_and_the_old_one_in_the_approved_words_alone(project: Path) -> None:
    change(project, "school.yml", "  lead:\n", "  lead: Mrs Patel\n")
    change(project, "school.yml", "  deputies: []", "  deputies: [Mr Oak]")
    said = shown(project, "contact", "dsl")
    assert "Mrs Patel" in said
    assert "Mr Oak" in said
    assert "Drury" not in said
    named = [page for page in project.glob("docs/**/*.md") if "Drury" in page.read_text(encoding="utf-8")]
    assert [page.relative_to(project).as_posix() for page in named] == ["docs/policy/index.md"]


def test_a_new_school_year_needs_its_days_alone(project: Path) -> None:
    days = "[2027-09-02, 2027-11-01, 2028-01-04, 2028-02-21, 2028-04-17, 2028-06-05]"
    change(project, "school.yml", "half_terms: []", f"half_terms: {days}")
    assert [str(day) for day in read_site(project).school.half_terms] == days.strip("[]").split(", ")
    assert main(["--root", str(project), "looked-up", "under-16", "--on", "2027-09-01"]) == 0
    assert "1 September 2027" in shown(project, "current_date", "under-16")


def test_other_years_need_their_lines_in_the_facts_alone(project: Path) -> None:
    with (project / "school.yml").open("a", encoding="utf-8") as school:
        school.write("\nteaches:\n  last_year: year-2\n  nursery: yes\n  mixed_classes: [[year-1, year-2]]\n")
    assert shown(project, "taught_years", "years") == "Nursery to Year 2"
    taught = read_site(project).as_taught()
    assert [phase.id for phase in taught.phases] == ["early-years", "years-1-2"]
    assert taught.phases[0].ages == "Nursery and Reception, ages 3 to 5"
    assert {entry.phase for entry in taught.lessons.values()} == {"early-years", "years-1-2"}


def test_the_newsletter_has_the_half_terms_of_the_year(root: Path) -> None:
    page = (root / "docs/parents/print/newsletter.md").read_text(encoding="utf-8")
    phases = yaml.safe_load((root / "docs/_data/phases.yml").read_text(encoding="utf-8"))["phases"]
    for phase in phases:
        titles = [term["title"] for term in phase["year"]]
        assert [one for one in re.findall(r"^## (.+)$", page, re.MULTILINE) if one in titles] == titles


def test_a_review_without_a_change_is_said_and_the_approved_words_stay(project: Path) -> None:
    before = (project / "docs/policy/index.md").read_bytes()
    assert "Ask the school office whether there is a newer version" in shown(project, "review_date")
    change(project, "school.yml", "policy_reviewed:\n", "policy_reviewed: 2027-03-05\n")
    said = shown(project, "review_date")
    assert "Reviewed on 5 March 2027, and nothing was changed." in said
    assert "newer version" not in said
    assert "data-due" not in said
    assert (project / "docs/policy/index.md").read_bytes() == before


def test_a_new_section_is_a_gap_and_every_sentence_that_says_there_is_none_is_listed(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = tmp_path / "old.md"
    shutil.copy(project / "docs/policy/index.md", old)
    section = "## 9. Mobile phones { #phones }\n\n- Phones stay in a locker all day.\n  { #phones-in-a-locker }\n"
    change(
        project,
        "docs/policy/index.md",
        '\n</div>\n\n<div class="policy-notes"',
        f'\n{section}\n</div>\n\n<div class="policy-notes"',
    )
    with (project / "docs/_data/clauses.yml").open("a", encoding="utf-8") as clauses:
        clauses.write("  - id: phones-in-a-locker\n    for: [parents, staff]\n    gap: yes\n")
    library = read_site(project)
    assert library.clause_uses["phones-in-a-locker"].words_for("parents") == "Phones stay in a locker all day."
    assert main(["--root", str(project), "review", str(old)]) == 0
    told = capsys.readouterr().out
    false = [
        f"{page.relative_to(project).as_posix()}:{number}:"
        for page in sorted(project.glob("docs/**/*.md"))
        if "about" not in page.parts and page.name != "review.md"
        for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), start=1)
        if NO_SECTION.search(line) and "phone" in line
    ]
    assert len(false) >= 3
    for place in false:
        assert place in told, place


def test_an_app_that_has_closed_goes_with_its_lines(project: Path) -> None:
    path = project / "docs/_data/apps.yml"
    begin, *apps = re.split(r"(?m)^(?=  - id: )", path.read_text(encoding="utf-8"))
    kept = [one for one in apps if not one.startswith("  - id: netflix-disney\n")]
    assert len(kept) == len(apps) - 1
    path.write_text(begin + "".join(kept), encoding="utf-8")
    assert len(read_site(project).apps) == len(kept)


def test_a_new_worry_is_a_page_a_line_in_the_menu_and_one_among_the_worries(project: Path) -> None:
    page = "parents/worries/late-nights.md"
    shutil.copy(project / "docs/parents/worries/screen-time.md", project / "docs" / page)
    change(project, f"docs/{page}", "title: ", "title: Late nights and ")
    change(
        project,
        "mkdocs.yml",
        "          - parents/worries/screen-time.md\n",
        f"          - parents/worries/screen-time.md\n          - {page}\n",
    )
    change(
        project,
        "docs/_data/help-routes.yml",
        WORRY,
        f"  - {{id: late-nights, name: Late nights, page: {page}}}\n{WORRY}",
    )
    routes = (project / "docs/_data/help-routes.yml").read_text(encoding="utf-8")
    (project / "docs/_data/help-routes.yml").write_text(
        routes.replace(", screen-time", ", screen-time, late-nights"), encoding="utf-8"
    )
    assert "late-nights" in [worry.id for worry in read_site(project).worries]


def read_again(project: Path, cache: RoundCache) -> Library:
    """Read the whole content, of which only what was changed is read anew."""
    cache.start_round()
    return read_site(project, cache)


def refused(project: Path, cache: RoundCache) -> set[str]:
    """Give the files that the check names; each message names the lesson that is gone."""
    with pytest.raises(ContentError) as caught:
        read_again(project, cache)
    assert all(GONE in problem.sentence for problem in caught.value.problems), str(caught.value)
    return {problem.path for problem in caught.value.problems}


def test_a_lesson_goes_when_all_that_needs_it_has_been_mended_as_the_check_says(root: Path, tmp_path: Path) -> None:
    copy, cache = copy_content(root, tmp_path / "project"), RoundCache()
    shutil.rmtree(copy / f"lessons/years-3-4/{GONE}")
    (copy / f"quizzes/years-3-4/{GONE}.yml").unlink()
    leading = [page for page in copy.glob("docs/**/*.md") if f"/{GONE}/" in page.read_text(encoding="utf-8")]
    assert leading
    assert refused(copy, cache) == {PHASES, *(page.relative_to(copy).as_posix() for page in leading)}
    text = (copy / PHASES).read_text(encoding="utf-8")
    text = re.sub(rf"^      - {GONE}/[\w-]+\n", "", text, flags=re.MULTILINE)
    text, count = re.subn(rf"(?<=\[){GONE}(?:, )?|, {GONE}(?=[,\]])", "", text)
    assert count == 1
    (copy / PHASES).write_text(text, encoding="utf-8")
    for page in leading:
        lines = page.read_text(encoding="utf-8").split("\n")
        page.write_text("\n".join(line for line in lines if f"/{GONE}/" not in line), encoding="utf-8")
    needing = refused(copy, cache)
    assert needing
    for path in needing:
        text = (copy / path).read_text(encoding="utf-8")
        text = re.sub(
            rf"(?<=\[){GONE}/[\w-]+, |, {GONE}/[\w-]+|^  {GONE}:\n(?:    .*\n)+",
            "",
            text,
            flags=re.MULTILINE,
        )
        (copy / path).write_text(text, encoding="utf-8")
    library = read_again(copy, cache)
    assert GONE not in library.lessons
    left = [page for page in copy.glob("docs/**/*.md") if f"years-3-4/{GONE}" in page.read_text(encoding="utf-8")]
    assert left == []
