"""The department-year as rules of all themes read it: walks, rows, tables, texts, sums."""
