"""`python -m medportal.demonstration.registers [port] [host]`: the demonstration registers on a port."""

import sys

from medportal.demonstration.registers.serving import serve

if __name__ == "__main__":
    _, *told = sys.argv
    serve(port=int(told[0]) if told else 8100, host=told[1] if len(told) > 1 else "127.0.0.1")
