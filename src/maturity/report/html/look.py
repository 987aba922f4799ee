"""How a paper looks as a web page: the colours of every format, and room for a narrow screen."""

from collections.abc import Mapping
from typing import Final

from maturity.report.palette import FILLS, text_on

__all__ = ["fill_class", "look"]

_LOOK: Final = """
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 Arial,sans-serif}
body{overflow-wrap:break-word}
header,main,footer{max-width:56rem;margin:0 auto;padding:1rem}
header,footer{color:var(--muted);font-size:.9rem}
header p,footer p{margin:0}
h1,h2,h3{color:var(--navy);line-height:1.25;margin:1.5em 0 .5em}
h1{font-size:1.9rem;margin-top:0}
h2{font-size:1.5rem}
h3{font-size:1.25rem}
h4,h5{font-size:1.05rem;margin:1.25em 0 .4em}
a{color:var(--link)}
a:focus,[tabindex]:focus{outline:3px solid var(--ink);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{position:static;display:inline-block;margin:1rem}
.lead{font-size:1.15rem}
.meta{color:var(--muted)}
nav p{color:var(--navy);font-size:1.5rem;font-weight:bold;margin:1.5em 0 .5em}
nav ul{list-style:none;padding-left:0}
nav li{margin:.3em 0}
nav .deeper{padding-left:1.5rem}
.callout{border-left:.4rem solid var(--muted);margin:1rem 0;padding:.5rem 1rem}
.callout p{margin:.4em 0}
.banner,.decision{border-color:var(--navy);background:var(--decision-fill)}
.dissent{border-color:var(--dissent-bar);background:var(--dissent-fill)}
.wide{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;margin:1rem 0}
.wide table{margin:0;min-width:40rem}
.letter{list-style-type:lower-alpha}
caption{text-align:left;font-weight:bold;padding:.5rem 0}
th,td{border-bottom:1px solid var(--rule);padding:.4rem;text-align:left;vertical-align:top}
th,td{line-height:1.35}
.room{height:7.5rem}
thead th{background:var(--navy);color:var(--paper)}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.figure{font-weight:bold}
@page{size:A4;margin:1.8cm}
@media print{header,main,footer{max-width:none;padding:0}.skip{display:none}.wide{overflow:visible}
.wide table{min-width:0}.new{break-before:page}h2,h3,h4,h5,caption{break-after:avoid}
tr,.callout,.whole{break-inside:avoid}thead{display:table-header-group}
table,.callout{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
"""


def fill_class(of: int, index: int) -> str:
    """The class of a cell that shows a level of a scale of `of`, lowest first from 0."""
    return f"level-{of}-{index}"


def _fills() -> str:
    # Neighbouring fills differ too little to be told apart by everyone, hence the outline.
    return "".join(
        f".{fill_class(of, index)}"
        f"{{background:#{fill};color:#{text_on(fill)};border:1px solid var(--ink)}}"
        for of, scale in FILLS.items()
        for index, fill in enumerate(scale)
    )


def look(colours: Mapping[str, str]) -> str:
    """The one style sheet, in the colours of a palette; it names no other file."""
    named = "".join(f"--{name}:#{value};" for name, value in colours.items())
    return f":root{{{named}}}{_LOOK}{_fills()}"
