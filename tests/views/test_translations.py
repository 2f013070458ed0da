"""A page of help in another language says who to ring, in that language and in English, and whether it was checked."""

from __future__ import annotations

from datetime import date

from macros.models.translation import Translation
from macros.views.translations import translation_page

ENGLISH = Translation(
    language="en", name="English", in_english="English", title="Help", intro="Get help.",
    lines=("Ring {police}.", "Write to {nspcc email}."), say="You can say:", more="All numbers", not_checked="No.",
)  # fmt: skip
ARABIC = ENGLISH.model_copy(
    update={
        "language": "ar", "name": "العربية", "in_english": "Arabic", "title": "مساعدة",
        "lines": ("اتصلوا {police}.", "اكتبوا إلى {nspcc email} [x](y) <b> {{ 7 }}."), "not_checked": "لم يراجع.",
    }
)  # fmt: skip
EMAILS = {"nspcc": "help@example.org"}
NUMBERS = {"police"}


def test_it_says_its_language_and_its_direction() -> None:
    head = translation_page(ARABIC, ENGLISH, EMAILS, NUMBERS).split("\n---\n")[0]
    for line in ('title: "مساعدة"', 'language: "ar"', 'direction: "rtl"', 'template: "help.html"'):
        assert line in head.splitlines()


def test_each_number_is_what_the_macro_shows_and_each_address_a_link_in_both_languages() -> None:
    page = translation_page(ARABIC, ENGLISH, EMAILS, NUMBERS)
    assert page.count('{{ phone("police") }}') == 2
    assert page.count("[help@example.org](mailto:help@example.org)") == 2


def test_what_was_typed_is_never_a_link_a_tag_or_a_call() -> None:
    page = translation_page(ARABIC, ENGLISH, EMAILS, NUMBERS)
    assert "[x](y)" not in page
    assert "<b>" not in page
    assert "{{ 7" not in page


def test_it_says_in_both_languages_that_nobody_has_checked_it_until_somebody_has() -> None:
    assert "لم يراجع." in translation_page(ARABIC, ENGLISH, EMAILS, NUMBERS)
    assert "not yet been checked by a speaker of Arabic" in translation_page(ARABIC, ENGLISH, EMAILS, NUMBERS)
    checked = ARABIC.model_copy(update={"checked_by": "Ms Ash", "checked_on": date(2026, 11, 28)})
    assert "لم يراجع." not in translation_page(checked, ENGLISH, EMAILS, NUMBERS)
    assert "not yet" not in translation_page(checked, ENGLISH, EMAILS, NUMBERS)


def test_a_line_whose_number_the_school_does_not_know_is_left_out_in_both_languages() -> None:
    page = translation_page(ARABIC, ENGLISH, EMAILS, ())
    assert "phone(" not in page
    assert page.count("[help@example.org](mailto:help@example.org)") == 2
