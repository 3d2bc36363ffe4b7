#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search, open the person, edit a field, save, take it back: all by keyboard."""
from drive import Program

PHONE = "0912345678"

with Program() as program:
    everybody = len(program.rows())
    program.press("ctrl+f")
    program.wait("the search field", lambda: "Ctrl+F" in (program.focus() or ("", ""))[1])
    program.type("nguyen")
    program.wait("fewer rows", lambda: 0 < len(program.rows()) < everybody)
    assert all("Nguy" in row for row in program.rows()), program.rows()

    program.press("enter")
    program.wait("the focus in the list", lambda: (program.focus() or ("",))[0] == "table row")
    name = program.focus()[1]
    program.press("enter")
    program.wait("the page of the person", lambda: program.find("button", "Edit"))
    program.press("f2")
    program.wait("the form", lambda: program.find("entry", "Phone"))
    program.tab_to("entry", "Phone")
    program.press("ctrl+a")
    program.type(PHONE)
    program.press("ctrl+s")
    program.wait("the end of the form", lambda: not program.find("entry", "Phone"))
    program.wait("the offer to take it back", lambda: program.find("button", "Undo"))
    assert [line for line in program.people("full_name", "phone") if PHONE in line], name

    program.press("ctrl+z")
    program.wait("the news that it was taken back", lambda: program.shows("Taken back"))
    assert not [line for line in program.people("full_name", "phone") if PHONE in line], name
    program.quit()
