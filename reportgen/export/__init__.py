"""Pages: Word documents as PDF and as pictures."""
