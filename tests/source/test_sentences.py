"""Sentences are read with their places, and with what belongs to their sense."""

from __future__ import annotations

import pytest

from macros.source import read_sentences, read_tree, sentences_in


def words(text: str) -> list[str]:
    return [sentence.words for sentence in read_sentences(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("One. Two! Three", ["One.", "Two!", "Three"]),
        ("Say, “Stop.” Then go.", ["Say, “Stop.”", "Then go."]),
        ('Say, "Can you?" Then go.', ['Say, "Can you?"', "Then go."]),
        ("Bread, e.g. rolls, is good.", ["Bread, e.g. rolls, is good."]),
        ("One line\nof two. Next.", ["One line\nof two.", "Next."]),
        ("See [it](a/index.md#b). Call.", ["See [it](a/index.md#b).", "Call."]),
        ("- One\n- Two. Three.\n  Four.\n", ["One", "Two.", "Three.", "Four."]),
        ("| A. B | C |\n| - | - |\n| D | E |\n", ["| A.", "B | C |", "| D | E |"]),
        ("> Said.\n", ["Said."]),
        ("", []),
    ],
)
def test_a_text_is_read_sentence_by_sentence(text: str, said: list[str]) -> None:
    assert words(text) == said


def test_a_question_and_its_answer_are_one_sentence() -> None:
    assert words("School closed? Ring us. Then wait.") == ["School closed? Ring us.", "Then wait."]
    assert words("**Closed? Late?** Ring us.") == ["**Closed? Late?** Ring us."]
    assert words("Is it you?") == ["Is it you?"]


def test_what_someone_asks_in_quotation_marks_is_not_answered_by_the_page() -> None:
    assert words('Ask, "Is it late? Shall we?" Ring us.')[-1] == "Ring us."


def test_front_matter_and_code_hold_no_sentence() -> None:
    text = "---\ntitle: A. B.\n---\n\nOne `a. B.` two.\n\n```text\nTonight. Now.\n```\n\n"
    text += "{% raw %}Four.{% endraw %}\n\nFive.\n"
    tree = read_tree(text, "docs/a.md")
    found = sentences_in(tree, tree.blocks)
    assert [" ".join(sentence.words.split()) for sentence in found] == ["One two.", "Five."]


def test_what_stands_over_a_sentence_belongs_to_it() -> None:
    text = "# Title\n\nFirst. If it's closed:\n\n- ring us\n- write\n\nAfter.\n"
    found = {sentence.words: sentence for sentence in read_sentences(text)}
    assert found["ring us"].over == found["write"].over == "If it's closed:"
    assert found["After."].over == ""
    assert {sentence.heading for sentence in found.values()} == {"Title"}


def test_a_label_belongs_to_its_whole_paragraph_and_to_no_other() -> None:
    found = read_sentences("**Tonight.** Ring us. Or write.\n\nNext.\n")
    assert [(sentence.words, sentence.over) for sentence in found] == [
        ("Ring us.", "**Tonight.**"),
        ("Or write.", "**Tonight.**"),
        ("Next.", ""),
    ]


def test_a_box_ends_where_its_indent_ends_and_a_heading_where_the_next_begins() -> None:
    text = '## One { #one }\n\n!!! minute "Do now"\n    Ring.\n\n    - Run.\n\nAfter.\n\n### Two\n\nLast.\n'
    assert [(sentence.words, sentence.heading) for sentence in read_sentences(text)] == [
        ("Ring.", "Do now"),
        ("Run.", "Do now"),
        ("After.", "One"),
        ("Last.", "Two"),
    ]


def test_a_sentence_is_found_again_at_its_place() -> None:
    text = "---\ntitle: A\n---\n\n# A\n\n1. One. Two\n   goes on.\n"
    tree = read_tree(text, "docs/a.md")
    found = sentences_in(tree, tree.blocks)[-1]
    assert (found.place(), found.place(3), found.place(4)) == ((7, 9), (7, 12), (8, 4))
    assert found.words == "Two\ngoes on."


def test_a_sentence_of_a_row_a_quotation_and_html_has_its_place() -> None:
    text = "> > One. Two.\n\n| A | B |\n| --- | --- |\n| C | D. E |\n\n<p>F. G.</p>\n"
    places = {sentence.words: sentence.place() for sentence in read_sentences(text)}
    assert (places["Two."], places["| A | B |"], places["E |"], places["G.</p>"]) == ((1, 10), (3, 1), (5, 10), (7, 7))


def test_only_the_blocks_that_are_given_are_read() -> None:
    tree = read_tree("---\na: 1\n---\nOne.\n\n!!! home\n    Two.\n\nThree.\n", "lessons/a/b/lesson.md")
    home = [block for block in tree.blocks if block.audience == "home"]
    assert [(sentence.words, sentence.place()) for sentence in sentences_in(tree, home)] == [("Two.", (7, 5))]
