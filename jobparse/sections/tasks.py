"""Whether an item tells something to do."""
from __future__ import annotations

from ..letters import FIRST_CJK
from ..patterns import lazy
from ..readers.items import read_item

_FEW_WORDS = 3
"""Words of a name: an item of no more is hardly a task."""

_FEW_LETTERS = 6
"""The same in a script without blanks."""

_LONGEST_FACT = 32
"""Letters of an item within which the colon or dash behind a fact's name stands."""

_OURS = frozenset({
    "we", "our", "us", "wir", "unser", "unsere", "nous", "notre", "nos", "nosotros", "nuestro", "nuestra", "nós", "nosso",
    "nossa", "noi",
})
"""First words of items that tell of the company."""

_YOU = ("Du ", "Sie ", "Vous ", "Tu ", "Je ", "Jij ", "Você ")
"""First words of items that tell what the reader does; English ones begin more than tasks (`You would be our first hire`)."""

_DOES = lazy(
    r"(?<!\w)(?!(?:hast|bist|wirst|kannst|darfst|bekommst|erhältst|genießt|profitierst|findest|verdienst|erwartest|brauchst|"
    r"hättest|möchtest|willst|solltest|magst)\s)[a-zäöü][a-zäöüß]{2,20}t\s[Dd]u\b"
)
"""The same further on, in a language whose sentences may begin with anything (`Mit dem Team backst du …`)."""

_TO_DO = lazy(r"\ste\s[a-z]{3,20}n\W{0,2}$")
"""What a Dutch item ends with that goes on with its heading's sentence: `… door: brood te bakken`."""


def may_go_with_tasks(item: str) -> bool:
    """Whether an item is a task, or tells nothing and is no name as under `Cargo:`."""
    told = read_item(item)
    return told == "responsibilities" or (not told and may_be_task(item))


def tells_task(item: str) -> bool:
    """Whether an item says that it is a task, speaks to the reader, or goes on with its heading's sentence (`You … cut glass`)."""
    told = read_item(item.removeprefix("You "))
    spoken_to = item.startswith(_YOU) or _DOES.search(item) is not None or _TO_DO.search(item) is not None
    return told == "responsibilities" or (not told and (item[0].islower() or spoken_to or item[0] >= FIRST_CJK))


def may_be_task(item: str) -> bool:
    """Whether an item has words enough, asks nothing, states no fact and tells nothing of the company's own."""
    words = item.split()
    fact = any(sign in item[:_LONGEST_FACT] for sign in (":", "：", " – ", " - "))
    enough = len(words) > _FEW_WORDS or (item[0] >= FIRST_CJK and len(item) > _FEW_LETTERS)
    return enough and not fact and item[-1] != "?" and words[0].lower() not in _OURS
