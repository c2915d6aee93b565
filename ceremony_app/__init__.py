"""Ikrar: runs an oath and integrity-pact ceremony."""

__version__ = "0.1.0"
