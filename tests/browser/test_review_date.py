"""The policy page says by the reader's own clock whether the review date has passed; the page itself says when."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

PAGE = "policy/index.html"
GOVERNORS = "staff/governors.html"


@pytest.mark.parametrize(
    ("due", "today", "said"),
    [
        ("2023-03-31", "2026-11-22", "The review date passed 3 years and 7 months ago."),
        ("2023-03-31", "2023-05-31", "The review date passed 2 months ago."),
        ("2023-03-31", "2023-05-30", "The review date passed 1 month ago."),
        ("2023-03-31", "2023-04-30", "The review date has passed."),
        ("2023-03-31", "2024-03-31", "The review date passed 1 year ago."),
        ("2023-03-31", "2025-04-30", "The review date passed 2 years ago."),
        ("2022-12-31", "2024-01-31", "The review date passed 1 year and 1 month ago."),
        ("2027-03-31", "2026-11-22", "The review is due in 4 months."),
        ("2027-03-31", "2027-02-28", "The review is due in 1 month."),
        ("2027-03-31", "2027-03-01", "The review is due this month."),
        ("2027-03-31", "2027-03-31", "The review is due this month."),
        ("2027-03-31", "2027-04-01", "The review date has passed."),
        ("2027-03-14", "2027-03-15", "The review date has passed."),
        ("2028-01-31", "2026-12-31", "The review is due in 13 months."),
    ],
)
def test_the_note_says_what_the_date_means_on_the_day_of_reading(page: Page, due: str, today: str, said: str) -> None:
    page.clock.set_fixed_time(f"{today}T12:00:00")
    page.route(
        f"**/{PAGE}",
        lambda route: route.fulfill(
            body=route.fetch().text().replace('data-due="2023-03-31"', f'data-due="{due}"'), content_type="text/html"
        ),
    )
    page.goto(PAGE)
    expect(page.locator('[data-module="review-date"] [data-part="said"]')).to_have_text(said)


@pytest.fixture
def without_script(browser: Browser, base_url: str) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=False, base_url=base_url)
    yield context.new_page()
    context.close()


def test_without_the_script_the_dates_stand_alone(without_script: Page) -> None:
    without_script.goto(PAGE)
    note = without_script.locator('[data-module="review-date"]')
    expect(note).to_contain_text("Approved: March 2022. Date for review: March 2023. Check the date.")
    expect(note).not_to_contain_text("passed")


def test_the_note_stands_outside_the_approved_text(page: Page) -> None:
    page.goto(PAGE)
    expect(page.locator('.policy [data-module="review-date"]')).to_have_count(0)


def test_governors_are_told_how_late_the_review_is(page: Page) -> None:
    page.clock.set_fixed_time("2026-11-28T12:00:00")
    page.goto(GOVERNORS)
    said = page.locator('[data-module="review-date"] [data-part="said"]')
    expect(said).to_have_text("The review date passed 3 years and 7 months ago.")
