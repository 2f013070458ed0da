"""The outline of a page: every place that a link can lead to, and the macros under each heading."""

from __future__ import annotations

import markdown
import pytest

from macros.source import read_tree
from macros.source.outline import read_outline, slug

PAGE = """---
title: "A page: the first"
---

# A page

{{ checklist("one") }}

## Own words { #own }

{{ checklist("two") }}

### What's *new*, really? [Here](x.md)

{{ checklist("three") }}

## Same

## Same

```markdown
## Not a heading { #no }
{{ checklist("four") }}
```

<div id="box"></div>

Words.
{ #words }
"""


def test_the_title_the_headings_and_their_ids_are_read() -> None:
    outline = read_outline(read_tree(PAGE, "docs/a.md"))
    assert outline.title == "A page: the first"
    assert [(heading.id, heading.level, heading.line) for heading in outline.headings] == [
        ("a-page", 1, 5),
        ("own", 2, 9),
        ("whats-new-really-here", 3, 13),
        ("same", 2, 17),
        ("same_1", 2, 19),
    ]
    assert outline.heading("own") == "Own words"
    assert outline.heading("nowhere") == ""


def test_ids_of_other_things_count_and_those_in_code_do_not() -> None:
    ids = read_outline(read_tree(PAGE, "docs/a.md")).ids
    assert {"box", "words", "own"} <= ids
    assert "no" not in ids


def test_a_fence_is_closed_by_its_own_kind_alone() -> None:
    outline = read_outline(read_tree("~~~\n```\n## Not a heading\n~~~\n\n## A heading\n", "docs/a.md"))
    assert [heading.text for heading in outline.headings] == ["A heading"]


def test_the_ids_are_those_that_markdown_makes() -> None:
    page = markdown.Markdown(extensions=["toc", "attr_list", "fenced_code"])
    html = page.convert(PAGE.split("---\n", 2)[2].replace("{{", "(").replace("}}", ")"))
    for heading in read_outline(read_tree(PAGE, "docs/a.md")).headings:
        assert f'id="{heading.id}"' in html


@pytest.mark.parametrize("heading", ["`app_table`", "The `read_me` *file*", "C# and `a-b`", "It’s “on”: 5 & 6!"])
def test_an_id_has_the_underscores_of_its_words(heading: str) -> None:
    html = markdown.Markdown(extensions=["toc"]).convert(f"## {heading}")
    (found,) = read_outline(read_tree(f"---\ntitle: A\n---\n## {heading}\n", "docs/a.md")).headings
    assert f'id="{found.id}"' in html


def test_the_lists_under_a_heading_are_those_up_to_the_next_of_its_level() -> None:
    outline = read_outline(read_tree(PAGE, "docs/a.md"))
    assert outline.called("checklist", "own") == ("two", "three")
    assert outline.called("checklist", "whats-new-really-here") == ("three",)
    assert outline.called("checklist", "same") == ()
    assert outline.called("quiz") == ()


def test_without_a_heading_the_whole_page_is_meant() -> None:
    outline = read_outline(read_tree(PAGE, "docs/a.md"))
    assert outline.called("checklist")[:3] == ("one", "two", "three")
    assert outline.called("checklist", "words") == outline.called("checklist")


@pytest.mark.parametrize("text", ["", "# Only a heading\n", "---\ntitle: A\n", "---\n- a\n---\n# Only a heading\n"])
def test_a_page_that_cannot_be_read_well_gives_no_error(text: str) -> None:
    outline = read_outline(read_tree(text, "docs/a.md"))
    assert outline.title == ""
    assert [heading.text for heading in outline.headings] in ([], ["Only a heading"])


def test_a_slug_has_plain_small_letters() -> None:
    assert slug("Crème brûlée – it’s 5 < 6") == "creme-brulee-its-5-6"
