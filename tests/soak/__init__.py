"""Loads and faults that `make soak` puts the app through, on this machine only."""
