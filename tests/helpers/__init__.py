"""Fakes, drivers and measures that tests and benchmarks share."""
