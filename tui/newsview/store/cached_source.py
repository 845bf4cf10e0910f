"""Source of facts with a cache in front of the extraction."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing

from newsview.model.article import Article
from newsview.store.cache import FactCache
from newsview.workers.cooperative import in_slices
from newsview.workers.events import Done, Event, FactSource


class CachedSource:
    """A ``FactSource`` that returns cached facts at once, and caches the facts that *make*'s source extracts.

    The second request for an article bypasses the cache: the user wants a new extraction. The source is made on the
    first cache miss.
    """

    def __init__(self, make: Callable[[], FactSource], cache: FactCache) -> None:
        self._make = make
        self._source: FactSource | None = None
        self._cache = cache
        self._requested: set[str] = set()

    async def extract(self, article: Article) -> AsyncGenerator[Event, None]:
        """Events up to ``Done`` or ``Failed``; for a cached article, ``Done`` alone."""
        if article.text not in self._requested:
            self._requested.add(article.text)
            cached = await in_slices(self._cache.reading(article))
            if cached is not None:
                yield Done(cached.facts, cached.generator)
                return
        if self._source is None:
            self._source = self._make()
        async with aclosing(self._source.extract(article)) as events:
            async for event in events:
                yield event
                if isinstance(event, Done) and not event.left_out:
                    await asyncio.to_thread(self._cache.put, article, event.facts, event.generator)

    async def close(self) -> None:
        """Close the source, if it has been made."""
        if self._source is not None:
            await self._source.close()
