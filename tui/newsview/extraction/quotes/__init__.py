"""Quotes: quoted and reported speech with speaker, cue and content spans."""
