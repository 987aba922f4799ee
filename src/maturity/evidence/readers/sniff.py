"""What a file is, told from its bytes; the name only helps to say what is wrong."""

import codecs
import io
import re
import zipfile
from dataclasses import field
from pathlib import PurePath
from typing import Literal

from maturity.evidence.messages import Refused
from maturity.frozen import dataclass

__all__ = ["Kind", "Sniffed", "is_pdf", "named_but_is", "sniff"]

Kind = Literal["word", "excel", "pdf", "html", "wpjson", "text"]

_WORD_NAMES = frozenset({".docx", ".docm", ".dotx", ".dotm"})
_EXCEL_NAMES = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm"})
_EXPECTED = {
    **dict.fromkeys(_WORD_NAMES, ("word",)),
    **dict.fromkeys(_EXCEL_NAMES, ("excel",)),
    ".pdf": ("pdf",),
    ".htm": ("html",),
    ".html": ("html",),
    ".json": ("wpjson",),
    ".csv": ("table",),
    ".tsv": ("table",),
    ".txt": ("text", "table"),
    ".md": ("text", "table"),
}
_CALLED = {
    "word": "Word file",
    "excel": "Excel file",
    "pdf": "PDF",
    "html": "web page",
    "wpjson": "WordPress page",
    "table": "table",
    "text": "text file",
}
_PICTURES = (
    re.compile(rb"\x89PNG\r\n\x1a\n"),
    re.compile(rb"\xff\xd8\xff"),
    re.compile(rb"GIF8[79]a"),
    re.compile(rb"BM....\x00\x00\x00\x00", re.DOTALL),
    re.compile(rb"II\*\x00|MM\x00\*"),
    re.compile(rb"RIFF....WEBP", re.DOTALL),
    re.compile(rb"....ftyp(?:hei|mif|avif)", re.DOTALL),
)
_TAGS = re.compile(
    r"\s*(?:<!--.*?-->\s*|<\?xml[^>]*\?>\s*)*"
    r"<(?:!doctype\s+html|(?:html|head|body|title|meta|main|article|section|header|div|p|h[1-6]|"
    r"ul|ol|dl|table|span|blockquote|figure|center|font|strong|em|b|a|br|hr|nav|aside|style|"
    r"script|link)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_JSON_START = re.compile(r"\s*(?:\{\s*[\"}]|\[\s*[\{\]])")
_XML_START = re.compile(r"\s*<\?xml\s")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ENCRYPTED = 0x1
_HEAD = 4_096
_MOST_CONTROL = 0.01
_MOST_UNREADABLE = 0.005


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is; for the plain kinds also its text and the encoding it was read in.

    `password` is what a person typed to open it.
    """

    kind: Kind
    text: str = ""
    encoding: str | None = None
    password: str | None = field(default=None, repr=False)


def sniff(data: bytes, name: str, encoding: str | None = None) -> Sniffed:
    """What the bytes of a file called `name` are.

    Raises `Refused` for every kind that is not read, with the sentence for that kind.
    """
    if not data:
        raise Refused("R04")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data, name)
    _refuse_by_magic(data)
    suffix = PurePath(name).suffix.lower()
    if is_pdf(data):
        return Sniffed("pdf")
    return _text(data, suffix, encoding)


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are those of a PDF, which may have others before its mark."""
    return b"%PDF" in data[:1_024]


def named_but_is(name: str, reader: str) -> tuple[str, str] | None:
    """The ending of `name` and what the file is, where the two do not agree."""
    suffix = PurePath(name).suffix.lower()
    if reader in _EXPECTED.get(suffix, (reader,)):
        return None
    return suffix, _CALLED[reader]


def _refuse_by_magic(data: bytes) -> None:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("R14" if "EncryptedPackage".encode("utf-16-le") in data else "R15")
    if data.startswith(b"{\\rtf"):
        raise Refused("R16")
    if any(magic.match(data) for magic in _PICTURES):
        raise Refused("R18")


def _zip(data: bytes, name: str) -> Sniffed:
    suffix = PurePath(name).suffix.lower()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _package(package)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as fault:
        if suffix in _EXCEL_NAMES or b"xl/" in data:
            raise Refused("R10") from fault
        if suffix in _WORD_NAMES or b"word/" in data:
            raise Refused("R09") from fault
        raise Refused("R11", part="the zip") from fault


def _package(package: zipfile.ZipFile) -> Sniffed:
    names = set(package.namelist())
    if "[Content_Types].xml" in names:
        if any(member.flag_bits & _ENCRYPTED for member in package.infolist()):
            raise Refused("R14")
        types = _start_of(package, "[Content_Types].xml")
        if b"wordprocessingml" in types or b"ms-word" in types:
            return Sniffed("word")
        if b"presentationml" in types or b"ms-powerpoint" in types:
            raise Refused("R17")
        if b"spreadsheetml" in types or b"ms-excel.sheet.macroEnabled" in types:
            return Sniffed("excel")
        if b"ms-excel" in types:
            # A workbook in the binary form of Excel (.xlsb).
            raise Refused("R16")
    if "mimetype" in names and b"oasis.opendocument" in _start_of(package, "mimetype"):
        raise Refused("R16")
    raise Refused("R19")


def _start_of(package: zipfile.ZipFile, member: str) -> bytes:
    try:
        with package.open(member) as part:
            return part.read(1_000_000)
    except Exception as fault:
        # A member can be broken, encrypted or packed in a way zipfile does not know, and each
        # shows as an exception of another library; all mean that the part cannot be read.
        raise Refused("R11", part=member) from fault


def _text(data: bytes, suffix: str, encoding: str | None) -> Sniffed:
    text, used = _decoded(data, encoding)
    head = text[:_HEAD]
    if len(_CONTROL.findall(text)) > _MOST_CONTROL * len(text):
        raise Refused(_damaged(suffix))
    if text.count("\ufffd") > _MOST_UNREADABLE * len(text):
        raise Refused("R32")
    if _JSON_START.match(head):
        return Sniffed("wpjson", text, used)
    if _TAGS.match(head):
        return Sniffed("html", text, used)
    if _XML_START.match(head):
        raise Refused("R25")
    return Sniffed("text", text, used)


def _damaged(suffix: str) -> str:
    """The refusal of bytes that are neither a zip nor a text, by what their name promises."""
    if suffix in _EXCEL_NAMES:
        return "R10"
    return "R09" if suffix in _WORD_NAMES else "R25"


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The text and the name of its encoding; what cannot be read stands as U+FFFD."""
    if encoding is not None:
        return _named(data, encoding)
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data.decode(codec, "replace"), codec.removesuffix("-sig")
    if (wide := _wide(data)) is not None:
        return data.decode(wide, "replace"), wide
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        said = _CHARSET.search(data[:2_048])
        codec = said.group(1).decode("ascii") if said else "windows-1252"
        return data.decode(_known(codec) or "windows-1252", "replace"), codec.lower()


def _named(data: bytes, encoding: str) -> tuple[str, str]:
    codec = _known(encoding)
    if codec is None:
        raise Refused("R39", encoding=encoding)
    return data.decode(codec, "replace").removeprefix("\ufeff"), codec


def _known(encoding: str) -> str | None:
    """Python's name of a text encoding, or None."""
    try:
        codec = codecs.lookup(encoding).name
        b" ".decode(codec, "replace")
    except (LookupError, ValueError):
        return None
    return codec


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every other byte of ordinary text is then zero."""
    head = data[:_HEAD]
    half = len(head) // 2
    if half == 0:
        return None
    if head[1::2].count(0) > half * 0.7 and head[0::2].count(0) < half * 0.1:
        return "utf-16-le"
    if head[0::2].count(0) > half * 0.7 and head[1::2].count(0) < half * 0.1:
        return "utf-16-be"
    return None
