"""Fixtures of ``rest``, for tests of the reader."""

from tests.app.rest import pytest_asyncio_loop_factories, rest

__all__ = ["pytest_asyncio_loop_factories", "rest"]
