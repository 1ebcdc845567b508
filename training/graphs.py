"""Takes out of the exported graphs what costs time and changes no number.

python training/graphs.py src/dateline/annotate/model

The encoder reads one window at a time and the layer of arguments one event, so that no place is ever masked: they need
neither a mask nor a guard against rows that are masked whole. The layer of arguments turns its events and words about
and back again, as torch's attention does inside; in the order they come in it is the same sum.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

import numpy as np
import onnx
from onnx import GraphProto, NodeProto, helper, numpy_helper

BERT: Final = r"/bert/encoder/layer\.\d+/attention/self"
OWN: Final = "/layer/self_attn"  # the attention of the layer of arguments


def main() -> None:
    """Rewrites the two graphs of a folder; the checksums are left to `export.py`."""
    folder = Path(sys.argv[1])
    unmask(folder / "encoder.onnx")
    straighten(folder / "arguments.onnx")


def unmask(path: Path) -> None:
    """Attention without mask, for windows that are read alone."""
    model = onnx.load(path)
    for node in model.graph.node:
        if re.fullmatch(f"{BERT}/Add", node.name):  # scores plus mask
            _replace(model.graph, node.output[0], node.input[0])
        elif re.fullmatch(f"{BERT}/Where_1", node.name):  # weights, or 0 where all is masked
            _replace(model.graph, node.output[0], node.input[2])
    _prune(model.graph)
    onnx.save(model, path)


def straighten(path: Path, *, heads: int = 6) -> None:
    """Attention over (events, words) in this order all through, over as many words as there are."""
    model = onnx.load(path)
    graph = model.graph
    told = _node(graph, f"{OWN}/Transpose").input[0]
    bias = numpy_helper.to_array(next(one for one in graph.initializer if one.name == "layer.self_attn.in_proj_bias"))
    width = len(bias) // 3
    for name, values in (("heads", [0, 0, heads, width // heads]), ("joined", [0, 0, width])):
        graph.initializer.append(numpy_helper.from_array(np.asarray(values, np.int64), name))
    _replace(graph, f"{OWN}/Transpose_output_0", told)
    new = [helper.make_node("Split", [f"{OWN}/Add_output_0"], ["query", "key", "value"], axis=2)]
    for name, old in (("query", "Reshape_9"), ("key", "Reshape_10"), ("value", "Reshape_11")):
        new.append(helper.make_node("Reshape", [name, "heads"], [f"{name} heads"]))
        new.append(helper.make_node("Transpose", [f"{name} heads"], [f"{name} turned"], perm=[0, 2, 1, 3]))
        _replace(graph, f"{OWN}/{old}_output_0", f"{name} turned")
    _replace(graph, f"{OWN}/Add_2_output_0", f"{OWN}/MatMul_1_output_0")  # scores plus mask
    new.append(helper.make_node("Transpose", [f"{OWN}/MatMul_2_output_0"], ["found"], perm=[0, 2, 1, 3]))
    new.append(helper.make_node("Reshape", ["found", "joined"], ["found joined"]))
    _replace(graph, f"{OWN}/Reshape_12_output_0", "found joined")
    _replace(graph, f"{OWN}/Transpose_7_output_0", f"{OWN}/Gemm_output_0")
    graph.node.extend(new)
    del graph.value_info[:]  # of other shapes now
    _prune(graph)
    for one in (*graph.input, *graph.output):
        if len(one.type.tensor_type.shape.dim) > 1 and one.name != "trigger":
            one.type.tensor_type.shape.dim[1].dim_param = "words"
    onnx.save(model, path)


def _node(graph: GraphProto, name: str) -> NodeProto:
    return next(node for node in graph.node if node.name == name)


def _replace(graph: GraphProto, old: str, new: str) -> None:
    """Lets all that read `old` read `new`."""
    for node in graph.node:
        for at, name in enumerate(node.input):
            if name == old:
                node.input[at] = new


def _prune(graph: GraphProto) -> None:
    """Keeps what the outputs need, each node after those that it reads."""
    makers = {name: node for node in graph.node for name in node.output}
    kept: list[NodeProto] = []
    seen: set[str] = set()

    def visit(name: str) -> None:
        if name in seen:
            return
        seen.add(name)
        node = makers.get(name)
        if node is not None and all(node is not other for other in kept):
            for needed in node.input:
                visit(needed)
            kept.append(node)

    for output in graph.output:
        visit(output.name)
    weights = [one for one in graph.initializer if one.name in seen]
    inputs = [one for one in graph.input if one.name in seen]
    copies = [NodeProto.FromString(node.SerializeToString()) for node in kept]
    for field, those in ((graph.node, copies), (graph.initializer, weights), (graph.input, inputs)):
        kept_there = list(those)
        del field[:]
        field.extend(kept_there)


if __name__ == "__main__":
    main()
