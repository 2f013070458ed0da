"""An address that was public once leads to the page where its words are now, without a script."""

from __future__ import annotations

import posixpath

import pytest

from macros.finish.security import UnexpectedError, refuse_unexpected
from tests.site.page import Page

# Found in the history of docs/ by hand: what stood there, and what a reader came for.
ONCE = {
    "help/when/parent.html": "help/index.html",
    "help/when/staff.html": "teachers/index.html",
    "parents/print/words-three-minutes.html": "parents/print/words-for-help.html",
    "parents/print/words-three-minutes-large.html": "parents/print/words-for-help.html",
}


def refreshes(page: Page) -> list[str]:
    """Give where a page leads by itself."""
    return [each.attrib["content"] for each in page.all("meta") if each.get("http-equiv") == "refresh"]


@pytest.mark.parametrize(("old", "new"), ONCE.items())
def test_an_old_address_leads_to_its_new_home_by_itself_and_by_a_link(
    pages: dict[str, Page], old: str, new: str
) -> None:
    page = pages[old]
    (said,) = refreshes(page)
    delay, _, target = said.partition("; url=")
    assert delay == "0"
    path, _, place = target.partition("#")
    assert posixpath.normpath(posixpath.join(posixpath.dirname(old), path)) == new
    assert not place or place in pages[new].ids
    (main,) = page.all("main")
    assert [link.attrib["href"] for link in main.iter("a")] == [target]


def test_no_other_page_leads_anywhere_by_itself(pages: dict[str, Page]) -> None:
    assert {path for path, page in pages.items() if refreshes(page)} == set(ONCE)


@pytest.mark.parametrize("quote", ['"', ""])
def test_a_page_that_has_moved_is_not_refused(quote: str) -> None:
    refuse_unexpected(f'<meta http-equiv={quote}refresh{quote} content="0; url=../a-b/c.html#d">', "a.html")


@pytest.mark.parametrize(
    "content",
    [
        "0; url=https://example.org/a.html", "0; url=//example.org/a.html", "0; url=/a.html", "5; url=../a.html",
        "0; url=javascript:alert(1)", "0; url=../a.html?b", "0",
    ],
)  # fmt: skip
def test_a_page_that_leads_elsewhere_is_refused(content: str) -> None:
    with pytest.raises(UnexpectedError):
        refuse_unexpected(f'<meta http-equiv="refresh" content="{content}">', "a.html")
