# boards: virtual
# compare: traceback
# raise SystemExit with a text prints it on the error stream and ends with 1.
print("out")
raise SystemExit("bye")
