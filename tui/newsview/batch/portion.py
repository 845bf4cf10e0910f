"""A portion of a run: every n-th shard, for processes that share a folder and nothing else (Slurm, Kubernetes)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsview.errors import UsageError
from newsview.terminal.printable import printable

_RECORDS: Final = ("manifest", "errors")


@dataclass(frozen=True, slots=True)
class Portion:
    """Portion *number* of *of*, from 1."""

    number: int = 1
    of: int = 1

    @classmethod
    def parsed(cls, text: str) -> Portion:
        """The portion written as ``3/8``. Raises ``UsageError``."""
        match = re.fullmatch(r"([0-9]{1,6})/([0-9]{1,6})", text)
        if match is None or not 1 <= int(match[1]) <= int(match[2]):
            raise UsageError(f"--part {printable(text)}: write it like 3/8, the third of eight parts")
        return cls(int(match[1]), int(match[2]))

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the run."""
        return self.of == 1

    def has(self, shard: int) -> bool:
        """Whether the shard with this number, from 1, belongs to it."""
        return (shard - self.number) % self.of == 0

    @property
    def manifest(self) -> str:
        """The name of its manifest."""
        return self._record("manifest")

    @property
    def errors(self) -> str:
        """The name of its list of failed articles."""
        return self._record("errors")

    def _record(self, name: str) -> str:
        return f"{name}.jsonl" if self.is_whole else f"{name}-{self.number}-of-{self.of}.jsonl"


WHOLE: Final = Portion()


def manifests(folder: Path) -> list[Path]:
    """The manifests in *folder*, of portions and of the whole run, in the order of their names."""
    return sorted([*folder.glob("manifest.jsonl"), *folder.glob("manifest-*-of-*.jsonl")])


def is_record(name: str) -> bool:
    """Whether *name* is that of a manifest or a list of failed articles."""
    return re.fullmatch(rf"(?:{'|'.join(_RECORDS)})(?:-\d+-of-\d+)?\.jsonl", name) is not None
