"""Many articles: shards, processes, clusters."""
