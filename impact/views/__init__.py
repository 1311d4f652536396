"""Public pages of impact. Each depends on its address alone; today enters here."""
