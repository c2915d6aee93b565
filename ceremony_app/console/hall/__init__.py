"""The hall: the programme, what is live, what is next, and the keys that move it."""
