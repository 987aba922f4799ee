"""Tests of the parts of the papers."""
