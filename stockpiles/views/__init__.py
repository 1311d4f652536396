"""Public pages of stockpiles. Each depends on its address alone; today enters here."""
