#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the symbolic icons of the program and lists them for its resources.

draw-icons.py           writes data/icons/scalable/actions/*.svg and data/so-an-sinh-icons.gresource.xml
draw-icons.py --check   says what would change, and fails if anything would

GTK 4.18 recolours fills only, so a stroke would keep its colour in a dark window. The icons are
therefore made of filled shapes alone: every line here is an outline with round ends, every hole is
cut by the even-odd rule. The grid is 16 by 16, the pen 2 wide, as in GNOME's own icons.
"""
import math
import os
import sys

ICONS = {}


def icon(function):
    ICONS['ans-' + function.__name__.replace('_', '-').strip('-') + '-symbolic'] = function
    return function


def n(value):
    text = '%.2f' % value
    return text.rstrip('0').rstrip('.') if '.' in text else text


def pt(x, y):
    return n(x) + ' ' + n(y)


# ---- shapes: each is the text of a path --------------------------------------------------------

def disc(x, y, r):
    return 'M%s a%s %s 0 1 0 %s 0 a%s %s 0 1 0 %s 0z' % (
        pt(x - r, y), n(r), n(r), n(2 * r), n(r), n(r), n(-2 * r))


def ring(x, y, r, w=2):
    return disc(x, y, r + w / 2) + disc(x, y, r - w / 2)


def line(x1, y1, x2, y2, w=2):
    length = math.hypot(x2 - x1, y2 - y1)
    dx, dy = (y1 - y2) / length * w / 2, (x2 - x1) / length * w / 2
    r = n(w / 2)
    return 'M%s L%s A%s %s 0 0 0 %s L%s A%s %s 0 0 0 %sz' % (
        pt(x1 + dx, y1 + dy), pt(x2 + dx, y2 + dy), r, r, pt(x2 - dx, y2 - dy),
        pt(x1 - dx, y1 - dy), r, r, pt(x1 + dx, y1 + dy))


def lines(points, w=2):
    return [line(*a, *b, w) for a, b in zip(points, points[1:])]


def arc(x, y, r, start, end, w=2):
    """A bow from start to end, degrees clockwise from three o'clock."""
    a, b = math.radians(start), math.radians(end)
    big = 1 if end - start > 180 else 0
    o, i, c = r + w / 2, r - w / 2, n(w / 2)
    return 'M%s A%s %s 0 %d 1 %s A%s %s 0 0 1 %s A%s %s 0 %d 0 %s A%s %s 0 0 1 %sz' % (
        pt(x + o * math.cos(a), y + o * math.sin(a)), n(o), n(o), big,
        pt(x + o * math.cos(b), y + o * math.sin(b)), c, c,
        pt(x + i * math.cos(b), y + i * math.sin(b)), n(i), n(i), big,
        pt(x + i * math.cos(a), y + i * math.sin(a)), c, c,
        pt(x + o * math.cos(a), y + o * math.sin(a)))


def box(x, y, w, h, r=1.0):
    if r <= 0:
        return 'M%s h%s v%s h%sz' % (pt(x, y), n(w), n(h), n(-w))
    q = n(r)
    return 'M%s h%s a%s %s 0 0 1 %s v%s a%s %s 0 0 1 %s h%s a%s %s 0 0 1 %s v%s a%s %s 0 0 1 %sz' % (
        pt(x + r, y), n(w - 2 * r), q, q, pt(r, r), n(h - 2 * r), q, q, pt(-r, r),
        n(2 * r - w), q, q, pt(-r, -r), n(2 * r - h), q, q, pt(r, -r))


def frame(x, y, w, h, r=2.5, t=2):
    return box(x, y, w, h, r) + box(x + t, y + t, w - 2 * t, h - 2 * t, max(r - t, 0))


def poly(*points):
    return 'M' + ' L'.join(pt(*p) for p in points) + 'z'


def star(x, y, r, inner=0.45):
    return poly(*[(x + k * math.sin(i * math.pi / 5), y - k * math.cos(i * math.pi / 5))
                  for i in range(10) for k in [r if i % 2 == 0 else r * inner]])


def saltire(x, y, s=3.0, w=2):
    """An X as one outline."""
    d = w / math.sqrt(2)
    return poly((x, y - d), (x + s - d, y - s), (x + s, y - s + d), (x + d, y), (x + s, y + s - d),
                (x + s - d, y + s), (x, y + d), (x - s + d, y + s), (x - s, y + s - d), (x - d, y),
                (x - s, y - s + d), (x - s + d, y - s))


def mirror(function):
    """The shapes of another icon, left and right exchanged: as an SVG group."""
    return ('mirror', function())


def svg(shapes):
    mirrored = isinstance(shapes, tuple)
    if mirrored:
        shapes = shapes[1]
    # neighbours may overlap, so each shape is a path of its own; even-odd works within one
    body = ''.join('\n<path fill-rule="evenodd" d="%s"/>' % s for s in shapes)
    if mirrored:
        body = '<g transform="matrix(-1 0 0 1 16 0)">%s</g>' % body
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<!-- SPDX-License-Identifier: GPL-3.0-or-later; drawn by build-aux/draw-icons.py -->\n'
            '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16">'
            '<g fill="#222222">%s</g></svg>\n' % body)


HOUSE = 'M3 9.3 L8 4.9 L13 9.3 V14 a1 1 0 0 1 -1 1 H10 V11.5 a1 1 0 0 0 -1 -1 H7 a1 1 0 0 0 -1 1 V15 H4 a1 1 0 0 1 -1 -1z'
BODY = 'M2 15 a1 1 0 0 1 -1 -1 a5 5 0 0 1 5 -5 h4 a5 5 0 0 1 5 5 a1 1 0 0 1 -1 1z'
HEART = 'M8 14.6 C3.2 11 1 8.4 1 5.4 A3.9 3.9 0 0 1 8 3.2 A3.9 3.9 0 0 1 15 5.4 C15 8.4 12.8 11 8 14.6z'


# ---- areas -------------------------------------------------------------------------------------

@icon
def overview():
    return [box(1, 1, 6, 8, 1.5), box(9, 1, 6, 4, 1.5), box(1, 11, 6, 4, 1.5), box(9, 7, 6, 8, 1.5)]


@icon
def plan():
    return [frame(2, 2, 12, 13, 2.5), box(5, 0.5, 6, 4, 1.5)] + lines([(5.5, 9.3), (7.3, 11), (10.6, 7.6)], 1.8)


@icon
def people():
    return [disc(5.8, 4.5, 3),
            'M1.2 14 a1 1 0 0 1 -1 -1 a4.5 4.5 0 0 1 4.5 -4.5 h2.2 a4.5 4.5 0 0 1 4.5 4.5 a1 1 0 0 1 -1 1z',
            'M9.6 7.3 A3.8 3.8 0 0 0 9.6 2.1 A2.9 2.9 0 1 1 9.6 7.3z',
            'M12.9 14 a2 2 0 0 0 0.1 -1 a5.9 5.9 0 0 0 -1.9 -4.4 A4.3 4.3 0 0 1 15.9 13 a1 1 0 0 1 -1 1z']


@icon
def person():
    return [disc(8, 4.5, 3.5), BODY]


@icon
def household():
    return [*lines([(1.6, 7.4), (8, 1.9), (14.4, 7.4)]), HOUSE.replace('L8 4.9', 'L8 5.2')]


@icon
def village():
    return [poly((0.4, 8.4), (4.8, 3.8), (9.2, 8.4)),
            'M2 9.2 h6 V14 a1 1 0 0 1 -1 1 H6 v-3 H4 v3 H3 a1 1 0 0 1 -1 -1z',
            'M12.7 0.8 C14.6 2.6 15.6 5 15.6 6.8 A2.9 2.9 0 0 1 9.8 6.8 C9.8 5 10.8 2.6 12.7 0.8z', line(12.7, 9, 12.7, 14.1, 1.8)]


@icon
def unit():
    return ['M8.6 0.6 L14 2.3 L8.6 4z', line(8, 1.2, 8, 5.6, 1.4), poly((8, 4.4), (14.6, 8), (1.4, 8)),
            box(2.6, 9, 2, 4, 0.4), box(7, 9, 2, 4, 0.4), box(11.4, 9, 2, 4, 0.4), box(1.2, 13.4, 13.6, 1.8, 0.8)]


@icon
def jobs():
    return ['M5 3 a2 2 0 0 1 2 -2 h2 a2 2 0 0 1 2 2 v1 h-1.6 v-0.6 a0.8 0.8 0 0 0 -0.8 -0.8 h-1.2 a0.8 0.8 0 0 0 -0.8 0.8 V4 H5z',
            'M3 4 h10 a2 2 0 0 1 2 2 v2.5 H9.5 V8 h-3 v0.5 H1 V6 a2 2 0 0 1 2 -2z',
            'M1 9.8 h5.5 v1 h3 v-1 H15 V12 a2 2 0 0 1 -2 2 H3 a2 2 0 0 1 -2 -2z']


@icon
def training():
    return [poly((8, 2.2), (15.6, 6), (8, 9.8), (0.4, 6)),
            'M3.5 8.9 L8 11.1 L12.5 8.9 V11.6 C12.5 12.8 10.5 14 8 14 S3.5 12.8 3.5 11.6z',
            line(14.6, 6.3, 14.6, 11.6, 1.3)]


@icon
def poverty():
    return ['M8.2 9 C7.8 5 10.4 2.4 15.2 2.2 C15.2 6.8 12.6 9.4 8.2 9z',
            'M7.6 11 C7.6 7.8 5.4 5.6 0.8 5.6 C0.8 9.4 3.4 11.4 7.6 11z',
            line(8, 8, 8, 14), line(3.5, 14, 12.5, 14)]


@icon
def enterprise():
    return ['M1 14 V7.2 a0.6 0.6 0 0 1 1 -0.5 L5.4 9.2 V7.2 a0.6 0.6 0 0 1 1 -0.5 L9.9 9.2 L10.6 1.9 a1 1 0 0 1 1 -0.9'
            ' h1.8 a1 1 0 0 1 1 0.9 L15 13.9 a1 1 0 0 1 -1 1.1 H2 a1 1 0 0 1 -1 -1z'
            + box(3, 11, 2, 2, 0) + box(6.5, 11, 2, 2, 0) + box(10, 11, 2, 2, 0)]


@icon
def merit():
    return ['M2.6 1 h3.6 L8.3 4.8 A5.5 5.5 0 0 0 5.2 5.9z', 'M13.4 1 h-3.6 L8.9 2.7 L10.1 5.4 L10.8 5.9z',
            disc(8, 10.6, 4.6) + star(8, 10.7, 3, 0.42)]


@icon
def assistance():
    return [HEART]


@icon
def children():
    return [disc(8, 3.6, 2.8), line(2.2, 5.2, 6.6, 8.4), line(13.8, 5.2, 9.4, 8.4),
            'M6 7.6 h4 v3.6 a1 1 0 0 1 -1 1 h-2 a1 1 0 0 1 -1 -1z',
            line(7, 11, 5.6, 14.8), line(9, 11, 10.4, 14.8)]


@icon
def gender():
    return [ring(6.6, 8.2, 3.3), line(6.6, 11.5, 6.6, 15), line(4.6, 13.4, 8.6, 13.4, 1.8),
            line(9.2, 5.6, 13.2, 1.9), *lines([(9.8, 1.6), (13.9, 1.6), (13.9, 5.6)])]


@icon
def shield():
    return ['M8 0.8 L14 3 V7.5 C14 11.4 11.6 14 8 15.4 C4.4 14 2 11.4 2 7.5 V3z'
            'M8 2.9 L12 4.4 V7.5 C12 10.3 10.4 12.2 8 13.3z']


# ---- work --------------------------------------------------------------------------------------

TRAY = [(2, 10.5), (2, 14), (14, 14), (14, 10.5)]


@icon
def import_():
    return [*lines(TRAY), line(8, 2, 8, 9.6), *lines([(4.6, 6.6), (8, 10), (11.4, 6.6)])]


@icon
def export():
    return [*lines(TRAY), line(8, 2.4, 8, 10), *lines([(4.6, 5.4), (8, 2), (11.4, 5.4)])]


@icon
def print_():
    return [box(4, 1, 8, 3, 1),
            'M3 5 h10 a2 2 0 0 1 2 2 v4 a1 1 0 0 1 -1 1 h-1 V9 H3 v3 H2 a1 1 0 0 1 -1 -1 V7 a2 2 0 0 1 2 -2z'
            + box(11.5, 6.5, 1.5, 1, 0),
            box(4, 10, 8, 5, 1)]


@icon
def add():
    return [line(8, 2, 8, 14), line(2, 8, 14, 8)]


@icon
def edit():
    return ['M1.2 14.8 L2 11 L5 14z', poly((2.7, 10.2), (9.9, 3), (13, 6.1), (5.8, 13.3)),
            'M10.7 2.2 l0.7 -0.7 a1.5 1.5 0 0 1 2.1 0 l1 1 a1.5 1.5 0 0 1 0 2.1 l-0.7 0.7z']


@icon
def delete():
    return [line(2, 4, 14, 4), 'M5 3 a2 2 0 0 1 2 -2 h2 a2 2 0 0 1 2 2 v1 H5z',
            'M3.2 6.2 h9.6 l-0.6 7 a2 2 0 0 1 -2 1.8 H5.8 a2 2 0 0 1 -2 -1.8z'
            + box(6, 8, 1.2, 5, 0) + box(8.8, 8, 1.2, 5, 0)]


@icon
def search():
    return [ring(6.6, 6.6, 4.6), line(10.4, 10.4, 14, 14, 2.2)]


@icon
def filter_():
    return ['M2 2 h12 a1 1 0 0 1 0.8 1.6 L10 9.4 V12.5 a1 1 0 0 1 -0.5 0.8 l-2 1.3 A1 1 0 0 1 6 13.8 V9.4 L1.2 3.6 A1 1 0 0 1 2 2z']


@icon
def history():
    return [arc(8.4, 8, 5.6, -140, 140), 'M1.2 1.8 L1.8 7.4 L7 5.8z', *lines([(8.4, 5), (8.4, 8.2), (10.6, 9.6)], 1.8)]


@icon
def undo():
    return [*lines([(5.6, 1.9), (2, 5.5), (5.6, 9.1)]), line(2.6, 5.5, 9.6, 5.5), arc(9.6, 9.75, 4.25, -90, 90),
            line(9.6, 14, 6, 14)]


@icon
def redo():
    return mirror(undo)


@icon
def calendar():
    return ['M3.5 2 h9 a2.5 2.5 0 0 1 2.5 2.5 v8 a2.5 2.5 0 0 1 -2.5 2.5 h-9 a2.5 2.5 0 0 1 -2.5 -2.5 v-8 a2.5 2.5 0 0 1 2.5 -2.5z'
            'M3 7 V12.4 a0.6 0.6 0 0 0 0.6 0.6 h8.8 a0.6 0.6 0 0 0 0.6 -0.6 V7z',
            line(4.6, 1, 4.6, 3), line(11.4, 1, 11.4, 3), box(8.2, 8.6, 3, 3, 0.6)]


@icon
def eye():
    return ['M0.6 8 C2.6 4.6 5.1 3 8 3 S13.4 4.6 15.4 8 C13.4 11.4 10.9 13 8 13 S2.6 11.4 0.6 8z'
            + disc(8, 8, 3.2), disc(8, 8, 1.8)]


@icon
def eye_off():
    return [arc(8, 1.6, 7, 32, 148), line(8, 9, 8, 12), line(3.8, 7.6, 2.2, 10.2), line(12.2, 7.6, 13.8, 10.2)]


@icon
def warning():
    return ['M6.7 1.9 L0.9 12.7 A1.5 1.5 0 0 0 2.2 15 H13.8 A1.5 1.5 0 0 0 15.1 12.7 L9.3 1.9 A1.5 1.5 0 0 0 6.7 1.9z'
            + line(8, 6, 8, 9) + disc(8, 12, 1.1)]


@icon
def error():
    return [disc(8, 8, 7) + saltire(8, 8, 3.4)]


@icon
def ok():
    return [disc(8, 8, 7) + 'M7 11.7 L12.2 6.5 L10.8 5.1 L7 8.9 L5.2 7.1 L3.8 8.5z']


@icon
def info():
    return [disc(8, 8, 7) + disc(8, 4.7, 1.15) + box(7, 7, 2, 5, 0.6)]


# ---- what happens in a household ---------------------------------------------------------------

@icon
def birth():
    return ['M1.6 7 A6.2 6.2 0 0 1 7.2 1.1 V7z', 'M1.6 8 H12.8 A5.6 5.6 0 0 1 7.2 12.6 A5.6 5.6 0 0 1 1.6 8z',
            *lines([(11.9, 7.6), (13, 4), (14.8, 4)], 1.6), disc(4.2, 14, 1.5), disc(10.2, 14, 1.5)]


@icon
def death():
    return ['M8 0.4 C9.7 2.3 10.3 3.3 10.3 4.3 a2.3 2.3 0 0 1 -4.6 0 C5.7 3.3 6.3 2.3 8 0.4z', box(5, 8, 6, 6, 1),
            line(8, 6.6, 8, 8.5, 1.2), line(3, 14.2, 13, 14.2, 1.6)]


@icon
def move_in():
    return [*lines([(9.4, 2), (14, 2), (14, 14), (9.4, 14)]), line(1.4, 8, 9, 8), *lines([(6.2, 4.8), (9.4, 8), (6.2, 11.2)])]


@icon
def move_out():
    return [*lines([(6.6, 2), (2, 2), (2, 14), (6.6, 14)]), line(6.4, 8, 14, 8), *lines([(11.2, 4.8), (14.4, 8), (11.2, 11.2)])]


@icon
def split():
    return [line(8, 14.6, 8, 9.6), line(8, 9.4, 2.6, 3.4), line(8, 9.4, 13.4, 3.4),
            *lines([(1.9, 7), (2.1, 2.6), (6.4, 2.4)]), *lines([(14.1, 7), (13.9, 2.6), (9.6, 2.4)])]


@icon
def marriage():
    return [ring(5.4, 9.6, 3.9, 1.8), ring(10.6, 9.6, 3.9, 1.8),
            'M8 4.6 C6.4 3.4 5.8 2.6 5.8 1.8 A1.25 1.25 0 0 1 8 1.1 A1.25 1.25 0 0 1 10.2 1.8 C10.2 2.6 9.6 3.4 8 4.6z']


@icon
def new_head():
    return [disc(6, 6.4, 3), 'M1.6 15 a1 1 0 0 1 -1 -1 a4.4 4.4 0 0 1 4.4 -4.2 h2 a4.4 4.4 0 0 1 4.4 4.2 a1 1 0 0 1 -1 1z',
            star(12.4, 4, 3.6)]


# ---- lists, books, small marks -----------------------------------------------------------------

@icon
def columns():
    return [box(1, 2, 4, 12, 1), box(6, 2, 4, 12, 1), box(11, 2, 4, 12, 1)]


@icon
def group():
    return [box(1, 1, 8, 3, 1), box(4, 5.4, 11, 2, 1), box(1, 9, 8, 3, 1), box(4, 13.4, 11, 2, 1)]


@icon
def book_new():
    return ['M4 1 H12 a2 2 0 0 1 2 2 v4.6 h-2 V3 H6.2 V13 H8 v2 H4 a2 2 0 0 1 -2 -2 V3 a2 2 0 0 1 2 -2z',
            line(12, 9.8, 12, 15), line(9.4, 12.4, 14.6, 12.4)]


@icon
def book_open():
    return ['M0.8 3.4 C3.2 2.4 5.8 2.6 7.3 3.8 V13.8 C5.8 12.6 3.2 12.4 0.8 13.2z',
            'M15.2 3.4 C12.8 2.4 10.2 2.6 8.7 3.8 V13.8 C10.2 12.6 12.8 12.4 15.2 13.2z']


@icon
def restore():
    return [box(1, 1.5, 14, 4, 1),
            'M2 6.7 h12 V13 a2 2 0 0 1 -2 2 H4 a2 2 0 0 1 -2 -2z' + poly((8, 7.8), (11, 10.8), (9, 10.8), (9, 13.6), (7, 13.6), (7, 10.8), (5, 10.8))]


@icon
def practice():
    return [line(5, 1.9, 11, 1.9, 1.8),
            'M6 2 h4 V6.4 L13.8 12.4 A1.7 1.7 0 0 1 12.4 15 H3.6 A1.7 1.7 0 0 1 2.2 12.4 L6 6.4z'
            'M7.7 3 V6.9 L6 9.6 H10 L8.3 6.9 V3z']


@icon
def lock():
    return [box(2.5, 7, 11, 8, 2) + disc(8, 10.3, 1.3) + poly((7.5, 11.4), (8.5, 11.4), (8.9, 13.2), (7.1, 13.2)),
            'M4 8 V5 a4 4 0 0 1 8 0 V8 h-2 V5 a2 2 0 0 0 -4 0 V8z']


@icon
def close_small():
    return [line(5, 5, 11, 11), line(11, 5, 5, 11)]


@icon
def chevron():
    return lines([(6, 3.4), (10.6, 8), (6, 12.6)])


@icon
def chevron_down():
    return lines([(3.4, 6), (8, 10.6), (12.6, 6)])


@icon
def tick_():
    return lines([(2.4, 8.6), (6.2, 12.4), (13.6, 4.4)])


@icon
def rising():
    return [*lines([(1.8, 12.4), (6, 8), (8.8, 10.6), (13.6, 4.6)]), *lines([(9.4, 3.8), (14.2, 3.8), (14.2, 8.6)])]


@icon
def clock():
    return [ring(8, 8, 6), *lines([(8, 4.6), (8, 8.2), (10.6, 9.8)], 1.8)]


@icon
def dots():
    return [disc(3, 8, 1.5), disc(8, 8, 1.5), disc(13, 8, 1.5)]


@icon
def dash():
    return [line(3.4, 8, 12.6, 8)]


def resources():
    def group(folder, names):
        return ('  <gresource prefix="/vn/soansinh/SoAnSinh/icons/%s">\n%s  </gresource>\n' % (
            folder.replace('hicolor/', ''), ''.join(
                '    <file preprocess="xml-stripblanks" alias="%s.svg">%s/%s.svg</file>\n' % (name, folder, name)
                for name in names)))

    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            '<!-- SPDX-License-Identifier: GPL-3.0-or-later; written by build-aux/draw-icons.py -->\n'
            '<gresources>\n%s%s%s</gresources>\n' % (
                group('hicolor/scalable/apps', ['vn.soansinh.SoAnSinh']),
                group('hicolor/symbolic/apps', ['vn.soansinh.SoAnSinh-symbolic']),
                group('scalable/actions', sorted(ICONS))))


def main():
    check = sys.argv[1:] == ['--check']
    data = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data')
    folder = os.path.join(data, 'icons', 'scalable', 'actions')
    wanted = {os.path.join(folder, name + '.svg'): svg(function()) for name, function in ICONS.items()}
    wanted[os.path.join(data, 'so-an-sinh-icons.gresource.xml')] = resources()
    different = ['%s is not drawn here' % name for name in sorted(os.listdir(folder))
                 if os.path.join(folder, name) not in wanted]
    for path, text in wanted.items():
        try:
            with open(path, encoding='utf-8') as file:
                same = file.read() == text
        except FileNotFoundError:
            same = False
        if not same:
            different.append('%s differs: run build-aux/draw-icons.py' % os.path.normpath(path))
            if not check:
                with open(path, 'w', encoding='utf-8') as file:
                    file.write(text)
    if check and different:
        sys.exit('\n'.join(different))
    print('%d icons' % len(ICONS))


if __name__ == '__main__':
    main()
