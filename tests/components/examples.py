"""The examples of the components, rendered as a page would."""

from __future__ import annotations

from collections.abc import Iterator

from macros.content.library import Library
from macros.design.examples import Example, values_of
from macros.design.rendering import component, components
from macros.site.author_macros import ASK
from macros.views.addresses import relative

PAGE = "parents/index.html"


def rendered(example: Example, library: Library) -> str:
    """Render an example as a page would."""
    environment = components(library.pictures, library.help_numbers)
    environment.globals["link"] = lambda target: relative(target, PAGE)
    return str(component(environment, example.component, **values_of(example, ASK)))


def texts(values: object) -> Iterator[str]:
    """Give every text that stands anywhere in the values."""
    if isinstance(values, str):
        yield values
    elif isinstance(values, dict):
        for value in values.values():
            yield from texts(value)
    elif isinstance(values, list):
        for value in values:
            yield from texts(value)
