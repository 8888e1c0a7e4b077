"""Print the modules and functions that are too long; exit 1 if there are any."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

MODULE_LINES = 400
FUNCTION_LINES = 50


def too_long(root: Path) -> list[str]:
    """``path:line name lines`` of every module over `MODULE_LINES` and function over `FUNCTION_LINES`."""
    found = []
    for path in sorted((root / "govdesk").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if lines > MODULE_LINES:
            found.append(f"{path}:1 module {lines}")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > FUNCTION_LINES:
                    found.append(f"{path}:{node.lineno} {node.name} {length}")
    return found


if __name__ == "__main__":
    faults = too_long(Path(__file__).resolve().parent.parent)
    print("\n".join(faults) if faults else "module sizes ok")
    sys.exit(1 if faults else 0)
