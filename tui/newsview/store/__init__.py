"""Saved facts on disk: read, written whole, journalled, cached, merged with a new extraction.

``files`` replaces a file, ``load`` and ``save`` read and write a saved file, ``validate`` checks it, ``merge`` carries a
review over to new facts, ``journal`` has every decision until it is saved, ``cache`` has earlier extractions.
"""
