"""The challenge prompts: what makes each fire, what it asks, what stands beside it."""
