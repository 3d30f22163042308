"""MedPortal: where a doctor registers once and runs his professional life in one place."""

import gc

# Imports leave no garbage worth looking for, and looking takes a fifth of every start. Once started, many live states
# make collections dear, too: the same thresholds hold then (see docs/performance.md).
gc.set_threshold(50_000, 20, 100)
