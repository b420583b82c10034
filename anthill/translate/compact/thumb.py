"""The reader of compact code for ARM (Thumb): `compact_next` in assembly.

It does itself what most instructions do (`CASES`), and goes back to the machine for calls, jumps
back and what is rare. r4 is the reader's address; r1, r2 and lr are its first three words: how many
bits are at hand beyond 16, the bits, where the next ones are. r5 is the end of the machine's
stack. A symbol is in r7 when it is read, then the instruction, with its operand in r0.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

REFILL = """
  mov r6,lr
  ldrh r3,[r6]
  adds r6,r6,#2
  mov lr,r6
  rsbs r6,r1,#0
  lsls r3,r6
  orrs r2,r3
  adds r1,r1,#16
"""
SEARCH = """
  b 4f
6:@add@ r0,r0,r6
  subs r5,r5,#1
4:ldrb r6,[r3,#@skip@]
  adds r3,r3,#1
  movs r7,r6
  lsls r7,r5
  subs r4,r4,r7
  bhs 6b
  adds r4,r4,r7
  lsrs r4,r5
  @add@ r0,r0,r4
"""
"""Among the codes of each length: the bits in r4, the counts at r3, 16 less the length in r5."""

READER = (
    """
  .syntax unified
  .thumb
  .section .text.compact_next,"ax",%progbits
  .balign 4
  .type compact_next,%function
  .thumb_func
compact_next:
  push {r0,r4-r7,lr}
  movs r4,r0
  movs r7,r1
  ldmia r0!,{r1-r3}
  mov lr,r3
  ldr r5,[r4,#24]
  cmp r7,#@BY_CONTEXT@
  beq 1f
  b 3f
2:@ a longer code
  str r5,[r4,#24]
  ldrb r0,[r3,#1]
  mvns r0,r0
  adds r0,r0,r3
  adds r3,r3,r7
  lsrs r4,r2,#16
  lsls r7,r7,#16-@SHORT_CODE@
  subs r4,r4,r7
  movs r5,#15-@SHORT_CODE@
"""
    + SEARCH.replace("@skip@", "2").replace("@add@", "subs")
    + """
  ldrb r7,[r0]
  movs r6,#16
  subs r6,r6,r5
  ldr r4,[sp]
  ldr r5,[r4,#24]
  b 6f
compact_push:
  stmia r5!,{r0}
1:@ the context
  ldr r7,[r4,#12]
  ldr r6,[r4,#16]
  cmp r6,#@DEPTHS@-1
  bls 0f
  movs r6,#@DEPTHS@-1
0:adds r7,r7,r6
  lsls r7,r7,#1
  ldr r3,90f
  ldrh r7,[r3,r7]
  adds r3,r3,r7
  @ its block is at r3: a code of up to four bits is looked up there
  lsrs r6,r2,#32-@SHORT_CODE@
  ldrb r7,[r3]
  cmp r6,r7
  bhs 2b
  adds r6,r6,r3
  ldrb r6,[r6,#2]
  lsrs r7,r6,#3
  mvns r7,r7
  ldrb r7,[r3,r7]
  movs r3,#7
  ands r6,r3
6:lsls r2,r6
  subs r1,r1,r6
  bpl 5f
"""
    + REFILL
    + """
5:@ the symbol r7
  ldr r6,92f
  ldrb r6,[r6,r7]
  str r6,[r4,#12]
  cmp r7,#@OPERATIONS@
  blo 0f
  ldr r6,93f
  lsls r3,r7,#1
  ldrh r0,[r6,r3]
  ldr r6,94f
  ldrb r7,[r6,r7]
  b 8f
0:cmp r7,#@WITH_OPERAND@
  bhs 8f
  b 3f
7:@ passing it
  ldr r3,[r4,#12]
  cmp r3,#@LABEL_ROW@
  bne 1b
  subs r6,r6,#1
  str r6,[r4,#20]
  b 1b
8:@ the instruction r7
  ldr r6,95f
  ldrsb r6,[r6,r7]
  ldr r3,[r4,#16]
  adds r3,r3,r6
  bpl 0f
  movs r3,#0
0:str r3,[r4,#16]
  ldr r6,[r4,#20]
  cmp r6,#0
  bne 7b
  ldr r6,96f
  ldrb r6,[r6,r7]
  lsls r6,r6,#2
  .balign 4
  add pc,r6
  nop
@leave@
9:mov r3,lr
  stmia r4!,{r1-r3}
  str r5,[r4,#12]
  str r7,[r4,#20]
  movs r1,r0
  movs r0,r6
  pop {r3-r7,pc}
  .balign 4
90:.word compact_contexts
92:.word compact_rows
93:.word compact_operand-2*@OPERATIONS@
94:.word compact_operation-@OPERATIONS@
95:.word compact_moves
96:.word compact_done
3:@ an operand, in the book r7
  mov ip,r7
  str r5,[r4,#24]
  ldr r6,90f
  lsls r7,r7,#2
  ldr r3,[r6,r7]
  uxth r0,r3
  lsrs r3,r3,#16
  movs r5,#31
  ands r5,r3
  lsrs r3,r3,#5
  ldr r6,91f
  adds r3,r3,r6
  lsrs r4,r2,#16
"""
    + SEARCH.replace("@skip@", "0").replace("@add@", "adds")
    + """
  movs r6,#16
  subs r6,r6,r5
  ldr r4,[sp]
  ldr r5,[r4,#24]
  lsls r2,r6
  subs r1,r1,r6
  bpl 0f
"""
    + REFILL
    + """
0:mov r7,ip
  cmp r7,#@WITH_NUMBER@
  bhs 7f
  ldr r6,92f
  ldrb r3,[r6,r0]
  lsrs r0,r2,#1
  movs r6,#31
  subs r6,r6,r3
  lsrs r0,r6
  lsls r2,r3
  subs r1,r1,r3
  bpl 6f
"""
    + REFILL
    + """
6:b 8b
7:cmp r7,#@WITH_OPERAND@-1
  blo 6b
  bhi 0f
  str r0,[r4,#16]
  ldr r6,[r4,#20]
  cmp r6,#0
  bne 7f
  movs r6,#@SWITCH@
  b 9b
7:adds r7,#1
  b 3b
0:ldr r6,[r4,#20]
  cmp r6,#0
  bge 0f
  adds r6,r6,#1
  bne 7f
  adds r6,r0,#1
7:str r6,[r4,#20]
0:movs r7,#@WITH_OPERAND@
  ldr r6,[r4,#16]
  subs r6,r6,#1
  str r6,[r4,#16]
  bne 3b
  movs r7,#@WITH_OPERAND@-1
  b 8b
  .balign 4
90:.word compact_books
91:.word compact_counts
92:.word compact_width
"""
)

END = """
compact_yes:
  movs r0,#1
  b compact_push
compact_no:
  movs r0,#0
  b compact_push
  .balign 4
90:.word compact_byte
91:.word compact_half
92:.word compact_pool
93:.word compact_places
  .text
"""

TWO = "subs r5,#8; ldr r0,[r5]; ldr r3,[r5,#4]; "
ONE = "subs r5,#4; ldr r0,[r5]; "
PUSH, NEXT = "b compact_push", "b 1b"
LOCAL = "ldr r3,[r4,#28]; lsls r0,r0,#2; "


def binary(text: str) -> str:
    """What takes r0 and r3 and leaves r0."""
    return f"{TWO}{text}; {PUSH}"


CASES: dict[str, str] = {
    "jump": f"2:adds r0,r0,#1; str r0,[r4,#20]; {NEXT}",
    "jump_if": f"subs r5,#4; ldr r3,[r5]; cmp r3,#0; bne 2b; {NEXT}",
    "jump_unless": f"subs r5,#4; ldr r3,[r5]; cmp r3,#0; beq 2b; {NEXT}",
    "get": f"{LOCAL}ldr r0,[r3,r0]; {PUSH}",
    "set": f"subs r5,#4; ldr r6,[r5]; 2:{LOCAL}str r6,[r3,r0]; {NEXT}",
    "tee": "subs r6,r5,#4; ldr r6,[r6]; b 2b",
    "next": f"{LOCAL}ldr r6,[r3,r0]; adds r6,#1; str r6,[r3,r0]; movs r0,r6; {PUSH}",
    "increase": f"{LOCAL}ldr r6,[r3,r0]; adds r6,#1; str r6,[r3,r0]; {NEXT}",
    "small_int": f"{ONE}lsls r0,r0,#1; adds r0,#1; {PUSH}",
    "length": f"{ONE}ldr r0,[r0]; lsrs r0,r0,#8; {PUSH}",
    "index": binary("lsls r3,r3,#2; adds r0,r0,r3"),
    "byte": f"ldr r3,90f; ldrsb r0,[r3,r0]; {PUSH}",
    "half": f"ldr r3,91f; lsls r0,r0,#1; ldrh r0,[r3,r0]; {PUSH}",
    "number": PUSH,
    "pool": f"ldr r3,92f; lsls r0,r0,#2; ldr r0,[r3,r0]; {PUSH}",
    "place": "ldr r3,93f; lsls r0,r0,#1; ldrh r0,[r3,r0]; lsrs r3,r0,#15; lsls r3,r3,#29; "
    f"lsls r0,r0,#17; lsrs r0,r0,#15; orrs r0,r3; {PUSH}",
    "drop": f"subs r5,#4; {NEXT}",
    "here": NEXT,
    "eqz": f"{ONE}rsbs r3,r0,#0; adcs r0,r3; {PUSH}",
    "eq": binary("subs r0,r0,r3; rsbs r3,r0,#0; adcs r0,r3"),
    "ne": binary("subs r0,r0,r3; subs r3,r0,#1; sbcs r0,r3"),
    "lt_u": binary("cmp r0,r3; sbcs r0,r0; rsbs r0,r0,#0"),
    "gt_u": binary("cmp r3,r0; sbcs r0,r0; rsbs r0,r0,#0"),
    "ge_u": binary("cmp r0,r3; sbcs r0,r0; adds r0,#1"),
    "le_u": binary("cmp r3,r0; sbcs r0,r0; adds r0,#1"),
    "add": binary("adds r0,r0,r3"),
    "sub": binary("subs r0,r0,r3"),
    "mul": binary("muls r0,r3"),
    "and": binary("ands r0,r3"),
    "or": binary("orrs r0,r3"),
    "xor": binary("eors r0,r3"),
    "shl": binary("movs r6,#31; ands r3,r6; lsls r0,r3"),
    "shr_u": binary("movs r6,#31; ands r3,r6; lsrs r0,r3"),
    "shr_s": binary("movs r6,#31; ands r3,r6; asrs r0,r3"),
    "load": f"subs r5,#4; ldr r3,[r5]; lsls r0,r0,#2; ldr r0,[r3,r0]; {PUSH}",
    "load_u8": f"subs r5,#4; ldr r3,[r5]; ldrb r0,[r3,r0]; {PUSH}",
    "load_i8": f"subs r5,#4; ldr r3,[r5]; ldrsb r0,[r3,r0]; {PUSH}",
    "load_u16": f"subs r5,#4; ldr r3,[r5]; lsls r0,r0,#1; ldrh r0,[r3,r0]; {PUSH}",
    "load_i16": f"subs r5,#4; ldr r3,[r5]; lsls r0,r0,#1; ldrsh r0,[r3,r0]; {PUSH}",
    "store": f"subs r5,#8; ldr r3,[r5]; ldr r6,[r5,#4]; lsls r0,r0,#2; str r6,[r3,r0]; {NEXT}",
    "store_8": f"subs r5,#8; ldr r3,[r5]; ldr r6,[r5,#4]; strb r6,[r3,r0]; {NEXT}",
    "store_16": f"subs r5,#8; ldr r3,[r5]; ldr r6,[r5,#4]; lsls r0,r0,#1; strh r6,[r3,r0]; {NEXT}",
}
CASES |= {
    f"{name}_s": f"{TWO}cmp r0,r3; b{name} compact_yes; b compact_no"
    for name in ("lt", "gt", "le", "ge")
}
"""What the reader does itself."""


def reader(order: Sequence[str], left: Mapping[str, int], sizes: Mapping[str, int]) -> str:
    """The assembly for the instructions of a program. What it does not do itself it gives the
    numbers in `left`; the others are in `CASES`."""
    numbers = range(max(left.values()) + 1)
    leave = "".join(f"compact_leave_{number}:\n  movs r6,#{number}\n  b 9f\n" for number in numbers)
    text = READER.replace("@leave@", leave)
    done = []
    for name in order:
        if name in left or name == "enter":
            done.append(f"(compact_leave_{left.get(name, 0)}-compact_leave_0)/4")
        else:
            done.append(f"(compact_do_{name}-compact_leave_0)/4")
            case = CASES[name].replace("; ", "\n  ")
            text += f"  .balign 4\ncompact_do_{name}:\n  {case}\n"
    text += END
    text += '  .section .rodata.compact_done,"a",%progbits\n'
    text += f"compact_done:\n  .byte {','.join(done)}\n  .text\n"
    for name, value in {**sizes, "SWITCH": left.get("switch", 0)}.items():
        text = text.replace(f"@{name}@", str(value))
    return text
