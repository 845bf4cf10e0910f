"""A source of facts that asks the cache first. What it wraps does the work; neither spaCy nor Textual here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from newsview.model.article import Article
from newsview.store.cache import FactCache
from newsview.workers.cooperative import in_slices
from newsview.workers.events import Done, Event, FactSource


class CachedSource:
    """A ``FactSource`` that gives cached facts at once, and keeps what it has to have extracted.

    An article that is asked for a second time is extracted anew: whoever asks again does not trust what there was.
    What does the work is made when the cache cannot do it.
    """

    def __init__(self, make: Callable[[], FactSource], cache: FactCache) -> None:
        self._make = make
        self._source: FactSource | None = None
        self._cache = cache
        self._given: set[str] = set()

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        """Events until ``Done`` or ``Failed``; of a cached article, ``Done`` alone."""
        if article.text not in self._given:
            self._given.add(article.text)
            cached = await in_slices(self._cache.reading(article))
            if cached is not None:
                yield Done(cached.facts, cached.generator)
                return
        if self._source is None:
            self._source = self._make()
        async with aclosing(self._source.extract(article)) as events:
            async for event in events:
                yield event
                if isinstance(event, Done):
                    await asyncio.to_thread(self._cache.put, article, event.facts, event.generator)

    async def close(self) -> None:
        """Close the source that does the work, if there is one."""
        if self._source is not None:
            await self._source.close()
