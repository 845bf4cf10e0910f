"""Workers with a stub extractor that needs no model, as programs and commands."""

from __future__ import annotations

import sys

WITHOUT_MODEL = """
from newsview.model.facts import Facts, Generator
from newsview.workers.events import Window
class Empty:
    generator = Generator(name="newsview", version="0", spacy=None, model="none")
    def facts(self, article):
        return Facts()
    def windows(self, article, report):
        report(1, 1)
        yield Window(Facts(), 1, 1)
worker._load = lambda name: Empty()
"""
"""Program for ``limited``: a stub extractor that finds no facts."""


HANGING = WITHOUT_MODEL.replace(
    "        return Facts()",
    "        import time\n"
    "        while any('HANG' in article.text[each.start : each.end] for each in article.paragraphs): time.sleep(0.1)",
).replace("        report(1, 1)", "        self.facts(article)\n        report(1, 1)")
"""Program for ``limited``: a stub extractor that does not come to an end at a paragraph with the word HANG."""


GREEDY = WITHOUT_MODEL.replace("        yield", "        all = bytes(1000 * len(article.text))\n        yield")
"""Program for ``limited``: a stub extractor that takes 1,000 bytes of memory for each character."""


def limited(program: str) -> list[str]:
    """Command of a worker that first runs *program*; ``worker`` is the worker module."""
    start = "import sys; from newsview.extraction import worker; sys.argv = ['worker']\n"
    return [sys.executable, "-c", f"{start}{program}\nworker.main()"]
