"""The record page: what the file says of itself, and its copies."""
