"""``newsview schema``: the JSON Schema of facts files."""

from __future__ import annotations

import click
import orjson


@click.command("schema")
def command() -> None:
    """Print the JSON Schema (2020-12) of the saved facts."""
    from newsview.model.schema import schema

    click.echo(orjson.dumps(schema(), option=orjson.OPT_INDENT_2).decode())
