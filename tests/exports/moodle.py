"""Reads GIFT in the order in which Moodle's importer does, its traps among them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

SIGNS = {":": "058", "#": "035", "=": "061", "{": "123", "}": "125", "~": "126", "n": "010"}
WEIGHT = re.compile(r"^%-*([0-9]{1,2})\.?([0-9]*)%")
WEIGHTS = (100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 10, 5)
FORMATS = ("moodle", "html", "plain", "markdown")


@dataclass
class Read:
    """A question as Moodle would keep it: each text with its format."""

    kind: str
    name: str
    text: tuple[str, str]
    answers: list[tuple[tuple[str, str], float, tuple[str, str]]] = field(default_factory=list)
    pairs: list[tuple[tuple[str, str], str]] = field(default_factory=list)
    feedback: tuple[str, str] = ("", "")
    single: bool = True
    true: bool | None = None
    if_right: tuple[str, str] = ("", "")
    if_wrong: tuple[str, str] = ("", "")


def read(content: str | bytes) -> list[Read]:
    """Read all questions; what Moodle could not read is an error."""
    assert isinstance(content, str)
    blocks = re.split(r"\n[ \t]*\n", content)
    return [question for block in blocks if (question := _question(block.split("\n")))]


def _question(lines: list[str]) -> Read | None:
    text = "\n".join(" " if line.strip().startswith("//") else line for line in lines).strip()
    if not text:
        return None
    if text.startswith("$CATEGORY:"):
        return None  # where the questions that follow go; gift-pegjs reads it
    text = _kept(text)
    name = ""
    if text.startswith("::"):
        name, found, text = text[2:].partition("::")
        assert found
        text = text.strip()
    start, end = text.find("{"), text.find("}")
    assert 0 <= start < end, f"no answers: {text}"
    answers = text[start + 1 : end].strip()
    line = "" if text.endswith("}") else "_____"
    stem = text[:start] + line + text[end + 1 :]
    answers, found, general = answers.rpartition("####") if "####" in answers else (answers, "", "")
    question = Read("", _given(name), _format(stem, "moodle"))
    default = question.text[1]
    question.feedback = _format(general, default)
    if answers.startswith("#"):
        raise AssertionError("Moodle would take this for a number to be given")
    if "~" in answers:
        question.kind = "multichoice"
        question.single = "=" in answers
        for answer in filter(None, (part.strip() for part in answers.replace("=", "~=").split("~"))):
            question.answers.append(_answer(answer, default))
        assert len(question.answers) >= 2
    elif "=" in answers and "->" in answers:
        question.kind = "match"
        for pair in filter(None, (part.strip() for part in answers.split("="))):
            left, found, right = pair.partition("->")
            assert found, pair
            question.pairs.append((_format(left.strip(), default), _given(right).strip()))
    else:
        question.kind = "truefalse"
        given, wrong, right = answers.split("#", 2)
        assert given in ("TRUE", "FALSE"), given
        question.true = given == "TRUE"
        question.if_wrong, question.if_right = _format(wrong.strip(), default), _format(right.strip(), default)
    return question


def _answer(answer: str, default: str) -> tuple[tuple[str, str], float, tuple[str, str]]:
    weight = 0.0
    if answer.startswith("="):
        weight, answer = 100, answer[1:]
    elif WEIGHT.match(answer):
        _, number, answer = answer.split("%", 2)
        weight = float(number)
        assert abs(weight) in WEIGHTS, f"Moodle refuses the weight {number}"
    text, _, why = answer.partition("#")
    return _format(text.strip(), default), weight, _format(why.strip(), default)


def _format(text: str, default: str) -> tuple[str, str]:
    given = default
    if text.startswith("["):
        name, _, rest = text[1:].partition("]")
        if name in FORMATS:
            given, text = name, rest
    return _given(text).strip(), given


def _kept(text: str) -> str:
    """Put escaped signs out of the way."""
    text = text.replace("\\\\", "&&092;")
    for sign, number in SIGNS.items():
        text = text.replace(f"\\{sign}", f"&&{number};")
    return text.replace("&&092;", "\\")


def _given(text: str) -> str:
    for sign, number in SIGNS.items():
        text = text.replace(f"&&{number};", "\n" if sign == "n" else sign)
    return text
