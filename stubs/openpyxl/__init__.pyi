from typing import IO, Any

class _Color:
    type: str
    value: Any
    tint: float

class _Fill:
    fill_type: str | None
    fgColor: _Color

class _Comment:
    text: str
    author: str | None

class _Cell:
    row: int
    column: int
    coordinate: str
    value: Any
    data_type: str
    number_format: str
    has_style: bool
    fill: _Fill
    comment: _Comment | None

class _Range:
    min_row: int
    max_row: int
    min_col: int
    max_col: int

class _Ranges:
    ranges: set[_Range]

class _Dimension:
    hidden: bool
    min: int | None
    max: int | None

class _Worksheet:
    title: str
    sheet_state: str
    merged_cells: _Ranges
    row_dimensions: dict[int, _Dimension]
    column_dimensions: dict[str, _Dimension]
    _cells: dict[tuple[int, int], _Cell]
    def __getattr__(self, name: str) -> Any: ...

class Workbook:
    active: Any
    worksheets: list[_Worksheet]
    _colors: list[str]
    def create_sheet(self, title: str | None = ...) -> Any: ...
    def save(self, file: IO[bytes]) -> None: ...
    def __getattr__(self, name: str) -> Any: ...

def load_workbook(
    filename: IO[bytes],
    *,
    data_only: bool = ...,
    keep_links: bool = ...,
    keep_vba: bool = ...,
) -> Workbook: ...
def __getattr__(name: str) -> Any: ...
