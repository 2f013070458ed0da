"""The types of question, one module each; an impossible question cannot be made."""

from typing import Annotated

from pydantic import Field

from macros.models.questions.choose_many import ChooseMany, ManyChoice
from macros.models.questions.choose_one import ChooseOne
from macros.models.questions.common import Choice, Question
from macros.models.questions.sort import Group, Sort, SortItem

AnyQuestion = Annotated[ChooseOne | ChooseMany | Sort, Field(discriminator="type")]

__all__ = ["AnyQuestion", "Choice", "ChooseMany", "ChooseOne", "Group", "ManyChoice", "Question", "Sort", "SortItem"]
