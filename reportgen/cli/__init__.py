"""The command line: words for people and for machines. The only floor that prints."""
