"""The data of an Umami server, out of a folder of CSV dumps or a live PostgreSQL database."""
