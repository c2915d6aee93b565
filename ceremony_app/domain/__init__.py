"""Plain typed data and rules of the ceremony; knows no window, no file format and no SQL."""
