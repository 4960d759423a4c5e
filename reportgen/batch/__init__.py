"""Many department-years: what is built, what is left out, and the manifest that says so."""
