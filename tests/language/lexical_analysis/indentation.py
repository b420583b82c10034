# Blocks by tabs, by spaces, nested unevenly, ended several at once.
def f(n):
	if n > 0:
		return "pos"
	else:
	  return "neg"
def g(n):
 if n:
       for i in range(n):
         if i == 1:
                  x = i
 else:
  x = -1
 return x
class C:
  def m(self):
        return 1
  y = 2
print(f(1), f(-1), g(3), g(0), C().m(), C.y)
if True:
    if True:
        if True:
            print("deep")
print("out")
