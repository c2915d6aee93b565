"""The ceremony's file; the only place with SQL."""
