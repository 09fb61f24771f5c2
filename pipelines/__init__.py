"""Prefect flows: ingest, reconstruct, compare and forget."""
