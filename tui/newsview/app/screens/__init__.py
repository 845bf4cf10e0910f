"""The screens that keys open above the reader: dialogs, help, overview, selection of words."""
