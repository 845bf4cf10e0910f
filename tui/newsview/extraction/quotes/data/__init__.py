"""Word tables of the quote rules."""
