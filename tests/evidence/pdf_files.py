"""PDF files written by hand: words at places, pictures, and a password where one is asked for."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_IMAGE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    "/BitsPerComponent 8"
)
_USED = "/Resources << /Font << /F 3 0 R /G 6 0 R >> /XObject << /I 4 0 R >> >>"
_NAMELESS = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts "
    "[<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Odd /CIDSystemInfo "
    "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>"
)
_ID = b"0123456789abcdef"
_PERMISSIONS = -4
WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True, slots=True)
class Words:
    """Some words of one size at a place; `y` counts from the foot of the page.

    The font "G" does not say which letters its shapes are.
    """

    text: str
    x: float = 72
    y: float = 700
    size: float = 11
    font: str = "F"


def lines(*texts: str, x: float = 72, top: float = 760, size: float = 11) -> list[Words]:
    """Lines under one another; an empty text leaves a gap between paragraphs."""
    return [Words(text, x, top - at * size * 1.2, size) for at, text in enumerate(texts) if text]


def pdf(
    *pages: Sequence[Words] | None,
    password: str | None = None,
    info: str = "",
    more: str = "",
    turn: int = 0,
) -> bytes:
    """A PDF; None is a page that is a picture. `info` is written into its properties.

    `turn` lays every page on its side in the file, to be turned back by whoever shows it.
    """
    objects: list[tuple[str, bytes | None]] = [
        ("<< /Type /Catalog /Pages 2 0 R >>", None),
        ("", None),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>", None),
        (_IMAGE, b"\x80"),
        (f"<< {info} >>", None),
        (_NAMELESS, None),
    ]
    kids = []
    for page in pages:
        content = b"q 500 0 0 700 50 50 cm /I Do Q" if page is None else _drawn(page, turn)
        objects.append(("<<", content + more.encode()))
        kids.append(len(objects) + 1)
        box = f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R /Rotate {turn}"
        objects.append((f"<< /Type /Page /Parent 2 0 R {box} {_USED} >>", None))
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = (f"<< /Type /Pages /Count {len(kids)} /Kids [{listed}] >>", None)
    return _file(objects, password)


_TURNED = {
    0: "1 0 0 1 0 0",
    90: f"0 1 -1 0 {WIDTH} 0",
    180: f"-1 0 0 -1 {WIDTH} {HEIGHT}",
    270: f"0 -1 1 0 0 {HEIGHT}",
}


def _drawn(words: Iterable[Words], turn: int) -> bytes:
    return f"{_TURNED[turn]} cm ".encode() + b"\n".join(
        f"BT /{one.font} {one.size} Tf {one.x} {one.y} Td (".encode()
        + one.text.encode("cp1252")
        .replace(b"\\", b"\\\\")
        .replace(b"(", b"\\(")
        .replace(b")", b"\\)")
        + b") Tj ET"
        for one in words
    )


def _file(objects: Sequence[tuple[str, bytes | None]], password: str | None) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    key, encrypt = _encryption(password) if password is not None else (b"", "")
    for number, (head, stream) in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj {head}".encode()
        if stream is not None:
            body = _rc4(_object_key(key, number), stream) if key else stream
            out += f" /Length {len(body)} >> stream\n".encode() + body + b"\nendstream"
        out += b" endobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R {encrypt} "
    out += f"{trailer}/ID [<{_ID.hex()}> <{_ID.hex()}>] >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(out)


def _encryption(password: str) -> tuple[bytes, str]:
    """The key of the oldest way to lock a PDF, and what its trailer says of it."""
    padded = (password.encode() + _PADDING)[:32]
    owner = _rc4(_md5(padded)[:5], padded)
    said = owner + _PERMISSIONS.to_bytes(4, "little", signed=True) + _ID
    key = _md5(padded + said)[:5]
    user = _rc4(key, _PADDING)
    return key, (
        f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{user.hex()}> "
        f"/P {_PERMISSIONS} >>"
    )


def _object_key(key: bytes, number: int) -> bytes:
    return _md5(key + number.to_bytes(3, "little") + b"\0\0")[: len(key) + 5]


def _md5(data: bytes) -> bytes:
    return hashlib.md5(data).digest()  # noqa: S324 - what the format asks for


def _rc4(key: bytes, data: bytes) -> bytes:
    state, swap = list(range(256)), 0
    for at in range(256):
        swap = (swap + state[at] + key[at % len(key)]) % 256
        state[at], state[swap] = state[swap], state[at]
    out, one, two = bytearray(), 0, 0
    for byte in data:
        one = (one + 1) % 256
        two = (two + state[one]) % 256
        state[one], state[two] = state[two], state[one]
        out.append(byte ^ state[(state[one] + state[two]) % 256])
    return bytes(out)


def form(typed: str, note: str = "", more: str = "") -> bytes:
    """A PDF of one page with a form: a field that holds `typed`, an empty one, a box, a note.

    `more` stands among what the file says of its form.
    """
    widget = "/Type /Annot /Subtype /Widget"
    story = f"<< /FT /Tx /T (story) /TU (What do families say?) /V ({typed}) /Kids [6 0 R] >>"
    fields = "/Fields [7 0 R 8 0 R 9 0 R]"
    shown = "/Resources << /Font << /F 3 0 R >> >> /Annots [6 0 R 8 0 R 9 0 R 10 0 R]"
    page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents 11 0 R {shown}"
    objects: list[tuple[str, bytes | None]] = [
        (f"<< /Type /Catalog /Pages 2 0 R /AcroForm << {fields} {more} >> >>", None),
        ("<< /Type /Pages /Count 1 /Kids [4 0 R] >>", None),
        ("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", None),
        (f"<< {page} >>", None),
        ("<< >>", None),
        (f"<< {widget} /Parent 7 0 R /Rect [50 600 500 700] >>", None),
        (story, None),
        (f"<< {widget} /FT /Tx /T (empty) /Rect [50 500 500 550] >>", None),
        (f"<< {widget} /FT /Btn /T (box) /V /Yes /AS /Yes /Rect [50 300 60 310] >>", None),
        (f"<< /Type /Annot /Subtype /Text /Rect [50 4 70 42] /Contents ({note}) >>", None),
        ("<<", _drawn([Words("What do families say?")], 0)),
    ]
    return _file(objects, None)
