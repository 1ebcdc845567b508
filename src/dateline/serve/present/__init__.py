"""What pages show, worked out of the record's JSON: pure functions that know neither the web nor the database."""
