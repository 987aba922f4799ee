"""Finding: words to stems, what was typed to what it means, excerpts to items."""
