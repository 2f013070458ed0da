"""The page at an old address says what stood there, and leads to where its words are now."""

from __future__ import annotations

import pytest

from macros.models.moved import MovedPage
from macros.views.moved import moved_page


@pytest.mark.parametrize(
    ("to", "leads", "link"),
    [
        ("help/index.md#first", "../index.html#first", "../index.md#first"),
        ("parents/a.md", "../../parents/a.html", "../../parents/a.md"),
    ],
)
def test_it_leads_on_by_itself_and_by_a_link(to: str, leads: str, link: str) -> None:
    page = moved_page(MovedPage.model_validate({"was": "Old [x](y)", "from": "help/when/old.html", "to": to}), "New")
    head, _, body = page.partition("\n---\n")
    assert f'leads_to: "{leads}"' in head.splitlines()
    assert 'template: "moved.html"' in head.splitlines()
    assert f"[New]({link})" in body
    assert "# Old &#91;x](y)" in body
