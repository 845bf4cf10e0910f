"""The names of the files that newsview writes beside articles."""

from __future__ import annotations

from typing import Final

FACTS: Final = ".facts.json"
"""How the name of a file with saved facts ends."""
