"""The JSON API under /api/v1; its description in OpenAPI is at /api/openapi.json."""
