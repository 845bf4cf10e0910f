"""Storage of facts and reviews: saved files, journals of unsaved decisions, cached extractions, merging.

``files`` replaces a file atomically, ``load`` and ``save`` read and write a saved file, ``validate`` checks it, ``merge``
carries a review over to a new extraction, ``journal`` records decisions until they are saved, ``cache`` stores
extractions.
"""
