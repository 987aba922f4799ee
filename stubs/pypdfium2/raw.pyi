from ctypes import c_double

from pypdfium2 import PdfTextPage

FPDF_ERR_PASSWORD: int
FPDF_ERR_SECURITY: int
FPDF_PAGEOBJ_IMAGE: int

class FS_RECTF:
    left: float
    top: float
    right: float
    bottom: float

class FS_MATRIX:
    a: float
    b: float
    c: float
    d: float

def FPDFText_GetUnicode(page: PdfTextPage, at: int) -> int: ...
def FPDFText_GetFontSize(page: PdfTextPage, at: int) -> float: ...
def FPDFText_GetMatrix(page: PdfTextPage, at: int, matrix: FS_MATRIX) -> int: ...
def FPDFText_GetCharOrigin(page: PdfTextPage, at: int, x: c_double, y: c_double) -> int: ...
def FPDFText_GetLooseCharBox(page: PdfTextPage, at: int, box: FS_RECTF) -> int: ...
