"""What goes through the pipes between the program and its reader process.

A message is its length in bytes (4, big endian) and UTF-8 JSON; nothing else can be expressed, so a child taken
over by a hostile file can at worst send wrong text. Requests: ``{"path", "seconds"}``. Answers, one a request in
order: ``{"document": …}`` or ``{"error": code, "fields": {…}}``, with ``"last": true`` when the child wants to be
replaced; before the first, ``{"ready": true}``.
"""

from __future__ import annotations

import dataclasses
import json
import struct
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from govdesk.errors import FileDamaged, FileError
from govdesk.knowledge.model import ParsedDocument, ParsedPassage, PassageCitation, Role

MAX_MESSAGE = 1_000_000_000
"""Bytes; a longer length field is noise on the pipe."""
_LENGTH = struct.Struct(">I")


class BrokenProtocol(Exception):
    """The other side is gone or does not speak the protocol."""


def pack(message: Mapping[str, Any]) -> bytes:
    """The bytes of `message`; lone surrogates of undecodable file names pass through."""
    body = json.dumps(message, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return _LENGTH.pack(len(body)) + body


def receive(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message of `stream`, None at its end between messages. Raises `BrokenProtocol`."""
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise BrokenProtocol("the pipe ended inside a length")
    (length,) = _LENGTH.unpack(head)
    body = stream.read(length) if length <= MAX_MESSAGE else b""
    if len(body) < length:
        raise BrokenProtocol("the pipe ended inside a message")
    try:
        message = json.loads(body.decode("utf-8", "surrogatepass"))
    except ValueError as error:
        raise BrokenProtocol("not JSON") from error
    if not isinstance(message, dict):
        raise BrokenProtocol("not an object")
    return message


def document_out(document: ParsedDocument) -> dict[str, Any]:
    """`document` as JSON values; passages as rows in the order of the fields of `ParsedPassage`."""
    values = {field.name: getattr(document, field.name) for field in dataclasses.fields(document)}
    for name in ("effective", "promulgated"):
        values[name] = values[name].isoformat() if values[name] else None
    values["passages"] = [
        (
            p.role.value,
            p.text,
            p.article,
            p.heading,
            p.path,
            p.place,
            p.page,
            [dataclasses.astuple(c) for c in p.citations],
        )
        for p in document.passages
    ]
    return values


def document_in(values: dict[str, Any]) -> ParsedDocument:
    """The document in `values`; raises `BrokenProtocol` if they are not one."""
    try:
        passages = tuple(
            ParsedPassage(
                Role(role),
                text,
                article,
                heading,
                tuple(path),
                place,
                page,
                tuple(PassageCitation(*one) for one in cited),
            )
            for role, text, article, heading, path, place, page, cited in values.pop("passages")
        )
        for name in ("effective", "promulgated"):
            values[name] = date.fromisoformat(values[name]) if values[name] else None
        return ParsedDocument(**(values | {"passages": passages, "ministries": tuple(values["ministries"])}))
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenProtocol("not a document") from error


def error_out(error: FileError) -> dict[str, Any]:
    """`error` as an answer, without its path."""
    fields = {f.name: getattr(error, f.name) for f in dataclasses.fields(error) if f.name != "path"}
    return {"error": error.code, "fields": fields}


def error_in(answer: Mapping[str, Any], path: Path) -> FileError:
    """The leaf of `FileError` that `answer` names, for `path`; `FileDamaged` for a code unknown here."""
    leaf = next((leaf for leaf in _leaves(FileError) if leaf.code == answer["error"]), FileDamaged)
    try:
        return leaf(path, **answer.get("fields", {}))
    except TypeError as error:
        raise BrokenProtocol("not an error") from error


def _leaves(root: type[FileError]) -> list[type[FileError]]:
    return [leaf for child in root.__subclasses__() for leaf in (child, *_leaves(child))]
