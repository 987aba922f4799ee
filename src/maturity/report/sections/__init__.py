"""The parts of the papers, one module each: a function from what may be seen to blocks."""
