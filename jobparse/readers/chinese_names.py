"""Organisations that a text in Chinese names: `某某科技有限公司`, `某某是一家…公司`, `关于某某`, `某某介绍`."""
from __future__ import annotations

from ..document import Document, Span
from ..letters import has_han
from ..patterns import lazy
from ..vocab.lists import read_lists

_NAME = r"(?P<name>[A-Za-z][A-Za-z0-9.&-]{1,20}(?:\s[A-Z][A-Za-z0-9.&-]{1,20}){0,2}|[\u4e00-\u9fffA-Za-z0-9]{2,20}?)"
"""Words in Latin letters with capitals, or one run of signs."""

_FORM = lazy(
    r"(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,16}?(?:[（(][\u4e00-\u9fff]{2,6}[）)])?[\u4e00-\u9fff]{0,6}?(?:股份|责任|責任)?有限公司)"
    r"|(?:^|[^\u4e00-\u9fffA-Za-z0-9])(?P<short>[\u4e00-\u9fffA-Za-z0-9]{2,8}(?:集团|集團|科技|银行|證券|证券))(?=$|[^\u4e00-\u9fffA-Za-z0-9]|招聘|诚聘|诚招|内推)"
)
"""A name that says by its end that it is a firm's."""

_IS_A = lazy(rf"(?:^|[。！!；;>*#\s【\[]){_NAME}\s?(?:[（(][^（）()\n]{{1,40}}[）)])?\s?(?:是|为)一(?:家|間|间)")
"""`某某是一家`: said of firms and shops only."""

_HEADING = lazy(rf"^(?:(?:关于|關於)\s?{_NAME}|{_NAME.replace('name', 'before')}\s?(?:公司)?(?:介绍|简介|介紹|簡介))\s?[:：]?$")
"""A heading on a firm: `关于 Acme`, `Acme 介绍`."""

_FEWEST_TIMES = 2
"""How often a name stands in a text whose heading alone calls it a firm's: `前端简介` is none."""


_BEGINNING = 400
"""Letters of a body among which a Chinese post has a Chinese sign: to ask the whole of every post costs more than all else here."""


def chinese_company(document: Document) -> tuple[Span, str, str] | None:
    """The firm's name, where it was read (`title`, `text`, `heading`), and how sure that is (`pattern`, `inferred`)."""
    view = document.view
    if not has_han(view[document.body_start : document.body_start + _BEGINNING]):
        return None
    first = next((block.inner for block in document.blocks if block.kind in ("heading", "paragraph")), Span(0, 0))
    place = _find_form(view[first.start : first.end])
    if place:
        return Span(first.start + place[0], first.start + place[1]), "title", "pattern"
    told = _find_told(view, document.body_start)
    if told:
        return told, "text", "pattern"
    for span in (first, *(section.heading_span for section in document.sections)):
        name = _heading_name(" ".join(view[slice(*span)].split()).strip("#* "), view)
        at = view.find(name, *span) if name else -1
        if at >= 0:
            return Span(at, at + len(name)), "heading", "inferred"
    return None


def _find_form(text: str) -> tuple[int, int] | None:
    """The first name in a title or a line that says by its end that it is a firm's."""
    for match in _FORM.finditer(text) if has_han(text) else ():
        group = "name" if match["name"] else "short"
        if match[group] not in _common():
            return match.span(group)
    return None


def _find_told(text: str, start: int) -> Span | None:
    """The first name of which a text says that it is a firm's: `某某是一家…`."""
    if "一家" not in text and "一间" not in text and "一間" not in text:
        return None
    spans = (match.span("name") for match in _IS_A.finditer(text, start) if not _is_common(match["name"]))
    return next((Span(*span) for span in spans), None)


def _heading_name(heading: str, text: str) -> str:
    """The firm that a heading is about, where the text names it again and again; else empty."""
    match = _HEADING.match(heading) if has_han(heading) else None
    name = (match["name"] or match["before"]) if match else ""
    return name if name and not _is_common(name) and text.count(name) >= _FEWEST_TIMES else ""


def _is_common(name: str) -> bool:
    return any(name.startswith(word) or name.endswith(word) for word in _common())


def _common() -> frozenset[str]:
    return frozenset(read_lists("companies.txt")["no name in chinese"])
