"""Word tables of the quotes component."""
