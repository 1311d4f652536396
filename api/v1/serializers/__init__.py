"""What several nouns are made of. Every field is listed; nothing leaves by default."""
