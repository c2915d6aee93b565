"""Spreadsheets in, people out."""
