"""The roof: settings, addresses and pages composed from several apps. Imported by nobody."""
