"""Panels that lie over a screen: the Open list, help, the palette, what is wrong, large."""
