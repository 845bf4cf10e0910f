"""``newsview models``: the installed spaCy pipelines, and the one in use."""

from __future__ import annotations

import click


@click.command("models", short_help="List the spaCy pipelines and mark the one in use.")
def command() -> None:
    """List the installed spaCy pipelines and mark the one in use."""
    from newsview.extraction.models import choose, models_report

    choose(None)  # raises an error if none is usable
    for row in models_report():
        click.echo(f"{'*' if row.used else ' '} {row.name}  {row.label or '?'}  {row.note}")
