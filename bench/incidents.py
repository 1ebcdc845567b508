"""Incidents, origins, disagreement and copies of a record made of real articles, against gold.

    python bench/incidents.py [FOLDER] [--errors N] [--unpaired N] [--keep FILE]

FOLDER (default ../shared/gold/incidents-dev) holds ``articles.jsonl``, ``incidents.json`` and ``copies.json``; the
scorer ``score_incidents.py`` lies beside it. The articles are added to a record of their own as a user would add them;
what `dateline incidents --json` and `dateline copies --json` write is scored. ``--unpaired`` prints N incidents of
attacks that no gold incident was paired with, to be read: are they real? ``--keep`` leaves the record in FILE.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

FOLDER = Path("../shared/gold/incidents-dev")
Json = dict[str, Any]


def dateline(*arguments: str) -> str:
    """What a command of Dateline writes to standard output."""
    command = [sys.executable, "-m", "dateline", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout


def system_lines(folder: Path, db: Path) -> tuple[str, str]:
    """The incidents and the copies of a record made of the folder's articles, as JSON Lines."""
    dateline("add", str(folder / "articles.jsonl"), "--db", str(db))
    incidents = dateline("incidents", "--json", "--limit", "0", "--db", str(db))
    return incidents, dateline("copies", "--json", "--db", str(db))


def scored(folder: Path, system: Path, *, errors: int = 0) -> Json:
    """The scorer's report."""
    scorer = folder.parent / "score_incidents.py"
    command = [sys.executable, str(scorer), str(folder), str(system), "--json", f"--errors={errors}"]
    out = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
    report: Json = json.loads(out)
    return report


def unpaired(folder: Path, system: Path) -> list[Json]:
    """The incidents of attacks in judged articles that no gold incident was paired with, in the order of their ids."""
    place = folder.parent / "score_incidents.py"
    spec = importlib.util.spec_from_file_location("score_incidents", place)
    if spec is None or spec.loader is None:
        sys.exit(f"{place} is not there")
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = json.loads((folder / "incidents.json").read_text(encoding="utf-8"))
    rows = [json.loads(line) for line in system.read_text(encoding="utf-8").splitlines()]
    bodies = [row for row in rows if "copy" not in row]
    read, _ = scorer.read_system(system)
    for given, body in zip(read, bodies, strict=True):
        given["body"] = body
    judged = scorer.judged_only(read, set(gold["reports"]))
    taken = {id(each) for each in scorer.pair(gold["incidents"], judged).values()}
    left = [each["body"] for each in judged if id(each) not in taken]
    attacks = [one for one in left if one["event"] == "ASSAULT" and one["status"] == "happened"]
    return sorted(attacks, key=lambda one: str(one["id"]))


def main() -> None:
    """Print the report, how many incidents the record made, and what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--unpaired", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        system = Path(work) / "system.jsonl"
        incidents, copies = system_lines(args.folder, args.keep or Path(work) / "record.db")
        system.write_text(incidents + copies, encoding="utf-8")
        for name, row in scored(args.folder, system, errors=args.errors).items():
            print(f"{name:<10}", "  ".join(f"{key} {value}" for key, value in row.items()))
        made = [json.loads(line) for line in incidents.splitlines()]
        several = sum(len(one["articles"]) > 1 for one in made)
        print(f"record     {len(made)} incidents, {several} of them told by several articles;", end=" ")
        print(", ".join(f"{n} {event}" for event, n in Counter(one["event"] for one in made).most_common(6)))
        rest = unpaired(args.folder, system)
        print(f"           {len(rest)} of attacks that happened, in judged articles, without a partner")
        for one in rest[: args.unpaired]:
            print_incident(one)


def print_incident(one: Json) -> None:
    """An incident in a few lines, with the words of its fields."""
    figures = "; ".join(f"{f['best']['low']}..{f['best']['high']} {f['measure']}" for f in one["figures"])
    print(f"\n{one['id']}  {one['place']}  {one['from']}..{one['to']}  {' '.join(one['modes'])}  {figures}")
    print(f"    articles {', '.join(one['articles'])}; {one['note']}")
    for field in one["fields"]:
        print(f"    {field['field']}: {'; '.join(value['value'] for value in field['values'][:4])}")


if __name__ == "__main__":
    main()
