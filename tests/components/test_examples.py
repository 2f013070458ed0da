"""Each example of each component is sound: well-formed, escaped, labelled, and left alone by Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, get_args
from xml.etree.ElementTree import Element

import html5lib
import markdown
import pytest
import yaml

from macros.content.library import Library
from macros.design.examples import Example, every_example, examples_of, names
from macros.design.rendering import draw
from macros.models.questions import AnyQuestion
from tests.components.examples import rendered, texts

EXAMPLES = list(every_example())
NEEDED = {"longest", "hostile"}
TYPES = {get_args(model.model_fields["type"].annotation)[0] for model in get_args(get_args(AnyQuestion)[0])}
REFERENCES = ("for", "aria-labelledby", "aria-describedby")
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=str)


@pytest.fixture(scope="module")
def rendered_once(library: Library) -> Callable[[Example], str]:
    """Renders an example once for all tests of it."""
    made: dict[str, str] = {}

    def render(example: Example) -> str:
        if str(example) not in made:
            made[str(example)] = rendered(example, library)
        return made[str(example)]

    return render


@pytest.fixture
def html(example: Example, rendered_once: Callable[[Example], str]) -> str:
    """The example as a page would show it."""
    return rendered_once(example)


@cache
def parsed(html: str) -> Element:
    """Parse a component within a page; a parse error of the HTML standard fails the test."""
    page = f'<!DOCTYPE html><html lang="en"><head><title>A</title></head><body>{html}</body></html>'
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


@pytest.mark.parametrize("name", names())
def test_every_component_has_examples_of_what_is_plain_long_and_hostile(name: str) -> None:
    found = {example.name for example in examples_of(name)}
    for needed in NEEDED:
        assert any(example.startswith(needed) for example in found), (
            f"macros/components/{name}/examples.yml has no example whose name begins with “{needed}”."
        )
    assert found - {example for example in found if example.split()[0] in NEEDED}, f"{name} has no plain example."
    assert len(found) == len(examples_of(name)), f"Two examples of {name} have one name."


@pytest.mark.parametrize("name", [name for name in names() if name.startswith("quiz")])
def test_a_quiz_component_has_an_example_of_every_type_of_question(name: str) -> None:
    found = {question["type"] for example in examples_of(name) for question in example.values["quiz"]["questions"]}
    assert found == TYPES, f"macros/components/{name}/examples.yml lacks {', '.join(sorted(TYPES - found))}."


@pytest.mark.parametrize("name", ["quiz", "quiz-paper", "quiz-answers"])
def test_not_sure_has_a_picture_of_its_own_on_screen_on_paper_and_on_the_answer_sheet(
    name: str, library: Library
) -> None:
    own = str(draw(library.pictures["symbols/unsure"], ""))
    html = "".join(rendered(example, library) for example in examples_of(name))
    beside = set(re.findall(r"<svg(?:(?!<svg).)*?</svg>(?=(?:<span>)?I’m not sure)", html, re.DOTALL))
    assert beside
    if name != "quiz":
        assert beside == {own}
        return
    # On the screen it is drawn once, and used as often as it is needed.
    for svg in beside:
        (used,) = re.findall(r'<use href="#([^"]+)"/>', svg)
        (drawn,) = re.findall(rf'<symbol id="{used}" viewBox="0 0 96 96">(.*?)</symbol>', html)
        assert f">{drawn}</svg>" in own


@each_example
def test_an_example_is_well_formed(html: str) -> None:
    parsed(html)


@each_example
def test_an_example_has_no_blank_line(html: str) -> None:
    assert not re.search(r"\n\s*\n", html)


@each_example
def test_a_text_is_shown_as_it_was_written_and_is_never_a_tag_or_an_attribute(example: Example, html: str) -> None:
    tree = parsed(html)
    # One component is a picture by itself, whose address is ours.
    assert len(list(tree.iter("img"))) == (example.component == "scan-code" and bool(example.values["address"]))
    for element in tree.iter():
        assert element.tag not in ("script", "style", "textarea", "iframe"), element.tag
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on"), name
            assert name not in ("style", "autofocus"), name
            if name in ("href", "src", "action"):
                assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:")), value
    shown = " ".join("".join(tree.itertext()).split())
    if example.component == "quiz" and example.name == "hostile":
        for text in texts(example.values["quiz"]["questions"]):
            if not re.fullmatch(r"[\w-]+", text):
                assert " ".join(text.split()) in shown, text


@each_example
def test_ids_are_unique_and_every_reference_leads_to_one(html: str) -> None:
    tree = parsed(html)
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    for element in tree.iter():
        for name in REFERENCES:
            for target in element.attrib.get(name, "").split():
                assert target in ids, f"{name} names “{target}”, which is not there"


@each_example
def test_every_input_has_a_label_and_every_group_a_name(html: str) -> None:
    tree = parsed(html)
    labels = {element.attrib.get("for"): "".join(element.itertext()).strip() for element in tree.iter("label")}
    for element in tree.iter("input"):
        assert labels.get(element.attrib["id"]), f"The input “{element.attrib['id']}” has no label."
    for fieldset in tree.iter("fieldset"):
        assert fieldset[0].tag == "legend"
        assert "".join(fieldset[0].itertext()).strip()
    for table in tree.iter("table"):
        assert all(cell.attrib.get("scope") in ("col", "row") for cell in table.iter("th"))
    for form in tree.iter("form"):
        assert form.attrib["method"] == "dialog", "Nothing may ever be sent."
    for button in tree.iter("button"):
        assert button.attrib["type"] in ("button", "submit")
        assert "".join(button.itertext()).strip()


@each_example
def test_a_question_is_a_heading_whose_words_alone_name_it_once(html: str) -> None:
    tree = parsed(html)
    forms = [form for form in tree.iter("form") if "quiz__question" in form.attrib["class"]]
    for form in forms:
        # A form with a name is a landmark of the page, and its group has that name already.
        assert not {"aria-label", "aria-labelledby", "title"} & form.attrib.keys()
        group = next(form.iter("fieldset"))
        (heading,) = group[0].iter("h3")
        assert group[0].tag == "legend"
        assert group.attrib["aria-labelledby"] == heading.attrib["id"]
    stories = [section for section in tree.iter("section") if "story" in section.attrib.get("class", "").split()]
    for story in stories:
        (heading,) = story[0].iter("h3")
        assert story.attrib["aria-labelledby"] == heading.attrib["id"]
    asked = [one for one in tree.iter("h3") if one.attrib.get("data-part") == "asked"]
    assert len(asked) == len(forms) + len(stories)
    assert not [one for one in asked if re.match(r"\d+ of \d+|From before", "".join(one.itertext()).strip())]


@each_example
def test_every_picture_has_words_or_is_passed_over(html: str) -> None:
    for picture in (element for element in parsed(html).iter() if element.tag.endswith("svg")):
        assert picture.attrib.get("aria-hidden") == "true" or picture.attrib.get("aria-label")


@each_example
def test_markdown_leaves_an_example_as_it_is(html: str, root: Path) -> None:
    page = converter(root).convert(f"# Title\n\nBefore.\n\n{html}\n\nAfter.\n")
    assert html in page
    assert page.endswith("<p>After.</p>")


def test_a_mistake_in_a_component_would_be_seen() -> None:
    for html in ("<p><div></div></p>", "<b>", '<p id="a" id="b">', "<li></ul>"):
        with pytest.raises(html5lib.html5parser.ParseError):
            parsed(html)


def converter(root: Path) -> markdown.Markdown:
    """Make Markdown with the extensions of the project."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    extensions: list[Any] = yaml.safe_load(text)["markdown_extensions"]
    named = [next(iter(item)) if isinstance(item, dict) else item for item in extensions]
    configured = {name: options for item in extensions if isinstance(item, dict) for name, options in item.items()}
    return markdown.Markdown(extensions=named, extension_configs=configured)
