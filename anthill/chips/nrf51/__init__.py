"""Nordic nRF51: registers, start-up and drivers.

Source: nRF51 Series Reference Manual, version 3.0 (RM below), and the nRF51822 Product
Specification, version 3.1 (PS). Sections are cited where a fact is used.
"""
