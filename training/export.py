"""Writes the trained network as the files that ship: two ONNX graphs in 8 bits, the vocabulary, and their checksums.

python training/export.py build/training/network.pt --out src/dateline/annotate/model
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
import yaml
from graphs import straighten, unmask
from network import NARROW, Encoder, Network
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.preprocess import quant_pre_process

from dateline.annotate.pieces import OPENING
from dateline.annotate.reach import REACH

OPSET = 17


def main() -> None:
    """Reads the arguments and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("--base", type=Path, default=Path("build/minilm"))
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    torch.backends.mha.set_fastpath_enabled(False)  # which cannot be exported
    network = Network(options.base)
    network.load_state_dict(torch.load(options.weights))
    network.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        full = Path(folder)
        _encoder(network.encoder, full / "encoder.onnx")
        _arguments(network, full / "arguments.onnx")
        for name in ("encoder.onnx", "arguments.onnx"):
            quant_pre_process(full / name, full / f"ready-{name}", skip_symbolic_shape=True)
            quantize_dynamic(
                full / f"ready-{name}",
                options.out / name,
                weight_type=QuantType.QInt8,
                per_channel=True,
                reduce_range=True,  # without it sums overflow on processors that lack VNNI
            )
    unmask(options.out / "encoder.onnx")
    straighten(options.out / "arguments.onnx")
    _vocabulary(options.base, options.out)
    _sums(options.out, options.version)


def _encoder(encoder: Encoder, path: Path) -> None:
    pieces = torch.full((2, 12), OPENING)
    example = (pieces, torch.ones_like(pieces), torch.ones((2, 7), dtype=torch.long), torch.zeros_like(pieces))
    names = ["pieces", "mask", "first", "shapes"]
    dynamic = {name: {0: "windows", 1: "words" if name == "first" else "length"} for name in names}
    outputs = ["event", "mode", "aux", "hedge", "narrow"]
    dynamic |= {name: {0: "windows", 1: "words"} for name in outputs}
    torch.onnx.export(
        encoder,
        example,
        path,
        input_names=names,
        output_names=outputs,
        dynamic_axes=dynamic,
        opset_version=OPSET,
        dynamo=False,
    )


def _arguments(network: Network, path: Path) -> None:
    example = (
        torch.zeros((2, REACH, NARROW)),
        torch.zeros((2, NARROW)),
        torch.zeros(2, dtype=torch.long),
        torch.zeros((2, REACH), dtype=torch.long),
        torch.ones((2, REACH), dtype=torch.bool),
    )
    names = ["around", "trigger", "event", "distance", "inside"]
    torch.onnx.export(
        network.arguments,
        example,
        path,
        input_names=names,
        output_names=["roles"],
        dynamic_axes={name: {0: "events"} for name in (*names, "roles")},
        opset_version=OPSET,
        dynamo=False,
    )


def _vocabulary(base: Path, out: Path) -> None:
    shutil.copy(base / "vocab.txt", out)


def _sums(out: Path, version: str) -> None:
    names = ("encoder.onnx", "arguments.onnx", "vocab.txt")
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in names}
    head = "# What the encoder is made of; written by training/export.py. A file with another SHA-256 is refused.\n"
    (out / "model.yaml").write_text(head + yaml.safe_dump({"version": version, "files": files}), encoding="utf-8")


if __name__ == "__main__":
    main()
