"""The catalogues, one file a language, and the command that keeps them in step with the program's words."""
