"""Ground floor: two languages, Chinese numerals, dates and quantities. Imports nothing of ours."""
