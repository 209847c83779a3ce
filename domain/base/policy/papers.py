"""What the vendor has people read before they agree: a text in the policy, or a file that lies beside the policy's."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationInfo, model_validator

from domain.base.policy.values import PolicySection

LONGEST = 20_000
"""Characters of a text."""
LARGEST = 20 * 1024 * 1024
"""Bytes of a file: what a chat takes."""
TEXTS, DOCUMENTS = (".txt", ".md"), (".pdf", ".doc", ".docx")


class VendorPaper(PolicySection):
    """Either `text` (paragraphs between blank lines; `english` for who reads that), or `file`, a document by its path from
    the policy's folder, with the SHA-256 of its bytes. A file that is a text is read as one. `{vendor}` in a text is the vendor."""

    text: str = ""
    english: str = ""
    file: str = ""
    sha256: str = ""

    @model_validator(mode="before")
    @classmethod
    def _read(cls, data: Any, info: ValidationInfo) -> Any:
        """Raises `ValueError` for a file that can't be used."""
        if isinstance(data, str):
            return {"text": data}
        if not isinstance(data, dict) or not isinstance(data.get("file"), str) or data.get("text"):
            return data
        folder = (info.context or {}).get("folder")
        if folder is None:
            return data  # a policy that was printed and is read again
        path = Path(folder) / data["file"]
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ValueError(f"{data['file']}: {error.strerror}") from error
        if path.suffix.lower() in TEXTS:
            return {"text": _text(data["file"], content), "english": data.get("english", "")}
        if path.suffix.lower() not in DOCUMENTS:
            raise ValueError(
                f"{data['file']}: neither a text ({', '.join(TEXTS)}) nor a document ({', '.join(DOCUMENTS)})"
            )
        if not 0 < len(content) <= LARGEST:
            raise ValueError(f"{data['file']}: {len(content):,} bytes, at most {LARGEST:,} can be sent")
        return {"file": data["file"], "sha256": hashlib.sha256(content).hexdigest()}

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if bool(self.text.strip()) == bool(self.file):
            raise ValueError("either a text or a file")
        if self.file and not self.sha256:
            raise ValueError("a file lies beside the policy's, and this policy has no folder")
        if max(len(self.text), len(self.english)) > LONGEST:
            raise ValueError(f"at most {LONGEST:,} characters")
        return self

    @property
    def name(self) -> str:
        """What the file is called where it arrives."""
        return Path(self.file).name


def _text(name: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValueError(f"{name}: not UTF-8 text (byte {error.start}); save it as UTF-8") from error
