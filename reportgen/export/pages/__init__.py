"""What is wrong on the pages of a document: its PDF read and held against its .docx."""
