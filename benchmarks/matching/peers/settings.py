"""What a peer has to be told: in the environment, which the processes that hold them share."""

DSN = "BENCHMARK_DSN"  # how PostgreSQL is reached; --dsn sets it
VECTORS = "BENCHMARK_VECTORS"  # the folder of static vectors; --vectors sets it
