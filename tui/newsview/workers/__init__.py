"""Child processes that extract facts: start, protocol, limits."""
