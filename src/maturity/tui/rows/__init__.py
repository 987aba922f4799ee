"""What the lists of the screens show, as data: one row a session, an item, a paper, a person."""
