"""Rooms and floors of the package: which of its files and folders import which.

A room is a file or a folder directly in a folder of the package; an import anywhere in a room, also within a function
or for types only, is an arrow from it to the room of what it imports. ``python -m tests.rooms`` prints the figures.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import newsview

SOURCE = Path(newsview.__file__).parent.parent

Arrows = Mapping[str, frozenset[str]]
"""The rooms that each room imports."""


def arrows(folder: str) -> Arrows:
    """The rooms of the package *folder* (``newsview.app``) that import another one of it or are imported by one."""
    top = SOURCE / folder.replace(".", "/")
    found: dict[str, set[str]] = {}
    for path in top.rglob("*.py"):
        own = path.relative_to(top).parts[0].removesuffix(".py")
        for name in _imported(path):
            if name.startswith(f"{folder}."):
                other = name.removeprefix(f"{folder}.").partition(".")[0]
                if other != own and ((top / other).is_dir() or (top / f"{other}.py").exists()):
                    found.setdefault(own, set()).add(other)
                    found.setdefault(other, set())
    return {room: frozenset(others) for room, others in found.items()}


def _imported(path: Path) -> Iterator[str]:
    """The names of the modules that a file imports, and of what it imports from packages."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def reached(room: str, found: Arrows) -> frozenset[str]:
    """All rooms that *room* imports, directly or by way of others."""
    seen: set[str] = set()
    waiting = list(found[room])
    while waiting:
        other = waiting.pop()
        if other not in seen:
            seen.add(other)
            waiting.extend(found[other])
    return frozenset(seen)


def in_circles(found: Arrows) -> frozenset[str]:
    """The rooms that import themselves by way of others."""
    return frozenset(room for room in found if room in reached(room, found))


def floors(found: Arrows) -> int:
    """The number of rooms on the longest way of imports down; only of rooms without circles."""
    heights: dict[str, int] = {}

    def height(room: str) -> int:
        if room not in heights:
            heights[room] = 1 + max(map(height, found[room]), default=0)
        return heights[room]

    return max(map(height, found), default=0)


def packages() -> list[str]:
    """The package and the packages in it, at any depth."""
    return sorted(".".join(path.parent.relative_to(SOURCE).parts) for path in SOURCE.glob("newsview/**/__init__.py"))


def _line(folder: str) -> str:
    found = arrows(folder)
    circles = sorted(in_circles(found))
    story = f"circles: {', '.join(circles)}" if circles else f"{floors(found)} floors, no circle"
    return f"{folder}: {len(found)} rooms, {sum(map(len, found.values()))} arrows, {story}"


def main() -> None:
    """Print the figures of the folders that are named, of the package and its folders without any."""
    print("\n".join(map(_line, sys.argv[1:] or packages())))


if __name__ == "__main__":
    main()
