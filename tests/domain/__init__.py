"""The rules, without a chat or a database: tables of cases, and properties against independent models."""
