"""A page that is made from a template, and not from Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PageView:
    """What a page shows.

    Attributes:
        template: the template of its body, in macros/templates/pages/, without its ending.
        meta: what the layout round it and search need to know.
        values: what the template names.
    """

    template: str
    meta: Mapping[str, object]
    values: Mapping[str, object] = field(default_factory=dict)
