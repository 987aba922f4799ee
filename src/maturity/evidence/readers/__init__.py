"""One reader a kind of file; each turns bytes into a `Reading`. Only the child imports them."""
