"""Whatever stands in a quiz is shown as words or refused in its place: it never runs, and never breaks a page.

The check refuses HTML in a quiz; here it is let pass, as what one wall holds off must find another behind it.

The texts are put into every text of every type of question. A quiz of plain words is the measure: a hostile
one must give the very same elements and attributes, and show its texts wherever the plain one shows its own.
"""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest
from pydantic import ValidationError

from macros.__main__ import main
from macros.checks.quiz_quality import texts_of
from macros.content.library import Library
from macros.models.base import Loc, explain
from macros.models.questions.fill_the_gap import GAP
from macros.models.quiz import Quiz
from macros.problems import ContentError
from macros.site.author_macros import macros
from macros.source import read_yaml
from tests.copying import copy_project, count_no_habits, count_no_minutes, take_html_as_words, thin_out
from tests.lesson_head import with_questions

QUIZ = "quizzes/years-3-4/three-word-locks.yml"
PLAIN = "Plain"
SHOWN = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    '<a href="javascript:alert(1)">A</a>',
    "[A](javascript:alert(1))",
    "<javascript:alert(1)>",
    "![A](x.svg)",
    "</textarea></select></details></form><b>",
    "<!-- A",
    "]]>",
    "&lt;script&gt; &#60;script&#62;",
    "{{ 7*7 }}",
    "{% raw %}",
    "{% endraw %}{{ quiz }}",
    "{# A",
    "[## A",
    'data-module="evil"',
    "{ #evil .evil onclick=alert(1) }",
    "A\n\n# Evil\n\n!!! evil\n\n    evil",
)
REFUSED = {
    "right-to-left override": "A\u202eevil",
    "left-to-right isolate": "A\u2066evil",
    "start of text": "A\u0002evil\u0003",
    "a word of 10,000 letters": "a" * 10_000,
}
TYPES = 9
TIMES = 6  # 6 questions of each of 9 types; a quiz may have 60


@pytest.fixture(scope="module")
def plain(root: Path) -> dict[str, Any]:
    """The examples: a question of each type, with all that it may have."""
    data: dict[str, Any] = read_yaml(root, "docs/_data/examples.yml").data
    return data


def ways(data: dict[str, Any]) -> list[Loc]:
    return [("title",), *(loc for loc, _ in texts_of(Quiz.model_validate(data)))]


def holder(data: Any, loc: Loc) -> Any:
    for step in loc[:-1]:
        data = data[step]
    return data


def numbered(text: str, number: int, loc: Loc) -> str:
    """Make a text that no other has; the sentence of a gap keeps its gap."""
    gap = f" {GAP}" if "sentences" in loc and loc[-1] == "text" else ""
    return f"{text}{gap} n{number}n"


def filled(plain: dict[str, Any], text: str) -> dict[str, Any]:
    """Put a text into every place for words."""
    data = copy.deepcopy(plain)
    for number, loc in enumerate(ways(plain)):
        holder(data, loc)[loc[-1]] = numbered(text, number, loc)
    return data


def rendered(own_library: Library, data: dict[str, Any]) -> dict[str, Element]:
    """Render a quiz by the three components, as its lesson would."""
    entry = replace(own_library.lessons["three-word-locks"], quiz=Quiz.model_validate(data))
    made = {
        macro.__name__: macro
        for macro in macros(replace(own_library, lessons={entry.id: entry}), lambda: "lessons/years-3-4/a/index.html")
    }
    return {name: parsed(str(made[name](entry.id))) for name in ("quiz", "quiz_paper", "quiz_answers")}


def parsed(html: str) -> Element:
    tree: Element = html5lib.parse(html, namespaceHTMLElements=False)
    return tree


UNSAID = {"focusable", "{http://www.w3.org/2000/xmlns/}xmlns"}


def shape(tree: Element) -> Counter[str]:
    """Count the elements, each with the names of its attributes.

    A page leaves out what goes without saying, adds to a link out that it leaves a frame, and names its tables.
    """
    passed = UNSAID | {"target"}
    of_a_table = passed | {"aria-label", "aria-labelledby"}
    return Counter(
        f"{one.tag} {' '.join(sorted(one.attrib.keys() - (of_a_table if one.tag == 'table' else passed)))}"
        for one in tree.iter()
    )


