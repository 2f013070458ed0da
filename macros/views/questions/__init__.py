"""How each type of question is shown: one module for each, with the name of the type.

A new module is found by itself.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from macros.views.questions.common import ShownQuestion

SHOW: Mapping[str, Callable[[Any], ShownQuestion]] = MappingProxyType(
    {
        found.name.replace("_", "-"): importlib.import_module(f"{__name__}.{found.name}").show
        for found in pkgutil.iter_modules(__path__)
        if found.name != "common"
    }
)
