"""The reader's screen, its dialogs and the help."""
