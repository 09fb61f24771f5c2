"""What a user asks for: one function per request."""
