"""What the lessons claim to teach agrees with what was found by reading all of them, statement by statement."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

# As an independent reader numbered them: Early Years to Year 6, by strand and by year.
BY_STRAND = {
    "self-image-and-identity": 16,
    "online-relationships": 31,
    "online-reputation": 15,
    "online-bullying": 19,
    "managing-online-information": 42,
    "health-wellbeing-and-lifestyle": 17,
    "privacy-and-security": 25,
    "copyright-and-ownership": 15,
}
BY_YEAR = {"R": 14, "1": 20, "2": 28, "3": 26, "4": 25, "5": 33, "6": 34}


@pytest.fixture(scope="module")
def statements(root: Path) -> list[dict[str, str]]:
    text = (root / "docs/_data/frameworks.yml").read_text(encoding="utf-8")
    stated: list[dict[str, str]] = yaml.load(text, yaml.BaseLoader)["statements"]
    return stated


@pytest.fixture(scope="module")
def claims(root: Path) -> list[dict[str, str]]:
    heads = [file.read_text(encoding="utf-8").split("---\n")[1] for file in root.glob("lessons/*/*/lesson.md")]
    return [claim for head in heads for claim in yaml.load(head, yaml.BaseLoader)["teaches"]]


def test_every_statement_of_the_eight_strands_is_there(statements: list[dict[str, str]]) -> None:
    assert Counter(one["strand"] for one in statements if "strand" in one) == BY_STRAND
    assert Counter(one["year"] for one in statements if "year" in one) == BY_YEAR
    assert Counter(one["curriculum"] for one in statements) == {
        "Education for a Connected World": 180,
        "RSHE 2025": 39,
        "National curriculum computing": 9,
        "Early learning goals": 5,
    }


def test_lessons_claim_just_what_was_found_to_be_taught(
    statements: list[dict[str, str]], claims: list[dict[str, str]]
) -> None:
    whole = {claim["id"] for claim in claims if claim.get("part") != "yes"}
    part = {claim["id"] for claim in claims} - whole
    for one in statements:
        claimed = "whole" if one["id"] in whole else "in part" if one["id"] in part else "not yet"
        assert one.get("taught", "whole") == claimed, one["id"]


def test_what_stands_in_the_guidance_and_is_left_to_other_lessons_is_claimed_by_none(
    claims: list[dict[str, str]],
) -> None:
    # The body and touch are the school's own RSHE; the others need a lesson that is not written yet.
    assert not {"BS-3", "RK-5", "RK-10", "FA-1", "NC1c", "NC1d"} & {claim["id"] for claim in claims}
