"""Files from strangers: looked into by a process that is allowed nothing, and by a malware scanner."""
