"""MedPortal: where a doctor registers once and runs his professional life in one place."""

import gc
import os

# Imports leave no garbage worth looking for, and looking takes a fifth of every start. Once started, many live states
# make collections dear, too: the same thresholds hold then (see docs/performance.md).
gc.set_threshold(50_000, 20, 100)

# Arrow's own allocator keeps sixty megabytes back from threads that come and go; the system's is as fast here. Which
# one it is, Arrow asks the environment once, when it is loaded.
os.putenv("ARROW_DEFAULT_MEMORY_POOL", "system")
