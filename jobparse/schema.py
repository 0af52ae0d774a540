"""The JSON Schema of a record, made from its types."""
from __future__ import annotations

import typing
from typing import Any

import msgspec

from .record import JobPost

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of one record: every key required, no others allowed."""
    found = msgspec.json.schema(JobPost)
    for definition in found["$defs"].values():
        if definition.get("type") == "object" and "properties" in definition:
            definition["required"] = list(definition["properties"])
            definition["additionalProperties"] = False
            for value in definition["properties"].values():
                value.pop("default", None)
    return {"$schema": DRAFT, "title": "JobPost", **found}


def descriptions() -> dict[str, str]:
    """Field → its meaning in one line."""
    hints = typing.get_type_hints(JobPost, include_extras=True)
    return {name: hints[name].__metadata__[0].description for name in JobPost.__struct_fields__}
