"""What kind of document some bytes are, told by the bytes themselves; what is not text is named and refused."""

from __future__ import annotations

import re
from enum import Enum, auto

from dateline.errors import InputError
from dateline.text.decode import decode, utf16_by_zeros

HEAD = 65_536  # bytes that are looked at
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_AS_TEXT = "Save or export it as plain text first."
_FOLLOW = "Give its address to `dateline feeds add`, or save the pages it links to and give those files."
_UNPACK = "Unpack it first and give the files inside."
_PDF = "Export it as text first, for instance with pdftotext."
_OFFICE = "Save it as plain text first, for instance with: soffice --headless --convert-to txt FILE"
_PICTURE = "Run text recognition (OCR) over it first and give the text."
_SOUND = "Transcribe it first and give the text."

# (bytes, where they stand, what it is, what to do)
_SIGNATURES: tuple[tuple[bytes, int, str, str], ...] = (
    (b"%PDF-", 0, "a PDF document", _PDF),
    (b"\x89PNG\r\n\x1a\n", 0, "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", 0, "a JPEG picture", _PICTURE),
    (b"GIF87a", 0, "a GIF picture", _PICTURE),
    (b"GIF89a", 0, "a GIF picture", _PICTURE),
    (b"WEBP", 8, "a WebP picture", _PICTURE),
    (b"II*\x00", 0, "a TIFF picture", _PICTURE),
    (b"MM\x00*", 0, "a TIFF picture", _PICTURE),
    (b"\x1f\x8b", 0, "compressed with gzip", "Unpack it first, for instance with gunzip."),
    (b"BZh", 0, "compressed with bzip2", "Unpack it first, for instance with bunzip2."),
    (b"\xfd7zXZ\x00", 0, "compressed with xz", "Unpack it first, for instance with unxz."),
    (b"\x28\xb5\x2f\xfd", 0, "compressed with Zstandard", "Unpack it first, for instance with unzstd."),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", 0, "a RAR archive", _UNPACK),
    (b"ustar", 257, "a tar archive", _UNPACK),
    (b"SQLite format 3\x00", 0, "an SQLite database", "Export its texts, for instance as JSON Lines."),
    (b"PAR1", 0, "a Parquet file", "Export its texts, for instance as JSON Lines."),
    (b"\x7fELF", 0, "a program (ELF)", _AS_TEXT),
    (b"MZ\x90\x00", 0, "a program (Windows)", _AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old Microsoft Office document", _OFFICE),
    (b"{\\rtf", 0, "an RTF document", _OFFICE),
    (b"%!PS", 0, "a PostScript document", "Export it as text first, for instance with ps2ascii."),
    (b"ID3", 0, "a sound recording (MP3)", _SOUND),
    (b"OggS", 0, "a sound recording (Ogg)", _SOUND),
    (b"WAVE", 8, "a sound recording (WAV)", _SOUND),
    (b"ftyp", 4, "a video or sound recording (MP4)", _SOUND),
    (b"WARC/", 0, "a web archive (WARC)", "Take the pages out of it first and give them as HTML files."),
)
_ZIPPED = (  # what a ZIP file holds, told by a name near its beginning
    (b"word/", "a Word document (DOCX)", _OFFICE),
    (b"xl/", "an Excel workbook (XLSX)", _OFFICE),
    (b"ppt/", "a PowerPoint file (PPTX)", _OFFICE),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", _OFFICE),
    (b"application/epub", "an e-book (EPUB)", _AS_TEXT),
)
# What may stand before the first element; possessive throughout, so that no page makes it try twice.
_PROLOGUE = re.compile(r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:(?!-->).)*+-->\s*+)*+", re.DOTALL)
_FEED = re.compile(r"(?:<!DOCTYPE[^>\[]*+>\s*+)?+<(?:rss|(?:\w+:)?feed|rdf:RDF)\b", re.IGNORECASE)
_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|section|div|p|h[1-6]|table|script|style|link)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?:!doctype|/?[a-z][a-z0-9]*)\b[^<>]*>", re.IGNORECASE)
_SAVED = re.compile(r"content-type:\s*multipart/related", re.IGNORECASE)
_OBJECT = re.compile(r'\s*\{\s*["}]')
_LIST = re.compile(r"\s*\[\s*[{\]]")
_PAGES = frozenset({".html", ".htm", ".xhtml"})
_LINES = frozenset({".jsonl", ".ndjson"})


class Kind(Enum):
    """The kinds of document that are read. OBJECTS is JSON whose form (lines or one value) the reader finds out."""

    TEXT = auto()
    HTML = auto()
    JSON = auto()
    JSON_LINES = auto()
    OBJECTS = auto()


def sniff(head: bytes, suffix: str = "") -> Kind:
    """The kind of a document by its first bytes, and by its suffix (".txt", "" for none) where bytes leave a choice.

    Raises InputError, saying what it is and what to do, for all that is not text.
    """
    _refuse_signature(head)
    _refuse_binary(head)
    text = decode(head[:HEAD]).text
    if _SAVED.search(text[:2000]):
        raise InputError("is a page saved as MHTML", remedy="Save it again as HTML, or as plain text.")
    if is_feed(text):
        raise InputError("is a feed (RSS or Atom)", remedy=_FOLLOW)
    return _kind(text, suffix.lower())


def is_feed(text: str) -> bool:
    """Whether a document that begins so is an RSS or Atom feed."""
    return _FEED.match(text, _root(text)) is not None


def _kind(text: str, suffix: str) -> Kind:
    if _LIST.match(text) or suffix == ".json":
        return Kind.OBJECTS if _OBJECT.match(text) else Kind.JSON
    if suffix in _LINES:
        return Kind.JSON_LINES
    if _OBJECT.match(text):
        return Kind.OBJECTS
    if _PAGE.match(text, _root(text)) or (suffix in _PAGES and _TAG.search(text)):
        return Kind.HTML
    return Kind.TEXT


def _root(text: str) -> int:
    """Where the first element would begin, after an XML declaration and comments."""
    prologue = _PROLOGUE.match(text)
    return prologue.end() if prologue else 0


def _refuse_signature(head: bytes) -> None:
    for signature, at, what, remedy in _SIGNATURES:
        if head.startswith(signature, at):
            raise InputError(f"is {what}, not text", remedy=remedy)
    if head.startswith(b"PK\x03\x04"):
        found = ((what, remedy) for name, what, remedy in _ZIPPED if name in head)
        what, remedy = next(found, ("a ZIP archive", _UNPACK))
        raise InputError(f"is {what}, not text", remedy=remedy)


def _refuse_binary(head: bytes) -> None:
    if head.startswith(_WIDE_MARKS) or utf16_by_zeros(head):
        return
    if zeros := head.count(0):
        raise InputError(f"holds {zeros} NUL bytes near its beginning, so it is not text", remedy=_AS_TEXT)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > 0.02 * len(head):
        raise InputError("is binary data, not text", remedy=_AS_TEXT)
