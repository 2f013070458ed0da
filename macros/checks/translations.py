"""Checks the translations: that each is of the English, line for line, and names numbers that there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath

from macros.models.help_route import COUNCIL, COUNCIL_AT_NIGHT, HelpRoute
from macros.models.translation import PLACE, Translation, places_of
from macros.problems import Problem, did_you_mean
from macros.source import Document


def check_translations(
    found: Mapping[str, tuple[Document, Translation | None]], routes: Collection[HelpRoute], original_path: str
) -> Iterator[Problem]:
    """Find a translation in a file of another name, one that is not of the English, and a number that is not there.

    Args:
        found: each file, by its path, and what it holds; None for one that has problems of its own.
        routes: the help routes.
        original_path: where the English is.
    """
    if original_path not in found:
        yield Problem(original_path, 1, 1, "This file is missing: the English, of which the others are translations.")
    _, original = found.get(original_path, (None, None))
    for path, (document, translation) in found.items():
        if translation is None:
            continue
        if translation.language != PurePosixPath(path).stem:
            sentence = f"This file is called “{PurePosixPath(path).name}”. Name it “{translation.language}.yml”."
            yield document.problem(sentence, ("language",))
        yield from _numbers(document, translation, routes)
        if original and translation is not original:
            yield from _beside(document, translation, original)


def _numbers(document: Document, translation: Translation, routes: Collection[HelpRoute]) -> Iterator[Problem]:
    reached = {f"{{{route.id}}}" for route in routes if route.phone}
    # A line with a number of the council's is left out while the school does not know it.
    reached |= {f"{{{COUNCIL}}}", f"{{{COUNCIL_AT_NIGHT}}}"}
    reached |= {f"{{{route.id} email}}" for route in routes if route.email}
    for number, line in enumerate(translation.lines):
        for place in PLACE.finditer(line):
            if place[0] not in reached:
                what = "an email address" if place["email"] else "a phone number"
                known = did_you_mean(place[0], reached)
                yield document.problem(f"There is no help route {place[0]} with {what}.{known}", ("lines", number))
        if "{" in PLACE.sub("", line):
            sentence = "A number stands here as {police}: the id of its help route in braces. Mend the braces."
            yield document.problem(sentence, ("lines", number))


def _beside(document: Document, translation: Translation, original: Translation) -> Iterator[Problem]:
    here, there = len(translation.lines), len(original.lines)
    if here != there:
        sentence = f"This has {here} lines, and the English has {there}. Translate it line for line."
        yield document.problem(sentence, ("lines",), key=True)
        return
    for number, (line, english) in enumerate(zip(translation.lines, original.lines, strict=True)):
        if places_of(line) != places_of(english):
            wanted = ", ".join(places_of(english)) or "none"
            sentence = f"The same line of the English names these numbers: {wanted}. Name them here too, and no others."
            yield document.problem(sentence, ("lines", number))
