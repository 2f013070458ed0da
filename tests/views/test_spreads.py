"""A lesson is cut into spreads: one picture and its words, a chat and its words, or one task."""

from __future__ import annotations

from typing import Any

from macros.models.lesson import Lesson, Message, Part, Step
from macros.views.spreads import Spread, first_pages, spreads_of, symbols_and_words

SCENE = '{{ scene("kind/one") }}'
CAST = '{{ picture("cast/kit-calm", alt="Kit.") }}'
SYMBOL = '{{ picture("symbols/stop", alt="A hand.") }}'
CHAT = Part(kind="chat", title="Year 6", text="-", messages=(Message(who="Ines", when="16:05", words="Hi"),))


def cut(*parts: Part | str) -> list[Spread]:
    made = tuple(part if isinstance(part, Part) else Part(kind="everyone", text=part) for part in parts)
    construct: Any = Lesson.model_construct  # the other fields say nothing here
    return list(spreads_of(construct(steps=(Step(title="One", minutes=1, parts=made),))))


def shown(*parts: Part | str) -> list[tuple[str | None, str | int | None, list[str | int]]]:
    return [(spread.shows, spread.picture, spread.parts) for spread in cut(*parts)]


def test_each_picture_of_the_story_begins_a_spread_with_the_words_after_it() -> None:
    text = f"{SCENE}\n\nOne.\n\n{CAST}\n\nTwo.\n\nThree."
    assert shown(text) == [("scene", SCENE, ["One."]), ("cast", CAST, ["Two.\n\nThree."])]


def test_words_with_which_a_step_begins_stand_with_its_first_picture() -> None:
    assert shown(f"Before.\n\n{SCENE}\n\nAfter.") == [("scene", SCENE, ["Before.", "After."])]


def test_symbols_of_one_task_stay_together_and_one_after_a_scene_begins_a_spread() -> None:
    assert shown(f"{SYMBOL}\n\nOne.\n\n{SYMBOL}\n\nTwo.") == [(None, None, [SYMBOL, "One.", SYMBOL, "Two."])]
    assert shown(f"{SCENE}\n\nOne.\n\n{SYMBOL}\n\nTwo.\n\n{SYMBOL}\n\nThree.") == [
        ("scene", SCENE, ["One."]),
        (None, None, [SYMBOL, "Two.", SYMBOL, "Three."]),
    ]


def test_a_chat_begins_a_spread_and_is_named_by_its_number() -> None:
    aloud = Part(kind="aloud", text="Hush.")
    assert shown(f"{SCENE}\n\nOne.", aloud, CHAT, "Two.") == [("scene", SCENE, ["One.", 2]), ("chat", 3, ["Two."])]


def test_a_quiz_stands_under_the_heading_and_the_words_of_its_step() -> None:
    quiz = Part(kind="quiz", text="kind")
    assert [
        (spread.title, *spread_of) for spread, spread_of in zip(cut("Look.", quiz), shown("Look.", quiz), strict=True)
    ] == [("One", "quiz", 2, ["Look."])]
    assert shown(f"{SCENE}\n\nOne.", quiz) == [("scene", SCENE, ["One."]), ("quiz", 2, [])]


def page(part: str | Part) -> Part:
    made = part if isinstance(part, Part) else Part(kind="everyone", text=part)
    return made.model_copy(update={"new_page": True})


def test_an_author_begins_a_page_with_words_a_symbol_or_a_new_word() -> None:
    word = Part(kind="word", title="private", text="Only for you.")
    assert shown(f"{SCENE}\n\nOne.", page("Two.")) == [("scene", SCENE, ["One."]), (None, None, ["Two."])]
    assert shown(f"{SYMBOL}\n\nOne.", page(f"{SYMBOL}\n\nTwo.\n\n{SYMBOL}\n\nThree.")) == [
        (None, None, [SYMBOL, "One."]),
        (None, None, [SYMBOL, "Two.", SYMBOL, "Three."]),
    ]
    assert shown("One.", page(word), "Two.") == [(None, None, ["One."]), (None, None, [2, "Two."])]


def test_a_picture_after_a_page_that_was_begun_has_a_page_of_its_own() -> None:
    assert shown(f"{SCENE}\n\nOne.", page(f"Two.\n\n{CAST}\n\nThree.")) == [
        ("scene", SCENE, ["One."]),
        (None, None, ["Two."]),
        ("cast", CAST, ["Three."]),
    ]
    assert shown(f"{SCENE}\n\nOne.", page(CHAT), "Two.") == [("scene", SCENE, ["One."]), ("chat", 2, ["Two."])]


def test_a_picture_after_a_task_of_symbols_has_a_page_of_its_own() -> None:
    assert shown(f"{SCENE}\n\nOne.\n\n{SYMBOL}\n\nTwo.\n\n{CAST}\n\nThree.") == [
        ("scene", SCENE, ["One."]),
        (None, None, [SYMBOL, "Two."]),
        ("cast", CAST, ["Three."]),
    ]
    assert shown(f"{SYMBOL}\n\nOne.\n\n{SCENE}\n\nTwo.") == [("scene", SCENE, [SYMBOL, "One.", "Two."])]


def test_a_page_begun_for_the_teachers_words_begins_with_what_learners_see_next() -> None:
    teacher = page(Part(kind="teacher", title="Say", text="Hush."))
    assert shown("One.", teacher, "Two.") == [(None, None, ["One."]), (None, None, ["Two."])]


def test_an_empty_page_is_none() -> None:
    assert shown(page("One."), page("Two.")) == [(None, None, ["One."]), (None, None, ["Two."])]
    assert [spread.title for spread in cut(page("One."), page("Two."))] == ["One", None]


def test_a_page_says_where_it_begins() -> None:
    spreads = cut("Before.", f"{SCENE}\n\nOne.\n\n\n{CAST}\n\nTwo.", CHAT, page("Three."))
    assert [spread.begins for spread in spreads] == [(1, 0), (2, 5), (3, 0), (4, 0)]


def test_a_symbol_has_the_words_after_it() -> None:
    assert symbols_and_words(["One.", SYMBOL, "Two.", 3, SYMBOL]) == [
        (None, ["One."]),
        (SYMBOL, ["Two.", 3]),
        (SYMBOL, []),
    ]


def test_what_is_for_adults_alone_is_in_no_spread() -> None:
    adults = [Part(kind=kind, title="T", text="SECRET") for kind in ("teacher", "home", "worksheet")]
    assert shown(*adults, "One.") == [(None, None, ["One."])]


def test_each_step_is_found_on_the_spread_where_it_begins() -> None:
    story = Part(kind="everyone", text=f"{SCENE}\n\nOne.\n\n{SCENE}\n\nTwo.")
    task = Part(kind="everyone", text="Draw.")
    construct: Any = Lesson.model_construct
    steps = (Step(title="Story", minutes=1, parts=(story,)), Step(title="Task", minutes=1, parts=(task,)))
    assert first_pages(construct(steps=steps)) == {"Story": 1, "Task": 3}
