"""Checks that a sentence of the night names only help that answers at night, and that no parent is sent to Childline.

A parent who reads at ten at night does what the page says. So a sentence with “tonight”, “closed”, “until then”, “now”
or “cannot wait” may name only help that answers day and night, or something that can be written to at any time and
that the sentence says to write to (part B of the project's collected facts). Childline is for a child to ring.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.cache import RoundCache
from macros.models.help_route import CHILDLINE, COUNCIL, COUNCIL_AT_NIGHT, HelpRoute, HelpRoutes
from macros.models.school import School
from macros.problems import Problem, did_you_mean
from macros.source import Document, Sentence, Tree, read_sentences, read_tree, sentences_in

HELP_PAGE = "docs/help/index.md"
APPROVED = "docs/policy/index.md"  # its words are the governors'
SCHOOL = "school"

NIGHT = re.compile(
    r"\b(?:tonight|at night|until then|till then|out of hours|it['’]s late|it is late|late at night|closed|this minute"
    r"|(?:can(?:['’]t|not| not)|could(?:n['’]t| not)) wait|can (?:it|this|that) (?:not )?wait)\b",
    re.IGNORECASE,
)
# “Now” is of the night where it hurries: “right now”, “danger now”, “ring the office now”. Elsewhere it is any “now”.
NOW = re.compile(
    r"\b(?:right|straight|danger|happening|safe|needs? help|do) now\b"
    r"|\b(?:ring|call|phone|email|write to|contact|report)\b[^.?!]*\bnow\b(?! (?:called|that|and then)\b)",
    re.IGNORECASE,
)
NO_DANGER = re.compile(r"\b(?:nobody|no one|not|isn['’]t|aren['’]t)\b[^.?!,;:]*\b(?:in )?danger now\b", re.IGNORECASE)
BY_DAY = re.compile(
    r"\b(?:in the day|by day|in (?:working|office|school) hours|in the morning|tomorrow|next (?:school )?day|monday"
    r"|when (?:it|the school|the office|school)(?:['’]s| is)? opens?|when they open|once it(?:['’]s| is)? open)\b",
    re.IGNORECASE,
)
BY_DAY_FIRST = re.compile(rf"{BY_DAY.pattern},\s*$", re.IGNORECASE)  # “In the day, ring …”
WRITING = re.compile(r"\b(?:emails?|write|writing|written|message|form|online|report)\b", re.IGNORECASE)
# What parts a sentence: one part can speak of the night, and the next of the day.
PART = re.compile(r"[,;:?!]|\.\s|\bor\b|\bbut\b|\band then\b|–")

AFTERWARDS = re.compile(r"\s*(?:and )?(?:then|afterwards|after that)\b", re.IGNORECASE)

PHONE = re.compile(r"\{\{\s*phone\(\s*[\"'](?P<id>[\w-]+)[\"']\s*\)\s*\}\}")
CONTACT = re.compile(r"\{\{\s*contact\(\s*[\"'](?:dsl|office|headteacher|chair)[\"']\s*\)\s*\}\}")
LINK = re.compile(r"\[(?P<words>[^\]]*)\]\((?P<path>[^)\s#]*)#(?P<id>[\w-]+)\)")
DIGITS = re.compile(r"(?<![\w.#/-])\d(?: ?\d){2,}(?![\w-])")
# The school is named by what it is, so only where a sentence says to turn to it.
TO_THE_SCHOOL = re.compile(
    r"\b(?:ring|call|phone|tell|ask|contact|email|speak to|talk to|go to)\s+\[?(?:the |your |today's )?"
    r"(?:school(?: office)?|office|DSL|designated safeguarding lead|head ?teacher)\b",
    re.IGNORECASE,
)

RING = r"(?:ring|call|phone|contact|try|use|speak to|talk to|go to)"
TO_CHILDLINE = re.compile(rf"\b{RING}\s+\[?Childline\b", re.IGNORECASE)
# Where a grown-up is told what to do: there Childline's number, too, must say whom it is for.
TO_THE_READER = re.compile(r"\byou(?:rself)?\b", re.IGNORECASE)
BOX = re.compile(r"do (?:this )?now$", re.IGNORECASE)
_CHILD = r"(?:child(?:ren)?|pupils?|learners?|daughters?|sons?|young (?:people|person))"
A_CHILD = re.compile(rf"\b(?:{_CHILD}|under[- ]?(?:18|19)s?|they|them|he|she)\b", re.IGNORECASE)
# The words before “ring Childline” by which a child is the one who rings.
CHILD_RINGS = re.compile(
    rf"\b(?:{_CHILD}|they|he|she)\b[^.?!;:]*"
    r"\b(?:can|could|may|might|will|to|help|let|and|or|also|always)\s+(?:also |always )?$"
    rf"|\b(?:help|let|asks?|tell|remind|encourage) (?:(?:your |the |a )?{_CHILD}|them|him|her)\b[^.?!;:]*$",
    re.IGNORECASE,
)
QUOTED = re.compile(r"\"[^\"]*(?:\"|$)|“[^”]*(?:”|$)")  # a quotation may go on in the next sentence


@dataclass(frozen=True)
class _Named:
    """A help route, where a sentence names it and how."""

    route: HelpRoute
    start: int
    end: int
    number: bool = False


def check_help_hours(texts: Mapping[str, str], routes: Sequence[HelpRoute], cache: RoundCache) -> Iterator[Problem]:
    """Find every sentence of a page that sends a reader, at night, to help that does not answer then.

    Args:
        texts: the text of each page and lesson, by its place from the root.
        routes: all help routes.
        cache: what was read the last time.
    """
    for path, text in texts.items():
        if path == APPROVED:
            continue
        tree = cache.get((path, text), read_tree, text, path)
        adults = "learner" not in str(tree.meta.get("for") or "").lower()
        for sentence, hurry in cache.get((path, text), _to_judge, tree):
            for offset, said in _wrong_with(sentence, hurry, path, routes, adults=adults):
                yield Problem(path, *sentence.place(offset), said)


def check_routes_hours(documents: Iterable[tuple[Document, str, Sequence[HelpRoute]]]) -> Iterator[Problem]:
    """Find every sentence of a help route that is not true at night.

    Args:
        documents: each file with the name of its list and that list's routes.
    """
    listed = list(documents)
    everywhere = [route for _, _, routes in listed for route in routes]
    for document, name, routes in listed:
        for number, route in enumerate(routes):
            texts = [("who", route.who), ("note", route.note or "")]
            ways = [
                (("without_speech", "ways", place, "how"), loc.how)
                for place, loc in enumerate(route.without_speech.ways)
            ]
            for loc, text in [*(((key,), text) for key, text in texts), *ways]:
                for sentence in read_sentences(text):
                    adults = "learners" not in route.readers
                    hurry = _hurry(sentence)
                    for _, said in _wrong_with(sentence, hurry, HELP_PAGE, everywhere, adults=adults, of=route):
                        yield document.problem(said, (name, number, *loc))


def check_at_night(
    document: Document, routes: HelpRoutes, school_document: Document, school: School
) -> Iterator[Problem]:
    """Find what the list of help at night names that is not there, is not for families, or does not answer then.

    A school that does not know its council's numbers has neither of its routes; pages then name national help.

    Args:
        document: the file of the national routes.
        routes: those, and the list.
        school_document: the file of the school.
        school: the school, with its local help.
    """
    known = _by_id((*routes.routes, *school.local_help))
    for number, step in enumerate(routes.at_night):
        for key, listed in (("routes", step.routes), ("instead", step.instead)):
            for index, identity in enumerate(listed):
                loc = ("at_night", number, key, index)
                if identity not in known:
                    if key == "instead" or identity not in (COUNCIL, COUNCIL_AT_NIGHT) or not step.instead:
                        yield document.problem(
                            f"There is no help route “{identity}”.{did_you_mean(identity, known)}", loc
                        )
                elif "parents" not in known[identity].readers:
                    yield document.problem(f"“{identity}” is not for parents, who read this list. Name another.", loc)
                elif not known[identity].answers_at_night and not known[identity].write_any_time:
                    sentence = (
                        f"“{identity}” does not answer at night and cannot be written to at any time. Name another."
                    )
                    yield document.problem(sentence, loc)
    local = {route.id: (number, route) for number, route in enumerate(school.local_help)}
    for identity, key, what, given, night in (
        (COUNCIL, "children_phone", "in working hours", school.council.children_phone, False),
        (COUNCIL_AT_NIGHT, "out_of_hours_phone", "at night and at weekends", school.council.out_of_hours_phone, True),
    ):
        if identity not in local:
            if given:
                sentence = (
                    f"Families need the number of the council's children's service {what}. Add a route with the id "
                    f"“{identity}” here. The council's website has it."
                )
                yield school_document.problem(sentence, ("local_help",), key=True)
            continue
        if not given:
            sentence = (
                f"Pages give families the number of the council's children's service {what}, and it is empty under "
                f"“council”. Write it as “{key}”, or take the route “{identity}” out."
            )
            yield school_document.problem(sentence, ("local_help", local[identity][0]))
        number, route = local[identity]
        if night and not route.answers_at_night:
            sentence = "This is the number for the night. Say “when: day-and-night”, or give the one that is."
            yield school_document.problem(sentence, ("local_help", number))
        if given and route.phone and given.replace(" ", "") != route.phone.replace(" ", ""):
            sentence = f"“council” says {given}, and the route “{identity}” says {route.phone}. Make them agree."
            yield school_document.problem(sentence, ("local_help", number, "phone"))


def _by_id(routes: Sequence[HelpRoute]) -> dict[str, HelpRoute]:
    """Give each route by its id; of two with one id, which is told elsewhere, the first."""
    return {route.id: route for route in reversed(routes)}


def _to_judge(tree: Tree) -> list[tuple[Sentence, str]]:
    """Give the sentences that can be wrong, which are few, and the word that hurries: of a lesson, those for home."""
    lesson = tree.path.startswith("lessons/")
    blocks = [block for block in tree.blocks if not lesson or block.audience == "home"]
    found = []
    for sentence in sentences_in(tree, blocks):
        hurry = _hurry(sentence)
        if hurry or CHILDLINE in sentence.words.lower():
            found.append((sentence, hurry))
    return found


def _wrong_with(
    sentence: Sentence,
    hurry: str,
    path: str,
    routes: Sequence[HelpRoute],
    *,
    adults: bool,
    of: HelpRoute | None = None,
) -> Iterator[tuple[int, str]]:
    """Give the place and the fault of whatever is wrong with a sentence; "of" is the route whose own text it is."""
    named = _named(sentence.words, path, routes)
    if of is not None and not named:
        named = [_Named(of, 0, len(sentence.words))]
    if hurry:
        seen: set[str] = set()
        for index, one in enumerate(named):
            after = any(other.route.answers_at_night for other in named[:index])
            if one.route.id not in seen and not _fine_at_night(one, sentence.words, after=after):
                seen.add(one.route.id)
                yield one.start, _at_night(one.route, hurry, routes)
    if adults and (of is None or of.id != CHILDLINE):
        yield from ((start, TO_A_CHILD) for start in _sent_to_childline(sentence, named))


TO_A_CHILD = (
    "This sends a grown-up to Childline, which is for children. Write “Your child can ring Childline”, and name "
    "other help for the grown-up."
)


def _hurry(sentence: Sentence) -> str:
    """Give the words by which a sentence speaks of the night or of this moment, or ""."""
    words = QUOTED.sub(lambda match: " " * len(match[0]), sentence.words)
    for text in (words, sentence.over, sentence.heading):
        found = NIGHT.search(text)
        if found:
            return found[0]
    for text in (words, sentence.over):  # “Do this now” is the title of a box in which the day has its place too
        found = NOW.search(NO_DANGER.sub("", text))
        if found:
            return "now"
    return ""


def _fine_at_night(named: _Named, words: str, *, after: bool) -> bool:
    """Say whether a sentence of the night may name a route so; "after" means after one that answers at night."""
    if named.route.answers_at_night:
        return True
    begin = max((match.end() for match in PART.finditer(words, 0, named.start)), default=0)
    end = next((match.start() for match in PART.finditer(words, named.end)), len(words))
    part = words[begin:end]
    if BY_DAY.search(part) or BY_DAY.match(words) or BY_DAY_FIRST.search(words, 0, begin):
        return True
    if after and AFTERWARDS.match(part):
        return True
    if named.route.write_any_time and not named.number and WRITING.search(part):
        return True
    # “Tell the school, or if it's closed, …”: the school stands before the night, in a part of its own.
    night = NIGHT.search(words)
    return named.route.id == SCHOOL and night is not None and night.start() >= end


def _at_night(route: HelpRoute, hurry: str, routes: Sequence[HelpRoute]) -> str:
    hours = "only in the day" if route.when == "day" else "at hours that are not known"
    others = ", ".join(one.id for one in routes if one.answers_at_night and one.phone and one.id != CHILDLINE)
    ways = "say “in the day” beside it"
    if route.write_any_time:
        ways += ", or say “email” or “online” without its number"
    return (
        f"This says “{' '.join(hurry.split())}”, and “{route.name}” answers {hours}. Name help that answers day and "
        f"night ({others}), or {ways}."
    )


def _named(words: str, path: str, routes: Sequence[HelpRoute]) -> list[_Named]:
    """Find each help route that a sentence names: by its macro, a link to it, its number, its address or its name."""
    by_id = _by_id(routes)
    found: list[_Named] = []

    def add(identity: str, start: int, end: int, *, number: bool = False) -> None:
        if identity in by_id and not any(one.start <= start < one.end for one in found):
            found.append(_Named(by_id[identity], start, end, number))

    for match in PHONE.finditer(words):
        add(match["id"], match.start(), match.end(), number=True)
    for match in LINK.finditer(words):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), match["path"])) if match["path"] else path
        if target == HELP_PAGE:
            add(match["id"], match.start(), match.end())
    for match in CONTACT.finditer(words):
        add(SCHOOL, match.start(), match.end())
    numbers = {route.phone.replace(" ", ""): route.id for route in routes if route.phone}
    for match in DIGITS.finditer(words):
        add(numbers.get(match[0].replace(" ", ""), ""), match.start(), match.end(), number=True)
    names = ((name, route) for route in routes for name in _names(route) if name in words)
    for name, route in sorted(names, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<![\w@.-]){re.escape(name)}(?![\w-])", words):
            add(route.id, match.start(), match.end())
    for match in TO_THE_SCHOOL.finditer(words):
        add(SCHOOL, match.start(), match.end())
    return sorted(found, key=lambda one: one.start)


def _names(route: HelpRoute) -> tuple[str, ...]:
    """Give the names by which a sentence can mean a route; those of help that answers at night change nothing."""
    if route.answers_at_night or route.id == SCHOOL:
        return ()
    return tuple(name for name in (route.name, *route.also, route.email) if name)


def _sent_to_childline(sentence: Sentence, named: Sequence[_Named]) -> Iterator[int]:
    """Find where a sentence for grown-ups says to ring Childline, or gives its number and names no child."""
    words = QUOTED.sub(lambda match: " " * len(match[0]), sentence.words)
    for match in TO_CHILDLINE.finditer(words):
        if not CHILD_RINGS.search(words[: match.start()]):
            yield match.start()
            return
    told = NIGHT.search(words) or TO_THE_READER.search(words) or BOX.match(sentence.heading)
    if not told or A_CHILD.search(f"{sentence.over} {words}"):
        return
    for one in named:
        if one.route.id == CHILDLINE and words[one.start : one.end].strip():
            yield one.start
            return
