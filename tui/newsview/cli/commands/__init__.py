"""Commands of the command line, one module each, with the click command in ``command``."""

COMMANDS = (
    "read",
    "extract",
    "check",
    "diff",
    "verify",
    "quotes",
    "speakers",
    "export",
    "decide",
    "explain",
    "schema",
    "models",
    "completion",
)
"""Command names in the order of the help; a file with such a name is opened as ``./read``."""
