"""Looks whether an installation is well: one function a thing, each with what to do where it is not."""
