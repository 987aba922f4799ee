"""What the reading process tells of a Word file beside its text."""
