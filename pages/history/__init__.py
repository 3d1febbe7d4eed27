"""What changed, in the reader's words: on a page, and as feeds."""
