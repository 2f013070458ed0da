"""The name of a helpline is left as it is by a translation, once, and nothing else of a page is touched."""

from __future__ import annotations

import pytest

from macros.views.names import keep_names

NAMES = ("Childline", "CEOP", "CEOP Safety Centre", "Stop It Now")
KEPT = '<span translate="no">{}</span>'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Ring Stop It Now.</p>", f"<p>Ring {KEPT.format('Stop It Now')}.</p>"),
        ("The CEOP Safety Centre, or CEOP", f"The {KEPT.format('CEOP Safety Centre')}, or {KEPT.format('CEOP')}"),
        ("on Childline’s website", f"on {KEPT.format('Childline')}’s website"),
        ('<a href="#a"><b>Childline</b></a>', f'<a href="#a"><b>{KEPT.format("Childline")}</b></a>'),
        (
            '<span translate="no"><span>Childline</span> CEOP</span> Childline',
            f'<span translate="no"><span>Childline</span> CEOP</span> {KEPT.format("Childline")}',
        ),
        ('<a translate="no">Childline<br></a>CEOP', f'<a translate="no">Childline<br></a>{KEPT.format("CEOP")}'),
    ],
)  # fmt: skip
def test_a_name_is_left_as_it_is(before: str, after: str) -> None:
    assert keep_names(before, NAMES) == after


@pytest.mark.parametrize(
    "html",
    [
        "<p>Stop it now. A childline, Childlines, a pre-CEOP form</p>",
        '<img alt="Childline"><a href="x" title="CEOP">Here</a>',
        '<p translate="no">Childline</p>',
        "<p>3 &lt; 4</p>",
    ],
)
def test_nothing_else_is_changed(html: str) -> None:
    assert keep_names(html, NAMES) == html


def test_without_names_nothing_is_changed() -> None:
    assert keep_names("<p>Childline</p>", ()) == "<p>Childline</p>"
