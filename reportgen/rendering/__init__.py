"""Facts in, Word documents out. Knows nothing of YAML or of rules."""
