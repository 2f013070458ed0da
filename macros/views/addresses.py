"""The address of every page that the site's own code leads to or makes, counted from the site's root.

A page that Markdown makes has an address that ends in “.html”, and a source that ends in “.md”.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Sequence
from types import MappingProxyType

# Pages written by hand, to which layouts, components and generated pages lead.
HOME = "index.html"
LEARNERS = "learners/index.html"
PARENTS = "parents/index.html"
TEACHERS = "teachers/index.html"
IF_A_CHILD_TELLS_YOU = f"{TEACHERS}#if-a-child-tells-you"
SONG = "teachers/song.html"
HOW_TO_READ_THE_MAP = "staff/governors.html#how-to-read-the-map"
HELP = "help/index.html"
HELP_FOR_CHILDREN = "help/children.html"
HELP_WITHOUT_PHONING = "help/without-phoning.html"
POLICY = "policy/index.html"
PLAIN_WORDS = "policy/plain/index.html"
PLAIN_WORDS_FOR_LEARNERS = "policy/plain/learners.html"
POLICY_REVIEW = "policy/review.html"
NEWSLETTER = "parents/print/newsletter.html"
LEAFLET = "parents/print/leaflet.html"
AGREEMENT = "parents/family-agreement.html"
OFFLINE = "about/offline.html"
PRIVACY = "about/privacy.html"
ACCESSIBILITY = "about/accessibility.html"
CREDITS = "about/credits.html"
LOOK = "about/look/index.html"
A_TO_Z = "about/a-z.html"
# The page for families of each age.
GUIDES = MappingProxyType({
    "early-years": "parents/ages/4-5.html",
    "years-1-2": "parents/ages/5-7.html",
    "years-3-4": "parents/ages/7-9.html",
    "years-5-6": "parents/ages/9-11.html",
})  # fmt: skip
IN_CLASS = "#what-your-child-does-in-class"
WRITTEN = (
    HOME, LEARNERS, PARENTS, TEACHERS, IF_A_CHILD_TELLS_YOU, SONG, HOW_TO_READ_THE_MAP, HELP, HELP_FOR_CHILDREN,
    HELP_WITHOUT_PHONING, POLICY, PLAIN_WORDS, PLAIN_WORDS_FOR_LEARNERS, POLICY_REVIEW, NEWSLETTER, LEAFLET, AGREEMENT,
    OFFLINE, PRIVACY, ACCESSIBILITY, CREDITS, LOOK, A_TO_Z,
    *(page + IN_CLASS for page in GUIDES.values()),
)  # fmt: skip

# Pages and files that the site makes.
CURRICULUM_MAP = "teachers/map.html"
CURRICULUM_MAP_FILE = "teachers/map.csv"
POLICY_MAP = "policy/map.html"
POLICY_MAP_FILE = "policy/map.csv"
POLICY_TO_PASTE = "policy/policy-to-paste.txt"
REVIEW_CALENDAR = "policy/review.ics"
LESSONS_DATA = "data/lessons.json"
LESSONS_SCHEMA = "data/lessons.schema.json"
LESSONS_LINKED_DATA = "data/lessons.jsonld"
DATA = (LESSONS_DATA, LESSONS_SCHEMA, LESSONS_LINKED_DATA)
SCAN_CODE = "about/scan-code.png"
SITEMAP = "sitemap.xml"
NEWSLETTER_FEED = "parents/newsletter.xml"
MANIFEST = "site.webmanifest"
OF_LESSONS = ("index", "teach", "worksheet", "worksheet-large", "story", "answers")
OF_PHASES = ("words", "poster", "promise", "check", "check-paper")

# The part of an address that names a place on the pages of a lesson.
QUIZ = "#quiz"
AT_HOME = "#at-home"


def help_in(language: str) -> str:
    """Give the address of the page with help in another language, by the name of the language in English."""
    return f"help/in-{'-'.join(re.findall('[a-z]+', language.lower()))}.html"


def clause(identity: str) -> str:
    """Give the address of a clause, in the approved policy."""
    return f"{POLICY}#{identity}"


def lesson_folder(phase: str, identity: str) -> str:
    """Give the folder of a lesson's pages and files.

    Args:
        phase: the lesson's phase.
        identity: its id.
    """
    return f"lessons/{phase}/{identity}"


def lesson(phase: str, identity: str, page: str = "index") -> str:
    """Give the address of a page of a lesson.

    Args:
        phase: the lesson's phase.
        identity: its id.
        page: which of its pages: one of `OF_LESSONS`.
    """
    return f"{lesson_folder(phase, identity)}/{page}.html"


def spread(phase: str, identity: str, number: int) -> str:
    """Give the address of a spread of a lesson's page for learners, which is a page of its book.

    Args:
        phase: the lesson's phase.
        identity: its id.
        number: which spread, from 1.
    """
    return f"{lesson(phase, identity)}#page-{number}"


def question(phase: str, identity: str, name: str) -> str:
    """Give the address of a question of a lesson's quiz.

    Args:
        phase: the lesson's phase.
        identity: the lesson's id, which is the quiz's too.
        name: the question's id.
    """
    return f"{lesson(phase, identity)}#{identity}-{name}-title"


def scene(phase: str, identity: str, name: str) -> str:
    """Give the address of a picture of a lesson's story.

    Args:
        phase: the lesson's phase.
        identity: the lesson's id.
        name: the scene's id.
    """
    return f"{lesson_folder(phase, identity)}/scene-{name}.svg"


def learners(phase: str, page: str = "") -> str:
    """Give the address of a phase's page for learners.

    Args:
        phase: the phase.
        page: which: one of `OF_PHASES`; without it the page that shows its lessons, which is written by hand.
    """
    return f"learners/{phase}-{page}.html" if page else f"learners/{phase}.html"


def year(phase: str) -> str:
    """Give the address of the plan of a phase's year."""
    return f"teachers/{phase}/index.html"


