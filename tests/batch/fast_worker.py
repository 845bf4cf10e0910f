"""The real worker with an extractor that needs no model: what is tested is who does the work, not the work.

Words in an article make it misbehave: CRASH ends the process, LOOP never ends, MEMORY asks for all there is. Where
NEWSVIEW_TEST_LOADED names a folder, every process that is ready for articles leaves a file there, named by its id.
"""

import os
import sys
import time
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

from newsview.article import Article
from newsview.batch import worker
from newsview.facts import Analysis, Facts, Generator

SECONDS = 0.005
"""What an article costs: long enough to be killed in the middle of it."""


class Stub:
    """Finds nothing, slowly."""

    generator = Generator(name="newsview", version="0", spacy=None, model="stub")

    @classmethod
    def for_model(cls, name: str | None = None) -> "Stub":
        if "NEWSVIEW_TEST_LOADED" in os.environ:
            Path(os.environ["NEWSVIEW_TEST_LOADED"], str(os.getpid())).touch()
        return cls()

    def analysis(self, article: Article) -> Analysis:
        time.sleep(SECONDS)
        if "CRASH" in article.text:
            os.abort()
        if "LOOP" in article.text:
            time.sleep(3600)
        if "MEMORY" in article.text:
            hoard = [bytes(2**30) for _ in range(64)]
            assert not hoard
        return Analysis.of(article, Facts(), self.generator)


if __name__ == "__main__":
    # in place of the module that imports spaCy, so that a killed worker is soon there again
    sys.modules["newsview.extraction.extract"] = cast(ModuleType, SimpleNamespace(Extractor=Stub))
    worker.main()
