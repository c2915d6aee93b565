"""Widgets shared by the operator's windows."""
