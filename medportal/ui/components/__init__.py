"""The design system: small contracts in the portal's tokens, without any domain."""
