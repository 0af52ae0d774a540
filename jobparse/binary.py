"""What is no text: told by a file's first bytes, or by too many control bytes."""
from __future__ import annotations

from .encodings import wide_encoding

_EXPORT = "save it as text, Markdown or HTML and give that"
_UNPACK = "unpack it and give the posts in it"
_COPY = "copy its words into a text file and give that"

_MAGIC: dict[bytes, tuple[str, str]] = {
    b"%PDF-": ("a PDF document", _EXPORT),
    b"{\\rtf": ("an RTF document", _EXPORT),
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": ("an old Word, Excel or Outlook file", _EXPORT),
    b"PK\x03\x04": ("a zip archive", _UNPACK),
    b"PK\x05\x06": ("an empty zip archive", _UNPACK),
    b"\x1f\x8b": ("a gzip archive", _UNPACK),
    b"BZh": ("a bzip2 archive", _UNPACK),
    b"\xfd7zXZ\x00": ("an xz archive", _UNPACK),
    b"\x28\xb5\x2f\xfd": ("a zstd archive", _UNPACK),
    b"7z\xbc\xaf\x27\x1c": ("a 7z archive", _UNPACK),
    b"Rar!\x1a\x07": ("a rar archive", _UNPACK),
    b"\x89PNG\r\n\x1a\n": ("a PNG picture", _COPY),
    b"\xff\xd8\xff": ("a JPEG picture", _COPY),
    b"GIF87a": ("a GIF picture", _COPY),
    b"GIF89a": ("a GIF picture", _COPY),
    b"II*\x00": ("a TIFF picture", _COPY),
    b"MM\x00*": ("a TIFF picture", _COPY),
    b"SQLite format 3\x00": ("an SQLite database", _EXPORT),
    b"PAR1": ("a Parquet table", _EXPORT),
    b"bplist00": ("a binary property list", _EXPORT),
}
"""First bytes that no post has → what the file is, what to do. Facts of the formats' own specifications."""

_IN_ZIP: dict[bytes, str] = {
    b"word/document.xml": "a Word document",
    b"xl/workbook.xml": "an Excel workbook",
    b"ppt/presentation.xml": "a PowerPoint file",
    b"mimetypeapplication/vnd.oasis.opendocument": "an OpenDocument file",
    b"mimetypeapplication/epub": "an e-book",
    b"Index/Document.iwa": "a Pages document",
}
"""What stands readable in a zip archive → what the file really is."""

_MAGIC_STARTS = tuple(_MAGIC)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\x1b"))  # terminal escapes do stand in texts

BINARY_SHARE = 0.05
"""Share of control bytes from which data is no text: random bytes have 0.11, posts none."""


def why_not_text(data: bytes) -> str | None:
    """`what it is; what to do` where the bytes cannot be a text, else `None`."""
    if data.startswith(_MAGIC_STARTS):
        kind, advice = next(told for start, told in _MAGIC.items() if data.startswith(start))
        if kind == "a zip archive" and (document := _document_in_zip(data)):
            kind, advice = document, _EXPORT
        return f"is {kind}, not text; {advice}"
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > 2 and controls > BINARY_SHARE * len(data) and not wide_encoding(data):
        return "holds binary data, not text; give the post as text, Markdown, HTML or JSON"
    return None


def _document_in_zip(data: bytes) -> str | None:
    documents = (document for sign, document in _IN_ZIP.items() if sign in data)
    return next(documents, None)
