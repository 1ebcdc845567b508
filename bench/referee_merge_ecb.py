"""Whether mentions of one event find each other across documents: ECB+ (merge-ecb), event mentions given.

    python bench/referee_merge_ecb.py [--fit] [--explain N] [FOLDER]

FOLDER (default ../shared/referees/merge-ecb) holds ``dev.jsonl``. Prints CoNLL F1, and F1 of MUC, B-cubed, CEAF-e and
LEA, all documents as one, singletons included: for the usual development topics, for the others, by which the weights
and thresholds were chosen, and for all together. Each set of documents is read by itself; topics are not told.

Three ways of merging stand side by side: the same lemma (of the mention's head, by our parser); the same lemma in
documents that are alike (average linkage over the cosine of tf-idf); and ours: documents that share rare words and are
alike, pairs of mentions with a word or a type in common, signs weighed and added, average linkage over pairs.

`--fit` prints the weights that the other topics give (for `merge_signs.py`); `--explain N` shows N pairs with signs.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import Final

from coreference import conll, entities, scores
from linkage import average_linkage
from merge_mentions import Json, Mention, load, read
from merge_signs import WEIGHTS, Pair, Sign, candidates, signs

from dateline.pipeline import Pipeline
from dateline.settings import Settings
from dateline.text.words import words

FOLDER: Final = Path("../shared/referees/merge-ecb")
DEVELOPMENT: Final = frozenset({2, 5, 12, 18, 21, 23, 34, 35})
MEASURES: Final = ("MUC", "B-cubed", "CEAF-e", "LEA")
MISSING: Final = -4.0  # the score of pairs that were not compared, or fared worse than this
LEAST: Final = -0.7  # mean score above which clusters are joined
TFIDF: Final = 0.15  # mean cosine above which documents count as alike for the baseline
SEED: Final = 2014

Labels = list[Hashable]


def main() -> int:
    """Reads the documents and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--fit", action="store_true", help="fit the weights anew and print them")
    parser.add_argument("--explain", type=int, default=0, metavar="N", help="show N pairs with what speaks for them")
    options = parser.parse_args()
    path = options.folder / "dev.jsonl"
    if not path.is_file():
        print(f"{path} is not there: give the referee's folder as the argument.", file=sys.stderr)
        return 1
    documents = load(path)
    mentions = read(Pipeline.load(Settings()), documents)
    report(documents, mentions, fitting=options.fit, explained=options.explain)
    return 0


def report(documents: Sequence[Json], mentions: Sequence[Mention], *, fitting: bool, explained: int) -> None:
    """Fits where asked, and prints the table and the pairs to be explained."""
    gold = [event["cluster"] for one in documents for event in one["events"]]
    parts = {
        "development topics": [at for at, one in enumerate(mentions) if topic(documents, one) in DEVELOPMENT],
        "other topics": [at for at, one in enumerate(mentions) if topic(documents, one) not in DEVELOPMENT],
        "all topics": list(range(len(mentions))),
    }
    if fitting:
        others = parts["other topics"]
        print("weights:", fitted([mentions[at] for at in others], [gold[at] for at in others]))
    for name, which in parts.items():
        some, wanted = [mentions[at] for at in which], [gold[at] for at in which]
        print(f"{name}: {len(some)} mentions in {len({one.document.number for one in some})} documents")
        for system, merge in SYSTEMS.items():
            print(f"  {system:38}{line(wanted, merge(some))}", flush=True)
    for told in explain([mentions[at] for at in parts["development topics"]], explained):
        print(told)


def topic(documents: Sequence[Json], mention: Mention) -> int:
    """The topic of a mention's document."""
    return int(documents[mention.document.number]["topic"])


def line(gold: Sequence[Hashable], found: Sequence[Hashable]) -> str:
    """The figures of one way of merging, as percentages."""
    result = scores(entities(dict(enumerate(gold))), entities(dict(enumerate(found))))
    rest = "  ".join(f"{name} {100 * result[name].f1:.1f}" for name in MEASURES)
    return f"CoNLL {100 * conll(result):.1f}  {rest}"


