"""Evidence: for each fact of the table where it comes from, and who has looked at it when."""
