"""The encoder's files: where they lie, whether they are the ones that were checked, and how they are opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import onnxruntime
import yaml

from dateline.annotate.pieces import Pieces
from dateline.annotate.pinned import check_pinned
from dateline.annotate.wordpiece import WordPiece
from dateline.errors import InstallError

FOLDER: Final = Path(__file__).with_name("model")
REMEDY: Final = "Install Dateline again: pip install --force-reinstall dateline"


@dataclass(frozen=True, slots=True)
class Model:
    """The opened model: two graphs and the cutter of words; `version` names the weights."""

    version: str
    encoder: onnxruntime.InferenceSession
    arguments: onnxruntime.InferenceSession
    pieces: Pieces

    @classmethod
    def open(cls, folder: Path = FOLDER) -> Model:
        """Opens the files of `folder`; raises InstallError where one is missing or not the one that was checked."""
        pinned = _pins(folder / "model.yaml")
        for name, expected in pinned["files"].items():
            check_pinned(folder / name, expected, of="the encoder", remedy=REMEDY)
        return cls(
            str(pinned["version"]),
            _session(folder / "encoder.onnx"),
            _session(folder / "arguments.onnx"),
            Pieces(WordPiece.read(folder / "vocab.txt")),
        )


def _pins(path: Path) -> dict[str, dict[str, str]]:
    if not path.is_file():
        raise InstallError("the list of the encoder's files is missing", where=str(path), remedy=REMEDY)
    pins: dict[str, dict[str, str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return pins


def _session(path: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # one thread a process: two of them only wait for each other on small machines
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # windows differ in length: a plan of memory for each would be kept for good
    options.log_severity_level = 3
    arena = {"arena_extend_strategy": "kSameAsRequested"}  # grows by what is needed, not by doubling
    return onnxruntime.InferenceSession(
        str(path),
        options,
        providers=[("CPUExecutionProvider", arena)],
        disabled_optimizers=["SkipLayerNormFusion"],  # its joined kernel takes a fifth longer than sum and norm apart
    )
