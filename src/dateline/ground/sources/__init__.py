"""Readers of the files that users deepen the gazetteer with, one a form."""
