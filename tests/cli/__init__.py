"""Tests of `maturity.cli`."""
