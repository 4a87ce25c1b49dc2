"""The only code that speaks to the database: tables, queries, and the embedded server."""
