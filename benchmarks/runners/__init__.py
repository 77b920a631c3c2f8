"""Programs that run inside a contestant's own environment: a job as JSON on stdin, runs as JSON on stdout."""
