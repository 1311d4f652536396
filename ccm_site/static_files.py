"""Static files in production: hashed names, compressed, each script importing its neighbours by their hashed names."""

from whitenoise.storage import CompressedManifestStaticFilesStorage

_, IMPORTS = CompressedManifestStaticFilesStorage._js_module_import_aggregation_patterns


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Rewrites the imports of our own modules, lest one from before an update meet another from after it.

    Django's switch for it (``support_js_module_import_aggregation``) would read every script, and fails on an example
    in a comment of a third party's.
    """

    patterns = (*CompressedManifestStaticFilesStorage.patterns, ("js/*", IMPORTS))
