"""Fake workers: short programs that follow or break the protocol."""

from __future__ import annotations

import sys

PRELUDE = """
import json, os, signal, sys, time
def say(**line):
    sys.stdout.write(json.dumps(line) + "\\n"); sys.stdout.flush()
def hear():
    line = sys.stdin.readline()
    if not line: sys.exit(0)
    return json.loads(line)
GENERATOR = {"name": "fake", "version": "1", "spacy": None, "model": None}
NUMBER = {"id": "n-1", "sentence": "s1", "text": "9", "start": 4, "end": 5, "kind": "cardinal", "value": 9}
def done(id_):
    say(**{"id": id_, "is": "part", "kind": "numbers", "facts": [NUMBER]})
    say(**{"id": id_, "is": "done", "generator": GENERATOR})
"""

GOOD = """
while True:
    request = hear()
    if request["do"] == "extract":
        say(**{"id": request["id"], "is": "progress", "done": 1, "total": 2})
        done(request["id"])
    elif request["do"] == "ping":
        say(**{"id": request["id"], "is": "pong"})
    elif request["do"] == "quit":
        break
"""


def command(program: str, *arguments: str) -> list[str]:
    """The command that runs *program* as a worker."""
    return [sys.executable, "-c", PRELUDE + program, *arguments]
