"""Courses: Japanese classes as their organisers describe them, each with its weekly pattern (classes.csv)."""
