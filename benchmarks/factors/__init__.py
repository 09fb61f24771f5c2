"""The trained part of the factors: examples, training, and what it is worth unseen."""
