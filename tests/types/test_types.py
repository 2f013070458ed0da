"""A wrong type in a script is told with its place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.assets import scripts
from tests.tools.node import run_node
from tests.types.__main__ import CONFIG, TSC, WORKER_CONFIG, faults

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


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("self.importScripts();", ""),
        ("document.title;", "a.js:2:1: Cannot find name 'document'"),
        ("school.part;", "a.js:2:1: Cannot find name 'school'"),
    ],
)
def test_a_worker_knows_no_page(tmp_path: Path, code: str, said: str) -> None:
    (tmp_path / "a.js").write_text(f'"use strict";\n{code}\n', encoding="utf-8")
    config = {"extends": str(WORKER_CONFIG), "include": ["a.js"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")
    told = [line.rpartition("/")[2] for line in faults(tmp_path / "tsconfig.json")]
    assert all(line.startswith(said) for line in told)
    assert bool(told) == bool(said)


def test_every_script_of_the_site_is_checked(root: Path) -> None:
    listed = [run_node(str(TSC), "--project", str(config), "--listFilesOnly") for config in (CONFIG, WORKER_CONFIG)]
    checked = [Path(line) for run in listed for line in run.stdout.splitlines() if line.endswith(".js")]
    assert sorted(checked) == sorted(scripts(root))
    config = json.loads(CONFIG.read_text(encoding="utf-8"))
    assert json.loads(WORKER_CONFIG.read_text(encoding="utf-8"))["extends"] == "./tsconfig.json"
    assert config["compilerOptions"]["checkJs"]
    assert config["compilerOptions"]["strict"]
    assert not [path for path in scripts(root) if "@ts-" in path.read_text("utf-8")]
