"""Finds the sections, points and sub-points of a policy in its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from macros.takeover.paragraphs import Paragraph

LONGEST_TITLE = 12  # words
MOST_BEFORE_TITLE = 5  # paragraphs among which a title is looked for
DATED = re.compile(r"approv|review|ratif|adopt|sign|version|author|date|chair|governor", re.IGNORECASE)
PAIR = re.compile(r"(?P<name>[^:]{3,60}?)\s*:\s+(?P<value>\S.{0,80})")


@dataclass
class Point:
    """A point or a sub-point.

    Attributes:
        text: its words.
        printed: the number or letter that the policy prints before it, or "".
        level: 0 for a point, 1 for a sub-point.
        reference: the number that the page shows.
        id: its id, once it has one.
    """

    text: str
    printed: str = ""
    level: int = 0
    reference: str = ""
    id: str = ""

    @property
    def keeps_number(self) -> bool:
        """Whether its printed number is another than the one that would be counted, and stays in front of its words."""
        return "." in self.printed and self.printed == self.reference


@dataclass
class Section:
    """A section: its heading and what stands under it, in order.

    Attributes:
        title: its heading; "" where the policy has none.
        number: the number or letter that is printed before it, or "".
        level: 2 or 3.
        body: its points; words that are no points, and rows of tables, as they are.
        id: its id, once it has one.
    """

    title: str
    number: str = ""
    level: int = 2
    body: list[Point | str | tuple[str, ...]] = field(default_factory=list)
    id: str = ""

    @property
    def points(self) -> list[Point]:
        """Its points and sub-points, in order."""
        return [part for part in self.body if isinstance(part, Point)]


@dataclass
class Draft:
    """A policy whose points have no ids yet.

    Attributes:
        title: what stands over it, or "".
        approval: what it says at its top of its approval: name and value.
        sections: its sections, in order.
        before: words that stand over the first section and are none of these.
    """

    title: str = ""
    approval: list[tuple[str, str]] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    before: list[str] = field(default_factory=list)

    @property
    def points(self) -> list[Point]:
        """Every point and sub-point, in order."""
        return [point for section in self.sections for point in section.points]


def structure_of(paragraphs: Sequence[Paragraph], title: str = "", school: str = "") -> Draft:
    """Find what a policy is made of.

    Args:
        paragraphs: the policy.
        title: its title, where that is known.
        school: the school's name, which many policies print over their title.
    """
    headings = list(_headings(paragraphs))
    draft = Draft()
    rest = _head(draft, list(zip(paragraphs, headings, strict=True)), title, school)
    for number, (paragraph, level) in enumerate(rest):
        if level:
            draft.sections.append(Section(paragraph.text, paragraph.mark.replace("•", ""), level))
            continue
        if not draft.sections:
            draft.sections.append(Section(""))
        before = rest[number - 1][0] if number and not rest[number - 1][1] else None
        _put(draft.sections[-1], paragraph, before, _numbered_points(rest, number))
    _count(draft)
    return draft


def is_title(words: str) -> bool:
    """Tell whether words could be a heading: few, and no sentence."""
    few = len(words.split()) <= LONGEST_TITLE and len(words) <= 100
    pair = PAIR.fullmatch(words)
    return (
        few
        and not (pair and DATED.search(pair["name"]))
        and words[0].isalnum()
        and not words[0].islower()
        and words[-1] not in ".:;,"
    )


def _headings(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """Give the level of each paragraph that is a heading (2 or 3), and 0 of each that is none."""
    levels = sorted({one.heading for one in paragraphs if one.heading})
    # The largest heading of a document is often its title alone.
    if len(levels) > 1 and sum(one.heading == levels[0] for one in paragraphs) == 1:
        levels = levels[1:]
    for number, one in enumerate(paragraphs):
        before = paragraphs[number - 1] if number else None
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if one.heading:
            deep = one.mark.count(".") if one.mark else 0
            yield 3 if deep or (levels and one.heading > levels[0]) else 2
        elif "." in one.mark and after and after.mark.startswith(f"{one.mark}."):
            yield 3
        elif one.cells or one.mark == "•" or not after or not is_title(one.text):
            yield 0
        elif "." in one.mark:
            yield 3 if not after.mark or after.mark == "•" else 0
        elif one.mark:
            small = one.mark.islower() or (before is not None and before.text.endswith(":"))
            row = any(other is not None and _next_to(one, other) for other in (before, after))
            yield 0 if small or row else 2
        else:
            listed = before is not None and (before.text.endswith(":") or not one.alone)
            yield 0 if levels or listed else 2


def _next_to(one: Paragraph, other: Paragraph) -> bool:
    """Tell whether two marks follow each other, as in a list: 1 and 2, A and B."""
    if not other.mark or "." in other.mark or other.mark == "•" or other.heading:
        return False
    if one.mark.isdecimal() and other.mark.isdecimal():
        return abs(int(one.mark) - int(other.mark)) == 1
    return len(one.mark) == len(other.mark) == 1 and abs(ord(one.mark) - ord(other.mark)) == 1


def _head(draft: Draft, read: list[tuple[Paragraph, int]], title: str, school: str) -> list[tuple[Paragraph, int]]:
    """Take the title and the rows of the approval from what stands at the top; give the rest."""
    draft.title = title
    wanted = title.casefold()
    rest = list(read)
    if not title:
        begins = enumerate(read[:MOST_BEFORE_TITLE])
        at = next((at for at, (one, _) in begins if not one.mark and is_title(one.text) and _names_policy(one)), None)
        if at is not None and not any(one.mark or one.cells for one, _ in read[:at]):
            draft.title = read[at][0].text
            draft.before = [one.text for one, _ in read[:at] if one.text.casefold() != school.casefold()]
            rest = rest[at + 1 :]
    while rest:
        paragraph, level = rest[0]
        words = paragraph.text
        pair = PAIR.fullmatch(words)
        if len(paragraph.cells) == 2 and DATED.search(paragraph.cells[0]):
            draft.approval.append((paragraph.cells[0].rstrip(":"), paragraph.cells[1]))
        elif pair and DATED.search(pair["name"]) and not level and not paragraph.mark:
            draft.approval.append((pair["name"], pair["value"]))
        elif words.casefold() in (wanted, school.casefold()) and words:
            pass
        else:
            break
        rest.pop(0)
    return rest


def _names_policy(paragraph: Paragraph) -> bool:
    return bool(re.search(r"\bpolic(?:y|ies)\b", paragraph.text, re.IGNORECASE))


def _numbered_points(rest: Sequence[tuple[Paragraph, int]], number: int) -> bool:
    """Tell whether a section prints numbers before its points: then what has none is no point."""
    begin = number
    while begin and not rest[begin - 1][1]:
        begin -= 1
    for paragraph, level in rest[begin:]:
        if level:
            return False
        if paragraph.mark and paragraph.mark != "•" and not paragraph.mark.islower():
            return True
    return False


def _put(section: Section, paragraph: Paragraph, before: Paragraph | None, numbered: bool) -> None:
    if paragraph.cells:
        section.body.append(paragraph.cells)
    elif not paragraph.mark:
        listed = before is not None and not before.cells and before.text.endswith(":") and not paragraph.alone
        if listed:
            section.body.append(Point(paragraph.text, level=1))
        else:
            section.body.append(paragraph.text if numbered else Point(paragraph.text))
    else:
        section.body.append(Point(paragraph.text, paragraph.mark.replace("•", ""), _level(section, paragraph, before)))


def _level(section: Section, paragraph: Paragraph, before: Paragraph | None) -> int:
    if not section.points or isinstance(section.body[-1], tuple):
        return 0
    if "." in paragraph.mark:
        depth = section.number.count(".") + 1 if section.number else 1
        return int(paragraph.mark.count(".") > depth)
    if paragraph.mark.islower():
        return 1
    if paragraph.mark != "•":
        return 0
    if before is None:
        return 0
    last = section.points[-1]
    if before.mark == "•":
        if paragraph.indent == before.indent:
            return last.level
        return int(paragraph.indent > before.indent)
    return int(before.text.endswith(":") or bool(before.mark))


def _count(draft: Draft) -> None:
    """Give each point the number that the page will show: its own, where that is another than the one counted."""
    printed = {section.number for section in draft.sections if section.number}
    free = 0 if printed else 1
    for place, section in enumerate(draft.sections):
        number = section.number
        if not number:
            free = max(free, 1) if place else free
            while str(free) in printed:
                free += 1
            number = str(free)
            printed.add(number)
        point = part = 0
        for one in section.points:
            if one.level and point:
                part += 1
                counted = f"{number}.{point}({chr(ord('a') + part - 1)})"
            else:
                one.level = 0
                point, part = point + 1, 0
                counted = f"{number}.{point}"
            one.reference = one.printed if "." in one.printed and one.printed != counted else counted
            if one.printed == counted:
                one.printed = ""
