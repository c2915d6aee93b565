"""The record: what happened, whether it holds, and its copies."""
