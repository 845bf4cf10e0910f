"""``newsview completion``: shell script for completion of commands, options and file names."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from newsview.errors import UsageError

SHELLS = ("bash", "zsh", "fish")

_EPILOG = """\b
Examples:
  eval "$(newsview completion bash)"               in this bash only
  newsview completion bash > ~/.local/share/bash-completion/completions/newsview
  newsview completion zsh > "${fpath[1]}/_newsview"
  newsview completion fish > ~/.config/fish/completions/newsview.fish
"""


@click.command("completion", short_help="Print the script for completion in a shell.", epilog=_EPILOG)
@click.argument("shell", metavar="SHELL", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> None:
    """Print the script that makes SHELL complete newsview's commands, options and files: bash, zsh or fish."""
    kind = get_completion_class(shell)
    if kind is None:
        raise UsageError(f"there is no completion for {shell}")
    click.echo(kind(context.find_root().command, {}, "newsview", "_NEWSVIEW_COMPLETE").source())
