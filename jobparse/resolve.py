"""Candidates → values: the only place where findings compete.

The better standing wins; within one standing the order of `PREFERENCE`, then the place in the text. How a field's
candidates become its value is told by `POLICIES`.
"""
from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, get_args

from msgspec import structs

from .candidates import STANDINGS, Candidate
from .document import Note
from .record import Contact, Education, ExperienceYears, Language, Location, RemoteScope, Salary, Seniority, Skill


class Outcome(NamedTuple):
    """A field's value, the candidates that support it (best first), and those that lost.

    `contested` are losers that state another value just as outright: they stay in the evidence.
    """

    value: Any
    winners: tuple[Candidate, ...]
    losers: tuple[Candidate, ...] = ()
    contested: tuple[Candidate, ...] = ()


class Resolution(NamedTuple):
    """Outcome by field, what was refused by field, and the conflicts that were found."""

    outcomes: dict[str, Outcome]
    refused: dict[str, list[Candidate]]
    notes: list[Note]


_TITLED = (
    "header", "badge", "header_role", "label", "label_role", "page", "board_line", "heading", "line", "label_line", "seeking",
    "below", "named",
)
"""Where a title may stand, surest first."""

PREFERENCE: dict[str, tuple[str, ...]] = {
    "title": tuple(f"title.{source}" for source in _TITLED),
    "company": (
        "company.header", "company.badge", "company.label", "company.board_line", "company.title",
        "company.title_dash", "company.card", "company.text",
    ),
    "role": (*(f"role.{source}" for source in _TITLED), "role.key", "role.unnamed"),
    "seniority": (
        *(f"seniority.{source}" for source in _TITLED), "seniority.header_level", "seniority.label_level", "seniority.statement"
    ),
    "apply_url": ("apply_url.fact", "apply_url.link", "apply_url.line", "apply_url.sentence", "apply_url.near"),
    "date_posted": ("date_posted.fact", "date_posted.created"),
    "work_mode": (
        "work_mode.days", "work_mode.head", "work_mode.key", "work_mode.title", "work_mode.location",
        "work_mode.text.choice", "work_mode.text", "work_mode.line.choice", "work_mode.line",
        "work_mode.hybrid", "work_mode.onsite", "work_mode.remote",
        "work_mode.board", "work_mode.grant",
    ),
}
"""Field → rules, best first, among candidates of one standing; a rule that is not listed comes after those that are."""


def resolve(candidates: Iterable[Candidate]) -> Resolution:
    """One outcome for each field that has a candidate; two stated values that differ are kept and told."""
    by_field: dict[str, list[Candidate]] = defaultdict(list)
    refused: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        (refused if candidate.refused else by_field)[candidate.field].append(candidate)
    outcomes, notes = {}, []
    for name, found in by_field.items():
        if len(found) > 1:
            found.sort(key=_rank)
        outcome = POLICIES.get(name, first)(found)
        if name in _MAY_CONFLICT and (contested := _contested(name, outcome, found)):
            outcome = outcome._replace(contested=contested)
            notes.append(_conflict(name, outcome, contested[0]))
        outcomes[name] = outcome
    return Resolution(outcomes, dict(refused), notes)


_STANDING = {standing: at for at, standing in enumerate(STANDINGS)}
_PREFERRED = {rule: at for rules in PREFERENCE.values() for at, rule in enumerate(rules)}
_LAST = max(map(len, PREFERENCE.values()))


def _rank(candidate: Candidate) -> tuple[int, int, int]:
    return _STANDING[candidate.standing], _PREFERRED.get(candidate.rule, _LAST), candidate.spans[0].start


def _place(candidate: Candidate) -> int:
    return candidate.spans[0].start


