"""Where the project and its sample articles are, and how newsview is started as a program of its own."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
NEWSVIEW = [sys.executable, "-m", "newsview"]
