"""The types of question, one module each; an impossible question cannot be made."""

from typing import Annotated

from pydantic import Field

from macros.models.questions.choose_many import ChooseMany, ManyChoice
from macros.models.questions.choose_one import ChooseOne
from macros.models.questions.common import Choice, Question
from macros.models.questions.fill_the_gap import FillTheGap, Sentence
from macros.models.questions.match import Match, Pair
from macros.models.questions.put_in_order import OrderedStep, PutInOrder
from macros.models.questions.sort import Group, Sort, SortItem
from macros.models.questions.story import Scene, Story, WayOn
from macros.models.questions.true_or_false import TrueOrFalse
from macros.models.questions.what_would_you_do import GradedChoice, WhatWouldYouDo

AnyQuestion = Annotated[
    ChooseOne | ChooseMany | Sort | PutInOrder | Match | FillTheGap | TrueOrFalse | WhatWouldYouDo | Story,
    Field(discriminator="type"),
]

__all__ = [
    "AnyQuestion",
    "Choice",
    "ChooseMany",
    "ChooseOne",
    "FillTheGap",
    "GradedChoice",
    "Group",
    "ManyChoice",
    "Match",
    "OrderedStep",
    "Pair",
    "PutInOrder",
    "Question",
    "Scene",
    "Sentence",
    "Sort",
    "SortItem",
    "Story",
    "TrueOrFalse",
    "WayOn",
    "WhatWouldYouDo",
]
