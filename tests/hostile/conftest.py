"""These tests, most of them of the reader, wait as ``rest`` says."""

from tests.app.rest import pytest_asyncio_loop_factories, rest

__all__ = ["pytest_asyncio_loop_factories", "rest"]
