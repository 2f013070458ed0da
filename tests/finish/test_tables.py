"""A table is named by the heading that it stands under, and its head cells say of what they are the head."""

from __future__ import annotations

import pytest

from macros.finish.tables import name_tables

HEAD = "<thead><tr><th>Field</th></tr></thead>"
SCOPED = '<thead><tr><th scope="col">Field</th></tr></thead>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f'<h2 id="a">A</h2><table>{HEAD}</table>', f'<h2 id="a">A</h2><table aria-labelledby="a">{SCOPED}</table>'),
        (
            '<h3>A <b>“b”</b> "c"</h3><table></table>',
            '<h3>A <b>“b”</b> "c"</h3><table aria-label="A “b” &quot;c&quot;"></table>',
        ),
        # Two of one heading are told apart.
        (
            '<h2 id="a">A</h2><table></table><br><table class="c"></table>',
            '<h2 id="a">A</h2><table aria-labelledby="a"></table><br><table class="c" aria-label="A (2)"></table>',
        ),
        # A heading of a part that has ended names nothing after it.
        (
            '<h2 id="a">A</h2><div><svg><path d=""/></svg><h4>B</h4></div><table></table>',
            '<h2 id="a">A</h2><div><svg><path d=""/></svg><h4>B</h4></div><table aria-labelledby="a"></table>',
        ),
        (
            "<tbody><tr><th>A</th></tr></tbody><table></table>",
            '<tbody><tr><th scope="row">A</th></tr></tbody><table></table>',
        ),
    ],
)
def test_what_is_missing_is_added(before: str, after: str) -> None:
    assert name_tables(before) == (after if "<table" in before else before)


@pytest.mark.parametrize(
    "html",
    [
        '<h2 id="a">A</h2><table>\n<caption class="unseen">B</caption><tr><th scope="row">C</th></tr></table>',
        '<h2 id="a">A</h2><table aria-label="B"></table>',
        '<h2 id="a">A</h2><!-- <table> --><script>"<table>"</script><textarea><table></textarea>',
        "<table></table>",
        '<h2 id="a">A</h2><p>No table.</p>',
    ],
)
def test_nothing_else_is_changed(html: str) -> None:
    assert name_tables(html) == html
