"""Moodle's GIFT form.

Read on 22 November 2026: Moodle's importer (question/format/gift/format.php) and its page "GIFT format". It escapes
`~ = # { } :` by a backslash; a blank line ends a question; the reason for the wrong answer of a true-or-false
question comes before the one for the right answer; weights must be of Moodle's list; it has no pictures, and matching
has no reasons for each pair. Ordering is one of Moodle's own types only since 4.4, so things to order are matched. A
text is HTML unless `[plain]` says otherwise, and a text that begins with `[…]` or `%…%` is read as an order, not as
words. `$CATEGORY:` takes the rest of its line as it stands, its levels parted by one slash; a comment before a question
may hold its `[id:…]` and `[tag:…]`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from macros.exports.export import (
    FROM_BEFORE,
    NO_ROOM_FOR_UNSURE,
    UNSURE,
    UNSURE_SAYS,
    Export,
    Notes,
    fault,
    split_into,
)
from macros.exports.fitting import part_of
from macros.exports.items import HALF, Answer, Asked, Item, PlainQuiz
from macros.exports.questions import told_as
from macros.models.questions.fill_the_gap import GAP

RESERVED = re.compile(r"([\\~=#{}:])")
ARROW = "->"  # it parts the two halves of a pair, and there is no way to escape it
TAG = "online-safety"
BRACKET = re.compile(r"[][]")  # it would end a tag
ALWAYS = (
    "The reasons go along. The questions arrive in a category of their own, and have tags to find them by; a second "
    "import would bring them a second time. Moodle adds marks: in “choose every good answer” a risky choice takes some "
    "away."
)


def gift(quiz: PlainQuiz) -> Export:
    """Write a quiz for Moodle's import of GIFT."""
    notes = Notes(quiz)
    blocks: list[str] = []
    for asked in quiz.questions:
        if not asked.items:
            notes.left_out(asked, told_as(asked.kind).left_out)
            continue
        faults = [fault(item) for item in asked.items]
        if asked.kind in ("sort", "match", "put-in-order") and any(faults):
            notes.left_out(asked, next(filter(None, faults)))
            continue
        for item, found in zip(asked.items, faults, strict=True):
            if found:
                notes.left_out(asked, found, item)
        items = [item for item, found in zip(asked.items, faults, strict=True) if not found]
        if not items:
            continue
        if asked.hidden:
            notes.changed(asked, "hidden characters were taken out")
        blocks.extend(_blocks(quiz, asked, items, notes))
    content = "\n\n".join((f"// {quiz.title}", _category(quiz), *blocks)) + "\n"
    return Export(content, len(blocks), ALWAYS, notes.sentences())


def _category(quiz: PlainQuiz) -> str:
    levels = ("Online safety", *filter(None, (quiz.age, quiz.title)))
    # A slash that is doubled parts nothing.
    return f"$CATEGORY: $course$/{'/'.join(level.replace('/', '//') for level in levels)}"


def _blocks(quiz: PlainQuiz, asked: Asked, items: list[Item], notes: Notes) -> Iterator[str]:
    def begun(number: str = "") -> str:
        """Give the question's id and tags, which stay though its words change, and its name."""
        # The id of a question that is asked again has its own lesson in it.
        identity = f"{asked.id if asked.before or not quiz.id else f'{quiz.id}-{asked.id}'}{number.replace('.', '-')}"
        tags = (TAG, *((quiz.age,) if quiz.age else ()), *(("from before",) if asked.before else ()))
        told = " ".join((f"[id:{identity}]", *(f"[tag:{BRACKET.sub('', tag)}]" for tag in tags)))
        return f"// {told}\n::Q{asked.number}{number} {asked.id}::[plain]{escaped(FROM_BEFORE) if asked.before else ''}"

    if any(ARROW in text for item in items for answer in item.answers for text in (item.part, answer.text)):
        notes.changed(asked, "the sign “->” is written “→”")
    match asked.kind:
        case "true-or-false":
            notes.changed(asked, NO_ROOM_FOR_UNSURE)
            yield f"{begun()}{escaped(items[0].text)}{_true_or_false(items[0])}"
        case "sort" | "match" | "put-in-order":
            notes.changed(asked, _as_matching(asked))
            yield f"{begun()}{escaped(asked.text)}{_matching(items)}"
        case "fill-the-gap":
            if len(asked.items) > 1:
                notes.changed(asked, split_into(len(items), part_of(asked)))
            for number, item in enumerate(items, start=1):
                before, _, after = _one_way(item.part).partition(GAP)
                line = "" if after else "_____ "  # Moodle draws a line only where words follow the answers
                start = f"{begun(f'.{number}')}{escaped(asked.text)} {escaped(before)}{line}"
                yield f"{start}{_choices(item.answers)}{escaped(after)}"
        case _:
            if any(answer.weight == HALF for answer in items[0].answers):
                notes.changed(asked, "the safest choice gets full marks, and one that is okay gets half")
            yield f"{begun()}{escaped(items[0].text)}{_choices(items[0].answers, told_as(asked.kind).several)}"


def _as_matching(asked: Asked) -> str:
    said = "its reasons are given together at the end, without those for “not yet”"
    match asked.kind:
        case "sort":
            return f"each thing is matched with its group; {said}"
        case "put-in-order":
            return f"each step is matched with 1st, 2nd and so on; {said}"
    return said


def _choices(answers: tuple[Answer, ...], many: bool = False) -> str:
    good = sum(answer.good for answer in answers)
    lines = [
        f"{_weight(answer, good, len(answers) - good, many)}{_field(_one_way(answer.text))}#{_field(answer.why)}"
        for answer in answers
    ]
    return "{\n\t" + "\n\t".join((*lines, f"~{escaped(UNSURE)}#{escaped(UNSURE_SAYS)}")) + "\n}"


def _weight(answer: Answer, good: int, others: int, many: bool) -> str:
    if many:
        return f"~%{_share(good)}%" if answer.good else f"~%-{_share(others)}%"
    if answer.good:
        return "="
    return f"~%{answer.weight}%" if answer.weight else "~"


def _share(count: int) -> str:
    return f"{100 / count:.5f}".rstrip("0").rstrip(".")


def _true_or_false(item: Item) -> str:
    right, wrong = item.good[0], item.others[0]
    return f"{{{'TRUE' if right.text == 'True' else 'FALSE'}#{_field(wrong.why)}#{_field(right.why)}}}"


def _matching(items: list[Item]) -> str:
    pairs = [f"={_field(_one_way(item.part))} -> {escaped(_one_way(item.good[0].text))}" for item in items]
    pairs.append(f"= -> {escaped(UNSURE)}")  # an answer that belongs to nothing is one more to choose from
    reasons = r"\n".join(f"{escaped(item.part)}\\: {escaped(item.good[0].why)}" for item in items)
    reasons = f"[plain]{reasons}" if reasons.startswith("[") else reasons
    return "{\n\t" + "\n\t".join((*pairs, f"####{reasons}")) + "\n}"


def _one_way(text: str) -> str:
    return text.replace(ARROW, "→")


def _field(text: str) -> str:
    """Write a text that Moodle would read as an order if it began so."""
    return f"[plain]{escaped(text)}" if text.startswith(("[", "%")) else escaped(text)


def escaped(text: str) -> str:
    """Escape what means something in GIFT."""
    return RESERVED.sub(r"\\\1", text)
