"""The network: MiniLM-L6 with heads for events and a small layer that finds an event's arguments."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from dateline.annotate.labels import AUX_NAMES, EVENT_NAMES, HEDGE_NAMES, MODE_NAMES
from dateline.annotate.pieces import SHAPES
from dateline.annotate.reach import DISTANCES
from dateline.model.signal import ROLES

WIDTH: Final = 384  # of the encoder
NARROW: Final = 192  # of the layer that finds arguments, which runs once an event
HEADS: Final = 6
FALSE: Final = -4.0  # where the scores of arguments start: nearly all words are none


class Read(NamedTuple):
    """What the encoder gives for each word, shape (windows, words, …): scores of the labels, and the narrow vectors."""

    event: Tensor
    mode: Tensor
    aux: Tensor
    hedge: Tensor
    narrow: Tensor


class Encoder(nn.Module):
    """Word pieces to labels of words."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.bert = _bert(base)
        self.shape = nn.Embedding(SHAPES, WIDTH)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.event = nn.Linear(WIDTH, len(EVENT_NAMES))
        self.mode = nn.Linear(WIDTH, len(MODE_NAMES))
        self.aux = nn.Linear(WIDTH, len(AUX_NAMES))
        self.hedge = nn.Linear(WIDTH, len(HEDGE_NAMES))
        self.narrow = nn.Linear(WIDTH, NARROW)

    def forward(self, pieces: Tensor, mask: Tensor, first: Tensor, shapes: Tensor) -> Read:
        """`pieces`, `mask`, `shapes`: (windows, pieces); `first`: (windows, words), the first piece of each word."""
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.shape(shapes)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        words = torch.gather(hidden, 1, first.unsqueeze(-1).expand(-1, -1, WIDTH))
        return Read(self.event(words), self.mode(words), self.aux(words), self.hedge(words), self.narrow(words))


class Arguments(nn.Module):
    """An event and the words around it to scores of roles: is the word part of an argument, does it begin one."""

    def __init__(self) -> None:
        super().__init__()
        self.trigger = nn.Linear(NARROW, NARROW)
        self.event = nn.Embedding(len(EVENT_NAMES), NARROW)
        self.distance = nn.Embedding(DISTANCES, NARROW)
        nn.init.normal_(self.event.weight, std=0.02)
        nn.init.normal_(self.distance.weight, std=0.02)
        self.layer = nn.TransformerEncoderLayer(NARROW, HEADS, 2 * NARROW, 0.0, "gelu", batch_first=True)
        self.roles = nn.Linear(NARROW, 2 * len(ROLES))
        nn.init.constant_(self.roles.bias, FALSE)

    def forward(self, around: Tensor, trigger: Tensor, event: Tensor, distance: Tensor, inside: Tensor) -> Tensor:
        """Scores of words, (events, words, 2 * roles).

        `around` is (events, words, NARROW), `trigger` (events, NARROW), `event` (events,), `distance` (events, words);
        `inside` is the same, True for words of the window.
        """
        told = around + (self.trigger(trigger) + self.event(event)).unsqueeze(1) + self.distance(distance)
        scores: Tensor = self.roles(self.layer(told, src_key_padding_mask=~inside))
        return scores


class Network(nn.Module):
    """Both together, as they are trained."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = Encoder(base)
        self.arguments = Arguments()


def _bert(base: Path) -> BertModel:
    config = BertConfig.from_pretrained(base)
    config.attention_probs_dropout_prob = 0.0  # costs a seventh of the time on a processor, and brought nothing
    bert = BertModel(config, add_pooling_layer=False)
    weights = load_file(base / "model.safetensors")
    unused = ("pooler", "embeddings.position_ids")
    kept = {name: value for name, value in weights.items() if not name.startswith(unused)}
    missing, unexpected = bert.load_state_dict(kept, strict=False)
    if unexpected or any("position_ids" not in name for name in missing):
        raise ValueError(f"{base} holds other weights than expected: missing {missing}, unexpected {unexpected}")
    bert.embeddings.word_embeddings.weight.requires_grad = False  # so few texts would only spoil them
    return bert
