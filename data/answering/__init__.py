"""Answering: takes what a city answered into the files beside the table."""
