"""The policy page says what the governors approved, word for word."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from macros.content.library import Library
from tests.site.page import Page, elements, read_page, text, tidy, with_class

LIST_DASH = re.compile(r"^ *- ", re.MULTILINE)
LINK = re.compile(r"\[([^\]]+)\]\(#\)")
ADDRESS = re.compile(r"<(https?://[^>]+)>")
EMPHASIS = re.compile(r"(?<!\w)\*([^*]+)\*(?!\w)")


def approved(markdown: str) -> str:
    """Take the marks of Markdown out of the approved text, and nothing else; its words then stand in a row."""
    words = LIST_DASH.sub("", markdown)
    words = LINK.sub(r"\1", words)
    words = ADDRESS.sub(r"\1", words)
    words = EMPHASIS.sub(r"\1", words)
    return tidy(words)


def shown(page: Page) -> str:
    """Give the words of the policy on its page, without the numbers and plain words that the website puts beside them.

    They stand in two parts: its head with the approval, and its sections. What the website says is between these.
    """
    return tidy(" ".join(text(part, without="clause__ours") for part in with_class(page.tree, "policy")))


def policy_of(page: Page) -> Element:
    """Give the part of the policy that holds its sections."""
    head, sections = with_class(page.tree, "policy")
    assert not list(head.iter("li"))
    return sections


def first_difference(wanted: str, found: str) -> str:
    """Say where two texts part."""
    for number, (one, other) in enumerate(zip(wanted.split(), found.split(), strict=False)):
        if one != other:
            near = " ".join(wanted.split()[max(0, number - 8) : number])
            return f"After “{near}” the approved text has “{one}”, and the page has “{other}”."
    return f"The approved text has {len(wanted.split())} words, and the page has {len(found.split())}."


@pytest.fixture(scope="module")
def policy_page(site: Path) -> Page:
    return read_page(site, "policy/index.html")


@pytest.fixture(scope="module")
def approved_text(root: Path) -> str:
    return (root / "tests" / "fixtures" / "policy-2022.txt").read_text(encoding="utf-8")


def test_the_page_is_the_approved_text_word_for_word(policy_page: Page, approved_text: str) -> None:
    wanted, found = approved(approved_text), shown(policy_page)
    assert found == wanted, first_difference(wanted, found)


def test_no_mark_of_markdown_is_left_and_no_word_is_lost(approved_text: str) -> None:
    words = approved(approved_text)
    assert not set("*[]<>\t#") & set(words)
    assert len(re.findall(r"\w+", words)) == len(re.findall(r"\w+", approved_text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("robustly risk assessed", "risk assessed"),
        ("to use safe passwords.", "to use strong passwords."),
        ("in accordance our policies", "in accordance with our policies"),
        ("Chair of Governors", "Chair of the Governors"),
        ("Jack Keeler", ""),
        ("March 2023", "March 2024"),
        ("staff training, electronic communication", "staff training and electronic communication"),
        ("received on personal social media accounts will be reported to a DSL\n", "\n"),
        ("Headcorn Primary School\n\nMobile Technology", "Mobile Technology"),
        ("Using strong passwords.", "Using strong passwords"),
        ("'friends'", "“friends”"),
        ("home school-agreements", "home-school agreements"),
        ("6. Learners' use", "Learners' use"),
        ("Twitter (*", "X (*"),
        ("https://twitter.com", "https://x.com"),
        ("are informed of the need", "are INFORMED of the need"),
    ],
)
def test_any_changed_lost_or_added_word_is_found(policy_page: Page, approved_text: str, old: str, new: str) -> None:
    assert old in approved_text, f"The approved text has no “{old}”: mend this test"
    assert approved(approved_text.replace(old, new, 1)) != shown(policy_page)


def test_two_points_in_another_order_are_found(policy_page: Page, approved_text: str) -> None:
    one = " - Logging out of accounts after use.\n"
    other = " - Using strong passwords.\n"
    assert one + other in approved_text
    assert approved(approved_text.replace(one + other, other + one)) != shown(policy_page)


def test_a_word_added_to_the_page_is_found(policy_page: Page, approved_text: str, site: Path, tmp_path: Path) -> None:
    html = policy_page.html.replace("to use safe passwords.", "to use safe <em>and long</em> passwords.")
    assert html != policy_page.html
    (tmp_path / "page.html").write_text(html, encoding="utf-8")
    assert shown(read_page(tmp_path, "page.html")) != approved(approved_text)


def test_there_are_ten_sections_53_points_and_31_sub_points(policy_page: Page, library: Library) -> None:
    points = [clause for clause in library.policy.clauses.values() if clause.part_of is None]
    assert len(library.policy.sections) == 10
    assert len(points) == 53
    assert len(library.policy.clauses) - len(points) == 31
    policy = policy_of(policy_page)
    assert [element.attrib["id"] for element in elements(policy) if element.tag == "li"] == list(library.policy.clauses)
    headings = [text(element) for element in elements(policy) if element.tag in ("h2", "h3")]
    assert len(headings) == 10


def test_every_clause_shows_its_reference_as_a_link_to_itself(policy_page: Page, library: Library) -> None:
    items = [element for element in elements(policy_of(policy_page)) if element.tag == "li"]
    for item in items:
        clause = library.policy.clauses[item.attrib["id"]]
        link = item[0] if item[0].tag == "a" else item[0][0]
        assert link.attrib["class"] == "clause__reference clause__ours", f"{clause.id} shows no reference"
        assert link.attrib["href"] == f"#{clause.id}"
        assert text(link) == clause.reference


def test_the_title_and_the_approval_stand_first_and_one_line_on_what_is_whose_follows(policy_page: Page) -> None:
    words = text(policy_page.tree)
    (notice,) = with_class(policy_page.tree, "policy-views__notice")
    assert "The approved words always win." in text(notice)
    sections = words.rindex("1. Policy aims and scope")  # the first is in the list of what is on the page
    said = ("Jack Keeler", "Date for review: March 2023", text(notice))
    places = [*map(words.index, said), sections]
    assert places == sorted(places)


def test_every_clause_has_its_plain_words_beside_it_for_each_of_its_readers(
    policy_page: Page, library: Library
) -> None:
    for item in elements(policy_of(policy_page)):
        if item.tag != "li":
            continue
        use = library.clause_uses[item.attrib["id"]]
        (plain,) = [child for child in item if "clause__plain" in child.attrib.get("class", "").split()]
        shown = {reader: text(one) for one in plain for reader in one.attrib["data-words"].split()}
        for reader in use.readers:
            for name in shown if reader == "everyone" else (reader,):
                assert shown[name] == tidy(use.words_for(name) or ""), f"{item.attrib['id']} for {name}"
        (first,) = [one for one in plain if "hidden" not in one.attrib]
        assert "parents" in first.attrib["data-words"].split()


def test_every_link_of_the_policy_has_a_target(policy_page: Page) -> None:
    links = [element.attrib.get("href", "") for element in elements(policy_of(policy_page)) if element.tag == "a"]
    assert "#" not in links
    assert "" not in links
    outside = [urlsplit(link).hostname for link in links if not link.startswith("#")]
    assert len(outside) >= 3, "Two placeholders of the approved text and Twitter's address are links"


def test_no_page_has_a_link_that_goes_nowhere(pages: dict[str, Page]) -> None:
    found = [page.path for page in pages.values() if any(a.attrib.get("href") == "#" for a in page.all("a"))]
    assert not found


def test_every_note_of_the_website_stands_outside_the_approved_text(policy_page: Page) -> None:
    notes = with_class(policy_page.tree, "site-note")
    assert len(notes) >= 2
    for part in with_class(policy_page.tree, "policy"):
        assert not with_class(part, "site-note")
    for note in notes:
        assert "not part of the policy" in text(note)
