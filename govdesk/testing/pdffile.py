"""Small PDF files written by hand: Hangul text without an embedded font, pictures, a password."""

from __future__ import annotations

from collections.abc import Sequence

_MAP_HEAD = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /H def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange 255 beginbfrange\n"
)
_MAP_END = b"endbfrange endcmap CMapName currentdict /CMap defineresource pop end end"
_FONT_SIZE = 10
_LINE = 16
_TOP = 800


def pdf(pages: Sequence[Sequence[str]], *, title: str = "", broken_map: bool = False) -> bytes:
    """A PDF with the lines of each page as text, 16 points apart, read through the font's character map.

    `broken_map` gives the font no map to Unicode for Hangul, as careless producers do.
    """
    cmap = _stream(_character_map(broken=broken_map))
    objects = [b"", b"", _type0(), _cid_font(), _descriptor(), cmap]
    kids: list[int] = []
    for lines in pages:
        objects.append(_stream(_text_of(lines)))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>"
            % len(objects)
        )
        kids.append(len(objects))
    objects[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
    objects.append(b"<</Title<%s>>>" % (b"FEFF" + title.encode("utf-16-be").hex().upper().encode()))
    return _file(objects, b"/Info %d 0 R" % len(objects))


def image_pdf(pages: int = 1) -> bytes:
    """Pages that hold only a picture, as a scanner without character recognition makes them."""
    picture = _stream(b"\x7f", b"/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8")
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", picture, _stream(b"595 0 0 842 0 0 cm /P Do")]
    kids = [len(objects) + 1 + n for n in range(pages)]
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(b"%d 0 R" % kid for kid in kids), pages)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</P 3 0 R>>>>/Contents 4 0 R>>"
    return _file(objects + [page] * pages, b"")


def locked_pdf() -> bytes:
    """A PDF that asks for a password: its encryption dictionary fits no empty one."""
    whole = pdf([["잠긴 문서"]])
    encrypt = b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]" % (b"11" * 32, b"22" * 32)
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R" + encrypt)


def _character_map(*, broken: bool) -> bytes:
    """Codes to the same Unicode characters; `broken` sends the syllables to the private use area."""
    rows = ((high, 0xE0 + high % 16 if broken and 0xAC <= high <= 0xD7 else high) for high in range(255))
    ranges = b"".join(b"<%02X00> <%02XFF> <%02X00>\n" % (code, code, sign) for code, sign in rows)
    return _MAP_HEAD + ranges + _MAP_END


def _text_of(lines: Sequence[str]) -> bytes:
    shown = [b"BT /F1 %d Tf %d TL 50 %d Td" % (_FONT_SIZE, _LINE, _TOP)]
    shown += [b"<%s> Tj T*" % line.encode("utf-16-be").hex().upper().encode() for line in lines]
    return b"\n".join([*shown, b"ET"])


def _type0() -> bytes:
    return b"<</Type/Font/Subtype/Type0/BaseFont/Sample/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>"


def _cid_font() -> bytes:
    system = b"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
    return b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Sample/CIDSystemInfo%s/FontDescriptor 5 0 R/DW 1000>>" % system


def _descriptor() -> bytes:
    return (
        b"<</Type/FontDescriptor/FontName/Sample/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
        b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>"
    )


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(data), data)


def _file(objects: Sequence[bytes], trailer: bytes) -> bytes:
    out = bytearray(b"%PDF-1.5\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, table)
    return bytes(out)
