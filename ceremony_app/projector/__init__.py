"""The hall and podium windows, and the one painter that they and the previews share."""
