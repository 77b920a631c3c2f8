"""The recipe that made tiny: write conversations, learn a vocabulary, train, export, evaluate."""
