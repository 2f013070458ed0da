"""The built pages, read as a browser reads them but without one."""
