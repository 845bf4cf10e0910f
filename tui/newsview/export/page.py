"""The frame of a self-contained HTML page, without scripts: its style sheet is allowed by the sheet's hash only."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files


def page(title: str, style: str, body: Iterable[str], language: str = "en") -> str:
    """The page with *title*, the style sheet ``data/<style>`` and the lines of its *body*, which are markup already."""
    sheet = _sheet(style)
    return "\n".join(
        [
            "<!doctype html>",
            f'<html lang="{escape(language)}">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(sheet)}">',
            '<meta name="referrer" content="no-referrer">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)} · newsview</title>",
            f"<style>{sheet}</style>",
            "</head>",
            "<body>",
            *body,
            "</body>",
            "</html>",
            "",
        ]
    )


@cache
def _sheet(name: str) -> str:
    return files("newsview.export").joinpath(f"data/{name}").read_text("utf-8")


def _policy(sheet: str) -> str:
    digest = b64encode(sha256(sheet.encode()).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
