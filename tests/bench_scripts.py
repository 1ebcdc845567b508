"""The scripts of `bench/` as modules: they are no package, and import their neighbours by name."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType
from typing import Final

BENCH: Final = Path(__file__).parents[1] / "bench"


def bench_script(name: str) -> ModuleType:
    """The script `bench/NAME.py`, imported."""
    sys.path.insert(0, str(BENCH))
    try:
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(BENCH))
