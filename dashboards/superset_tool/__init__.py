"""Installs, starts, fills, checks and photographs Apache Superset for one workspace. Entry: __main__."""
