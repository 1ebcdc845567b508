"""The record: an SQL database of articles, claims and issues."""
