"""Tests of `maturity.judgement`."""
