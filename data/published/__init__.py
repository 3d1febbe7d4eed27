"""What others take away: each city as one record, and a writer for each format it is published in."""
