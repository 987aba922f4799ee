"""From the blocks of a paper to one web page: no script, and nothing fetched from anywhere."""

from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Any, Final

from maturity.report.blocks import (
    Block,
    Callout,
    Cell,
    Contents,
    Control,
    Figure,
    Heading,
    LevelMark,
    ListBlock,
    Paragraph,
    Span,
    Spans,
    Table,
)
from maturity.report.html.look import fill_class, look
from maturity.report.palette import COLOURS
from maturity.report.paper import Paper
from maturity.report.sheet import Sheet
from maturity.report.shown import CONTENTS, escaped, escaped_lines, one_line

__all__ = ["html_bytes"]

_FEW_COLUMNS: Final = 3
_LISTS: Final = {
    "bullet": ("<ul>", "</ul>"),
    "number": ("<ol>", "</ol>"),
    "letter": ('<ol class="letter" type="a">', "</ol>"),
}


def html_bytes(paper: Paper, colours: Mapping[str, str] = COLOURS) -> bytes:
    """The paper as one UTF-8 page of HTML; the same paper and palette give the same bytes."""
    sheet = Sheet(paper)
    page = BytesIO()
    page.write(_head(paper, look(colours)).encode())
    for block in paper.blocks:
        page.write(f"{_WRITERS[type(block)](block, sheet)}\n".encode())
    page.write(
        f"</main>\n<footer><p>{_line(paper.version)}</p></footer>\n</body>\n</html>\n".encode()
    )
    return page.getvalue()


def _head(paper: Paper, style: str) -> str:
    """All that stands before the blocks."""
    return f"""<!DOCTYPE html>
<html lang="{_line(paper.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_line(paper.title)}</title>
<meta name="author" content="{_line(paper.author)}">
<meta name="description" content="{_line(paper.subject)}">
<style>{style}</style>
</head>
<body>
<a class="skip" href="#paper">Skip to the paper</a>
<header><p>{_line(paper.edge)}</p><p>{_line(paper.short_title)}</p></header>
<main id="paper" tabindex="-1">
<h1>{_line(paper.title)}</h1>
"""


def _line(text: str) -> str:
    return escaped(one_line(text))


def _runs(spans: Spans) -> str:
    return "".join(map(_run, spans))


def _run(span: Span) -> str:
    words = "<br>".join(escaped_lines(span.text))
    if span.strong:
        words = f"<strong>{words}</strong>"
    if span.link is None:
        return words
    target = escaped(span.link) if span.is_outside else f"#{_id(span.link)}"
    return f'<a href="{target}">{words}</a>'


def _id(anchor: str) -> str:
    # No anchor has an underscore, so none can meet an id of the page's own.
    return f"at_{anchor}"


def _heading(block: Heading, _sheet: Sheet) -> str:
    tag = f"h{block.level + 1}"
    new = ' class="new"' if block.new_page else ""
    return f'<{tag} id="{_id(block.anchor)}"{new}>{_line(block.text)}</{tag}>'


def _paragraph(block: Paragraph, _sheet: Sheet) -> str:
    role = "" if block.role == "body" else f' class="{block.role}"'
    return f"<p{role}>{_runs(block.spans)}</p>"


def _list(block: ListBlock, _sheet: Sheet) -> str:
    opened, closed = _LISTS[block.kind]
    return f"{opened}{''.join(f'<li>{_runs(item)}</li>' for item in block.items)}{closed}"


def _callout(block: Callout, _sheet: Sheet) -> str:
    first, *rest = block.paragraphs
    opened = (Span(f"{block.lead} ", strong=True), *first)
    inside = "".join(f"<p>{_runs(spans)}</p>" for spans in (opened, *rest))
    return f'<div class="callout {block.kind}">{inside}</div>'


def _table(block: Table, sheet: Sheet) -> str:
    named = f"caption_{block.anchor}"
    summary = f'<span class="unseen">{_line(block.summary)}</span>'
    heads = "".join(f'<th scope="col">{_line(column.label)}</th>' for column in block.columns)
    has_names = block.columns[0].row_header
    rows = "\n".join(f"<tr>{_row(row, has_names=has_names)}</tr>" for row in block.rows)
    caption = _line(sheet.caption("Table", block.caption))
    whole = ' class="whole"' if block.is_whole else ""
    table = (
        f'<table id="{_id(block.anchor)}"{whole}><caption>'
        f'<span id="{named}">{caption}</span> {summary}</caption>\n'
        f"<colgroup>{_widths(block)}</colgroup>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"
    )
    if len(block.columns) <= _FEW_COLUMNS:
        return table
    # A region that scrolls must be reached by key, and say what it is.
    return f'<div class="wide" role="region" aria-labelledby="{named}" tabindex="0">{table}</div>'


def _widths(table: Table) -> str:
    """The shares of the columns, as on paper: words in sentences get the room."""
    whole = sum(column.width_mm for column in table.columns)
    shares = (round(100 * column.width_mm / whole) for column in table.columns)
    return "".join(f'<col style="width:{share}%">' for share in shares)


def _row(row: Iterable[Cell], *, has_names: bool) -> str:
    cells = [_cell(cell) for cell in row]
    first = f'<th scope="row">{cells[0][1]}</th>' if has_names else _data(*cells[0])
    return first + "".join(_data(*cell) for cell in cells[1:])


def _data(attributes: str, inside: str) -> str:
    return f"<td{attributes}>{inside}</td>"


def _cell(cell: Cell) -> tuple[str, str]:
    """The attributes of a cell and what stands in it."""
    if isinstance(cell, LevelMark):
        dots = cell.shown.removeprefix(cell.word).strip()
        if not dots:
            return "", _line(cell.word)
        # Read aloud, dots are so many circles: the word has said it.
        words = f'{_line(cell.word)} <span aria-hidden="true">{dots}</span>'
        return f' class="{fill_class(cell.of, cell.fill_index)}"', words
    if isinstance(cell, Control):
        return ' class="room"' if cell.has_room else "", _line(cell.shown)
    return "", _runs(cell)


def _figure(block: Figure, sheet: Sheet) -> str:
    told = (Span(f"{block.alt} "), Span(block.where, link=block.table_anchor))
    caption = _line(sheet.caption("Figure", block.caption))
    return f'<p class="figure" id="{_id(block.anchor)}">{caption}</p>\n<p>{_runs(told)}</p>'


def _contents(block: Contents, sheet: Sheet) -> str:
    entries = "\n".join(map(_entry, sheet.listed(block)))
    new = ' class="new"' if block.new_page else ""
    return (
        f'<nav{new} aria-labelledby="contents_title"><p id="contents_title">{CONTENTS}</p>'
        f"\n<ul>\n{entries}\n</ul></nav>"
    )


def _entry(heading: Heading) -> str:
    deeper = ' class="deeper"' if heading.level > 1 else ""
    return f'<li{deeper}><a href="#{_id(heading.anchor)}">{_line(heading.text)}</a></li>'


_WRITERS: Final[dict[type[Block], Callable[[Any, Sheet], str]]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ListBlock: _list,
    Callout: _callout,
    Table: _table,
    Figure: _figure,
    Contents: _contents,
}
