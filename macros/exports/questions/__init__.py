"""How each type of question is told to other services: one module for each, with the name of the type.

A new module is found by itself. A type without one goes nowhere, and whoever takes a quiz along is told so.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from types import MappingProxyType

from macros.exports.questions.told import Told

NOT_TOLD = Told(left_out="no other service has questions of its type")
TOLD: Mapping[str, Told] = MappingProxyType(
    {
        found.name.replace("_", "-"): importlib.import_module(f"{__name__}.{found.name}").TOLD
        for found in pkgutil.iter_modules(__path__)
        if found.name != "told"
    }
)


def told_as(kind: str) -> Told:
    """Say how a type of question is told to other services."""
    return TOLD.get(kind, NOT_TOLD)
