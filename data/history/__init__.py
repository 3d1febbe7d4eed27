"""The history of the tables: their versions compared, and what a reader is told of each change."""
