"""Evidence: documents read into short citable excerpts, kept as files, found by words."""
