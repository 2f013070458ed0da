"""Makes the mutants of a Python module: its text with one small thing changed, as a slip of a key may change it.

The kinds are those that the field has found to stand for most others: a comparison, a logical word, a sign, a number, a
condition, and a statement that is left out (A. J. Offutt and others, "An experimental determination of sufficient
mutant operators", ACM TOSEM 5, 1996). Words are not changed: a message is tested where it matters.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
CALCULATED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.FloorDiv: ast.Mult,
    ast.Div: ast.Mult,
    ast.Mod: ast.Add,
}
# What is read for its types, or is words alone.
UNTOUCHED = (ast.JoinedStr, ast.FormattedValue)


@dataclass(frozen=True)
class Mutant:
    """A file with one thing changed.

    Attributes:
        path: the file, from the project's root.
        line: where the change is.
        was: what stood there.
        now: what stands there.
        text: the whole file as it is now.
    """

    path: str
    line: int
    was: str
    now: str
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: “{self.was}” → “{self.now}”"


def mutants_of(source: str, path: str) -> Iterator[Mutant]:
    """Make every mutant of a module, in the order of its lines."""
    tree = ast.parse(source)
    data = source.encode()
    starts = [0]
    for line in data.split(b"\n"):
        starts.append(starts[-1] + len(line) + 1)
    for node in _code(tree):
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or 0) - 1] + (node.end_col_offset or 0)
        was = data[begin:end].decode()
        for now in _changed(node):
            text = (data[:begin] + now.encode() + data[end:]).decode()
            yield Mutant(path, node.lineno, " ".join(was.split()), now, text)


def _code(tree: ast.AST) -> Iterator[ast.expr | ast.stmt]:
    """Give what runs: no docstring, no annotation, nothing inside an f-string (its places are not told)."""
    for name, value in ast.iter_fields(tree):
        if name in {"annotation", "returns", "decorator_list", "bases", "type_comment"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, UNTOUCHED) or not isinstance(child, ast.AST):
                continue
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                continue
            if isinstance(child, ast.expr | ast.stmt):
                yield child
            yield from _code(child)


def _changed(node: ast.expr | ast.stmt) -> Iterator[str]:
    match node:
        case ast.Compare(left, [op, *ops], comparators) if type(op) in COMPARED:
            yield f"({ast.unparse(ast.Compare(left, [COMPARED[type(op)](), *ops], comparators))})"
        case ast.BoolOp(op, values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield f"({ast.unparse(ast.BoolOp(other, values))})"
        case ast.UnaryOp(ast.Not(), operand):
            yield f"({ast.unparse(operand)})"
        case ast.BinOp(left, op, right) if type(op) in CALCULATED:
            yield f"({ast.unparse(ast.BinOp(left, CALCULATED[type(op)](), right))})"
        case ast.Constant(bool() as value):
            yield str(not value)
        case ast.Constant(int() as value):
            yield str(value + 1)
        case ast.IfExp(test, body, orelse):
            yield f"({ast.unparse(ast.IfExp(test, orelse, body))})"
        case ast.Continue():
            yield "break"
        case ast.Break():
            yield "continue"
        case ast.Expr(ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.AugAssign():
            yield "pass"
        case ast.comprehension():
            return
