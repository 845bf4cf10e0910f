"""Facts and the review as lines of text with styles: no widgets and no state."""
