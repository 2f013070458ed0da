"""What every model shares: frozen, no unknown names, and errors told in plain sentences."""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Protocol, Self, Union, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, ErrorDetails, PydanticCustomError, core_schema

from macros.problems import did_you_mean

Loc = tuple[str | int, ...]
Finding = tuple[Loc, str]

# No sentence on the site is this long; a longer text is a slip (or an attack on the layout).
LONGEST_TEXT = 2000  # characters
LONGEST_WORD = 60  # characters

# A fact that can change is checked twice a year; after that a page no longer vouches for it.
LONGEST_UNCHECKED = 180  # days

LONGEST_ID = 60  # characters
SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"  # an id, and the name of a lesson's folder
NAME = "{name}"  # in a sentence, the name of the value that it is about
WHOLE_FILE = "This must be lines of “name: value”, and it is something else."
SENTENCE = "patternErrorMessage"  # where a schema has it, VS Code and the forms of the office say it


def refusal(sentence: str) -> PydanticCustomError:
    """Make what a validator raises, so that an author reads this sentence; “{name}” in it is the value's name."""
    return PydanticCustomError("sentence", "{sentence}", {"sentence": sentence})


@dataclass(frozen=True)
class Form:
    """The form that a text must have, and the sentence for one that has another.

    Attributes:
        pattern: the whole text, as a regular expression.
        sentence: what to say of another text; or a function that gives it for that text.
    """

    pattern: str
    sentence: str | Callable[[str], str]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Have pydantic ask for the form, after all else."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """Tell editors the same pattern, and what to say of another text."""
        given = self.sentence if isinstance(self.sentence, str) else self.sentence("")
        sentence = given.replace(f"“{NAME}”", "This").replace(NAME, "name")
        return {**handler(schema), "pattern": f"^({self.pattern})$", SENTENCE: sentence}

    def _checked(self, text: str) -> str:
        if not re.fullmatch(self.pattern, text):
            raise refusal(self.sentence if isinstance(self.sentence, str) else self.sentence(text))
        return text


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)]
Identity = Annotated[
    str,
    StringConstraints(max_length=LONGEST_ID),
    Form(SLUG, f"“{NAME}” must be small letters, digits and hyphens, as in “safe-passwords”."),
]
# What the W3C's checker calls illegal in an address (https://url.spec.whatwg.org/#url-code-points).
NOT_IN_ADDRESSES = r"""\s"<>\[\]\\^`{|}"""
# The name of a host, in the letters in which a browser's address line gives it to be copied (RFC 1123, 2.1): a letter
# of another alphabet can look like one of these and lead elsewhere.
HOST_NAME = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]"


def _no_address(given: str) -> str:
    wrong = re.search(f"[{NOT_IN_ADDRESSES}]", given)
    if wrong and given.startswith("https://"):
        said = "a space" if wrong[0].isspace() else f"“{wrong[0]}”"
        return f"“{NAME}” has {said} in it, as no address may. Copy it again from the browser's address line."
    host = re.split("[/?#]", given.removeprefix("https://"), maxsplit=1)[0]
    if given.startswith("https://") and host:
        return (
            f"“{NAME}” leads to “{host}”, which is not the name of a website such as “www.example.org”. Copy it again "
            "from the browser's address line."
        )
    return f"“{NAME}” must be a whole address that begins with “https://”."


Address = Annotated[
    str,
    StringConstraints(max_length=300),
    Form(f"https://{HOST_NAME}(?::[0-9]{{1,5}})?(?:[/?#][^{NOT_IN_ADDRESSES}]*)?", _no_address),
]
# A number that can be dialled here: 10 or 11 figures from 0 on, a number from abroad or a short one (Ofcom, National
# Telephone Numbering Plan, Part A; ITU-T E.164, 6). Childline's is one of the last that have eight.
_PHONE = (
    r"0(?: *[0-9]){9,10}|0800 *1111|\+44(?: *[0-9]){9,10}|\+[1-35-9](?: *[0-9]){7,14}|1 *[0-9](?: *[0-9]){1,4}|999"
    r"|[6-8](?: *[0-9]){3,4}"
)
_EMAIL = rf"[A-Za-z0-9.!#$%&'*+/=?_~-]+@{HOST_NAME}"


def _no_phone(given: str) -> str:
    if re.fullmatch(r"\+?[0-9 ]+", given):
        figures = len(re.sub(r"\D", "", given))
        return (
            f"“{NAME}” cannot be dialled: a number has 10 or 11 digits and begins with 0, or is a short one such as "
            f"999. This has {figures} digit{'s' if figures != 1 else ''}. Look it up again."
        )
    return f"“{NAME}” must be digits and spaces only. Leave other words and signs out."


Phone = Annotated[str, StringConstraints(max_length=30), Form(_PHONE, _no_phone)]
Email = Annotated[
    str,
    StringConstraints(max_length=100),
    Form(_EMAIL, f"“{NAME}” must be an email address such as office@example.org, and nothing else."),
]
Contact = Annotated[
    str,
    StringConstraints(max_length=100),
    Form(f"{_PHONE}|{_EMAIL}", f"“{NAME}” must be a phone number, in digits and spaces, or an email address."),
]


