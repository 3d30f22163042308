"""Everything the demonstration mode is made of: invented people and registers that know them. It imports only the kernel."""
