"""Widgets: they draw the state that they are given and post messages."""
