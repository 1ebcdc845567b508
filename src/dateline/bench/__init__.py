"""Measuring claims against claims coded by hand."""
