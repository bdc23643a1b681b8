"""Exercise types do not import each other and know no format."""

import ast
from pathlib import Path

import pytest

import generator.exercises
from generator.exercises import EXERCISES

FOLDER = Path(generator.exercises.__file__).parent
TYPES = sorted(EXERCISES)


@pytest.mark.parametrize("name", TYPES)
def test_a_type_imports_no_other_type_and_no_format(name: str) -> None:
    tree = ast.parse((FOLDER / f"{name}.py").read_text("utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module}
    assert imported
    others = {f"generator.exercises.{other}" for other in TYPES if other != name}
    assert not imported & others
    assert not any(module.startswith(("generator.render", "generator.build")) for module in imported)
