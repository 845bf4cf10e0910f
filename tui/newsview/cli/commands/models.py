"""``newsview models``: which spaCy pipelines are installed, which one would be used, and why."""

from __future__ import annotations

import click


@click.command("models", short_help="List the spaCy pipelines and say which one is used.")
def command() -> None:
    """List the installed spaCy pipelines and say which one would be used."""
    from newsview.extraction.models import choose, models_report

    choose(None)  # its error where none is usable
    for row in models_report():
        click.echo(f"{'*' if row.used else ' '} {row.name}  {row.label or '?'}  {row.note}")
