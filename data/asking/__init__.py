"""Asking: one letter to each office, which shows it its line and asks whether that is right."""
