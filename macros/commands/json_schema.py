"""The form of every data file and front matter as a JSON Schema, by which an editor completes names and shows slips.

The models are the rule. The schemas are made from them, and know only what a schema can say. `.vscode/settings.json`
says which file has which; other editors are told by a first line “# yaml-language-server: $schema=…”.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from macros.models.app import Apps
from macros.models.base import Model
from macros.models.cast import Cast
from macros.models.checklist import Checklist
from macros.models.clause_use import ClauseUses
from macros.models.colours import SiteColours
from macros.models.drawn_scene import DrawnScenes
from macros.models.fact import Facts
from macros.models.framework import Frameworks
from macros.models.help_route import HelpRoutes
from macros.models.lesson import Lesson
from macros.models.link import Links
from macros.models.linked_policy import LinkedPolicies
from macros.models.macro_row import MacroRows
from macros.models.moved import MovedPages
from macros.models.page import FrontMatter
from macros.models.phase import Phases
from macros.models.plan_words import PlanWords
from macros.models.privacy import Privacy
from macros.models.quiz import Quiz
from macros.models.school import School
from macros.models.school_question import SchoolQuestions
from macros.models.song import Song
from macros.models.symbol import Symbols
from macros.models.takeover import Takeover
from macros.models.topic import Topics
from macros.models.translation import Translation
from macros.models.voice_pattern import VoicePatterns

FOLDER = "schema"
PLACE = "schema/quiz.schema.json"
EDITOR = ".vscode/settings.json"
BOUNDS = MappingProxyType({"ge": "minimum", "le": "maximum"})
YES_OR_NO = ("yes", "no")
TYPED_AS_WORDS = ("string", "number", "boolean")


@dataclass(frozen=True)
class Form:
    """The form of the files of one kind.

    Attributes:
        name: the name of its schema.
        model: what such a file must be.
        files: the files, as patterns from the root; the front matter of pages has none, for no editor reads it.
        made: the fields that are read from the words below the front matter, and are not typed in it.
    """

    name: str
    model: type[Model]
    files: tuple[str, ...] = ()
    made: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """The file of its schema."""
        return f"{FOLDER}/{self.name}.schema.json"


DATA = "docs/_data"
FORMS = (
    Form("apps", Apps, (f"{DATA}/apps.yml",)),
    Form("cast", Cast, (f"{DATA}/cast.yml",)),
    Form("checklist", Checklist, (f"{DATA}/checklists/*.yml",)),
    Form("clauses", ClauseUses, (f"{DATA}/clauses.yml",)),
    Form("colours", SiteColours, (f"{DATA}/colours.yml",)),
    Form("facts", Facts, (f"{DATA}/facts.yml",)),
    Form("frameworks", Frameworks, (f"{DATA}/frameworks.yml",)),
    Form("help-routes", HelpRoutes, (f"{DATA}/help-routes.yml",)),
    Form("lesson", Lesson, made=("steps",)),
    Form("linked-policies", LinkedPolicies, (f"{DATA}/linked-policies.yml",)),
    Form("links", Links, (f"{DATA}/links.yml",)),
    Form("macros", MacroRows, ("macros/components/*/macros.yml",)),
    Form("moved", MovedPages, (f"{DATA}/moved.yml",)),
    Form("page", FrontMatter),
    Form("phases", Phases, (f"{DATA}/phases.yml",)),
    Form("plans", PlanWords, (f"{DATA}/plans.yml",)),
    Form("privacy", Privacy, (f"{DATA}/privacy.yml",)),
    Form("quiz", Quiz, ("quizzes/*/*.yml", f"{DATA}/examples.yml")),
    Form("scenes", DrawnScenes, ("lessons/*/*/scenes.yml",)),
    Form("school", School, ("school.yml",)),
    Form("school-questions", SchoolQuestions, (f"{DATA}/school-questions.yml",)),
    Form("song", Song, (f"{DATA}/song.yml",)),
    Form("symbols", Symbols, (f"{DATA}/symbols.yml",)),
    Form("takeover", Takeover, ("answers.yml",)),
    Form("topics", Topics, (f"{DATA}/topics.yml",)),
    Form("translation", Translation, (f"{DATA}/translations/*.yml",)),
    Form("voice-patterns", VoicePatterns, (f"{DATA}/voice-patterns.yml",)),
)


def schema_of(form: Form) -> str:
    """Give the schema of a form, as text."""
    schema = form.model.model_json_schema(schema_generator=_Schema)
    for name in form.made:
        schema["properties"].pop(name)
        schema["required"].remove(name)
    whole = _in_its_words({"$schema": _Schema.schema_dialect, **schema})
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _in_its_words(value: Any) -> Any:
    """Say “minimum” and “maximum” where pydantic leaves its own words for a bound of what may be missing."""
    if isinstance(value, dict):
        return {BOUNDS.get(name, name): _in_its_words(inner) for name, inner in value.items()}
    return [_in_its_words(inner) for inner in value] if isinstance(value, list) else value


def editor_settings() -> str:
    """Give the settings by which VS Code knows the schema of each file."""
    schemas = {f"./{form.place}": list(form.files) for form in FORMS if form.files}
    return json.dumps({"yaml.schemas": schemas}, indent=2, ensure_ascii=False) + "\n"


def write_schemas(root: Path) -> list[str]:
    """Write every schema into its file, and the settings; give the places."""
    texts = {form.place: schema_of(form) for form in FORMS} | {EDITOR: editor_settings()}
    for place, text in texts.items():
        (root / place).parent.mkdir(exist_ok=True)
        (root / place).write_text(text, encoding="utf-8")
    return list(texts)


class _Schema(GenerateJsonSchema):
    """Makes the schema for editors, which read `yes` and 7 as YAML does; the site reads all as words."""

    def str_schema(self, schema: Any) -> JsonSchemaValue:
        return {**super().str_schema(schema), "type": list(TYPED_AS_WORDS)}

    def bool_schema(self, schema: Any) -> JsonSchemaValue:
        return {"enum": [*YES_OR_NO, True, False]}

    def literal_schema(self, schema: Any) -> JsonSchemaValue:
        if set(schema["expected"]) == set(YES_OR_NO):
            return self.bool_schema(schema)
        if numbers := [int(one) for one in schema["expected"] if str(one).isdecimal()]:
            return {"enum": [*schema["expected"], *numbers]}
        return super().literal_schema(schema)

    def tagged_union_schema(self, schema: Any) -> JsonSchemaValue:
        union = super().tagged_union_schema(schema)
        union.pop("discriminator", None)  # a word of OpenAPI, not of JSON Schema
        return union

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def model_schema(self, schema: Any) -> JsonSchemaValue:
        """Call a question by its type."""
        made = super().model_schema(schema)
        if "properties" not in made:
            return made
        kind = made["properties"].get("type", {}).get("const")
        made["title"] = kind or made["title"]
        return made
