"""The far side of the reading process: one request in, one document out."""
