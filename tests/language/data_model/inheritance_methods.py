# quick
# Overriding, extending, and looking along the chain.
class Animal:
    sound = "..."
    def __init__(self, name): self.name = name
    def speak(self): return self.name + " says " + self.sound
    def __repr__(self): return type(self).__name__ + "(" + repr(self.name) + ")"
class Dog(Animal):
    sound = "woof"
class Puppy(Dog):
    def speak(self): return super().speak() + "!"
    def __init__(self, name, age=0):
        Animal.__init__(self, name)
        self.age = age
animals = [Animal("a"), Dog("d"), Puppy("p", 1)]
print(animals, [x.speak() for x in animals])
Dog.sound = "WOOF"
print(animals[2].speak())
Animal.speak = lambda self: "changed"
print(animals[1].speak(), animals[2].speak())
class Quiet(Dog):
    speak = None
try:
    Quiet("q").speak()
except TypeError as e:
    print(e)