def words(tree: Element) -> str:
    return " ".join("".join(tree.itertext()).split())


def as_shown(text: str) -> str:
    return " ".join(text.replace(GAP, "……").split())


def dangers(tree: Element) -> Iterator[str]:
    """Name what could run or lead astray."""
    for element in tree.iter():
        for name, value in element.attrib.items():
            if name.lower().startswith("on") or name in {"autofocus", "style"}:
                yield f"{element.tag} {name}"
            leads_out = name in ("href", "src", "action", "formaction") and ":" in value.split("/", maxsplit=1)[0]
            if leads_out and not value.startswith(("tel:", "https:", "mailto:")):
                yield f"{element.tag} {name}={value}"
        if element.tag == "script" and "src" not in element.attrib and "alert" in (element.text or ""):
            yield "script"


def test_there_is_a_question_of_every_type_and_a_text_in_every_place(plain: dict[str, Any]) -> None:
    assert len(plain["questions"]) == TYPES
    names = {str(loc[-1]) for loc in ways(plain)}
    assert names >= {"title", "can_do", "at_home", "text", "hint", "feedback", "missed", "not_yet", "match", "answer"}
    assert names >= {"if_true", "if_false"}
    assert any("spare_words" in loc for loc in ways(plain))


@pytest.mark.parametrize("text", SHOWN)
def test_a_text_is_shown_as_words_by_the_three_components(
    own_library: Library, plain: dict[str, Any], text: str
) -> None:
    usual = rendered(own_library, filled(plain, PLAIN))
    seen = 0
    for name, tree in rendered(own_library, filled(plain, text)).items():
        assert shape(tree) == shape(usual[name]), name
        assert not list(dangers(tree)), name
        for number, loc in enumerate(ways(plain)):
            if as_shown(numbered(PLAIN, number, loc)) in words(usual[name]):
                assert as_shown(numbered(text, number, loc)) in words(tree), f"{name}: {loc}"
                seen += 1
    assert seen > len(ways(plain))


@pytest.mark.parametrize("escaped", [False, True], ids=["typed", "escaped"])
@pytest.mark.parametrize("what", list(REFUSED))
@pytest.mark.parametrize("question", range(TYPES))
def test_a_text_that_cannot_be_shown_is_refused_in_its_place(
    tmp_path: Path, plain: dict[str, Any], what: str, question: int, escaped: bool
) -> None:
    for loc in ways(plain):
        if loc[:2] == ("questions", question) or len(loc) == 1:
            data = copy.deepcopy(plain)
            here = holder(data, loc)
            here[loc[-1]] = f"{here[loc[-1]]} EVIL {REFUSED[what]}"
            write(tmp_path / "a.yml", data, escaped)
            assert refused(tmp_path) == {line_of(tmp_path, "EVIL")}, loc


def write(file: Path, data: dict[str, Any], escaped: bool = False) -> None:
    """Write a quiz as JSON, which is YAML: each text on its line, its letters typed or as `\\u….`."""
    text = json.dumps(data, ensure_ascii=escaped, indent=1)
    if not escaped:
        text = text.replace(r"\u0002", "\u0002").replace(r"\u0003", "\u0003")
    file.write_text(text, encoding="utf-8")


def refused(folder: Path) -> set[int]:
    """Read a quiz as the library does; give the lines that are refused."""
    try:
        document = read_yaml(folder, "a.yml")
        Quiz.model_validate(document.data)
    except ContentError as error:
        return {problem.line for problem in error.problems}
    except ValidationError as error:
        return {document.position(loc).line for loc, _, _ in explain(error, Quiz)}
    return set()


def line_of(folder: Path, text: str) -> int:
    lines = (folder / "a.yml").read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if text in line)


