#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the ugly sample workbooks of this folder as flat OpenDocument sheets, which LibreOffice
then saves as .xlsx and .ods: see README.md. Everybody in them is invented."""
import sys
import unicodedata
from pathlib import Path
from xml.sax.saxutils import escape

HEAD = '''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:font-face-decls>
 <style:font-face style:name=".VnTime" svg:font-family="'.VnTime'"/>
 <style:font-face style:name="VNI-Times" svg:font-family="'VNI-Times'"/>
</office:font-face-decls>
<office:automatic-styles>
 <number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text>
  <number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
 <style:style style:name="date" style:family="table-cell" style:data-style-name="N1"/>
 <style:style style:name="tcvn3" style:family="table-cell"><style:text-properties style:font-name=".VnTime"/></style:style>
 <style:style style:name="vni" style:family="table-cell"><style:text-properties style:font-name="VNI-Times"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
'''
TAIL = '</office:spreadsheet></office:body></office:document>\n'


class Day(str):
    """A real date."""


class Merged(str):
    """A text over several rows and columns; the rest of the area is None."""

    def __new__(cls, text, rows=1, columns=1):
        self = super().__new__(cls, text)
        self.rows, self.columns = rows, columns
        return self


class Old(str):
    """A text of an old encoding, in its font (tcvn3, vni) or in none."""

    def __new__(cls, text, encoding, font=True):
        self = super().__new__(cls, encode(text, encoding))
        self.style = encoding if font else None
        return self


class Hidden(list):
    """A hidden row."""


# The bytes of the old encodings, as Excel shows them in Latin letters.
TCVN3 = dict(zip('àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂĐÊÔƠƯ',
                 'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\xadõö÷øùúûüýþ¡¢§£¤¥¦'))
VNI_MARKS = {'\u0300': 'ø', '\u0309': 'û', '\u0303': 'õ', '\u0301': 'ù', '\u0323': 'ï'}
VNI_UPPER = {'\u0300': 'Ø', '\u0309': 'Û', '\u0303': 'Õ', '\u0301': 'Ù', '\u0323': 'Ï'}
VNI_SHAPED = {'\u0302': {'': 'â', '\u0300': 'à', '\u0309': 'å', '\u0303': 'ã', '\u0301': 'á',
                         '\u0323': 'ä'},
              '\u0306': {'': 'ê', '\u0300': 'è', '\u0309': 'ú', '\u0303': 'ü', '\u0301': 'é',
                         '\u0323': 'ë'}}
VNI_SINGLE = {'đ': 'ñ', 'Đ': 'Ñ', 'ì': 'ì', 'ỉ': 'æ', 'ĩ': 'ó', 'í': 'í', 'ị': 'ò', 'ơ': 'ô',
              'ư': 'ö', 'Ơ': 'Ô', 'Ư': 'Ö', 'ỵ': 'î'}


def encode(text, encoding):
    if encoding == 'tcvn3':
        return ''.join(TCVN3.get(c, c) for c in text)
    out = ''
    for c in text:
        if c in VNI_SINGLE:
            out += VNI_SINGLE[c]
            continue
        parts = unicodedata.normalize('NFD', c)
        base, marks = parts[0], parts[1:]
        shape = next((m for m in marks if m in VNI_SHAPED), None)
        horn = '\u031b' in marks
        tone = next((m for m in marks if m in VNI_MARKS), '')
        if horn:
            base = VNI_SINGLE[unicodedata.normalize('NFC', base + '\u031b')]
        if shape:
            mark = VNI_SHAPED[shape][tone]
            out += base + (mark.upper() if base.isupper() else mark)
        else:
            out += base + ((VNI_UPPER if base.isupper() else VNI_MARKS)[tone] if tone else '')
    return out


def cell_xml(cell):
    if cell is None or cell == '':
        return '<table:table-cell/>'
    if isinstance(cell, Day):
        return (f'<table:table-cell table:style-name="date" office:value-type="date" '
                f'office:date-value="{cell}"/>')
    if isinstance(cell, (int, float)):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    attributes = 'office:value-type="string"'
    if isinstance(cell, Merged):
        attributes += (f' table:number-rows-spanned="{cell.rows}"'
                       f' table:number-columns-spanned="{cell.columns}"')
    if isinstance(cell, Old) and cell.style:
        attributes += f' table:style-name="{cell.style}"'
    return f'<table:table-cell {attributes}><text:p>{escape(cell)}</text:p></table:table-cell>'


def sheet_xml(name, rows, hidden_columns=()):
    width = max(len(row) for row in rows)
    out = f'<table:table table:name="{escape(name)}">\n'
    for i in range(width):
        hidden = ' table:visibility="collapse"' if i in hidden_columns else ''
        out += f'<table:table-column{hidden}/>'
    for row in rows:
        hidden = ' table:visibility="collapse"' if isinstance(row, Hidden) else ''
        out += f'<table:table-row{hidden}>' + ''.join(map(cell_xml, row or [None])) + '</table:table-row>\n'
    return out + '</table:table>\n'


LETTERHEAD = [
    ['ỦY BAN NHÂN DÂN', None, None, None, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['XÃ HOẰNG PHỤ', None, None, None, 'Độc lập - Tự do - Hạnh phúc'],
]

# Typed into the rows of a page: two letterheads, titles in two rows without merged cells, repeated
# on each page, sums in the columns of years, sentences and signatures in the column of names.
PAGES_HEAD = [
    ['Số', 'Họ và', 'Năm sinh', None, 'Số', 'Quan hệ', 'Ghi'],
    ['TT', 'tên', 'Nam', 'Nữ', 'CCCD', 'với chủ hộ', 'chú'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)'],
]
PAGES = [('Trang in', LETTERHEAD + [
    [None, 'PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI', None, None, 'Mẫu số 01'],
    [None, None, 'DANH SÁCH NHÂN KHẨU NĂM 2022'],
    [],
] + PAGES_HEAD + [
    ['I', 'Thôn: Bắc Sơn'],
    [1, 'Lê Văn Bình', '12.03.1980', None, '038080001234', 'Chủ hộ', None],
    [2, 'Trần Thị An', None, 1982, '038182001235', 'Vợ', None],
    [3, 'Tống Công Minh', 2011, None, None, 'Cháu', None],
    [None, 'Cộng trang', 2, 1],
    [None, 'Mang sang', 2, 1],
] + PAGES_HEAD + [
    [],
    [4, 'Nguyễn Thị Thêm', None, 1948, None, 'Chủ hộ', 'Sống một mình'],
    [None, 'Cộng thôn Bắc Sơn: 4 người', 2, 2],
    ['II', 'Thôn: Hợp Tân'],
    [1, 'Phạm Văn Đức', 1970, None, None, 'Chủ hộ', None],
    [2, 'Vũ Thị Hoà', None, 'khoảng 1975', None, 'Vợ', None],
    [None, 'Tổng cộng', 3, 3],
    [None, 'Danh sách có 3 hộ, 6 nhân khẩu.'],
    [None, 'Ấn định danh sách này có sáu người'],
    [None, None, None, None, 'Hoằng Phụ, ngày 05 tháng 5 năm 2022'],
    [None, 'NGƯỜI LẬP BIỂU', None, None, 'TM. UBND XÃ', 'KT. CHỦ TỊCH'],
    [None, '(Ký, ghi rõ họ tên)', None, None, None, 'PHÓ CHỦ TỊCH'],
    [],
    [None, 'Lê Thị Lập', None, None, 'Nguyễn Văn Ký'],
])]

# Merged cells over the rows of a household, “nt”, marks, numbers that Excel spoilt, dates in all
# forms, a hidden row and column.
CELLS = [('Thôn Bắc Sơn', [
    [None, Merged('DANH SÁCH HỘ GIA ĐÌNH', 1, 6)],
    [],
    ['TT', 'Mã hộ', 'Địa chỉ', 'HỌ VÀ TÊN', Merged('Giới tính', 1, 2), None, 'Ngày, tháng, năm sinh',
     'CCCD', 'Dân tộc', 'Quan hệ'],
    [None, None, None, None, 'Nam', 'Nữ', None, None, None, None],
    [1, Merged('BS-0001', 3, 1), Merged('Ngõ 1', 3, 1), 'LÊ VĂN BÌNH', 'x', None, '12/3/1980',
     38080001234, 'Kinh', 'Chủ hộ'],
    [2, None, None, 'TRẦN THỊ AN', None, 'X', '12-3-82', 38182001235, 'nt', 'Vợ'],
    [3, None, None, 'LÊ MINH KHÔI', 'x', None, Day('2011-06-01'), '-', 'nt', 'Con'],
    [],
    [4, Merged('BS-0002', 2, 1), Merged('Ngõ 2', 2, 1), unicodedata.normalize('NFD', 'Nguyễn Văn Hoàng'),
     1, None, 'ngày 5 tháng 5 năm 1975', '3.8075E+10', 'Mường', 'Chủ hộ'],
    [5, None, None, 'Quách Thị Mây', None, 'x', '1978', None, '″', 'Vợ'],
    Hidden([6, 'BS-0003', 'nt', 'Đỗ Văn Ẩn', 'x', None, '5.5.1969', '038069007777', 'Kinh', 'Chủ hộ']),
    [7, 'BS-0004', 'Ngõ 3', 'Hoàng Thị Hai', 'x', 'x', '1950', None, 'Kinh', 'Chủ hộ'],
    [8, 'BS-0005', 'Ngõ 3', 'Bùi Văn Số', 'x', None, 19500, None, 'Kinh', 'Chủ hộ'],
    [9, 'BS-0006', 'Ngõ 3', 'Phan Văn Năm', 'x', None, 1940, '038 040 001 111', 'Kinh', 'Chủ hộ'],
    [None, None, None, 'Tổng số: 9 người'],
], (8,))]

# One sheet for each village, named by its tab or by a line above the list; two tables on the last.
TABS = [
    ('Bắc Sơn', [
        ['DANH SÁCH NHÂN KHẨU THÔN BẮC SƠN NĂM 2022'],
        ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Số điện thoại'],
        [1, 'Lê Văn Bình', 'Nam', 1980, 912345678],
        [2, 'Trần Thị An', 'Nữ', 1982, None],
    ]),
    ('Thôn Hợp Tân', [
        ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Số điện thoại'],
        [1, 'Phạm Văn Đức', 'Nam', 1970, None],
    ]),
    ('Hai bảng', [
        ['Thôn: Xuân Phú'],
        ['STT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Số điện thoại'],
        [1, 'Cao Thị Bảy', 'Nữ', 1960, None],
        [],
        ['DANH SÁCH CÁN BỘ THÔN'],
        ['STT', 'Số điện thoại', 'Họ và tên', 'Ngày sinh', 'Giới tính'],
        [1, '0912345679', 'Cao Văn Tám', '01/02/1961', 'Nam'],
    ]),
]

# Old encodings, told by their fonts and without.
ENCODINGS = [('Sheet1', [
    [Old(text, 'tcvn3') for text in ('TT', 'Họ và tên', 'Giới tính', 'Năm sinh', 'Thôn')],
    [1] + [Old(text, 'tcvn3') for text in ('Lê Văn Bình', 'Nam')] + [1980, Old('Bắc Sơn', 'tcvn3')],
    [2] + [Old(text, 'tcvn3', False) for text in ('Đặng Thị Huệ', 'Nữ')] +
    [1982, Old('Bắc Sơn', 'tcvn3', False)],
    [3] + [Old(text, 'vni') for text in ('Nguyễn Thị Hường', 'Nữ')] + [1990, Old('Hợp Tân', 'vni')],
    [4, 'Vũ Đình Thọ', 'Nam', 1955, 'Hợp Tân'],
])]

SAMPLES = {'xau-1-trang-in': PAGES, 'xau-2-o-gop': CELLS, 'xau-3-nhieu-thon': TABS,
           'xau-4-ma-cu': ENCODINGS}


def main():
    folder = Path(sys.argv[1])
    for name, sheets in SAMPLES.items():
        text = HEAD + ''.join(sheet_xml(*sheet) for sheet in sheets) + TAIL
        (folder / f'{name}.fods').write_text(text, encoding='utf-8')


main()
