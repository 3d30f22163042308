"""What Reflex is told. Read from the working directory only, so every command runs at the root of the checkout."""

from medportal.ui.reflexconfig import config

__all__ = ["config"]
