"""The record in a browser: pages, a JSON API, exports and a feed of any filter. Nothing here leaves the machine."""
