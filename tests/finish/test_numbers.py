"""A number to call is kept together, and nothing else of a page is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.finish.numbers import keep_every_number_whole, keep_numbers_whole


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>Childline: 0800 1111.</p>", "<p>Childline: 0800\u00a01111.</p>"),
        (
            '<a href="tel:08088005000">Call 0808 800 5000</a>',
            '<a href="tel:08088005000">Call 0808\u00a0800\u00a05000</a>',
        ),
        ("03069 99 00 11", "03069\u00a099\u00a000\u00a011"),
        ("01632 960001 or 0800 1111", "01632\u00a0960001 or 0800\u00a01111"),
    ],
)
def test_a_number_is_kept_together(before: str, after: str) -> None:
    assert keep_numbers_whole(before) == after


@pytest.mark.parametrize(
    "html",
    [
        "<p>Call 999, or 101 at other times.</p>",
        '<input aria-label="0800 1111">',
        '<script type="application/json">["0800 1111"]</script>',
        "<style>a { margin: 0 01 0800 1111 }</style>",
        "<p>In 2022 30 pupils of 7 to 11</p>",
    ],
)
def test_nothing_else_is_changed(html: str) -> None:
    assert keep_numbers_whole(html) == html


def test_every_page_of_a_site_is_done(tmp_path: Path) -> None:
    (tmp_path / "help").mkdir()
    for place in ("404.html", "help/index.html"):
        (tmp_path / place).write_text("<p>Ring 0800 1111</p>", encoding="utf-8")
    keep_every_number_whole(tmp_path)
    for place in ("404.html", "help/index.html"):
        assert (tmp_path / place).read_text(encoding="utf-8") == "<p>Ring 0800\N{NO-BREAK SPACE}1111</p>"
