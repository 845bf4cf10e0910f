"""The commands of the command line, one module each; every module has a click command named ``command``."""

COMMANDS = ("read", "extract", "export", "explain", "schema", "models", "completion")
"""Their names, in the order of the help; a file of such a name is opened as ``./read``."""
