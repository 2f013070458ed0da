"""A page of a lesson that is too long for a phone is told with its place, from its words alone."""

from __future__ import annotations

import re

import pytest

from macros.checks.spread_length import check_spread_length
from macros.models.lesson import Lesson
from macros.source.lesson_page import parse_lesson
from macros.source.markdown_tree import read_tree
from tests.lesson_head import lesson_head

TOP = f"""{lesson_head()}
## Begin (5 minutes)

Hello.

## A story (5 minutes)

"""
END = """

## Quiz (5 minutes)

{{ quiz("locks") }}

!!! teacher "Say"
    Hush.

!!! home
    Hush.

!!! worksheet "Draw"
    Hush.
"""
BEGINS = TOP.count("\n") + 1  # the line of the first words of the story

SCENE = '{{ scene("locks/one") }}'
CAST = '{{ picture("cast/kit-calm", alt="Kit.") }}'
SYMBOL = '{{ decoration("symbols/key") }}'
TOLD = re.compile(r"This page is about (\d+) lines? too long for a phone. Cut words, or divide it with a line “---”.")


def lines(number: int) -> str:
    """Write paragraphs of one line each."""
    return "\n\n".join(["Ha."] * number)


def chat(number: int, words: str = "Hi") -> str:
    return '!!! chat "Year 4"\n' + "\n".join(f"    Ines, 16:05: {words}" for _ in range(number))


def screen(number: int, kind: str = "settings") -> str:
    return f'!!! screen "My game" {kind}\n' + "\n".join("    Who can see it: Everyone" for _ in range(number))


def told(story: str, phase: str = "years-3-4", *, before: str = TOP, after: str = END) -> list[tuple[int, int]]:
    """Give the line of each page that is told, counted from the first of the story, and by how many it is too long."""
    document = parse_lesson(read_tree(before + story + after, "lesson.md"))
    found = []
    for problem in check_spread_length(document, Lesson.model_validate(document.data), phase):
        said = TOLD.fullmatch(problem.sentence)
        assert said, problem.sentence
        assert (problem.path, problem.column) == ("lesson.md", 1)
        found.append((problem.line - BEGINS, int(said[1])))
    return found


def longest(story: str, more: str, phase: str = "years-3-4") -> int:
    """Give how often something may follow on a page before it is too long."""
    return next(number for number in range(100) if told(story + f"\n\n{more}" * (number + 1), phase))


def test_a_short_page_is_not_told() -> None:
    assert told(f"{SCENE}\n\n{lines(3)}") == []


def test_a_page_that_is_too_long_is_told_with_its_place_and_by_how_many_lines() -> None:
    # A line of 18 px takes 26 and 5 between it and the next. Of 740 px, the header, heading and buttons take 190.
    assert told(lines(30)) == [(0, 16)]
    assert told(lines(18)) == [(0, 1)]


def test_the_page_in_the_midst_of_others_is_told() -> None:
    story = f"{SCENE}\n\nOne.\n\n{CAST}\n\n{lines(30)}\n\n{SCENE}\n\nTwo."
    assert [line for line, _ in told(story)] == [4]


def test_a_page_that_is_divided_fits() -> None:
    assert told(f"{lines(14)}\n\n---\n\n{lines(14)}") == []
    assert [line for line, _ in told(f"{lines(14)}\n\n---\n\n{lines(30)}")] == [30]


def test_a_page_begun_with_a_chat_is_told_where_the_chat_stands() -> None:
    assert [line for line, _ in told(f"{SCENE}\n\nOne.\n\n{chat(20)}")] == [4]


def test_long_words_take_more_lines_than_narrow_ones() -> None:
    assert longest("", "mammoths " * 10) < longest("", "little ills " * 8)


