"""The mean of several trained networks' weights: surer than any of them, at the price of one.

    cd build/training; python ../../training/average.py whole*/network.pt --out mean

It works for networks that began with the same weights and ended on other articles or in another order (Wortsman et
al., Model soups, 2022).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Reads the arguments and writes `network.pt`."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    networks = [torch.load(path) for path in options.weights]
    mean = {name: torch.stack([one[name].float() for one in networks]).mean(0) for name in networks[0]}
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save({name: value.to(networks[0][name].dtype) for name, value in mean.items()}, options.out / "network.pt")


if __name__ == "__main__":
    main()
