"""DuckDB and the vault; the only place where SQL is run."""
