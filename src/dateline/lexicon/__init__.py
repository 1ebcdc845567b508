"""Word data in YAML, with its readers."""
