"""The linker script of a Cortex-M0 image (host side).

The stack lies at the low end of RAM, below all variables: one that overflows leaves RAM and
faults instead of overwriting them. What RAM is left above the variables is the heap.
"""

from __future__ import annotations

SCRIPT = """\
MEMORY
{{
  FLASH (rx) : ORIGIN = {flash_start:#010x}, LENGTH = {flash_size}
  RAM (rwx) : ORIGIN = {ram_start:#010x}, LENGTH = {ram_size}
}}
ENTRY(reset)
SECTIONS
{{
  .text :
  {{
    KEEP(*(.vectors))
    KEEP(*(SORT(.near.*)))
    *(.text .text.*)
    __code_end = .;
    *(.rodata .rodata.*)
    . = ALIGN(4);
    /* tables */
    *(.compact)
    . = ALIGN(4);
  }} > FLASH
  .unset (NOLOAD) :
  {{
    __stack_bottom = .;
    . = . + {stack_size};
    . = ALIGN(8);
    __stack_top = .;
    *(.unset)
    . = ALIGN(4);
  }} > RAM
  .driver :
  {{
    __driver_start = .;
    *(.driver)
    . = ALIGN(4);
    __driver_end = .;
  }} > RAM AT > FLASH
  __driver_source = LOADADDR(.driver);
  .data :
  {{
    __data_start = .;
    *(.data .data.*)
    . = ALIGN(4);
    __data_end = .;
  }} > RAM AT > FLASH
  __data_source = LOADADDR(.data);
  .bss (NOLOAD) :
  {{
    __bss_start = .;
    *(.bss .bss.* COMMON)
    . = ALIGN(8);
    __bss_end = .;
  }} > RAM
  __heap_start = __bss_end;
  __heap_end = ORIGIN(RAM) + LENGTH(RAM);
  /DISCARD/ : {{ *(.ARM.exidx*) *(.ARM.extab*) }}
}}
"""


def linker_script(
    flash_start: int, flash_size: int, ram_start: int, ram_size: int, stack_size: int
) -> str:
    """The script for these memories; sizes in bytes, the stack's a multiple of 8."""
    return SCRIPT.format(
        flash_start=flash_start,
        flash_size=flash_size,
        ram_start=ram_start,
        ram_size=ram_size,
        stack_size=stack_size,
    )
