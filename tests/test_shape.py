"""The sizes that CONTRIBUTING.md sets: modules, functions, classes and nesting stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.fast

SOURCE = Path(__file__).parent.parent / "src" / "songwright"
MODULES = sorted(SOURCE.rglob("*.py"))
MOST_MODULE_LINES, MOST_FUNCTION_LINES, MOST_METHODS, DEEPEST = 600, 80, 20, 4
LONG_MODULES: dict[str, str] = {}  # path: why it may be longer; tables of data only

CATCH_ALL = {"cli/main.py", "jobs/worker.py", "jobs/child.py"}

NESTING = (ast.For, ast.While, ast.If, ast.With, ast.Try, ast.Match)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def depth(node: ast.AST, level: int = 0) -> int:
    deepest = level
    for name, value in ast.iter_fields(node):
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST):
                continue
            is_elif = isinstance(node, ast.If) and name == "orelse" and len(node.orelse) == 1
            inner = level + (isinstance(child, NESTING) and not (is_elif and isinstance(child, ast.If)))
            deepest = max(deepest, depth(child, inner))
    return deepest


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_module_keeps_its_size(path: Path) -> None:
    """Modules, functions, classes and nesting stay within the limits."""
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name = str(path.relative_to(SOURCE))
    assert len(text.splitlines()) <= MOST_MODULE_LINES or name in LONG_MODULES
    for function in functions(tree):
        assert (function.end_lineno or 0) - function.lineno < MOST_FUNCTION_LINES, function.name
        assert depth(function) <= DEEPEST, function.name
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            assert sum(isinstance(child, ast.FunctionDef) for child in node.body) <= MOST_METHODS, node.name


def test_only_worker_loops_and_the_command_catch_everything() -> None:
    """A broad except hides faults; it stands only where a process must go on or end politely."""
    for path in MODULES:
        name = str(path.relative_to(SOURCE))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ExceptHandler) and name not in CATCH_ALL:
                caught = ast.unparse(node.type) if node.type else "everything"
                assert caught not in ("everything", "Exception", "BaseException"), f"{name}:{node.lineno}"
