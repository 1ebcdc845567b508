"""Dateline: news of conflict and crisis, read into a record that can be checked."""

__version__ = "0.1.0"
