"""What a board's copy of the paper says, shown and asked about before any of it is recorded."""
