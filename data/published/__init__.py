"""Published data: each city, and each Japanese class, as one record, and a writer for each format."""
