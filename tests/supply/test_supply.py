"""What the lists of known faults answer is read as it is meant, and silence is not taken for good news."""

from __future__ import annotations

import json
from collections.abc import Mapping

from tests.supply.asking import Answer, is_well, read_node, read_python

FAULT = {"id": "PYSEC-2026-1", "fix_versions": ["2.0"], "aliases": [], "description": "…"}
WELL = {"name": "a", "version": "1.0", "vulns": []}
ILL = {"name": "b", "version": "1.5", "vulns": [FAULT]}
UNKNOWN = {"name": "c", "skip_reason": "Dependency not found on PyPI and could not be audited: c (1)"}


def python(*packages: Mapping[str, object]) -> Answer:
    return read_python("a.lock", json.dumps({"dependencies": packages, "fixes": []}))


def node(faults: Mapping[str, object]) -> Answer:
    return read_node("b.json", json.dumps({"vulnerabilities": faults, "metadata": {"dependencies": {"total": 7}}}))


def test_a_package_with_a_known_fault_is_named_with_what_mends_it() -> None:
    found = python(WELL, ILL)
    assert str(found) == "a.lock: 2 packages, 1 known faults.\n  b 1.5: PYSEC-2026-1, mended in 2.0"
    assert not is_well([found])


def test_packages_without_one_are_well() -> None:
    assert is_well([python(WELL), node({})])


def test_a_package_of_node_is_named_too() -> None:
    found = node({"acorn": {"range": "<9", "severity": "high", "via": []}})
    assert found.faults == ("acorn <9: high",)
    assert not is_well([found])


def test_what_nobody_answers_for_is_not_well() -> None:
    for silent in (
        python(WELL, UNKNOWN),
        python(UNKNOWN),
        read_python("a.lock", ""),
        read_python("a.lock", "no network"),
        read_node("b.json", '{"message": "405 Method Not Allowed"}'),
        read_node("b.json", ""),
    ):
        assert silent.silent
        assert "No answer for 1" in str(silent)
        assert not is_well([silent])
