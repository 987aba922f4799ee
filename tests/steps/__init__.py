"""Tests of `maturity.steps`."""
