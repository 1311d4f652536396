"""Pages composed from several apps: home, the list of countries, a country's dossier, about."""
