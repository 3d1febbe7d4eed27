"""Published data: each city as one record, and a writer for each format."""
