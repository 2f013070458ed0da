"""Everyone of the cast is drawn always the same, and nobody is there twice."""

from __future__ import annotations

from macros.models.cast import Cast
from tests.models.telling import made, told

CAST = (
    "cast:\n"
    "  - {id: pip, name: Pip, pronoun: she, age: four, world: early-years, family: Lives with Nan., line: A robin.,"
    " looks: {species: robin}}\n"
)
NAN = CAST.replace("cast:\n", "").replace("pip", "nan").replace("Pip", "Nan")


def test_one_of_the_cast_is_read_and_is_as_large_as_a_child() -> None:
    pip = made(Cast, CAST).by_id()["pip"]
    assert (pip.name, pip.looks.species, pip.looks.size, pip.looks.wears) == ("Pip", "robin", 1, ())


def test_two_with_one_id_or_name_are_told() -> None:
    assert told(Cast, CAST + NAN.replace("id: nan", "id: pip")) == [
        "3:10: Two of the cast have the id “pip”. Give each their own."
    ]
    assert told(Cast, CAST + NAN.replace("name: Nan", "name: Pip")) == [
        "3:21: Two of the cast have the name “Pip”. Give each their own."
    ]


def test_a_name_may_be_in_two_worlds() -> None:
    assert told(Cast, CAST + NAN.replace("name: Nan", "name: Pip").replace("early-years", "years-1-2")) == []


def test_a_pronoun_that_is_none_is_told() -> None:
    (said,) = told(Cast, CAST.replace("pronoun: she", "pronoun: shee"))
    assert "“shee” is not known as “pronoun”. Did you mean “she”?" in said


def test_a_colour_that_is_none_is_told() -> None:
    (said,) = told(Cast, CAST.replace("species: robin", 'species: robin, colours: {coat: "brown"}'))
    assert "must be “#” and six digits" in said


def test_whoever_is_no_animal_is_a_human() -> None:
    person = "{build: eight, skin: tan, hair: puffs}"
    assert told(Cast, CAST.replace("species: robin", f"person: {person}")) == []
    for looks in (f"species: robin, person: {person}", "size: 1"):
        (said,) = told(Cast, CAST.replace("species: robin", looks))
        assert "either “species” for a bird or an animal, or “person” for a human" in said


def test_a_tone_of_skin_that_is_not_there_is_told() -> None:
    (said,) = told(Cast, CAST.replace("species: robin", "person: {build: eight, skin: tann, hair: puffs}"))
    assert "“tann” is not known as “skin”. Did you mean “tan”?" in said
