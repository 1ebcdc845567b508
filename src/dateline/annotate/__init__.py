"""Articles to sentences, mentions, quotes, time expressions and quantities."""
