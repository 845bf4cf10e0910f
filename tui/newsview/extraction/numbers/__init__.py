"""Numbers: every quantity of an article with its value, unit, modifier, trend and subject."""
