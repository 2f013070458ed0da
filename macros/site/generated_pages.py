"""The pages that the site makes by itself: those of every lesson and every phase, and the curriculum map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.cache import RoundCache
from macros.content.carried import POSTERS, Carried
from macros.content.library import Entry, Library
from macros.content.policy_coverage import coverage_of
from macros.design.policy_html import policy_html
from macros.design.qr import qr_png
from macros.exports.page import offer
from macros.exports.registry import export_all
from macros.models.framework import Frameworks
from macros.models.lesson import Lesson
from macros.models.phase import Phase
from macros.models.questions import Question
from macros.models.song import sung
from macros.scenes.composer import Studio, compose
from macros.views import addresses
from macros.views.calendar import cycle_calendar, review_calendar, year_calendar
from macros.views.curriculum import Taught, map_file, map_page
from macros.views.cycles import MixedClass, mixed_classes, touching
from macros.views.lessons import YOUNGEST, answer_sheet, learner_page, social_story, worksheet
from macros.views.markdown import front_matter
from macros.views.moved import moved_page
from macros.views.open_data import lessons_file, linked_data_file, open_lesson, open_lessons, schema_file
from macros.views.page import PageView
from macros.views.papers import OF_LESSON, paper_of_lesson
from macros.views.phases import check_page, check_paper, poster_page, promise_page, words_page, year_page
from macros.views.plan import teacher_plan
from macros.views.policy_map import figures_of, policy_map_file, policy_map_page
from macros.views.translations import translation_page


@dataclass(frozen=True)
class Generated:
    """A page or another file of the site.

    Attributes:
        path: where it is, below docs/.
        content: Markdown, or what another kind of file holds; of a page that has a view, its front matter alone.
        listed: whether the navigation names it.
        view: what its template shows, where it is not made of Markdown.
        file: the file on the disk that it is, where it is one.
    """

    path: str
    content: str | bytes = ""
    listed: bool = False
    view: PageView | None = None
    file: Path | None = None

    @property
    def source(self) -> dict[str, Any]:
        """Where its bytes come from, by the names that MkDocs gives them."""
        return {"abs_src_path": str(self.file)} if self.file else {"content": self.content}


def generated(
    library: Library, cache: RoundCache | None = None, packs: Mapping[str, Carried] | None = None
) -> Iterator[Generated]:
    """Give every page that is made from the library.

    Args:
        library: all content.
        cache: what was made the last time, where it is made again and again.
        packs: the packs that can be carried away, by name, which pages then offer.
    """
    packs = packs or {}
    cache = cache or RoundCache()
    taught = []
    for phase in library.phases:
        entries = library.of_phase(phase.id)
        for entry in entries:
            recalled = tuple(question for _, question in library.questions(entry.quiz.recall))
            verse = tuple(map(sung, library.song.verses.get(entry.id, ())))
            pack = packs[entry.id].link("Take it all with you", "../../../") if entry.id in packs else ""
            clauses = library.clauses_about(entry.lesson.topics)
            made_from = (entry, recalled, phase, library.frameworks, clauses, verse, pack, papers_of(entry.id, packs))
            yield from cache.get(made_from, of_lesson, *made_from)
            yield from of_scenes(entry, library.studio, cache)
            taught.append(Taught(entry.id, phase, entry.lesson, entry.quiz))
        yield from of_phase(phase, entries, library, packs)
    yield Generated(
        addresses.source(addresses.CURRICULUM_MAP),
        map_page(library.phases, taught, library.frameworks, library.policy, library.clause_uses),
        listed=True,
    )
    yield Generated(addresses.CURRICULUM_MAP_FILE, map_file(taught, library.frameworks))
    places = coverage_of(library)
    counted = figures_of(places, library.advice, library.phases)
    chart = policy_map_page(
        library.policy, counted, library.phases, taught, library.frameworks, library.topics, library.clause_uses
    )
    yield Generated(addresses.source(addresses.POLICY_MAP), chart, listed=True)
    yield Generated(addresses.POLICY_TO_PASTE, policy_html(library.policy))
    if library.school.site_root:
        yield Generated(addresses.SCAN_CODE, qr_png(library.school.site_root))
    yield Generated(addresses.POLICY_MAP_FILE, policy_map_file(library.policy, places))
    yield from of_data(library)
    yield Generated(addresses.REVIEW_CALENDAR, review_calendar(library.policy, library.school))
    for moved in library.moved:
        page = moved.to.partition("#")[0]
        if page in library.untaught.pages:
            continue
        title = library.outlines[page].title
        yield Generated(addresses.source(moved.address), moved_page(moved, title))
    emails = {route.id: route.email for route in library.help_routes if route.email}
    for translation in library.translations:
        page = translation_page(translation, library.in_english, emails, library.help_numbers)
        yield Generated(addresses.source(addresses.help_in(translation.in_english)), page)


def of_data(library: Library) -> Iterator[Generated]:
    """Give the lessons as open data."""
    told = open_lessons(
        library.school,
        [
            open_lesson(entry.id, phase, entry.lesson, entry.quiz, library.frameworks)
            for phase in library.phases
            for entry in library.of_phase(phase.id)
        ],
    )
    yield Generated(addresses.LESSONS_DATA, lessons_file(told))
    yield Generated(addresses.LESSONS_SCHEMA, schema_file())
    yield Generated(addresses.LESSONS_LINKED_DATA, linked_data_file(told, library.school.website))


def of_lesson(
    entry: Entry,
    recalled: Sequence[Question],
    phase: Phase,
    frameworks: Frameworks,
    clauses: Sequence[str] = (),
    verse: Sequence[str] = (),
    pack: str = "",
    papers: str = "",
) -> tuple[Generated, ...]:
    """Give the pages of one lesson, and its quiz in the forms of other services.

    Args:
        entry: the lesson and its quiz.
        recalled: the questions of earlier lessons that the quiz asks again.
        phase: the phase of the lesson.
        frameworks: the strands and statements that it may name.
        clauses: the ids of the policy's clauses about what it teaches.
        verse: what the class sings in it, if it does.
        pack: the link to all of it in one file, if there is one.
        papers: the links to its PDFs, if there are any.
    """
    taken = export_all(entry.id, entry.quiz, recalled, phase.title)
    pages = {
        "index": learner_page(entry.id, entry.lesson, entry.quiz, phase),
        "worksheet": worksheet(entry.id, entry.lesson, phase),
        "worksheet-large": worksheet(entry.id, entry.lesson, phase, large=True),
        "story": social_story(entry.id, entry.lesson, phase),
        "answers": answer_sheet(entry.id, entry.lesson),
    }
    made = [_of(entry, name, view) for name, view in pages.items()]
    offered = offer(taken, by_pictures=entry.phase in YOUNGEST)
    plan = teacher_plan(entry.id, entry.lesson, entry.quiz, phase, frameworks, offered, clauses, verse, pack, papers)
    made.append(_of(entry, "teach", plan, listed=True))
    made.extend(
        Generated(f"{addresses.lesson_folder(entry.phase, entry.id)}/{each.file}", each.export.content)
        for each in taken
        if each.export.questions
    )
    return tuple(made)


def papers_of(identity: str, packs: Mapping[str, Carried]) -> str:
    """Link to the PDFs of a lesson, where there are any.

    Args:
        identity: the lesson's id.
        packs: the packs and PDFs that are of today's content, by name.
    """
    files = {words: packs.get(paper_of_lesson(identity, which)) for which, words in OF_LESSON.items()}
    return " · ".join(file.link(words, "../../../") for words, file in files.items() if file)


def _of(entry: Entry, page: str, view: PageView, *, listed: bool = False) -> Generated:
    return _shown(addresses.lesson(entry.phase, entry.id, page), view, listed=listed)


def _shown(address: str, view: PageView, *, listed: bool = False) -> Generated:
    return Generated(addresses.source(address), front_matter(**view.meta, render_macros=False) + "\n", listed, view)


def of_scenes(entry: Entry, studio: Studio, cache: RoundCache) -> Iterator[Generated]:
    """Give the pictures of a lesson's story, each a file beside the lesson.

    Args:
        entry: the lesson.
        studio: what they are composed from.
        cache: what was made the last time.
    """
    for scene in entry.scenes:
        drawn = cache.get((scene, studio), compose, scene, studio)
        yield Generated(addresses.scene(entry.phase, entry.id, scene.id), drawn)


def classes_of(library: Library) -> tuple[MixedClass, ...]:
    """Give the school's classes of two year groups."""
    lessons: dict[str, dict[str, Lesson]] = {
        phase.id: {entry.id: entry.lesson for entry in library.of_phase(phase.id)} for phase in library.phases
    }
    return mixed_classes(library.school.taught.pairs, library.phases, lessons)


