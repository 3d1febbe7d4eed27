"""Bringing: lists that others publish, read into rows of our tables, shown as what would change, and then written."""
