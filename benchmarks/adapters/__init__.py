"""One small file for each program that can be timed."""
