"""Pictures of shared links: a city, a prefecture or all of Japan, in the words and the script of a language."""
