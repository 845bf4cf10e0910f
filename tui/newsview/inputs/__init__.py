"""Input files, folders, archives and streams of a command, resolved to articles."""
