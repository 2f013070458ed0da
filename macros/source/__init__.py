"""Reads what authors write, and remembers the line and column of every value.

Nothing here knows what the values mean: that is for the models.
"""

from macros.source.calls import Call, read_calls, read_long_lines
from macros.source.comments import read_comments
from macros.source.document import Document, Position, Step
from macros.source.files import files_in, is_left_out, read_text
from macros.source.front_matter import read_front_matter
from macros.source.image_metadata import DamagedMetadataError, has_location, image_kind
from macros.source.lesson_page import parse_lesson, read_lesson
from macros.source.markdown_tree import Tree, front_matter_of, read_tree
from macros.source.outline import Outline, free_id, read_outline, slug
from macros.source.pictures import read_pictures_without_words
from macros.source.policy_page import parse_policy, read_policy
from macros.source.references import read_references
from macros.source.sentences import Sentence, read_sentences, sentences_in
from macros.source.svg import read_svg
from macros.source.yaml_text import parse_yaml, read_yaml

__all__ = [
    "Call",
    "DamagedMetadataError",
    "Document",
    "Outline",
    "Position",
    "Sentence",
    "Step",
    "Tree",
    "files_in",
    "free_id",
    "front_matter_of",
    "has_location",
    "image_kind",
    "is_left_out",
    "parse_lesson",
    "parse_policy",
    "parse_yaml",
    "read_calls",
    "read_comments",
    "read_front_matter",
    "read_lesson",
    "read_long_lines",
    "read_outline",
    "read_pictures_without_words",
    "read_policy",
    "read_references",
    "read_sentences",
    "read_svg",
    "read_text",
    "read_tree",
    "read_yaml",
    "sentences_in",
    "slug",
]
