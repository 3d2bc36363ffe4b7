#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search, open the person, edit a field, save, take it back: all by keyboard."""
from drive import Program

NAME = "Teo"


def other_names(program):
    """The lines of the file itself that have the name."""
    return [NAME for line in program.people("full_name", "other_name") if NAME in line]


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
    program.wait("the form", lambda: program.find("text", "Other name"))
    program.tab_to("text", "Other name")
    program.press("ctrl+a")
    program.type(NAME)
    program.press("ctrl+s")
    program.wait("the name in the book", lambda: other_names(program) == [NAME])
    program.wait("the end of the form", lambda: not program.find("text", "Other name"))
    assert program.shows(name), name

    program.press("ctrl+z")
    program.wait("the book as it was", lambda: other_names(program) == [])
    program.quit()
