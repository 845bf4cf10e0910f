"""Numbers: every quantity with its value, unit, hedge, trend and subject."""
