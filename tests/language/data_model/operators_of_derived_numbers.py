# Classes derived from numbers override operators, also where numbers have a short way.
class F(float):
    def __add__(self, o): return "add"
    def __lt__(self, o): return "lt"
    def __mul__(self,o): return "mul"
f=F(1.5)
print(f+1.0, f<2.0, f*2, f+f, 1.0+f, f-1.0)
if f<1.0: print("yes")
class I(int):
    def __add__(self,o): return "iadd"
    def __mod__(self,o): return "imod"
print(I(3)+4, I(3)%2, I(5)//2)
