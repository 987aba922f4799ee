"""Whether this laptop, and one session on it, are ready for the workshop.

`trying` and `looking` find facts and leave nothing behind; `laptop` and `session` turn facts into
lines that a person can act on.
"""
