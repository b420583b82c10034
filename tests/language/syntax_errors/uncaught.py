# compare: traceback
# A syntax error of the script itself: nothing of it runs on the virtual board.
# boards: virtual
print("never")
x = 1
if x:
    y = = 2
