"""Which blocks can be placed, under which headings, and how they are found."""
