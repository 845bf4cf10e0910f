"""A journal of the sample article: numbered decisions, and how it is opened again."""

from __future__ import annotations

from pathlib import Path

from newsview.model.facts import Decision
from newsview.store.journal import Journal
from tests.store import samples

ARTICLE = samples.article()


def decided(number: int) -> dict[str, Decision | None]:
    return {f"n-{number}": Decision(status="accepted", note=f"“{number}” – \n\x1b[31m🚌", edits={"value": number})}


def reopened(folder: Path) -> Journal:
    journal = Journal.open(ARTICLE, folder)
    journal.close()
    return journal
