"""A number to call is kept together, and nothing else of a page is touched."""

from __future__ import annotations

import pytest

from macros.finish.numbers import keep_numbers_whole


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
        ("<p>18001 0800 1111, 18001 101</p>", "<p>18001\u00a00800\u00a01111, 18001\u00a0101</p>"),
        (
            "<script>a()</script><style>a {}</style><b>0800 1111</b>",
            "<script>a()</script><style>a {}</style><b>0800\u00a01111</b>",
        ),
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
        "<p>A-0800 1111, 1.0800 1111 and 0800 1111-2</p>",
    ],
)
def test_nothing_else_is_changed(html: str) -> None:
    assert keep_numbers_whole(html) == html
