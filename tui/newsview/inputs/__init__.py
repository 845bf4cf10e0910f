"""The files, folders, archives and streams that a command names, as articles to read."""
