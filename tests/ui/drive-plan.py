#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the overview to a figure and back, and through the tabs of the plan, by keyboard."""
from drive import Program

with Program(plan="hoang-phu-2022") as program:
    program.tab_to("list item", "2.3.2")
    program.press("enter")
    program.wait("the figure", lambda: program.shows("Indicator 2.3.2"))
    program.press("alt+left")
    program.wait("the overview", lambda: program.find("list item", "2.1.1"))
    program.press("ctrl+2")
    program.wait("the targets", lambda: program.shows("to be made clear"))
    # A list has uses of its own for these keys; here they go from tab to tab.
    program.press("ctrl+pagedown")
    program.press("ctrl+pagedown")
    program.wait("the shares", lambda: program.shows("Kế hoạch xã"))
    program.quit()
