"""What a page says of another policy goes; where people can turn, and what is true of both, stays."""

from __future__ import annotations

import pytest

from macros.takeover.commentary import Knowledge, without_commentary, without_lost_links

KNOWN = Knowledge(
    same=frozenset({"same"}),
    kept=frozenset({"same", "other"}),
    lost=frozenset({"gone"}),
    alike=False,
    stale=("Twitter",),
    readable=frozenset({"parents/same", "parents/other"}),
)
HEAD = "---\ntitle: T\n---\n\n# T\n\n"


def left(body: str, known: Knowledge = KNOWN) -> str:
    page = without_commentary(HEAD + body, "docs/parents/a.md", known)[0]
    return page.partition("# T")[2].strip("\n")


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        # A citation of what both say stays; one of what only the old one said goes, by the sentence.
        ("It will [listen](../policy/index.md#same). Ask us.", None),
        ("Ask us. It will [listen](../policy/index.md#gone).", "Ask us."),
        ("Ask us. It will [listen](../policy/index.md#other).", "Ask us."),
        # A claim about the text as a whole, and what leans on it.
        ("Ring us. This policy has no section on phones. It doesn't name AI. Tell us.", "Ring us. Tell us."),
        ("- **The policy's title** promises more.\n- Ring us.", "- Ring us."),
        ("Read [the policy](../policy/index.md), word for word.", None),
        ("The child protection policy says who decides.", None),
        ("Find out what the policy asks of you.", None),
        ("The governors approved the policy.", ""),
        ("Our account is on Twitter. Ask the office.", "Ask the office."),
        # Where to turn is never lost with a claim beside it.
        (
            "- **The headteacher?** Go to the chair. The policy doesn't name anyone. {{ contact(\"chair\") }}",
            "- **The headteacher?** Go to the chair. {{ contact(\"chair\") }}",
        ),
        # The words of a clause itself are always true; what introduces them may not be.
        ("The policy says:\n\n{{ clause(\"other\") }}", None),
        ("The policy says no one's out:\n\n{{ clause(\"other\") }}", "The policy says:\n\n{{ clause(\"other\") }}"),
        ("The policy says no one's left out:\n\n{{ clause(\"same\") }}", None),
        ("See it. The policy says:\n\n{{ clause(\"gone\") }}\n\nRing us.", "See it.\n\nRing us."),
        ("## A\n\nThe policy says:\n\n{{ in_short(\"parents/gone\") }}\n\n## B\n\nRing us.", "## B\n\nRing us."),
        # What is true of any school stays: what to do, whom to ask, and what stands beside a claim.
        ("The policy gives no days, so you can ask, \"When?\"", "You can ask, \"When?\""),
        ("Everyone is told of [the need](../policy/index.md#gone), so you're right to tell.", "You're right to tell."),
        ("The policy has no section on it. There's more in [the law](law.md).", "There's more in [the law](law.md)."),
        ("National guidance says so, although the policy doesn't name anyone.", "National guidance says so."),
        ("Ask the DSL first: the policy wants it assessed.", "Ask the DSL first."),
        ("If you'd like to complain, ask for the [procedure](../policy/index.md#gone).",
         "If you'd like to complain, ask for the procedure."),
        ("If you write, they'll [report it](../policy/index.md#gone) to a DSL.", ""),
        ("A copy doesn't change when the policy does.", None),
        ("The plans name the policy points each one teaches.", None),
        (
            "| A | B |\n| --- | --- |\n| [Contact](../policy/index.md#gone) | A DSL |\n| x | Ask: the policy wants. |",
            "| A | B |\n| --- | --- |\n| Contact | A DSL |\n| x | Ask. |",
        ),
        ("It has phones. Its title says more, but the text is about tweets. The nearest it comes is this:\n\n"
         "{{ clause(\"gone\") }}", "It has phones."),
        # A macro is one piece, whatever sentences stand in its brackets.
        ("{{ if_taught(\"One. Two.\", \"Three. Four.\") }} The policy says no.",
         "{{ if_taught(\"One. Two.\", \"Three. Four.\") }}"),
        # What speaks of a clause that is no longer shown goes with it.
        ("{{ clause(\"gone\") }}\n\n\"May\" means it depends. Ring us.", "Ring us."),
        ("{{ clause(\"same\") }}\n\n\"May\" means it depends. Ring us.", None),
        ("The policy says:\n\n{{ phone_rule() }}", "{{ phone_rule() }}"),
        ("{{ clause(\"gone\") }}\n\nThe first point is a rule. The second includes others. Ring us.", "Ring us."),
        ("{{ clause(\"gone\") }}\n\nYou can read the last of these in two ways. Ask which is meant.", ""),
        ("- Governors are \"staff\" in this policy. [Its rules are for you](#you).\n- Ring us.", "- Ring us."),
        ("- **\"Staff\"** has a wide meaning: all who work. Visitors and governors count.\n- Ring us.", "- Ring us."),
        ("- [For reviewers](../policy/review.md): what has changed since\n- Ring us.", "- Ring us."),
        ("Guidance goes further than the policy on one thing. {{ current(\"a\") }}", "{{ current(\"a\") }}"),
        # A heading over nothing but a fact that the school may not have given heads nothing.
        ("## A\n\n{{ known(\"channels\") }} The policy says no.\n\n## B\n\nRing us.", "## B\n\nRing us."),
        ("## A\n\n{{ known(\"channels\") }} Ring us.", None),
        # What is left is still a list, a table, a quotation.
        ("1. Ask.\n2. The policy says no.\n3. Tell.", "1. Ask.\n2. Tell."),
        ("| A | B |\n| --- | --- |\n| The policy says | no |\n| c | d |", "| A | B |\n| --- | --- |\n| c | d |"),
        ("| A | B |\n| --- | --- |\n| The policy says | no |\n\nRing us.", "Ring us."),
        ("Ask: \"The policy names six. Where are they?\"", "\"Where are they?\""),
    ],
)  # fmt: skip
def test_only_what_may_be_false_goes(body: str, wanted: str | None) -> None:
    assert left(body) == (body if wanted is None else wanted)


def test_where_only_names_differ_everything_but_those_stays() -> None:
    alike = Knowledge(KNOWN.same, KNOWN.kept, frozenset(), True, KNOWN.stale, KNOWN.readable)
    assert (
        left("The policy has no section on phones. We tweet on Twitter.", alike)
        == "The policy has no section on phones."
    )


def test_what_went_is_told_with_its_line() -> None:
    _, taken = without_commentary(HEAD + "Ring us.\n\nThe policy says no.\n", "docs/parents/a.md", KNOWN)
    assert [(one.path, one.line, one.text) for one in taken] == [("docs/parents/a.md", 9, "The policy says no.")]


def test_a_link_into_a_place_that_is_gone_leads_to_the_page() -> None:
    text = "[a](b.md#x) [c](b.md#y) [d](#z)"
    assert without_lost_links(text, "docs/parents/a.md", {"parents/b.md": {"x"}, "parents/a.md": {"z"}}) == (
        "[a](b.md) [c](b.md#y) d"
    )
