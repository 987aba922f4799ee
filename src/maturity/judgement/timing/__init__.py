"""The time of a sitting: its plan, what one item may take, and what is said of it."""
