"""What a person can do to a session: each act a frozen input and one pure function."""
