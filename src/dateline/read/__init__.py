"""Bytes and files to articles."""
