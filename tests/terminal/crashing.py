"""The reader's program with a fault in it: ``python -m tests.terminal.crashing MODULE:CLASS.METHOD COUNT ARTICLE``.

The method raises at its COUNT-th call. The words of the error would clear the screen if they were printed raw. With the
name of a signal in place of COUNT it sends that to itself at the first call instead, and then does its work.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module

from newsview.cli.main import main

WORDS = "a wheel came off \x1b[2J\x1b]0;owned\x07"


def break_down(method: Callable[..., object], at: int) -> Callable[..., object]:
    """*method*, which raises at its call number *at*."""
    calls = 0

    def broken(*arguments: object, **named: object) -> object:
        nonlocal calls
        calls += 1
        if calls >= at:
            raise RuntimeError(WORDS)
        return method(*arguments, **named)

    return broken


def interrupt(method: Callable[..., object], number: signal.Signals) -> Callable[..., object]:
    """*method* with a signal sent to the process before the first call."""
    sent = False

    @wraps(method)  # Textual hands over as many arguments as it sees
    def interrupted(*arguments: object, **named: object) -> object:
        nonlocal sent
        if not sent:
            sent = True
            os.kill(os.getpid(), number)
        return method(*arguments, **named)

    return interrupted


if __name__ == "__main__":
    where, at, *arguments = sys.argv[1:]
    module, _, path = where.partition(":")
    owner = import_module(module)
    *classes, name = path.split(".")
    for each in classes:
        owner = getattr(owner, each)
    method = getattr(owner, name)
    setattr(owner, name, break_down(method, int(at)) if at.isdigit() else interrupt(method, signal.Signals[at]))
    main(arguments)