def _others(found: Sequence[Candidate], kept: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those that are not kept; compared by identity, since a post can have thousands."""
    held = set(map(id, kept))
    return tuple(c for c in found if id(c) not in held)


# --- policies: sorted candidates of one field → its outcome ------------------------------------------------------


def first(found: Sequence[Candidate]) -> Outcome:
    """The best candidate; others with the same value support it."""
    value = found[0].value
    if len(found) == 1:
        return Outcome(value, tuple(found))
    key = _key(value)
    keys = [_key(candidate.value) for candidate in found]
    same = tuple(candidate for candidate, own in zip(found, keys, strict=True) if own == key)
    others = tuple(candidate for candidate, own in zip(found, keys, strict=True) if own != key)
    return Outcome(value, same, others)


def best_standing(found: Sequence[Candidate]) -> Outcome:
    """Every different value of the best standing, in reading order."""
    kept = [c for c in found if c.standing == found[0].standing]
    return _listed(kept, found[len(kept) :])


def every(found: Sequence[Candidate]) -> Outcome:
    """Every different value whatever its standing, in reading order."""
    return _listed(found, ())


def _listed(kept: Sequence[Candidate], lost: Sequence[Candidate]) -> Outcome:
    values: dict[Any, Any] = {}
    for candidate in sorted(kept, key=_place):
        values.setdefault(_key(candidate.value), candidate.value)
    return Outcome(list(values.values()), tuple(kept), tuple(lost))


def salary(found: Sequence[Candidate]) -> Outcome:
    """The envelope of the ranges that have the best one's standing, currency and period.

    A header and a label that differ are no envelope but a conflict: stated ranges must come from the same origin.
    """
    ends = _ends(found)
    first = next((c for c in found if not _is_end(c.value, ends)), found[0])
    best: Salary = first.value
    origin = _origin(first) if first.standing == "stated" else ""
    kept = [
        c for c in found
        if c.standing == first.standing and (c.value.currency, c.value.period) == (best.currency, best.period)
        and (not origin or _origin(c) == origin) and (c is first or not _is_end(c.value, ends))
    ]
    lows, highs = [c.value.min for c in kept], [c.value.max for c in kept]
    merged = structs.replace(
        best,
        min=min((low for low in lows if low is not None), default=None),
        max=max((high for high in highs if high is not None), default=None),
    )
    return Outcome(merged, tuple(kept), _others(found, kept))


def _ends(found: Sequence[Candidate]) -> set[tuple[str | None, float | None]]:
    """Both figures, with their currency, of each range that is told outright."""
    ranges = [c.value for c in found if c.standing in ("stated", "pattern") and c.value.min != c.value.max]
    return {(value.currency, end) for value in ranges if None not in (value.min, value.max) for end in (value.min, value.max)}


def _is_end(value: Salary, ends: set[tuple[str | None, float | None]]) -> bool:
    """Whether a single figure is one end of such a range: a board's badge may name but that."""
    return value.min is not None and value.min == value.max and (value.currency, value.min) in ends


def _origin(candidate: Candidate) -> str:
    """`header` of `salary.header.by-size`."""
    return candidate.rule.split(".")[1]


def experience(found: Sequence[Candidate]) -> Outcome:
    """Of several requirements of the best standing, the one with the largest minimum."""
    kept = [c for c in found if c.standing == found[0].standing]
    winner = max(kept, key=lambda c: c.value.min or 0)
    return Outcome(winner.value, (winner,), tuple(c for c in found if c is not winner))


def seniority(found: Sequence[Candidate]) -> Outcome:
    """The best candidate's level; where its statement names several, the highest."""
    kept = [c for c in found if (c.standing, c.rule) == (found[0].standing, found[0].rule)]
    winner = max(kept, key=lambda c: get_args(Seniority).index(c.value))
    same = [c for c in found if c.value == winner.value]
    return Outcome(winner.value, (winner, *(c for c in same if c is not winner)), _others(found, same))


_LEVELS = ("high_school", "associate", "bachelor", "master", "doctorate")


def education(found: Sequence[Candidate]) -> Outcome:
    """The lowest level that is enough, a required one before a preferred one."""
    kept = [c for c in found if c.standing == found[0].standing]
    winner = min(kept, key=lambda c: (not c.value.required, _LEVELS.index(c.value.level)))
    return Outcome(winner.value, (winner,), tuple(c for c in found if c is not winner))


def remote_scope(found: Sequence[Candidate]) -> Outcome:
    """Countries and regions of the best standing that names any, and the first span of time zones."""
    placed = [c for c in found if c.value.countries or c.value.regions]
    placed = [c for c in placed if c.standing == placed[0].standing]
    zoned = [c for c in found if c.value.utc_offset_min is not None][:1]
    kept = placed + [c for c in zoned if c not in placed]
    offsets: RemoteScope = zoned[0].value if zoned else RemoteScope()
    merged = RemoteScope(
        countries=list(dict.fromkeys(code for c in placed for code in c.value.countries)),
        regions=list(dict.fromkeys(name for c in placed for name in c.value.regions)),
        utc_offset_min=offsets.utc_offset_min,
        utc_offset_max=offsets.utc_offset_max,
    )
    return Outcome(merged, tuple(kept), _others(found, kept))


_STRENGTH = ("required", "preferred", "mentioned")


def skills(found: Sequence[Candidate]) -> Outcome:
    """Each skill once, with the strongest need that any mention supports, and the alternatives told with that need."""
    merged: dict[str, Skill] = {}
    for candidate in sorted(found, key=_place):
        new: Skill = candidate.value
        old = merged.get(new.name)
        if old is None or _STRENGTH.index(new.need) < _STRENGTH.index(old.need):
            merged[new.name] = new
        elif new.any_of and new.need == old.need:
            merged[new.name] = structs.replace(old, any_of=list(dict.fromkeys([*old.any_of, *new.any_of])))
    return Outcome(list(merged.values()), tuple(found))


def languages(found: Sequence[Candidate]) -> Outcome:
    """Each language once: the required mention before the preferred one, one with a level before one without."""
    merged: dict[str, Language] = {}
    for candidate in sorted(found, key=_place):
        new: Language = candidate.value
        old = merged.get(new.code, new)
        merged[new.code] = structs.replace(
            old, level=old.level or new.level, required=old.required or new.required
        )
    return Outcome(list(merged.values()), tuple(found))


def contacts(found: Sequence[Candidate]) -> Outcome:
    """Each address once, with the name and phone that any mention gives it."""
    merged: dict[str, Contact] = {}
    for candidate in sorted(found, key=_place):
        new: Contact = candidate.value
        key = (new.email or new.phone or new.name or "").lower()
        old = merged.get(key, new)
        merged[key] = Contact(old.name or new.name, old.email or new.email, old.phone or new.phone)
    return Outcome(list(merged.values()), tuple(found))


POLICIES: dict[str, Callable[[Sequence[Candidate]], Outcome]] = {
    "locations": best_standing,
    "remote_scope": remote_scope,
    "employment_types": every,
    "salary": salary,
    "seniority": seniority,
    "experience_years": experience,
    "education": education,
    "languages": languages,
    "skills": skills,
    "soft_skills": every,
    "certifications": every,
    "responsibilities": every,
    "requirements": every,
    "nice_to_have": every,
    "benefits": every,
    "application_steps": every,
    "work_authorization": every,
    "contacts": contacts,
    "tags": every,
}
"""Fields that are not listed take `first`."""


# --- what counts as the same, and what as a conflict -------------------------------------------------------------


def _key(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.casefold().split())
    if isinstance(value, Location):
        return value.city, value.country, None if value.city else value.region
    return repr(value)


def _same(one: Any, other: Any) -> bool:
    return bool(_key(one) == _key(other))


_MAY_CONFLICT = {
    "title", "company", "work_mode", "salary", "seniority", "date_posted", "valid_through", "visa_sponsorship",
    "experience_years", "education",
}
"""Fields of which a post has one value only; two addresses to apply at are no conflict."""


def _contested(name: str, outcome: Outcome, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Stated candidates that say something else than the outcome of their field."""
    if len(found) == 1:
        return ()
    rules = {c.rule for c in outcome.winners} if name == "seniority" else set()
    return tuple(
        c for c in _others(found, outcome.winners)
        if c.standing == "stated" and c.rule not in rules and not _agree(c.value, outcome.value)
    )


def _conflict(name: str, outcome: Outcome, other: Candidate) -> Note:
    message = f"{name} is stated twice: {_shown(outcome.value)} and {_shown(other.value)}; the first was taken"
    return Note("conflict", message, other.spans[0])


def _agree(one: Any, other: Any) -> bool:
    """Equal, or two texts of which one holds the other (`Acme` and `Acme GmbH`), or pay that only lacks a part."""
    if isinstance(one, str) and isinstance(other, str):
        a, b = _key(one), _key(other)
        return a in b or b in a
    if isinstance(one, Salary) and isinstance(other, Salary):
        return (one.min, one.max) == (other.min, other.max)
    return _same(one, other)


def _shown(value: Any) -> str:
    if isinstance(value, Salary):
        return value.raw or f"{value.min}–{value.max} {value.currency or ''}"
    if isinstance(value, Education):
        return value.level
    if isinstance(value, ExperienceYears):
        return f"{value.min} years"
    return f"{value!r}" if isinstance(value, str) else str(value)
