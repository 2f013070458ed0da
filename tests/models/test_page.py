"""What stands above a page that was written by hand is as its layout needs it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from macros.models.page import SAY_WHEN, FrontMatter
from tests.models.telling import made, told

FRONT = "title: Get help\ndescription: Who to ring.\nfor: Parents and carers\n"


def test_front_matter_is_read() -> None:
    page = made(
        FrontMatter, FRONT + "checked: 2026-11-22\nlarge_print: yes\nalso: [help, ring]\nsearch:\n  exclude: true\n"
    )
    assert (page.title, page.readers, page.large_print) == ("Get help", "Parents and carers", "yes")
    assert (page.checked, page.also, page.search.exclude) == (date(2026, 11, 22), ("help", "ring"), True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FRONT.replace("title: Get help\n", ""), "1:1: “title” is missing here. Add a line “title: …”."),
        (FRONT.replace("for: Parents and carers\n", ""), "1:1: “for” is missing here. Add a line “for: …”."),
        (
            FRONT.replace("Parents and", "Parent and"),
            "3:6: “Parent and carers” is not known as “for”. Did you mean “Parents and carers”?",
        ),
        (FRONT + "titel: A\n", "4:1: “titel” is not a name that is known here. Did you mean “title”?"),
        (FRONT + "large_print: true\n", "4:14: “true” is not known as “large_print”. There is “no”, “yes”."),
        (FRONT + "checked: soon\n", "4:10: “checked” must be a date such as 2026-11-22."),
        (
            FRONT + "checked: 2026-13-45\n",
            "4:10: “checked” must be a date such as 2026-11-22, and there is no day 2026-13-45.",
        ),
        (
            FRONT + "search:\n  exlude: true\n",
            "5:3: “exlude” is not a name that is known here. Did you mean “exclude”?",
        ),
        (
            FRONT + "sheet: leaflet\n",
            "4:8: A sheet needs the layout for it. Add “template: print.html”, or take this line out.",
        ),
        (
            FRONT.replace("for: Parents and carers", "for: Mums"),
            "3:6: “Mums” is not known as “for”. There is “Everyone”, “Learners”, “Parents and carers”, “Parents, "
            "carers and staff”, “Teachers and staff”.",
        ),
        (FRONT + "sheet: poster\n", "4:8: “poster” is not known as “sheet”. There is “leaflet”, “words”."),
        (
            FRONT + "checked: 2026-11-22\ntemplate: print.html\n",
            "5:11: A page to print says what it is. Add “sheet: leaflet” or “sheet: words”.",
        ),
        (
            FRONT + "template: help.html\n",
            "4:11: This layout says when the facts were looked up. Add a line such as “checked: 2026-11-22”.",
        ),
    ],
)
def test_a_mistake_is_told(text: str, line: str) -> None:
    assert told(FrontMatter, text) == [line]


def test_the_layouts_that_say_when_are_those_that_do(root: Path) -> None:
    layouts = (root / "macros/theme").glob("*.html")
    say = {file.name for file in layouts if "page.meta.checked_words" in file.read_text(encoding="utf-8")}
    assert say - {"large.html"} == set(SAY_WHEN)
