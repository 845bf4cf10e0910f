"""``python -m newsview``: the same as the command."""

from newsview.cli import main

main()
