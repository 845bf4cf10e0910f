"""The asyncio side of the worker process: starts it, talks to it, survives it. Neither spaCy nor Textual."""
