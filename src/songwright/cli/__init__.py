"""The `songwright` command."""
