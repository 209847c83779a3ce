"""Pictures that are made of a text when a screen is sent: of the door before the registration, of an invitation.

About ten milliseconds each.
"""

from __future__ import annotations

import io

import segno
from captcha.image import ImageCaptcha

from dialogs.core.screen import Drawing

CAPTCHA_SIZE = (240, 90)
QR_SCALE = 10
"""Pixels a module: with a link's 29 modules and the quiet zone about 370."""


def draw(drawing: Drawing, text: str) -> bytes:
    """A PNG."""
    match drawing:
        case Drawing.CAPTCHA:
            return _captcha(text)
        case Drawing.QR:
            return _qr(text)


def _captcha(text: str) -> bytes:
    width, height = CAPTCHA_SIZE
    return ImageCaptcha(width=width, height=height).generate(text).getvalue()


def _qr(text: str) -> bytes:
    out = io.BytesIO()
    segno.make_qr(text, error="m").save(out, kind="png", scale=QR_SCALE)
    return out.getvalue()
