# quick
# Comments, blank lines, explicit and implicit line joining.
a = 1  # after a statement
	 
# a comment at column 0
    # a comment at a strange column
b = 1 + \
    2 + \
3
c = (1,  # inside parentheses
     # a whole line

     2,
)
d = [
    1, 2,
  3,
        4]
e = {"k": # no value yet
     5}
if a: b += 1; c += (3,)  ; d.append(5)
if a:

    # comment first
    x = 1

  # dedented comment
    y = 2
print(a, b, c, d, e, x, y)
s = "# not a comment"; print(s)
