"""The whole chain beside the tools that it would replace, over the same words."""
