"""A check in plain words: what it looks for, what it leaves alone, how often it was right."""

from __future__ import annotations

from newsview.checks.check import Check, Measured
from newsview.model.finding import MARKS


def explained(check: Check) -> str:
    """The text of ``newsview check --explain`` for *check*."""
    lines = [
        f"{check.name} ({check.code}), {MARKS[check.level]} {check.level}: {check.message}",
        "",
        check.explanation,
        "",
        f"Example: {_line(check.example)}",
        "Left alone:",
        *(f"  {_line(each)}" for each in check.look_alikes),
        "",
        *_measured(check.measured),
    ]
    return "\n".join(lines) + "\n"


def _line(text: str) -> str:
    return " / ".join(filter(None, text.split("\n")))


def _measured(measured: Measured | None) -> list[str]:
    if measured is None:
        return ["It has not been measured."]
    lines = []
    if measured.fired:
        lines.append(
            f"Right in {measured.right} of {measured.fired} findings in {measured.sample}, judged by eye on {measured.day}."
        )
    else:
        lines.append(f"It found nothing in {measured.sample} ({measured.day}).")
    if measured.planted:
        lines.append(f"It found {measured.found} of {measured.planted} errors that were put into articles.")
    return lines