def _day(given: Any) -> Any:
    """Read a day in the one form in which it is written; the library would take a number for seconds since 1970."""
    if not isinstance(given, str):
        return given
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
        typed = re.fullmatch(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", given)
        if typed:
            meant = f"{typed[3]}-{int(typed[2]):02}-{int(typed[1]):02}"
            raise refusal(f"“{NAME}” must have the year first, then the month and the day: {meant}.")
        raise refusal(f"“{NAME}” must be a date such as 2026-11-22.")
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise refusal(f"“{NAME}” must be a date such as 2026-11-22, and there is no day {given}.") from None
    if day.year // 100 != CENTURY:
        raise refusal(f"“{NAME}” is in the year {day.year:04}. Is that a slip?")
    return day


def _whole(given: Any) -> Any:
    """Read a whole number that is written in figures; the library would read 1_3 as 13, and 13.0 too."""
    if isinstance(given, str) and not re.fullmatch("-?[0-9]{1,9}", given):
        figures = re.fullmatch(r"([0-9]{1,9})\s+[a-z]+", given)
        write = f" Write {figures[1]} alone." if figures else ""
        raise refusal(f"“{NAME}” must be a whole number.{write}")
    return given


def _number(given: Any) -> Any:
    """Read a number that is written in figures, perhaps with a full stop; the library would read 1_3 and nan too."""
    if isinstance(given, str) and not re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", given):
        raise refusal(f"“{NAME}” must be a number.")
    return given


def _yes_or_no(given: Any) -> Any:
    """Read a yes or a no; the library would read 1, t and on too."""
    if not isinstance(given, str):
        return given
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if given.lower() not in answers:
        raise refusal(f"“{NAME}” must be “yes” or “no”.")
    return answers[given.lower()]


CENTURY = 20  # the years from 2000 to 2099: another is a slip
Day = Annotated[date, BeforeValidator(_day)]
Whole = Annotated[int, BeforeValidator(_whole)]
Number = Annotated[float, BeforeValidator(_number)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]
Colour = Annotated[
    str,
    StringConstraints(to_lower=True),
    Form(
        "#[0-9a-f]{6}",
        f'“{NAME}” must be “#” and six digits or letters from a to f, in quotes, as in {NAME}: "#1f5f74".',
    ),
]
Reader = Literal["learners", "parents", "staff"]


class Model(BaseModel):
    """A piece of content: it cannot be changed, and an unknown name in it is refused."""

    # Deferred: a model that is only part of another is then built once, within it.
    # A field is described once, in the docstring below it; the schema for editors says the same.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, use_attribute_docstrings=True)

    def rules(self) -> Iterator[Finding]:
        """Find what is wrong between the values, each with the way to the value it concerns."""
        yield from ()

    @model_validator(mode="after")
    def obey_rules(self) -> Self:
        """Refuse a model that breaks one of its own rules, naming all that are broken.

        Raises:
            PydanticCustomError: a rule is broken; pydantic makes a ValidationError of it, for `explain`.
        """
        found = list(self.rules())
        for name in type(self).model_fields:
            value = getattr(self, name)
            for loc, text in _texts(_written(type(self), name), value):
                long = next((word for word in text.split() if len(word) > LONGEST_WORD and "://" not in word), None)
                if long:
                    found.append((loc, f"The word “{long[:20]}…” has {len(long)} letters. Is it a slip?"))
        if found:
            raise PydanticCustomError("rules", "broken rules", {"found": found})
        return self


def _texts(name: str, value: object) -> list[tuple[Loc, str]]:
    if isinstance(value, str):
        return [((name,), value)]
    items = enumerate(value) if isinstance(value, tuple) else ()
    return [((name, number), item) for number, item in items if isinstance(item, str)]


def _written(model: type[BaseModel], name: str) -> str:
    """Give the name of a field as an author writes it: "for" is no name in Python."""
    return model.model_fields[name].alias or name


def repeats(values: Iterable[Hashable]) -> Iterator[int]:
    """Give the place of each value that stands further up already.

    Args:
        values: what nothing is to be said twice of, such as the ids of a list.

    Yields:
        The place of each second and further one, from 0.
    """
    seen: set[Hashable] = set()
    for place, value in enumerate(values):
        if value in seen:
            yield place
        seen.add(value)


class Named(Protocol):
    """An entry of a list that has an id and a name."""

    @property
    def id(self) -> str:
        """What the project calls it by."""

    @property
    def name(self) -> str:
        """What readers call it by."""


def same_ids_or_names(listed: str, entries: Sequence[Named]) -> Iterator[Finding]:
    """Find the entries of a list that have the id or the name of one further up.

    Args:
        listed: the name of the list, which says what is in it, such as “topics”.
        entries: what is in it.
    """
    for number in repeats(entry.id for entry in entries):
        yield (listed, number, "id"), f"Two {listed} have the id “{entries[number].id}”. Give each its own."
    for number in repeats(normalised(entry.name) for entry in entries):
        yield (listed, number, "name"), f"Two {listed} are called “{entries[number].name}”. Give each its own name."


def normalised(text: str) -> str:
    """Give the form of a text by which two texts are the same to a reader."""
    return " ".join(text.casefold().replace("’", "'").rstrip(".!? ").split())


def explain(error: ValidationError, model: type[Model]) -> Iterator[tuple[Loc, str, bool]]:
    """Put each error of a validation in a plain sentence.

    Args:
        error: what pydantic raised.
        model: the model that was to be made.

    Yields:
        The way to the value, the sentence, and whether the value's name is meant, not the value.
    """
    details = error.errors(include_url=False)
    for detail in details:
        loc: Loc = detail["loc"]
        within = (other["loc"] for other in details if len(other["loc"]) > len(loc))
        if detail["type"] == "too_short" and any(loc[: len(loc)] == loc for loc in within):
            continue  # pydantic counts only what is right; what is wrong within the list has its own sentence
        if detail["type"] == "rules":
            for further, sentence in detail["ctx"]["found"]:
                yield (*loc, *further), sentence, False
        elif detail["type"] == "extra_forbidden":
            known = _fields_at(model, loc[:-1])
            yield loc, f"“{loc[-1]}” is not a name that is known here.{did_you_mean(str(loc[-1]), known)}", True
        elif loc[-1:] == ("[key]",):
            yield loc[:-1], _sentence(detail, str(loc[-2])), True
        else:
            yield loc, _sentence(detail, str(_name(loc))) if loc else WHOLE_FILE, False


def _name(loc: Loc) -> str | int:
    names = [step for step in loc if isinstance(step, str)]
    return names[-1] if names else ""


def _sentence(detail: ErrorDetails, name: str) -> str:
    kind = detail["type"]
    context = detail.get("ctx", {})
    given = detail.get("input")
    if kind == "missing":
        return f"“{name}” is missing here. Add a line “{name}: …”."
    if kind == "sentence":
        return str(context["sentence"]).replace(NAME, name)
    if given is None:
        return f"“{name}” is empty. Write something after the colon, or take the line out if it is not needed."
    match kind:
        case "string_type":
            return f"“{name}” must be words, and here it is a list or a set of names."
        case "string_too_short":
            return f"“{name}” is empty. Write something after the colon."
        case "string_too_long":
            return f"“{name}” is too long: at most {context['max_length']} characters."
        case "float_parsing" | "float_type" | "finite_number":
            return f"“{name}” must be a number."
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return f"“{name}” must be a whole number."
        case "greater_than_equal":
            return f"“{name}” must be at least {context['ge']:g}."
        case "less_than_equal":
            return f"“{name}” must be at most {context['le']:g}."
        case "bool_parsing" | "bool_type":
            return f"“{name}” must be “yes” or “no”."
        case "date_from_datetime_parsing" | "date_parsing" | "date_type" | "date_from_datetime_inexact":
            return f"“{name}” must be a date such as 2026-11-22."
        case "literal_error":
            choices = re.findall(r"'([^']+)'", context["expected"])  # a choice may hold a comma
            if not isinstance(given, str):
                known = did_you_mean("", choices)
                return f"“{name}” must be one word, and here it is a list or a set of names.{known}"
            return f"“{given}” is not known as “{name}”.{did_you_mean(str(given), choices)}"
        case "union_tag_invalid":
            typed = given.get("type") if isinstance(given, dict) else None
            if not isinstance(typed, str):
                said = "is empty. Say what kind of question this is" if typed is None else "must be one word"
                return f"“type” {said}: “type: choose-one”."
            choices = [word.strip().strip("'") for word in context["expected_tags"].split(",")]
            return f"“{context['tag']}” is not a known type of question.{did_you_mean(context['tag'], choices)}"
        case "union_tag_not_found":
            return "“type” is missing here. Add a line “type: choose-one”."
        case "too_short":
            return f"“{name}” needs at least {context['min_length']} and has {context['actual_length']}."
        case "too_long":
            return f"“{name}” may have at most {context['max_length']} and has {context['actual_length']}."
        case "list_type" | "tuple_type":
            return f"“{name}” must be a list: lines that begin with “- ”."
        case "model_type" | "dict_type" | "model_attributes_type":
            return f"“{name}” must be lines of “name: value”."
    return f"“{name}” is not right: {detail['msg']}."


def _fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """List the names that are known at a place: walk the models along the way to it."""
    here: list[type[BaseModel]] = [model]
    for step in loc:
        if isinstance(step, int):
            continue
        tagged = [m for m in here if _tag(m) == step]
        if tagged:
            here = tagged
            continue
        fields = [field for m in here for name, field in m.model_fields.items() if _written(m, name) == step]
        # A step that is no field is a key within one, such as the question of an answer in school.yml.
        here = [found for field in fields for found in _models_in(field.annotation)] if fields else here
    return sorted({_written(m, name) for m in here for name in m.model_fields})


def _tag(model: type[BaseModel]) -> str | None:
    field = model.model_fields.get("type")
    return get_args(field.annotation)[0] if field and get_origin(field.annotation) is Literal else None


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (Union, types.UnionType, Annotated, list, tuple, dict):
        return [model for argument in get_args(annotation) for model in _models_in(argument)]
    return []
