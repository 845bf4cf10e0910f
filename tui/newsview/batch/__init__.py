"""Many articles: an archive cut into shards, the shards worked on by one of several engines, complete and resumable."""
