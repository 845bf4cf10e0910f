"""The command that installs a missing package or extra, for error messages."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from shlex import quote


def installing(requirement: str) -> str:
    """The command that installs *requirement* into the environment that newsview runs in.

    Environments made as in the README contain no pip, so a bare ``pip install`` would change another environment.
    """
    pip = f"{quote(sys.executable)} -m pip" if find_spec("pip") else f"python3 -m pip --python {quote(sys.prefix)}"
    return f"{pip} install {quote(requirement)}"
