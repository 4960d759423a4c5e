"""What a finance bureau's auditor would send back. Importing a theme declares its rules."""

from reportgen.rules import indicators, money, papers, scoring
