"""Voice groups: how they voted beside the rest, and what may be said of it."""
