"""Write `jobparse/vocab/skill_forms.tsv`, all ways to write the skills of `jobparse/vocab/skills/*.txt`.

    python tools/skill_forms.py

To be run when one of them was changed; a test says so.
"""
from __future__ import annotations

from jobparse.vocab import skills
from jobparse.vocab.shipped import FOLDER
from jobparse.vocab.skill_forms import written

if __name__ == "__main__":
    texts = skills.texts()
    vocabulary = skills.spelled_out(texts)
    kinds = {entry.name: vocabulary.kind(entry.name) for entry in vocabulary.entries}
    (FOLDER / "skill_forms.tsv").write_text(written(vocabulary.forms, kinds, texts.values()), "utf-8", newline="\n")
