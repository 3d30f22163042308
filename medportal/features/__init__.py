"""The features of the portal, a slice each: reading this folder is reading the product."""
