"""Keystrokes, lines and frames in, scans out."""
