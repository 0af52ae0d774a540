"""Every name in the list of neighbours is one of the vocabulary."""

from jobparse.vocab import skills
from jobparse.vocab.lists import read_lists


def test_all_are_canonical_names() -> None:
    known = {entry.name for entry in skills.shipped().entries}
    lists = read_lists("skill_neighbours.txt")
    named = {name.partition(" as ")[0] for name in lists}.union(*lists.values())
    assert named - known == set()
