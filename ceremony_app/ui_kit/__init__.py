"""Theme, shared widgets, task runner, message channel."""
