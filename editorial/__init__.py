"""Editorial: how a researched fact becomes public."""
