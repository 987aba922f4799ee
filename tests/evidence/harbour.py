"""A tiny framework of boats, bread and bees, and what suggests its items."""

from evidence.papers import excerpts_of
from maturity.evidence.model import Excerpt
from maturity.evidence.search.suggest import Suggester
from maturity.framework import Framework, parse

RAW = b"""
[framework]
format = 1
id = "tiny"
title = "A tiny framework"
version = "1.0"
origin = "own"
notice = "Our own wording, for tests."
rate = "pillars"
levels = ["low", "high"]

[level.low]
label = "Low"
meaning = "Dragons nest here."
[level.high]
label = "High"

[pillar.boats]
title = "Boats and harbours"
question = "Are the boats ready to sail?"
level.low = "Sails are torn."
level.high = "Every rope is mended."
[pillar.bread]
title = "Bread and ovens"
question = "Is the flour fresh?"
level.low = "Loaves burn."
level.high = "Loaves rise."
[pillar.bees]
title = "Bees and hives"
question = "Does the honey last?"
level.low = "Hives stand empty."
level.high = "Hives hum."

[criterion.baker]
pillar = "bread"
title = "The miller's cart"
question = "Does the cart come on Mondays?"
level.low = "The wheels squeak."
level.high = "The wheels turn."
evidence = ["Receipts for barley"]
impact = "children eat crusts"

[glossary]
SOS = "save our sails"
"""
TINY: Framework = parse(RAW, "tiny.toml")
SUGGESTER = Suggester(TINY, (("SOS", "save our sails"),))
TELLING = ("boats", "torn", "rope", "loaves", "flour", "cart", "honey", "hives", "barley")


def under(text: str, *headings: str) -> Excerpt:
    """An excerpt under these headings, the nearest last."""
    return excerpts_of(text)[0].model_copy(update={"heading_path": headings})
