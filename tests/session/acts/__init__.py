"""Tests of `maturity.session.acts`."""
