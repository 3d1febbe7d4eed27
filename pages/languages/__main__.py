"""`python -m pages.languages`: bring every catalogue up to date with the program, then name what it lacks."""

from __future__ import annotations

import sys

from pages.languages.glossary import check_terms
from pages.languages.texts import check_catalogue, extract_texts, list_catalogues, update_catalogue


def main() -> int:
    """Update and check all catalogues; with --check change nothing. Returns 1 if anything is wrong."""
    template = extract_texts()
    problems = []
    for file in list_catalogues():
        if "--check" not in sys.argv[1:]:
            update_catalogue(file, template)
        problems += check_catalogue(file, template) + check_terms(file)
    for problem in problems:
        print(problem)
    print(f"{len(template)} texts, {len(list_catalogues())} catalogues, {len(problems)} problems")
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
