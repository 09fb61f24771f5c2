"""How much trends can carry: facts, publishing and named questions."""