def year_calendar(phase: str) -> str:
    """Give the address of the calendar file of an age's year, beside the page of the year."""
    return f"{posixpath.dirname(year(phase))}/year.ics"


def pages_of_lesson(phase: str, identity: str) -> tuple[str, ...]:
    """Give the addresses of all pages of a lesson.

    Args:
        phase: the lesson's phase.
        identity: its id.
    """
    return tuple(lesson(phase, identity, page) for page in OF_LESSONS)


def pages_of_phase(phase: str) -> tuple[str, ...]:
    """Give the addresses of the pages that the site makes for a phase."""
    return (year(phase), *(learners(phase, page) for page in OF_PHASES))


def cycle_calendar(phase: str, mixed: str, letter: str) -> str:
    """Give the address of the calendar file of one school year of a class of two year groups.

    Args:
        phase: the phase of the younger.
        mixed: the years of the class, as “3-4”.
        letter: which of its school years: A or B.
    """
    return f"{posixpath.dirname(year(phase))}/cycle-{letter.lower()}-{mixed}.ics"


def source(address: str) -> str:
    """Give the file, below docs/, of which a page is made, and any “#…” after it."""
    path, mark, fragment = address.partition("#")
    made = path.removesuffix(".html") + ".md" if path.endswith(".html") else path  # a file is its own source
    return made + mark + fragment


def made_from(path: str) -> str:
    """Give the address of the page that is made of a file below docs/, and any “#…” after it."""
    path, mark, fragment = path.partition("#")
    return path.removesuffix(".md") + ".html" + mark + fragment


def relative(target: str, page: str) -> str:
    """Give the address of one file of the site from another, so that the site works anywhere.

    Args:
        target: the file, from the site's root; it may have a "#…".
        page: the page that links to it, from the site's root.
    """
    path, mark, fragment = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(page) or ".") + mark + fragment


def typed(target: str, page: str) -> str:
    """Give a page's address as Markdown has it: its source, from the page that links to it.

    Args:
        target: the page, from the site's root; it may have a "#…".
        page: the page that links to it.
    """
    return relative(source(target), page)


def made_pages(lessons: Sequence[tuple[str, str]]) -> frozenset[str]:
    """Name the sources of the pages that the site makes by itself.

    Args:
        lessons: the phase and the id of each lesson.
    """
    phases = {phase for phase, _ in lessons}
    made = (
        CURRICULUM_MAP,
        POLICY_MAP,
        *(page for phase, identity in lessons for page in pages_of_lesson(phase, identity)),
        *(page for phase in phases for page in pages_of_phase(phase)),
    )
    return frozenset(map(source, made))
