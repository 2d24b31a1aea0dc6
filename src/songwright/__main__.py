"""`python -m songwright` is the `songwright` command."""

from songwright.cli.main import run

if __name__ == "__main__":
    run()
