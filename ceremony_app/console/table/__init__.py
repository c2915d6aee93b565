"""The table: papers looked at, saved and printed; signatures and witnesses recorded."""
