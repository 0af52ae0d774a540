"""How many posts name a skill, how strongly they ask for it, and what they name beside it.

A post counts once a skill, whatever it repeats; every share comes with its denominator.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from msgspec import Struct

from ..record import JobPost, Skill

NOT_STATED = "not stated"


@dataclass(frozen=True)
class Wanted:
    """Which mentions count: of one need, of one category."""

    need: str | None = None
    category: str | None = None

    def __call__(self, skill: Skill) -> bool:
        """Whether a mention counts."""
        return self.need in (None, skill.need) and self.category in (None, skill.category)


class SkillRow(Struct, frozen=True):
    """One skill over all posts: how many name it, their share, and how many at each need."""

    skill: str
    category: str
    posts: int
    share: float
    required: int
    preferred: int
    mentioned: int


class Together(Struct, frozen=True):
    """A skill named beside another: posts with both, their share of the posts with the other, and the lift.

    Lift is that share over the skill's share of all posts: 1 is chance, 2 twice as often as chance.
    """

    skill: str
    category: str
    posts: int
    share: float
    lift: float


@dataclass
class Tally:
    """Counts that grow post by post; memory grows with the number of skills, not of posts."""

    wanted: Wanted = field(default_factory=Wanted)
    beside: str | None = None
    by: str | None = None
    posts: int = 0
    with_beside: int = 0
    needs: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    category: dict[str, str] = field(default_factory=dict)
    together: Counter[str] = field(default_factory=Counter)
    groups: Counter[str] = field(default_factory=Counter)
    grouped: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, post: JobPost) -> None:
        """One more post."""
        self.posts += 1
        named = [skill for skill in post.skills if self.wanted(skill)]
        groups = groups_of(post, self.by) if self.by else ()
        self.groups.update(groups)
        for skill in named:
            self.category[skill.name] = skill.category
            self.needs[skill.name][skill.need] += 1
            for group in groups:
                self.grouped[skill.name][group] += 1
        if self.beside is not None and any(skill.name == self.beside for skill in post.skills):
            self.with_beside += 1
            self.together.update(skill.name for skill in named if skill.name != self.beside)

    def count(self, skill: str) -> int:
        """Posts that name a skill."""
        return self.needs[skill].total() if skill in self.needs else 0

    def rows(self) -> list[SkillRow]:
        """Every skill, the commonest first, equals by name."""
        rows = [
            SkillRow(
                name,
                self.category[name],
                needs.total(),
                _share(needs.total(), self.posts),
                needs["required"],
                needs["preferred"],
                needs["mentioned"],
            )
            for name, needs in self.needs.items()
        ]
        return sorted(rows, key=lambda row: (-row.posts, row.skill.casefold(), row.skill))

    def beside_rows(self) -> list[Together]:
        """What goes together with `beside`, by the number of posts with both."""
        rows = []
        for name, both in self.together.items():
            share = _share(both, self.with_beside)
            rows.append(
                Together(name, self.category[name], both, share, round(share / _share(self.count(name), self.posts), 2))
            )
        return sorted(rows, key=lambda row: (-row.posts, -row.lift, row.skill.casefold()))

    def largest_groups(self, most: int) -> list[str]:
        """The groups with most posts; months in order of time."""
        if self.by == "month":
            known = sorted(group for group in self.groups if group != NOT_STATED)[-most:]
            return [*known, *([NOT_STATED] if NOT_STATED in self.groups else [])]
        return [group for group, _ in sorted(self.groups.items(), key=lambda item: (-item[1], item[0]))[:most]]


def groups_of(post: JobPost, by: str | None) -> list[str]:
    """The groups that a post belongs to; a job in two countries counts in both."""
    found: Iterable[str | None]
    if by == "country":
        found = [place.country for place in post.locations]
    elif by == "month":
        found = [post.date_posted[:7] if post.date_posted else None]
    elif by == "employment":
        found = post.employment_types
    else:
        found = [getattr(post, by or "", None)]
    groups = list(dict.fromkeys(group for group in found if group))
    return groups or [NOT_STATED]


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
