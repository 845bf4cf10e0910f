"""The reader's program with a fault in it: ``python -m tests.terminal.crashing MODULE:CLASS.METHOD COUNT ARTICLE``.

The method raises at its COUNT-th call. The words of the error would clear the screen if they were printed raw.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module

from newsview.cli import main

WORDS = "a wheel came off \x1b[2J\x1b]0;owned\x07"


def break_down(method: Callable[..., object], at: int) -> Callable[..., object]:
    """*method*, which works until its call number *at*."""
    calls = 0

    def broken(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls >= at:
            raise RuntimeError(WORDS)
        return method(*arguments, **named)

    return broken


if __name__ == "__main__":
    where, at, *arguments = sys.argv[1:]
    module, _, path = where.partition(":")
    owner = import_module(module)
    *classes, name = path.split(".")
    for each in classes:
        owner = getattr(owner, each)
    setattr(owner, name, break_down(getattr(owner, name), int(at)))
    main(arguments)
