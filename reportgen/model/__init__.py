"""What a department-year is, what a local scheme is, and what can be found wrong with them."""
