"""What each noun looks like as JSON. Every field is listed; nothing leaves by default."""
