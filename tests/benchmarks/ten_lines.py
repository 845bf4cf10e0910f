"""The smallest Textual app that shows an article: baseline for newsview's first paint."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Static


class TenLines(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(Path(sys.argv[1]).read_text(encoding="utf-8"), markup=False)


TenLines().run()
