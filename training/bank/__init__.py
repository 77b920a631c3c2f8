"""What the programs draw from: things, facts and the many ways people put them, English and Chinese side by side."""
