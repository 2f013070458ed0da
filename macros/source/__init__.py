"""Reads what authors write, and remembers the line and column of every value.

Nothing here knows what the values mean: that is for the models.
"""

from macros.source.calls import Call, read_calls
from macros.source.document import Document, Position, Step
from macros.source.files import files_in, read_text
from macros.source.front_matter import read_front_matter
from macros.source.lesson_page import parse_lesson, read_lesson
from macros.source.outline import Outline, read_outline
from macros.source.pictures import read_pictures_without_words
from macros.source.policy_page import parse_policy, read_policy
from macros.source.sentences import Sentence, place, read_sentences
from macros.source.yaml_text import parse_yaml, read_yaml

__all__ = [
    "Call",
    "Document",
    "Outline",
    "Position",
    "Sentence",
    "Step",
    "files_in",
    "parse_lesson",
    "parse_policy",
    "parse_yaml",
    "place",
    "read_calls",
    "read_front_matter",
    "read_lesson",
    "read_outline",
    "read_pictures_without_words",
    "read_policy",
    "read_sentences",
    "read_text",
    "read_yaml",
]
