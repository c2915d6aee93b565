"""Preparation: details, texts, people, and those with a part."""
