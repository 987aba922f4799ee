"""The screens, one module each, with their layout in a file beside them."""
