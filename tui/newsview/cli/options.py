"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def article_options(command: F) -> F:
    """``--published``, ``--encoding`` and ``--model``: how any article is read and understood."""
    for option in (
        click.option("--model", metavar="NAME|DIR", help="The spaCy pipeline to use (see: newsview models)."),
        click.option("--encoding", metavar="NAME", help="The text's encoding, where newsview guesses wrong."),
        click.option(
            "--published", metavar="YYYY-MM-DD", help="The day the article appeared; “last Friday” counts from it."
        ),
    ):
        command = option(command)
    return command


def talk_options(command: F) -> F:
    """``--quiet`` and ``--verbose``: how much a command says on standard error."""
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Say what was done with each article."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but what failed."),
    ):
        command = option(command)
    return command


def force_option(command: F) -> F:
    """``--force``: outputs are written whatever is there."""
    return click.option(
        "--force",
        is_flag=True,
        help="Write also over reviewed or newer facts, over an input, through a link elsewhere.",
    )(command)