def same_lemma(mentions: Sequence[Mention]) -> Labels:
    """All mentions whose head has one lemma are one event."""
    return [mention.lemma for mention in mentions]


def same_lemma_in_like_documents(mentions: Sequence[Mention]) -> Labels:
    """One lemma within a cluster of documents is one event."""
    texts = {mention.document.number: mention.document.text for mention in mentions}
    numbers = sorted(texts)
    alike = tf_idf([texts[number] for number in numbers])
    linked = average_linkage(len(numbers), alike, missing=0.0, least=TFIDF)
    cluster = dict(zip(numbers, linked, strict=True))
    return [(mention.lemma, cluster[mention.document.number]) for mention in mentions]


def tf_idf(texts: Sequence[str]) -> dict[Pair, float]:
    """The cosines above 0 of all pairs of texts."""
    counts = [Counter(word.stem for word in words(text)) for text in texts]
    having = Counter(stem for count in counts for stem in count)
    rows = [{s: (1 + math.log(n)) * math.log(len(texts) / having[s]) for s, n in count.items()} for count in counts]
    lengths = [math.sqrt(sum(value**2 for value in row.values())) or 1.0 for row in rows]
    out: dict[Pair, float] = defaultdict(float)
    where: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, row in enumerate(rows):
        for stem, value in row.items():
            for other, theirs in where[stem]:
                out[other, at] += value * theirs / (lengths[at] * lengths[other])
            where[stem].append((at, value))
    return {pair: value for pair, value in out.items() if value > 0}


def ours(mentions: Sequence[Mention]) -> Labels:
    """Signs weighed, then average linkage."""
    found = ((pair, sum(sign.weight for sign in said)) for pair, said in compared(mentions))
    kept = {pair: score for pair, score in found if score > MISSING}
    return list(average_linkage(len(mentions), kept, missing=MISSING, least=LEAST))


def compared(mentions: Sequence[Mention]) -> Iterator[tuple[Pair, list[Sign]]]:
    """Each candidate pair (lower number first) with its signs."""
    for one, other, alike in candidates(mentions):
        yield (min(one, other), max(one, other)), list(signs(mentions[one], mentions[other], alike))


def fitted(mentions: Sequence[Mention], gold: Sequence[str]) -> dict[str, float]:
    """Logistic weights of the signs; they are put in place as well."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "training"))
    from logistic import fit  # noqa: PLC0415 (of the training scripts, only where weights are fitted)

    rows = []
    for (one, other), said in compared(mentions):
        values: dict[str, float] = defaultdict(float)
        for sign in said:
            values[sign.name] += sign.value
        rows.append((dict(values), gold[one] == gold[other]))
    weights = fit(rows)
    WEIGHTS.clear()
    WEIGHTS.update(weights)
    return weights


def explain(mentions: Sequence[Mention], count: int) -> Iterator[str]:
    """Some pairs of different documents that score above 0, each with its signs, drawn at random with a fixed seed."""
    if not count:
        return
    good = [
        (pair, said)
        for pair, said in compared(mentions)
        if sum(sign.weight for sign in said) > 0 and mentions[pair[0]].document is not mentions[pair[1]].document
    ]
    rng = random.Random(SEED)  # noqa: S311 (the same pairs in every run)
    for pair, said in rng.sample(good, min(count, len(good))):
        one, other = (mentions[at].text for at in pair)
        reasons = "; ".join(f"{sign.weight:+.1f} {sign.reason}" for sign in said)
        yield f"“{one}” and “{other}”, {sum(sign.weight for sign in said):+.1f}: {reasons}"


SYSTEMS: Final[dict[str, Callable[[Sequence[Mention]], Labels]]] = {
    "same lemma": same_lemma,
    "same lemma, documents that are alike": same_lemma_in_like_documents,
    "ours": ours,
}


if __name__ == "__main__":
    sys.exit(main())