def test_the_check_names_the_file_the_line_and_the_column(
    project: Path, plain: dict[str, Any], capsys: pytest.CaptureFixture[str]
) -> None:
    plain = copy.deepcopy(plain)
    plain["questions"][0]["hint"] = REFUSED["right-to-left override"]
    write(project / QUIZ, plain)
    assert main(["--root", str(project), "check"]) == 1
    said = capsys.readouterr().err.splitlines()
    assert said[0].startswith(f"{QUIZ}:10:14: A hidden character (U+202E) stands here.")
    assert len(said) == 2


# The real site, with a quiz of 54 questions in which each text stands in many places.


@pytest.fixture(scope="module")
def hostile(plain: dict[str, Any]) -> dict[str, Any]:
    """Each type six times, each time with other texts in other places."""
    data = copy.deepcopy(plain)
    data["questions"] = []
    for time in range(TIMES):
        again = copy.deepcopy(plain)
        for number, loc in enumerate(ways(plain)):
            text = SHOWN[(number + 7 * time) % len(SHOWN)]
            holder(again, loc)[loc[-1]] = numbered(text, 1000 * time + number, loc)
        for question in again["questions"]:
            question["id"] += f"-{time}"
            if question["type"] == "choose-one":  # so that the good choice is not always in the same place
                turn = time % len(question["choices"])
                question["choices"] = [*question["choices"][turn:], *question["choices"][:turn]]
        data["questions"] += again["questions"]
    everything = " ".join(f"{text} n." for text in SHOWN)
    data |= {"title": everything, "can_do": everything, "at_home": everything}
    return data


@pytest.fixture(scope="module")
def built(root: Path, hostile: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with the hostile quiz in place of a real one."""
    project = copy_project(root, tmp_path_factory.mktemp("hostile") / "project")
    thin_out(project)
    count_no_habits(project)
    count_no_minutes(project)
    lesson = project / QUIZ.replace("quizzes/", "lessons/").replace(".yml", "/lesson.md")
    text = with_questions(lesson.read_text(encoding="utf-8"), hostile["questions"][0]["id"])
    lesson.write_text(text, encoding="utf-8")
    take_html_as_words(project)
    write(project / QUIZ, hostile)
    assert main(["--root", str(project), "build"]) == 0
    return project / "site"


PAGES = {"quiz": "index.html", "quiz_paper": "worksheet.html", "quiz_answers": "answers.html"}
BLOCKS = {"quiz": "quiz", "quiz_paper": "paper", "quiz_answers": "answers"}


def block_of(tree: Element, name: str) -> Element:
    (found,) = [element for element in tree.iter("div") if element.attrib.get("class") == BLOCKS[name]]
    return found


def page(built: Path, name: str) -> Element:
    path = built / "lessons/years-3-4/three-word-locks" / PAGES[name]
    return parsed(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", list(PAGES))
def test_a_built_page_has_the_component_unchanged(
    built: Path, own_library: Library, hostile: dict[str, Any], name: str
) -> None:
    made = block_of(rendered(own_library, hostile)[name], name)
    stands = block_of(page(built, name), name)
    assert words(stands) == words(made)
    assert shape(stands) == shape(made)
    assert words(stands).count("{{ 7*7 }}") > TYPES


@pytest.mark.parametrize("name", list(PAGES))
def test_a_built_page_runs_nothing_of_a_quiz(built: Path, name: str) -> None:
    tree = page(built, name)
    assert list(dangers(tree)) == []
    assert [element.attrib for element in tree.iter("textarea")] == []
    assert "evil" not in {part for element in tree.iter() for part in element.attrib.get("class", "").split()}
    assert not [element for element in tree.iter() if element.attrib.get("data-module") == "evil"]
    assert len(list(tree.iter("h1"))) == 1


def test_what_is_to_be_said_at_home_is_words_on_the_lessons_page(built: Path, hostile: dict[str, Any]) -> None:
    tree = page(built, "quiz")
    within = words(block_of(tree, "quiz"))
    told = as_shown(hostile["at_home"])
    assert words(tree).count(told) == within.count(told) + 1
