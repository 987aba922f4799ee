"""Dates and plan references, as people write them in papers and say them in a room."""
