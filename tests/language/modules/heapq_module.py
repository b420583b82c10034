# heapq: pushing, popping, merging, the largest and the smallest
# boards: virtual
import heapq

heap = []
for x in (5, 3, 8, 1, 9, 2, 7, 3):
    heapq.heappush(heap, x)
print(heap)
print([heapq.heappop(heap) for _ in range(8)], heap)

data = [(i * 37) % 23 for i in range(23)]
heapq.heapify(data)
print(data)
print(heapq.heapreplace(data, 50), heapq.heappushpop(data, -1), heapq.heappushpop(data, 60))
print(data)

try:
    heapq.heappop([])
except IndexError as e:
    print(e)

print(list(heapq.merge([1, 4, 7], [2, 5, 8], [3, 6, 9, 10], [])))
print(list(heapq.merge([7, 4, 1], [8, 5, 2], reverse=True)))
print(list(heapq.merge(["a", "ccc"], ["bb", "dddd"], key=len)))
print(list(heapq.merge()))

words = ["pear", "fig", "banana", "kiwi", "apple", "date"]
print(heapq.nsmallest(3, words), heapq.nlargest(3, words))
print(heapq.nsmallest(3, words, key=len), heapq.nlargest(3, words, key=len))
print(heapq.nsmallest(0, words), heapq.nlargest(99, [2, 3, 1]))


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority


jobs = []
for job in (Job(3, "c"), Job(1, "a"), Job(2, "b")):
    heapq.heappush(jobs, job)
print([heapq.heappop(jobs).name for _ in range(3)])
