"""What readers take along as files."""
