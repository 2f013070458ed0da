"""Things to sort have their groups to choose from."""

from __future__ import annotations

from tests.views.questions.showing import PLAIN, shown


def test_a_thing_in_its_own_group_is_right_and_in_another_is_not() -> None:
    question = shown("sort")
    for part, item in zip(question.parts, PLAIN["sort"]["items"], strict=True):
        groups = [group["id"] for group in PLAIN["sort"]["groups"]]
        keys = dict(zip(groups, part.options, strict=True))
        assert [name for name, option in keys.items() if option.key == "yes"] == [item["group"]]
        assert question.reasons[keys[item["group"]].say].words == item["feedback"]
        other = next(option for name, option in keys.items() if name != item["group"])
        assert question.reasons[other.say].words == item["not_yet"]
