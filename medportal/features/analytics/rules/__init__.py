"""Rules of analytics: codes, facts, and every figure with the way it is reckoned."""
