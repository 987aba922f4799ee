"""Take the README's picture of the room: the program itself, on the sample, as an SVG.

Run: python scripts/picture.py
"""

import asyncio
import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from maturity.laptop import Laptop, Place
from maturity.session.store import Typist
from maturity.shipped import sample_session
from maturity.tui.app import MaturityApp
from maturity.workshop import Workshop

TARGET = Path(__file__).parents[1] / "docs" / "room.svg"
SIZE = (120, 28)
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def now() -> datetime:
    """Half way through the morning of the sample's workshop."""
    return datetime(2026, 3, 23, 10, 42, 5, tzinfo=ZoneInfo("Europe/London"))


async def take(folder: Path, home: Path) -> str:
    """The room at the third pillar, as SVG without the fonts it would fetch."""
    typist = Typist("facilitator", "4fa1c2", "00000000", "0.1.0")
    workshop = Workshop.open(folder, typist, now)
    place = Place("insight", "r")
    laptop = Laptop(home, "4fa1c2").left(workshop.state.session.id, place)
    app = MaturityApp(laptop, folder.parent, typist, now, workshop)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        svg = app.export_screenshot(title="maturity")
    return _FONTS.sub("", svg)


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "northmere"
        shutil.copytree(sample_session(), folder)
        svg = asyncio.run(take(folder, Path(place) / "home"))
    TARGET.write_text(svg + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
