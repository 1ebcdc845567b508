"""Windows of examples as tensors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from dateline.annotate.encoder import padded
from dateline.annotate.pieces import Words
from dateline.annotate.reach import REACH, distances, positions
from dateline.annotate.windows import Window
from dateline.model.signal import ROLES
from examples import Example, Labels

Item = tuple[Example, Window]
NONE = Labels(0, 0, 0, 0)


class Inputs(NamedTuple):
    """What the encoder reads; see `network.Encoder.forward`."""

    pieces: Tensor
    mask: Tensor
    first: Tensor
    shapes: Tensor


class Targets(NamedTuple):
    """Labels of words, (windows, words) each; `core` tells the words that count."""

    event: Tensor
    mode: Tensor
    aux: Tensor
    hedge: Tensor
    core: Tensor


class Events(NamedTuple):
    """The events of a batch.

    `row` and `around` say which words, (events,) and (events, REACH); `wanted` and `known` are (events, REACH, 2 *
    roles).
    """

    row: Tensor
    around: Tensor
    trigger: Tensor
    event: Tensor
    distance: Tensor
    inside: Tensor
    wanted: Tensor
    known: Tensor


def inputs(items: Sequence[tuple[Words, Window]]) -> Inputs:
    """The windows padded to the longest, as the encoder reads them when it is used."""
    return Inputs(**{name: torch.from_numpy(array) for name, array in padded(items).items()})


def targets(items: Sequence[Item]) -> Targets:
    """The labels of the words of the windows."""
    count = max(at.last - at.first for _, at in items)
    out = np.zeros((5, len(items), count), np.int64)
    for row, (one, at) in enumerate(items):
        for w in range(at.first, at.last):
            label = one.labels.get(w, NONE)
            out[:, row, w - at.first] = label.event, label.mode, label.aux, label.hedge, at.begin <= w < at.end
    event, mode, aux, hedge, core = (torch.from_numpy(array) for array in out)
    return Targets(event, mode, aux, hedge, core.bool())


def events(items: Sequence[Item]) -> Events | None:
    """The events whose triggers lie in the cores; None where there is none."""
    found = [
        (row, one, at, event)
        for row, (one, at) in enumerate(items)
        for event in one.events
        if at.begin <= event.begin < at.end and event.end <= at.last
    ]
    if not found:
        return None
    width = max(at.last - at.first for _, at in items)
    columns: list[tuple[np.ndarray, ...]] = []
    for _, one, at, event in found:
        here = event.begin - at.first
        around, inside = positions(here, at.last - at.first)
        sentences = np.asarray(one.words.sentence_of[at.first : at.last])
        told = distances(here, around, sentences[around] == sentences[here])
        trigger = np.zeros(width, np.float32)
        trigger[here : event.end - at.first] = 1 / (event.end - event.begin)
        wanted = np.zeros((REACH, 2 * len(ROLES)), np.float32)
        for role, begin, end in event.arguments:
            part = inside & (around >= begin - at.first) & (around < end - at.first)
            wanted[part, role] = 1
            wanted[part & (around == begin - at.first), len(ROLES) + role] = 1
        known = np.repeat(inside[:, None].astype(np.float32), 2 * len(ROLES), 1)
        if event.known is not None:
            known *= np.isin(np.arange(2 * len(ROLES)) % len(ROLES), list(event.known))
        columns.append((around, trigger, told, inside, wanted, known))
    stacked = [torch.from_numpy(np.stack(column)) for column in zip(*columns, strict=True)]
    around_, trigger_, told_, inside_, wanted_, known_ = stacked
    row_ = torch.tensor([row for row, *_ in found])
    event_ = torch.tensor([event.event for *_, event in found])
    return Events(row_, around_, trigger_, event_, told_, inside_, wanted_, known_)
