"""Write the expected record beside each sample anew: `python tools/expect.py`. Read the difference it makes."""

from __future__ import annotations

from pathlib import Path

import msgspec

from jobparse.parser import read_many

SAMPLES = Path(__file__).parent.parent / "samples"


def main() -> None:
    """Every sample, its records as one indented JSON list."""
    for path in sorted(SAMPLES.iterdir()):
        if path.name.endswith(".expected.json") or path.name == "README.md" or not path.is_file():
            continue
        posts = [reading.post for reading in read_many(path.read_bytes(), name=f"samples/{path.name}")]
        text = msgspec.json.format(msgspec.json.encode(posts), indent=1)
        Path(f"{path}.expected.json").write_bytes(text + b"\n")


if __name__ == "__main__":
    main()
