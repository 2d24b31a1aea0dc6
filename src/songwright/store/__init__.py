"""What is kept and where: the data folder, its database, its songs. It knows nothing of HTTP."""
