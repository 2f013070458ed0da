"""The policy shows the approved words, the plain ones or both, and the points for one reader; paper has the approved
words alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

PAGE = "policy/index.html"
PHONE, DESK = {"width": 360, "height": 800}, {"width": 1280, "height": 900}
ONE = "#learners-personal-use"
APPROVED = "The use of social media during school hours for personal use is not permitted for learners."


def words(page: Page) -> tuple[Locator, Locator]:
    return page.locator(f"{ONE} > .clause__approved"), page.locator(f"{ONE} > .clause__plain")


@pytest.mark.parametrize(("size", "plain"), [(PHONE, False), (DESK, True)])
def test_a_narrow_screen_begins_with_the_approved_words_and_a_wide_one_with_both(
    page: Page, size: dict[str, int], plain: bool
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    page.goto(PAGE)
    approved, ours = words(page)
    expect(approved).to_have_text(APPROVED)
    expect(approved).to_be_visible()
    expect(ours).to_be_visible(visible=plain)


def test_the_switch_shows_both_the_approved_words_or_the_plain_ones(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(PAGE)
    approved, ours = words(page)
    one, other = approved.bounding_box(), ours.bounding_box()
    assert one
    assert other
    assert one["x"] + one["width"] <= other["x"]
    assert abs(one["y"] - other["y"]) < 12
    for value, shown in (("approved", (True, False)), ("plain", (False, True)), ("both", (True, True))):
        page.get_by_label("Show").select_option(value)
        expect(approved).to_be_visible(visible=shown[0])
        expect(ours).to_be_visible(visible=shown[1])


def test_the_points_for_one_reader_stand_alone_in_that_readers_words(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(PAGE)
    expect(page.locator(ONE)).to_contain_text("Children aren")
    page.get_by_label("For", exact=True).select_option("learners")
    expect(page.locator("#no-friends-with-learners")).to_be_hidden()
    expect(page.locator("#safe-passwords")).to_be_visible()
    expect(page.locator("#learners-advised")).to_be_visible()
    expect(page.locator(f"{ONE} > .clause__plain > p:visible")).to_have_text(
        "We aren't allowed to use social media for personal reasons in school hours."
    )
    shown = page.locator('.policy li[data-for~="learners"]').count()
    expect(page.get_by_role("status").filter(has_text="points")).to_have_text(f"{shown} of 84 points.")
    page.get_by_label("For", exact=True).select_option("")
    expect(page.locator("#no-friends-with-learners")).to_be_visible()


def test_a_point_stays_while_one_of_its_own_points_is_shown(page: Page) -> None:
    page.goto(PAGE)
    for reader in ("learners", "staff", "governors", "dsl", "account-holders"):
        page.get_by_label("For", exact=True).select_option(reader)
        alone = page.evaluate(
            """(reader) => [...document.querySelectorAll(`.policy li[data-for~="${reader}"]`)]
               .filter((one) => !one.checkVisibility()).map((one) => one.id)""",
            reader,
        )
        assert not alone, reader


def test_who_copies_two_clauses_copies_the_approved_words_and_none_of_ours(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(PAGE)
    copied = page.evaluate(
        """() => {
          const all = document.createRange();
          all.setStart(document.getElementById("meeting-online-friends"), 0);
          all.setEndAfter(document.getElementById("safe-passwords"));
          const chosen = getSelection();
          chosen.removeAllRanges();
          chosen.addRange(all);
          return chosen.toString();
        }"""
    )
    said = " ".join(copied.split())
    assert "to only do so when a trusted adult is present." in said
    assert "to use safe passwords." in said
    ours = page.locator("#safe-passwords .clause__plain p:visible").inner_text()
    assert ours
    assert ours not in said


@pytest.fixture
def without_script(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield context.new_page()
    context.close()


def test_without_the_script_both_are_there_and_no_switch(without_script: Page) -> None:
    for size, beside in ((PHONE, False), (DESK, True)):
        without_script.set_viewport_size({"width": size["width"], "height": size["height"]})
        without_script.goto(PAGE)
        approved, ours = words(without_script)
        expect(ours).to_be_visible()
        one, other = approved.bounding_box(), ours.bounding_box()
        assert one
        assert other
        assert (other["x"] >= one["x"] + one["width"]) == beside
        assert (other["y"] >= one["y"] + one["height"]) != beside
        expect(without_script.locator(".policy-views")).to_be_hidden()


def test_on_paper_the_approved_text_stands_alone_and_whole_whatever_was_chosen(page: Page) -> None:
    page.goto(PAGE)
    page.get_by_label("Show").select_option("plain")
    page.get_by_label("For", exact=True).select_option("learners")
    page.emulate_media(media="print")
    assert page.locator(".policy .clause__approved").count() == 84
    unseen = page.evaluate(
        "() => [...document.querySelectorAll('.clause__approved')].filter((one) => !one.checkVisibility()).length"
    )
    assert unseen == 0
    for ours in (".clause__plain", ".policy-views", ".policy-views__notice", ".site-note", ".policy-notes"):
        for one in page.locator(ours).all():
            expect(one).to_be_hidden()
