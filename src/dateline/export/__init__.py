"""Writers of the record in the formats people use, one a file."""
