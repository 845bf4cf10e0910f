"""``python -m newsview``: the same as the command."""

from newsview.cli.main import main

main()
