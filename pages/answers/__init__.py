"""Answers: the rows that a view asks for, and what is said where it finds none, or several."""
