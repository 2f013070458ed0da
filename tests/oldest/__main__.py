"""Judges every script and style sheet by the oldest browsers that are supported, and by its form.

python -m tests.oldest
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.assets import scripts, style_sheets
from tests.tools.node import npm_installed, run_node

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent
LIST = FOLDER / "browsers.yml"
HOW = "Do it another way, or name it in tests/oldest/browsers.yml with the reason why nothing is lost without it."
NEEDLESS = "Nothing needs “{}” any more. Take it out of tests/oldest/browsers.yml."
NOT_INSTALLED = "What judges scripts and styles could not be installed from npm's registry. Is this machine online?"
KINDS = ("scripts", "styles", "shows-or-hides")
SHARED = "shares its line"
OFF_SCALE = "off the scale"
FORMS = (SHARED, OFF_SCALE)


@dataclass(frozen=True)
class Supported:
    """What is supported, and what may be used all the same.

    Attributes:
        browsers: the oldest of each kind, as the program “browserslist” reads it.
        allowed: for each of `KINDS`, the names that may be used, each with its reason.
    """

    browsers: tuple[str, ...]
    allowed: dict[str, dict[str, str]]


def supported(text: str) -> Supported:
    """Read the list of browsers.

    Args:
        text: the list, as YAML.
    """
    data = yaml.safe_load(text)
    return Supported(tuple(data["browsers"]), {kind: dict(data.get(kind) or {}) for kind in KINDS})


def judged(listed: Supported, code: list[Path], styles: list[Path]) -> list[str]:
    """Say what the oldest browsers lack, what is ill-formed, each with its place, and what is allowed for nothing.

    Args:
        listed: what is supported.
        code: scripts.
        styles: style sheets.

    Returns:
        A line for each place.

    Raises:
        RuntimeError: the judge itself failed; the text is what it said.
    """
    asked = {"browsers": listed.browsers, "scripts": [*map(str, code)], "styles": [*map(str, styles)]}
    run = run_node("judge.mjs", json.dumps(asked), folder=FOLDER)
    if run.returncode != 0:
        raise RuntimeError(run.stderr)
    found: list[dict[str, Any]] = json.loads(run.stdout)
    needless = {kind: dict(names) for kind, names in listed.allowed.items()}
    told = []
    for each in found:
        kind = _kind(each)
        if each["words"] not in FORMS:
            needless[kind].pop(each["name"], None)
        if each.get("rule") or each["words"] in FORMS or each["name"] not in listed.allowed[kind]:
            told.append(_line(each))
    return sorted(told) + [NEEDLESS.format(name) for names in needless.values() for name in names]


def _kind(found: dict[str, Any]) -> str:
    if found["words"] == "shows or hides":
        return "shows-or-hides"
    return "scripts" if found["file"].endswith(".js") else "styles"


def _line(found: dict[str, Any]) -> str:
    file = Path(found["file"])
    place = (
        f"{file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else file}:{found['line']}:{found['column']}"
    )
    if found.get("rule"):
        judge = "ESLint" if file.suffix == ".js" else "Stylelint"
        return f"{place}: {found['words']} ({judge}: {found['rule']})"
    if found["words"] == SHARED:
        return f"{place}: “{found['name']}” stands on the line of another declaration. Give each a line of its own."
    if found["words"] == OFF_SCALE:
        return (
            f"{place}: “{found['name']}” is off the scale. Take the nearest step of tokens.css, as in var(--space-5)."
        )
    if not found["name"]:
        return f"{place}: This cannot be read by a browser of 2017: {found['words']}. Write it in an older way."
    if _kind(found) == "shows-or-hides":
        said = "shows or hides something, and the oldest browsers cannot read the selector"
        return f"{place}: “{found['name']}” {said}. {HOW}"
    return f"{place}: “{found['name']}” {found['words']}. {HOW}"


def main() -> int:
    """Judge all of the site's scripts and style sheets; give 1 when one asks for too much."""
    if not npm_installed(FOLDER, "what judges scripts and styles"):
        print(NOT_INSTALLED, file=sys.stderr)
        return 1
    told = judged(supported(LIST.read_text(encoding="utf-8")), scripts(ROOT), style_sheets(ROOT))
    for line in told:
        print(line)
    print(
        f"{len(told)} to mend"
        if told
        else "The oldest browsers can read every script and style sheet, and each kind has one form"
    )
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
