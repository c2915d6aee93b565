"""The operator's windows."""
