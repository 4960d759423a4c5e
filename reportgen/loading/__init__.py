"""Text in, model out: strict YAML with the place of every value, and findings in plain words."""
