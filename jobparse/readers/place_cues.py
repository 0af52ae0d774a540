"""Places in running prose, only right behind words that announce them: 'based in', 'candidates from', 'remote within'."""
from __future__ import annotations

import re

from .places import Place, read_places

_STOP = re.compile(
    r"(?<!\b[SMF]t)(?<!\b[UD]\.[SKC])[.;!?:](?=\s|$)|\s[-–—]\s|\s(?:who|which|where|that|with|will|to|is|are|as|per|while|because|since|so|but|then|if|for|has|have"
    r"|und (?:wir|du|bist)|et (?:nous|vous)|y (?:te|nos)|e (?:o|você))\s",
    re.IGNORECASE,
)
_BESIDE = 12
"""Characters between two places of one list."""
_LEAD = re.compile(
    r"""
    \W{0,3} (?: (?: the | our | its | either | both | beautiful | sunny | lovely | vibrant | city | town | cent(?:re|er) | coasts? | parts? | heart | of
      | downtown | central | greater | suburban | area | in | at | from | anywhere | within | across | following | states? | countries
      | locations? | cities | region | one | any | these | new | an? | island | state | south\w{0,8} | north\w{0,8} | east\w{0,3}
      | west\w{0,3} | metro | metropolitan | headquarters | hq | offices? | located | based | is | be | are | historic | or | near | all
      | de[rnms]? | die | das | la | le | el | o | a | os | región | região | ciudad | cidade | ville | stadt | stadtgebiet | raum
      ) \W{1,3} ){0,6}
    (?: \d{1,6} \s [^,;.\n]{3,40} , \s | (?-i:[A-Z]) [^\W\d]{2,20} (?: \s (?-i:[A-Z]) [^\W\d]{2,20} ){0,2} , \s )?   # street or quarter
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What may stand between a cue and the place's name: 'the beautiful city of'."""
_TIME_ZONE = re.compile(r"(?:ern)?[\s/-]{0,2}(?:(?:standard|daylight|coast)\s)?(?:time|timezones?|hours|business|market|customers?|clients?)\b", re.IGNORECASE)
_ADJECTIVAL = re.compile(
    r"""
    [ -] (?! (?: and | or | to | who | with | for | on | by | where | preferred | only | required | office | area | region | based | as
      | at | in | from | is | are | but | if | time | full | part | per | during | when | while | plus | through | within | we | you
      | it | that | which | so | due | because | also | please | and/or | will | can | must | may | should | unless | except | under
      | oder | und | ou | et | y | e | o | en | em | mit | für | de | pour | para | avec | com | con | without | regardless | before | after | upon
      | until | via | permanently | legally | currently | either | directly | not | now | prior | having | since | then | our | your | three | two | one ) \b )
    [a-z]{3,}
    """,
    re.VERBOSE,
)
"""A noun behind a country's or region's name: 'the U.S. healthcare system' is no place."""


def leading_places(text: str, hint: str | None = None) -> list[Place]:
    """The places with which a stretch of prose begins, as far as they stand in one list; offsets are those of `text`."""
    stop = _STOP.search(text)
    statement = text[: stop.start()] if stop else text
    found: list[Place] = []
    end = 0
    for place in read_places(statement, hint, strict=True):
        between = statement[end : place.start]
        near = len(between) <= _BESIDE and not re.search(r"[.;!?]", between) if found else _LEAD.fullmatch(between)
        if not near or _TIME_ZONE.match(text, place.end):
            break
        if not place.city and _ADJECTIVAL.match(text, place.end):
            break
        end = place.end
        found.append(place)
    return found
