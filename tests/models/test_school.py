"""The facts about a school, and what is said where one is not known."""

from __future__ import annotations

import pytest

from macros.models.school import School
from tests.models.telling import made, told

SCHOOL = "name: A School\nshort_name: A\nwebsite: https://a.sch.uk\nsafeguarding:\n  named_in_policy: B\n"


def test_a_fact_is_given_by_its_way() -> None:
    school = made(School, SCHOOL + "office: {phone: 01234 567890}\n")
    assert school.fact("office.phone") == "01234 567890"
    assert school.fact("safeguarding.named_in_policy") == "B"


@pytest.mark.parametrize(
    "way", ["office.phone", "phone_rules", "safeguarding.lead", "safeguarding.deputies", "site_address"]
)
def test_a_fact_that_the_school_has_not_given_is_none(way: str) -> None:
    assert made(School, SCHOOL + "office:\n  phone:\nphone_rules:\n").fact(way) is None


@pytest.mark.parametrize("way", ["offices", "office.fax", "name.first", "", "office.", "model_fields", "__class__"])
def test_a_fact_that_there_is_not_is_refused(way: str) -> None:
    with pytest.raises(KeyError):
        made(School, SCHOOL).fact(way)


def test_an_unknown_name_is_told() -> None:
    assert told(School, SCHOOL + "ofice: {}\n") == [
        "6:1: “ofice” is not a name that is known here. Did you mean “office”?"
    ]


def test_an_office_without_anything_under_it_is_told() -> None:
    assert told(School, SCHOOL + "office:\n") == [
        "6:8: “office” is empty. Write something after the colon, or take the line out if it is not needed."
    ]


def test_the_words_of_a_list_of_facts_are_words() -> None:
    school = made(School, SCHOOL + "  deputies: [Ms C, Mr D]\n")
    assert school.fact("safeguarding.deputies") == "Ms C, Mr D"


@pytest.mark.parametrize("way", ["office", "safeguarding"])
def test_a_group_of_facts_is_not_a_fact(way: str) -> None:
    with pytest.raises(KeyError):
        made(School, SCHOOL + "office: {phone: 01234}\n").fact(way)
