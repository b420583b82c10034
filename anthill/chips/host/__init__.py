"""The host as a chip: a process with standard streams, a clock, files and pins in memory."""
