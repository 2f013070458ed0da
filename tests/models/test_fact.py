"""Facts that change: each has an id of its own, and is whole sentences."""

from __future__ import annotations

from macros.models.fact import Facts
from tests.models.telling import made, told

FACT = "- {id: a, text: It is planned., checked: 2026-11-22, source: A page.}\n"


def test_a_fact_has_its_words_and_its_day() -> None:
    (fact,) = made(Facts, "facts:\n" + FACT).facts
    assert (fact.text, fact.checked.isoformat()) == ("It is planned.", "2026-11-22")


def test_two_facts_with_one_id_are_told() -> None:
    assert told(Facts, "facts:\n" + FACT + FACT) == ["3:8: The id “a” is taken. Give each fact its own."]


def test_a_fact_that_is_no_whole_sentence_is_told() -> None:
    assert told(Facts, "facts:\n" + FACT.replace("planned.", "planned")) == [
        "2:17: A fact is whole sentences: end it with a full stop. The day of its check comes after it."
    ]


def test_a_fact_without_a_day_or_a_source_is_told() -> None:
    assert told(Facts, "facts:\n- {id: a, text: It is., checked: soon}\n") == [
        "2:3: “source” is missing here. Add a line “source: …”.",
        "2:34: “checked” must be a date such as 2026-11-22.",
    ]


def test_no_facts_at_all_is_told() -> None:
    assert told(Facts, "facts: []\n") == ["1:8: “facts” needs at least 1 and has 0."]
