"""A row of the map names the lessons of its point, or says that the years of the school have none, or has a dash."""

from __future__ import annotations

import re

from macros.content.library import Library
from macros.design.examples import examples_of
from tests.components.examples import rendered


def test_a_point_about_a_topic_without_a_lesson_is_not_taught_here_and_one_about_none_has_a_dash(
    library: Library,
) -> None:
    (example,) = (one for one in examples_of("policy-map") if one.name == "plain")
    cells = re.findall(r'<td data-name="Lessons and quiz questions">(.*?)</td>', rendered(example, library), re.DOTALL)
    assert len(cells) == 3
    assert "Who can help me?" in cells[0]
    assert [cell.strip() for cell in cells[1:]] == ["–", "Not taught here"]
