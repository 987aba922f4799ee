"""Tests of `maturity.session`."""
