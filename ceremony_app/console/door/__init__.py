"""The door: scans answered, people found by name, arrivals counted."""
