"""Rewriting what is kept, when a person asks: words taken out, and the end of retention."""
