"""Pure data: the article, its facts, the review of them, and their JSON form."""
