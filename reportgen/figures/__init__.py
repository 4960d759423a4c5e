"""Pure arithmetic and the facts that text may cite. Decimal only, rounded half up."""
