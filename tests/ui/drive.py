# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person with a keyboard and a screen reader does: keys go through the
X server, what is shown is read over AT-SPI. Needs the screen and the buses of build-aux/headless.sh.

Nothing is asserted of time; PATIENCE only ends a test that would wait for ever.
"""
import csv
import os
import shutil
import subprocess
import sys
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60
PAUSE = 0.1
# Key codes of X servers on Linux, US layout, which is what a server without a keyboard has.
CODES = dict(zip("1234567890-=", range(10, 22)))
CODES.update(zip("qwertyuiop[]", range(24, 36)))
CODES.update(zip("asdfghjkl;'`", range(38, 50)))
CODES.update(zip("zxcvbnm,./", range(52, 62)))
CODES.update({" ": 65, "escape": 9, "backspace": 22, "tab": 23, "enter": 36, "ctrl": 37, "shift": 50,
              "alt": 64, "f2": 68, "f6": 72, "f10": 76, "home": 110, "up": 111, "left": 113,
              "right": 114, "end": 115, "down": 116, "pageup": 112,
              "pagedown": 117})
SHIFTED = {"_": "-", ":": ";"}


class Program:
    """The program with one book open; a context manager that leaves nothing behind."""

    def __init__(self, people=40, plan=None):
        self.folder = tempfile.mkdtemp(prefix="so-an-sinh-drive-")
        self.book = os.path.join(self.folder, "xa-mau.ansinh")
        self.first = ("table row", "") if plan is None else ("list item", "2.1.1")
        self.cli("new", self.book, "--practice", str(people), "--seed", "7",
                 *(("--plan", plan) if plan is not None else ()))

    def __enter__(self):
        self.process = subprocess.Popen([os.environ["ANS_PROGRAM"], self.book])
        Atspi.init()
        self.wait("the first page", lambda: self.find(*self.first))
        # Without a window manager the keys go to the window under the pointer.
        Atspi.generate_mouse_event(600, 500, "abs")
        self.wait("the keyboard", lambda: self.focus())
        return self

    def __exit__(self, kind, value, trace):
        if kind is not None:
            self.dump()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        shutil.rmtree(self.folder)

    # --- looking ---------------------------------------------------------------------------------

    def root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                # What it remembers is told anew by a main loop, which isn't run here.
                child.set_cache_mask(Atspi.Cache.NONE)
                return child
        return None

    def walk(self, at=None, depth=0, shown=False):
        """All things below; with shown only those that can be seen and have the focus, which are
        found sooner: the rows of a table, not their cells."""
        at = at if at is not None else self.root()
        if at is None:
            return
        yield at, depth
        if shown and at.get_role_name() in ("table row", "label", "image"):
            return
        for i in range(at.get_child_count()):
            child = at.get_child_at_index(i)
            if child is None or (shown and depth > 0 and not
                                 child.get_state_set().contains(Atspi.StateType.SHOWING)):
                continue
            yield from self.walk(child, depth + 1, shown)

    def find(self, role, text="", state=Atspi.StateType.SHOWING):
        """The first thing of that role that is shown and whose name or text holds the text."""
        try:
            for thing, _ in self.walk():
                if (thing.get_role_name() == role and text in words(thing)
                        and thing.get_state_set().contains(state)):
                    return thing
        except GLib.Error:  # it went away while it was looked at
            pass
        return None

    def shows(self, text):
        try:
            return any(text in words(thing) and thing.get_state_set().contains(Atspi.StateType.SHOWING)
                       for thing, _ in self.walk())
        except GLib.Error:
            return False

    def rows(self):
        """What the rows of the list say."""
        try:
            return [thing.get_name() for thing, _ in self.walk()
                    if thing.get_role_name() == "table row" and thing.get_child_count() > 0
                    and thing.get_child_at_index(0).get_role_name() == "table cell"]
        except GLib.Error:
            return []

    def focus(self):
        """What has the focus: (role, name), or None."""
        try:
            for thing, _ in self.walk(shown=True):
                if thing.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return thing.get_role_name(), words(thing)
        except GLib.Error:
            pass
        return None

    def wait(self, what, condition):
        end = time.monotonic() + PATIENCE
        while True:
            value = condition()
            if value:
                return value
            if self.process.poll() is not None:
                raise AssertionError(f"The program ended with {self.process.returncode} before {what}.")
            if time.monotonic() > end:
                raise AssertionError(f"There is no sign of {what}.")
            time.sleep(PAUSE)

    def dump(self):
        print(f"focus: {self.focus()}", file=sys.stderr)
        for thing, depth in self.walk():
            if words(thing):
                print(" " * depth + thing.get_role_name(), repr(words(thing)), file=sys.stderr)

    # --- keys ------------------------------------------------------------------------------------

    def press(self, keys):
        """One key, with those that are held: "ctrl+f"."""
        *held, key = keys.split("+")
        for name in held:
            Atspi.generate_keyboard_event(CODES[name], None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(CODES[key], None, Atspi.KeySynthType.PRESSRELEASE)
        for name in reversed(held):
            Atspi.generate_keyboard_event(CODES[name], None, Atspi.KeySynthType.RELEASE)
        time.sleep(PAUSE)

    def type(self, text):
        for letter in text:
            lower = SHIFTED.get(letter, letter.lower())
            self.press(lower if lower == letter else f"shift+{lower}")

    def tab_to(self, role, name):
        """Tab until that has the focus, of any role if that is None: everything must be reached so."""
        for _ in range(150):
            at = self.focus()
            if at is not None and role in (at[0], None) and name in at[1]:
                return
            self.press("tab")
        raise AssertionError(f"Tab never comes to the {role} “{name}”.")

    def choose_file(self, path, what):
        """In a file dialog: its field for a path, or for a name. The text is put there as a screen
        keyboard does it; key by key, the dialog's guesses would come in between."""
        self.wait(f"the dialog that asks for {what}",
                  lambda: self.find("file chooser") or self.find("dialog"))
        self.press("ctrl+l")
        field = self.wait("its field", self.focused_field)
        Atspi.EditableText.set_text_contents(field.get_editable_text_iface(), path)
        self.wait("the path in it", lambda: path in words(field))
        self.press("enter")

    def focused_field(self):
        field = self.find("entry", state=Atspi.StateType.FOCUSED)
        return field or self.find("text", state=Atspi.StateType.FOCUSED)

    # --- the book, from outside ------------------------------------------------------------------

    def cli(self, *arguments):
        subprocess.run([os.environ["ANS_CLI"], *arguments], check=True, stdout=subprocess.DEVNULL)

    def people(self, *columns):
        """What stands in the file itself: a list of dicts by the official titles."""
        path = os.path.join(self.folder, "people.csv")
        self.cli("list", self.book, "people", "--columns", ",".join(columns), "-o", path)
        with open(path, encoding="utf-8-sig", newline="") as file:
            lines = list(csv.reader(file))
        os.remove(path)
        return lines

    def quit(self):
        self.press("ctrl+q")
        self.process.wait(PATIENCE)
        assert self.process.returncode == 0, f"It ended with {self.process.returncode}."


def words(thing):
    """What a screen reader would say of it: its name, and its text if it can be edited."""
    text = thing.get_name() or ""
    if thing.get_role_name() in ("entry", "text", "password text"):
        part = thing.get_text_iface()
        if part is not None:
            text += "\n" + Atspi.Text.get_text(part, 0, Atspi.Text.get_character_count(part))
    return text
