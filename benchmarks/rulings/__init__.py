"""What becomes of every full date in real documents, such as rulings."""
