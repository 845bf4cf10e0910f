"""Extraction over many articles: an archive is cut into shards, and engines process them; a run can be resumed."""
