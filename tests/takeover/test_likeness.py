"""A point gets the id of the clause that it is most like, with a figure; whatever is like none gets its own."""

from __future__ import annotations

from macros.models.policy import Clause, Policy, Section
from macros.takeover.likeness import propose
from macros.takeover.paragraphs import paragraphs_of
from macros.takeover.structure import Draft, structure_of

CLAUSES = (
    Clause(id="aims", reference="1.1", text="Oak School keeps every child safe on social media at all times."),
    Clause(id="advised", reference="1.2", text="Learners will be advised on these things as they grow:"),
    Clause(id="passwords", reference="1.2(a)", text="to use safe passwords.", part_of="advised"),
)
KNOWN = Policy(title="P", approval=(), sections=(Section(id="s", number="1", title="Aims", clauses=CLAUSES),))
NAMES = ("Oak School", "Elm School")
TEXT = """Our aims

- Elm School keeps every child safe on social media at all times.
- Learners will be advised on these things as they grow:
    - to use safe passwords
- Lockers are painted blue every summer.
"""


def draft(text: str = TEXT) -> Draft:
    return structure_of(list(paragraphs_of(text)), "T")


def test_the_same_words_but_for_the_schools_name_are_the_same_clause() -> None:
    found = propose(draft(), KNOWN, NAMES, {})
    assert [(one.id, one.figure, one.same) for one in found] == [
        ("aims", 1.0, True),
        ("advised", 1.0, True),
        ("passwords", 1.0, True),
        ("lockers-painted-blue-every-summer", 0.0, False),
    ]


def test_a_point_is_not_the_same_where_a_sub_point_is_another_or_gone() -> None:
    for text in (
        TEXT.replace("use safe passwords", "use long new passwords"),
        TEXT.replace("    - to use safe passwords\n", ""),
    ):
        found = {one.id: one for one in propose(draft(text), KNOWN, NAMES, {})}
        assert found["advised"].figure == 1.0
        assert not found["advised"].same


def test_other_words_have_a_smaller_figure_by_hand() -> None:
    # 11 words each; one differs: 2 · 10 / 22.
    (first, *_) = propose(draft(TEXT.replace("every child", "each child")), KNOWN, NAMES, {})
    assert (first.id, round(first.figure, 3), first.same) == ("aims", round(20 / 22, 3), False)


def test_what_somebody_chose_stands() -> None:
    chosen = {"1.1": "new", "1.3": "passwords"}
    found = {one.reference: one.id for one in propose(draft(), KNOWN, NAMES, chosen)}
    assert found["1.3"] == "passwords"
    assert found["1.1"] not in ("aims", "advised", "passwords")
    assert len(set(found.values())) == 4


def test_a_new_id_is_none_that_is_taken() -> None:
    found = propose(draft(), KNOWN, NAMES, {}, taken=("lockers-painted-blue-every-summer",))
    assert found[-1].id == "lockers-painted-blue-every-summer-2"
