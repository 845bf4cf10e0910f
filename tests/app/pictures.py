"""The pictures of the reader in the README: ``python -m tests.app.pictures`` takes them anew, a test compares.

They show a seed with the facts of its hand annotation, so that they change with the screen and not with extraction.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Final

from newsview.app.app import NewsviewApp
from newsview.app.keeping import Opening
from newsview.app.settings import Settings
from newsview.progress import Done
from tests.app.springfield import Memory, Replayed
from tests.app.walk import facts, press, seed

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs"

PICTURES: Final = {
    "reader-120x36": ("derby", (120, 36), "textual-dark", ["2", "j", "j", "a", "x", "k", "k"]),
    "reader-80x24": ("derby", (80, 24), "textual-dark", ["3", "j", "j", "a", "a"]),
    "reader-light": ("glacier-study", (120, 36), "textual-light", ["3", "j", "a", "a", "j", "0", "enter"]),
}
"""Name of the picture: seed, size in cells, theme, and the keys pressed before it is taken."""


async def picture(name: str) -> str:
    """The SVG of one picture."""
    stem, size, theme, keys = PICTURES[name]
    analysis = seed(ROOT / "seeds" / "gold" / f"{stem}.json")
    opening = Opening(source=Replayed(Done(facts(analysis), analysis.generator)), keeper=Memory())
    app = NewsviewApp(analysis.article, lambda: opening, Settings(theme=theme))
    async with app.run_test(size=size) as pilot:
        while not app.reader.ready or app.reader.source is None or app.reader.reading:
            await pilot.pause(0.01)
        for key in keys:
            await press(app, key)
        await pilot.pause()
        return app.export_screenshot(title="newsview")


def main() -> int:
    """Takes every picture, and says which of them changed."""
    FOLDER.mkdir(exist_ok=True)
    for name in PICTURES:
        target = FOLDER / f"{name}.svg"
        new = asyncio.run(picture(name))
        changed = not target.exists() or target.read_text(encoding="utf-8") != new
        target.write_text(new, encoding="utf-8")
        print(f"{target.relative_to(ROOT)}{' has changed' if changed else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