@pytest.mark.parametrize(
    ("what", "fewest", "most"),
    [
        ("Ha.", 15, 18),
        (f"{SCENE}\n\nHa.\n\n{SCENE}", 0, 40),  # each has a page of its own
        (chat(1), 0, 100),
        ('!!! word "key"\n    It opens.', 4, 7),
        (f"{SYMBOL}\n\nHa.", 3, 6),
        (f"{SYMBOL}\n\n{'Many words stand beside it. ' * 7}", 1, 3),
        ("- Ha.", 14, 20),
    ],
)
def test_each_thing_takes_its_room(what: str, fewest: int, most: int) -> None:
    if "scene" in what or "chat" in what:
        assert told(f"{what}\n\n" * 20) == []
    else:
        assert fewest <= longest("", what) <= most


def test_a_picture_leaves_room_for_some_lines() -> None:
    assert 8 <= longest(SCENE, "Ha.") <= 12
    assert longest(SCENE, "Ha.") < longest(CAST, "Ha.") < longest("", "Ha.")


def test_the_youngest_have_larger_letters_and_a_larger_friend() -> None:
    room = [longest("", "Ha.", phase) for phase in ("early-years", "years-1-2", "years-3-4")]
    assert room == sorted(room)
    assert len(set(room)) == 3
    friend = [longest("", "Ha.", phase) - longest(CAST, "Ha.", phase) for phase in ("early-years", "years-1-2")]
    assert friend[0] > friend[1]


def test_a_chat_and_a_screen_are_counted_line_by_line() -> None:
    assert told(chat(5, "Is anyone coming on Saturday this week?")) == []
    assert told(chat(14))
    assert told(screen(6)) == []
    assert told(screen(20))
    assert told(screen(12, "feed"))
    assert not told(screen(12, "settings"))


def test_what_a_chat_says_besides_messages_is_counted() -> None:
    typing = "\n    Ines is typing"
    notice = "\n    - Ines made this group"
    sticker = "\n    Ines, 16:05: [sticker: a dancing cat]"
    for more in (typing, notice, sticker):
        assert told(chat(3) + more * 20), more
        assert not told(chat(3) + more), more


def test_a_table_is_counted_row_by_row() -> None:
    head = "| A | B |\n| --- | --- |\n"
    assert told(head + "| One | Two |\n" * 5) == []
    assert told(head + "| One | Two |\n" * 20)
    assert told(head + f"| {'One two three ' * 6} | Two |\n" * 5)


def test_what_is_read_aloud_waits_behind_its_button() -> None:
    assert told(f"{SCENE}\n\nHa.\n\n!!! aloud\n    {'Once upon a time. ' * 100}", "early-years") == []
    assert longest(SCENE + "\n\n!!! aloud\n    Hush.", "Ha.", "early-years") < longest(SCENE, "Ha.", "early-years")


def test_marks_take_no_room() -> None:
    words = " ".join(["it **is** *so*"] * 60)
    assert told(words) == told(words.replace("*", ""))


def first_page(before: str, phase: str) -> int:
    """Give how many lines the first page of a lesson has room for."""
    return next(
        number for number in range(50) if told("Ha.", phase, before=before.replace("Hello.", lines(number + 1)))
    )


def test_the_first_page_has_the_lessons_name_above_it_and_for_the_older_its_outcome() -> None:
    long_name = TOP.replace("title: Locks", f"title: {'Locks and keys ' * 6}")
    long_outcome = TOP.replace("I can lock it.", f"I can lock it.{' And keep it so.' * 9}")
    for phase in ("years-1-2", "years-3-4"):
        assert first_page(long_name, phase) < first_page(TOP, phase)
    assert first_page(long_outcome, "years-1-2") == first_page(TOP, "years-1-2")
    assert first_page(long_outcome, "years-3-4") < first_page(TOP, "years-3-4") < longest("", "Ha.")


def test_a_quiz_is_not_counted() -> None:
    asked = '{{ quiz("locks") }}'
    long = END.replace(asked, f"{lines(30)}\n\n{asked}")
    assert told("Ha.", after=long) == []
    assert len(told("Ha.", after=long.replace(asked, f"{SCENE}\n\n{asked}"))) == 1
