"""Articles into incidents: keeps what is derived in step with articles, claims and judgements.

`update` makes what is pending, `rebuild` makes everything anew, `in_memory` does without a database. All three give
the same incidents, in whatever order the articles came.
"""
