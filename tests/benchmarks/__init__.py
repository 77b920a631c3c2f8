"""Tests of the benchmarks' own files: no timing here."""
