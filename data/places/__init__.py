"""Places: municipalities and wards, their codes, names, spellings and postal codes."""
