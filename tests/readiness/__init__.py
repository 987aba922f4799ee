"""Tests of `maturity.readiness`."""
