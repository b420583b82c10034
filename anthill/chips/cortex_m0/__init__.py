"""What every Cortex-M0 has: instructions, vector table, start-up, interrupt controller, faults.

Sources: ARMv6-M Architecture Reference Manual (DDI 0419) and Cortex-M0 Devices Generic User
Guide (DUI 0497). Sections are cited where a fact is used.
"""
