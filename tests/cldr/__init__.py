"""A frozen copy of what newsview's tables take from Unicode CLDR, so that no test depends on which babel is installed."""
