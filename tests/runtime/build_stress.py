"""Builds the native stress program: `python -m tests.runtime.build_stress TARGET FOLDER`.

A process of its own, as the typed layers are imported for one build only.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ["ANTHILL_TRANSLATING"] = "1"
os.environ["ANTHILL_STRESS"] = "1"

from anthill.translate import TARGETS, Options, Toolchain, assemble, translate
from anthill.translate.assemble import Unit
from tests.runtime import stress_graph

HARNESS = r"""
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
intptr_t stress_graph(uintptr_t low, intptr_t size, intptr_t heap_size, uintptr_t base,
                      intptr_t steps, intptr_t seed, _Bool always);
intptr_t figure(intptr_t number);
int main(int argc, char **argv) {
  intptr_t heap_size = atol(argv[1]), steps = atol(argv[2]), seed = atol(argv[3]);
  _Bool always = atol(argv[4]);
  intptr_t size = heap_size + (always ? 64 << 20 : 0);
  void *block = malloc(size);
  intptr_t errors = stress_graph((uintptr_t)block, size, heap_size,
                                 (uintptr_t)__builtin_frame_address(0), steps, seed, always);
  printf("%ld %ld %ld %ld %ld\n", (long)errors, (long)figure(0), (long)figure(1),
         (long)figure(2), (long)figure(3));
  free(block);
  return errors != 0;
}
"""


def main(target_name: str, folder: str) -> None:
    target = TARGETS[target_name]
    options = Options(debug=True, arch=target.arch)
    program = translate([stress_graph.stress_graph, stress_graph.figure], options)
    assembly = assemble(program)
    harness = [Unit("harness", HARNESS)]
    toolchain = Toolchain(target, Path(folder) / "cache")
    toolchain.build(assembly, Path(folder), "stress", also=harness)


if __name__ == "__main__":
    main(*sys.argv[1:])
