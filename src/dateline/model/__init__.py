"""The types of the project: spans, articles, annotations, claims, what they are grounded to, and their JSON."""
