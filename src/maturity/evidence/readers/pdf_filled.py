"""What people wrote upon a page of a PDF: the fields of a form, and notes stuck to it."""

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import pypdfium2
from pypdfium2 import raw

__all__ = ["Filled", "filled_in"]

_TYPED = frozenset((raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX))
_NOTES = frozenset((raw.FPDF_ANNOT_TEXT, raw.FPDF_ANNOT_FREETEXT))
_WIDE = 2
"""Bytes of a character as the library hands them out."""


@dataclass(frozen=True, slots=True)
class Filled:
    """Words in a field, with what the form asks for there; or those of a note, which asks none."""

    kind: Literal["field", "note"]
    text: str
    asks: str = ""


def filled_in(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[Filled]:
    """The words in the fields of a page and on its notes, in the order of the file.

    They are no part of the page's own text. The forms of the document have been opened.
    """
    form = document.formenv.raw if document.formenv else None
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        try:
            found = _filled(form, note)
        finally:
            raw.FPDFPage_CloseAnnot(note)
        if found is not None and found.text:
            yield found


def _filled(form: Any, note: Any) -> Filled | None:
    kind = raw.FPDFAnnot_GetSubtype(note)
    if kind in _NOTES:
        return Filled("note", _words(raw.FPDFAnnot_GetStringValue, note, b"Contents"))
    if form is None or kind != raw.FPDF_ANNOT_WIDGET:
        return None
    if raw.FPDFAnnot_GetFormFieldType(form, note) not in _TYPED:
        return None
    return Filled(
        "field",
        _words(raw.FPDFAnnot_GetFormFieldValue, form, note),
        _words(raw.FPDFAnnot_GetFormFieldAlternateName, form, note),
    )


def _words(ask: Callable[..., int], *of: Any) -> str:
    """A text that the library measures first and then writes, with a nought behind it."""
    size = ask(*of, None, 0)
    if size <= _WIDE:
        return ""
    given = ctypes.create_string_buffer(size)
    ask(*of, ctypes.cast(given, ctypes.POINTER(ctypes.c_ushort)), size)
    return given.raw[:-_WIDE].decode("utf-16-le", "replace").strip()
