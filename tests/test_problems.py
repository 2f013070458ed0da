"""What is said when something an author wrote is not right."""

from __future__ import annotations

from macros.problems import ContentError, Problem, did_you_mean


def test_a_problem_speaks_with_file_line_and_column() -> None:
    assert str(Problem("quizzes/a.yml", 3, 7, "This is empty.")) == "quizzes/a.yml:3:7: This is empty."


def test_all_problems_are_told_once_in_the_order_of_files_and_lines() -> None:
    second = Problem("a.yml", 10, 1, "Ten.")
    first = Problem("a.yml", 9, 1, "Nine.")
    other = Problem("b.yml", 1, 1, "One.")
    error = ContentError([other, second, first, second])
    assert error.problems == (first, second, other)
    assert str(error) == "a.yml:9:1: Nine.\na.yml:10:1: Ten.\nb.yml:1:1: One."


def test_a_near_word_is_offered() -> None:
    assert did_you_mean("safe-pasword", ["known-friends", "safe-passwords"]) == " Did you mean “safe-passwords”?"


def test_a_word_in_letters_of_another_size_is_near() -> None:
    assert did_you_mean("ps-y3-1", ["BR", "PS-Y3-1", "SI-Y3-1"]) == " Did you mean “PS-Y3-1”?"


def test_a_far_word_is_answered_with_what_there_is() -> None:
    assert did_you_mean("zzz", ["tree", "key"]) == " There is “key”, “tree”."


def test_a_long_list_of_known_words_is_cut_short() -> None:
    known = [f"word-{letter}{letter}" for letter in "abcdefghij"]
    said = did_you_mean("zzz", known)
    assert said.count("“") == 8
    assert said.endswith(" and more.")


def test_nothing_is_offered_where_nothing_is_known() -> None:
    assert did_you_mean("zzz", []) == ""


def test_a_quotation_that_nobody_reads_whole_is_cut() -> None:
    problem = Problem("a.yml", 1, 1, f"“{'x' * 5_000}” is not a name. Write “{'y' * 30}”.")
    assert problem.sentence == f"“{'x' * 160}…” is not a name. Write “{'y' * 30}”."


def test_a_sentence_with_no_end_is_cut_whatever_it_quotes() -> None:
    assert len(Problem("a.yml", 1, 1, "word " * 10_000).sentence) == 901
    kept = "Write it so: " + "“a word” and " * 50
    assert Problem("a.yml", 1, 1, kept).sentence == kept
