"""A page of a view: its headings are counted as Markdown counts them, and its links lead from where it stands."""

from __future__ import annotations

import re

from macros.content.library import Library
from macros.site.page_templates import PageTemplates
from macros.views.lessons import learner_page
from macros.views.page import PageView
from macros.views.phases import year_page


def test_two_headings_of_one_name_have_two_ids_and_the_next_page_begins_anew(library: Library) -> None:
    templates = PageTemplates(library)
    for _ in range(2):
        templates.body(PageView("words", {}, {"phase": "years-3-4"}), "learners/a.html")
        ids = [re.findall(r'id="([^"]*)"', templates.heading(2, words))[0] for words in ("A *b*", "A b", "Å b", "C")]
        assert ids == ["a-b", "a-b_1", "a-b_2", "c"]


def test_the_headings_are_known_in_order(own_library: Library) -> None:
    phase = own_library.phase("years-3-4")
    lessons = {entry.id: entry.lesson for entry in own_library.of_phase(phase.id)}
    body = PageTemplates(own_library).body(
        year_page(phase, lessons, own_library.frameworks), "teachers/years-3-4/index.html"
    )
    assert [(heading.level, heading.id) for heading in body.headings or ()][:3] == [
        (1, "years-3-and-4-the-year"), (2, "half-term-by-half-term"), (3, "autumn-first-half"),
    ]  # fmt: skip
    for heading in body.headings or ():
        assert f'<h{heading.level} id="{heading.id}"' in body.html
    assert 'href="../../lessons/years-3-4/three-word-locks/teach.html"' in body.html


def test_a_text_is_no_tag(own_library: Library) -> None:
    entry = own_library.lessons["three-word-locks"]
    phase = own_library.phase(entry.phase)
    lesson = entry.lesson.model_copy(update={"title": "<script>", "outcome": "<img src=x onerror=y>"})
    html = PageTemplates(own_library).body(learner_page(entry.id, lesson, entry.quiz, phase), "lessons/a/b/c.html").html
    assert "<script" not in html
    assert "<img src=x" not in html
