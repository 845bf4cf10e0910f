"""``newsview models``: the installed spaCy pipelines, the one in use, and whether the default is as published."""

from __future__ import annotations

import click

from newsview.terminal.plural import counted
from newsview.terminal.streams import say

DIFFERENT = 1


@click.command("models", short_help="List the spaCy pipelines and mark the one in use.")
def command() -> None:
    """List the installed spaCy pipelines and mark the one in use.

    The files of the default are compared with those published, by their SHA-256 sums; the exit code is 1 if one of them
    differs.
    """
    from newsview.extraction.models import choose, models_report
    from newsview.workers.model_files import DEFAULT
    from newsview.workers.model_sums import differing

    choose(None)  # raises an error if none is usable
    changed = differing()
    for row in models_report():
        sums = "" if row.name != DEFAULT or changed is None else "; files differ" if changed else "; files as published"
        click.echo(f"{'*' if row.used else ' '} {row.name}  {row.label or '?'}  {row.note}{sums}")
    if changed:
        say(
            f"{counted(len(changed), 'file')} of {DEFAULT} not as published, the first is {changed[0]}; install it anew"
        )
        raise SystemExit(DIFFERENT)
