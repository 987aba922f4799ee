"""A council's template: what is taken of it, and set right where people could not read it."""
