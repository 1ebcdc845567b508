"""Hatchling's hook: what the wheel holds beside the code is there before files are collected."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent


class BuiltFiles(BuildHookInterface[Any]):
    """Makes the gazetteer and the page's assets, unless up-to-date ones are there."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What the builders import beyond `build-system.requires`: the lexicon is YAML."""
        return ["pyyaml>=6"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling's signature)
        """Make them for wheels and editable installs; a source distribution goes without."""
        if self.target_name != "wheel":
            return
        sys.path.insert(0, str(ROOT))
        try:
            import build_assets  # noqa: PLC0415 (scripts beside this one, found by its folder alone)
            import build_gazetteer  # noqa: PLC0415 (the same)
        finally:
            sys.path.remove(str(ROOT))
        build_gazetteer.ensure(build_gazetteer.TARGET)
        build_assets.ensure(build_assets.TARGET)
