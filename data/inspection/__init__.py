"""Inspection of the tables that people edit: slips that a reader of rows and columns cannot see."""
