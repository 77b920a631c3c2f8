"""Speed figures: a checkpoint with real shapes, ours and its peers in turn, the machine's limits beside them."""
