"""The smallest Textual app that shows an article: what newsview's first paint is measured beside."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Static


class TenLines(App[None]):
    def compose(self) -> ComposeResult:
        yield Static(Path(sys.argv[1]).read_text(encoding="utf-8"), markup=False)


TenLines().run()
