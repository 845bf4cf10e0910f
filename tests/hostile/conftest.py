"""These tests, most of them of the reader, wait as ``rest`` says."""

from tests.app.rest import rest

__all__ = ["rest"]
