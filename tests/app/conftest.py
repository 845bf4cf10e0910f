"""The reader's tests wait as ``rest`` says."""

from tests.app.rest import rest

__all__ = ["rest"]
