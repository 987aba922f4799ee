"""The near side of the reading process: what the program asks of a file."""