def of_phase(
    phase: Phase, entries: tuple[Entry, ...], library: Library, packs: Mapping[str, Carried]
) -> Iterator[Generated]:
    """Give the pages of one phase.

    Args:
        phase: the phase.
        entries: its lessons, in the order in which they are taught.
        library: all content.
        packs: the packs that can be carried away, by name.
    """
    lessons = {entry.id: entry.lesson for entry in entries}
    dates = year_calendar(phase, lessons, library.school)
    offered = {phase.id: "Take the year with you", POSTERS: "All posters, to change"}
    links = [packs[name].link(words, "../../") for name, words in offered.items() if name in packs]
    mixed = touching(classes_of(library), phase)
    year = year_page(phase, lessons, library.frameworks, calendar=bool(dates), packs=links, mixed=mixed)
    yield _shown(addresses.year(phase.id), year, listed=True)
    if dates:
        yield Generated(addresses.year_calendar(phase.id), dates)
        for its_class in (one for one in mixed if one.phase == phase.id):
            for cycle in its_class.cycles:
                address = addresses.cycle_calendar(phase.id, its_class.id, cycle.letter)
                yield Generated(address, cycle_calendar(its_class, cycle, library.school) or b"")
    pages = {"words": words_page, "poster": poster_page, "promise": promise_page}
    if phase.check:
        pages |= {"check": check_page, "check-paper": check_paper}
    for name, page in pages.items():
        yield _shown(addresses.learners(phase.id, name), page(phase))
