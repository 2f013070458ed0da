"""A wrong type in a script is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.types.__main__ import CONFIG, faults

GOOD = """"use strict";

school.createAll('[data-module="a"]', (root) => {
  /** @type {HTMLInputElement} */
  const name = school.part(root, "name");
  school.add(root, "button", "a__go", "Go").addEventListener("click", () => { name.value = ""; });
});
"""


def told(tmp_path: Path, code: str, root: Path) -> list[str]:
    """Check a script that stands on the base of all."""
    (tmp_path / "a.js").write_text(code, encoding="utf-8")
    base = root / "docs/assets/javascripts/component.js"
    config = {"extends": str(CONFIG), "include": ["a.js", str(base)]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    return [line.rpartition("/")[2] for line in faults(tmp_path / "tsconfig.json") if not line.startswith(" ")]


def test_a_script_whose_types_are_right_has_no_fault(tmp_path: Path, root: Path) -> None:
    assert told(tmp_path, GOOD, root) == []


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("school.part(", "school.prat(", "a.js:5:23: Property 'prat' does not exist"),
        ('"button", "a__go", "Go"', '"buton", "a__go", "Go"', "a.js:6:20: Argument of type '\"buton\"'"),
        ('name.value = ""', "name.value = 1", "a.js:6:79: Type 'number' is not assignable to type 'string'"),
        ('name.value = ""', 'name.vaule = ""', "a.js:6:84: Property 'vaule' does not exist"),
        ("(root) =>", "(root, more) =>", "a.js:3:39: Argument of type"),
        ("school.add(root", 'school.add(root.querySelector("p")', "a.js:6:14: Argument of type"),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, root: Path, right: str, wrong: str, said: str) -> None:
    assert right in GOOD
    first = told(tmp_path, GOOD.replace(right, wrong), root)[0]
    assert first.startswith(said)
    assert "(TypeScript: TS" in first


def test_every_script_of_the_site_is_checked(root: Path) -> None:
    config = json.loads(CONFIG.read_text(encoding="utf-8"))
    assert config["compilerOptions"]["checkJs"]
    assert config["compilerOptions"]["strict"]
    assert config["include"] == ["../../docs/assets/javascripts/*.js", "../../macros/components/*/*.js"]
    assert not [path for path in root.glob("docs/assets/javascripts/*.js") if "@ts-" in path.read_text("utf-8")]
    assert not [path for path in root.glob("macros/components/*/*.js") if "@ts-" in path.read_text("utf-8")]
