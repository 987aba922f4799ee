"""Tests of `maturity.evidence`, on papers about an invented area."""
