"""Version 1 of the JSON API for partners. Its promise:

- Read-only, without sign-in, and only what is published. Drafts, comments, private reasons and history of
  unpublished text are never in it.
- Fields are only added within version 1; a field's meaning never changes. What must go is announced in the
  OpenAPI description first.
- A state is always ``{"iso3", "name", "url"}``; a date whose precision varies is always ``{"value",
  "precision"}`` (with ``"bound"`` for "after" or "before"), any other date is ISO 8601.
- Every fact carries its sources. A count carries its basis, its date and its members.
- Unknown parameters and bad values get 400 in the one error shape ``{"type", "errors": [{"code", "detail",
  "attr"}]}``, where ``attr`` names the parameter.
"""
