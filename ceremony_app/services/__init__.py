"""The use cases; no Qt, no SQL."""
