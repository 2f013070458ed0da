"""The policy to paste has the approved words and nothing of ours, and any editor takes it."""

from __future__ import annotations

import re
from pathlib import Path

import html5lib
import pytest

from macros.content.library import Library
from macros.design.policy_html import policy_html
from macros.models.policy import ApprovalFact, Clause, Policy, Section

PLAIN = {"h1", "h2", "h3", "ul", "li", "table", "tbody", "tr", "th", "td", "a", "em", "strong", "code"}
APPROVED = re.compile(r'<div class="policy" markdown="1">(.*?)</div>', re.DOTALL)
# What the page has besides words: tags, ids, the marks of headings and lists, the addresses and brackets of links.
TAGS = re.compile(r"</?(?:table|tbody|tr|t[hd])[^>]*>|<p [^>]*>[^<]*</p>")
MARKS = re.compile(r"\{ *#[\w-]+ *\}|^#+ |^ *- |(?<=\])\([^)]+\)", re.MULTILINE)


@pytest.fixture(scope="module")
def pasted(library: Library) -> str:
    return policy_html(library.policy)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def test_it_has_the_approved_words_all_of_them_and_no_others(root: Path, pasted: str) -> None:
    page = (root / "docs/policy/index.md").read_text(encoding="utf-8")
    approved = MARKS.sub(" ", TAGS.sub(" ", "".join(APPROVED.findall(page))))
    shown = " ".join(html5lib.parse(pasted, namespaceHTMLElements=False).itertext())
    assert words(shown) == words(approved)
    assert len(words(shown)) > 2000


def test_it_has_no_class_no_style_no_script_and_no_address_of_ours(pasted: str) -> None:
    tree = html5lib.parseFragment(pasted, namespaceHTMLElements=False)
    elements = [element for element in tree.iter() if isinstance(element.tag, str) and element is not tree]
    assert {element.tag for element in elements} <= PLAIN
    names = {(element.tag, name) for element in elements for name in element.attrib}
    assert names <= {("a", "href"), ("th", "scope")}
    assert all(element.get("href", "https://").startswith("https://") for element in elements)


def test_it_reads_alike_in_whatever_letters_a_host_sends_it(pasted: str) -> None:
    assert pasted.isascii()


def test_sub_points_stand_in_their_point_and_parts_below_their_section() -> None:
    clauses = (
        Clause(id="a", reference="1.1", text="Tell *someone* at Zoë’s <school>."),
        Clause(id="b", reference="1.1(a)", text="Today", part_of="a"),
    )
    sections = (
        Section(id="one", number="1", title="Aims & scope", clauses=clauses),
        Section(id="two", number="2", title="Staff", clauses=()),
        Section(id="part", number="2.1", title="Names", clauses=()),
    )
    policy = Policy(title="A policy", approval=(ApprovalFact(name="Date", value="May"),), sections=sections)
    assert policy_html(policy) == (
        '<h1>A policy</h1>\n<table>\n<tr><th scope="row">Date</th><td>May</td></tr>\n</table>\n'
        "<h2>1. Aims &amp; scope</h2>\n<ul>\n"
        "<li>Tell <em>someone</em> at Zo&#235;&#8217;s &lt;school&gt;.\n<ul>\n<li>Today</li>\n</ul></li>\n</ul>\n"
        "<h2>2. Staff</h2>\n<h3>2.1 Names</h3>\n"
    )
