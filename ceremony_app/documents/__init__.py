"""Data in, PDF and spreadsheet out."""
