"""The engine room: one implementation each of database, vault, audit log, jobs, passwords, tokens, throttle and log."""
