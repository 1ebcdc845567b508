"""Reads the word data that ships beside this module."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from dateline.errors import InstallError

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where libyaml is there


@cache
def load(name: str) -> Any:  # noqa: ANN401 (YAML is whatever the file holds; its reader checks it)
    """The content of ``lexicon/NAME.yaml``; raises InstallError where it is missing or broken."""
    path = Path(__file__).with_name(f"{name}.yaml")
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506 (a safe loader in both cases)
    except FileNotFoundError:
        raise InstallError("a word list of Dateline is missing", where=str(path), remedy="Install it again.") from None
    except yaml.YAMLError as error:
        raise InstallError(f"a word list of Dateline is broken: {error}", where=str(path)) from error
