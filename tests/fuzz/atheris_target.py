"""Coverage-guided fuzzing of everything between bytes and outputs; needs `pip install atheris` (Python 3.12 or later).

    python tests/fuzz/atheris_target.py -max_total_time=1800 -max_len=20000 -timeout=5 corpus/ samples/

New inputs are added to the first folder; what fails is kept as `crash-…` or `timeout-…` and becomes a case in
`tests/hostile.py`.
"""
from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent.parent)]

with atheris.instrument_imports():
    import laws


def run(data: bytes) -> None:
    laws.check_bytes(data)


if __name__ == "__main__":
    run(b"# Warm\n\nup")
    atheris.Setup(sys.argv, run)
    atheris.Fuzz()
