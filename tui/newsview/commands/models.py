"""``newsview models``: which spaCy pipelines are installed, which one would be used, and why."""

from __future__ import annotations

import click


@click.command("models")
def command() -> None:
    """List the installed spaCy pipelines and say which one would be used."""
    from newsview.extraction.models import choose, installed

    chosen = choose(None)
    for name in installed():
        click.echo(f"{'*' if name == chosen else ' '} {name}")
