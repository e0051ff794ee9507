from dataclasses import dataclass

from tests.standin.errors import Problem, RefusedError, refuse_problems
from tests.standin.payloads import SIZE_LIMIT
from tests.standin.protocol import Json


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrived in `files[n]`."""

    number: int
    filename: str
    content_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that hangs on a message."""

    id: int
    filename: str
    content_type: str
    data: bytes
    description: str | None = None

    @property
    def text(self) -> str:
        """The file read as text."""
        return self.data.decode()

    def payload(self, base: str) -> Json:
        """The file as a message lists it; it can be downloaded from there."""
        url = f"{base}/attachments/{self.id}/{self.filename}"
        about = {} if self.description is None else {"description": self.description}
        return {
            "id": str(self.id),
            "filename": self.filename,
            "size": len(self.data),
            "url": url,
            "proxy_url": url,
            "content_type": self.content_type,
            **about,
        }


def attach(
    uploads: tuple[Upload, ...],
    listed: list[Json] | None,
    ids: list[int],
    before: tuple[Attachment, ...] = (),
) -> tuple[Attachment, ...]:
    """The files of a message after a request: those kept, then those that came with it."""
    if any(len(upload.data) > SIZE_LIMIT for upload in uploads):
        raise RefusedError(413, 40005, "Request entity too large")
    about = {int(each["id"]): each for each in listed or ()}
    kept = before if listed is None else tuple(each for each in before if each.id in about)
    numbers = {upload.number for upload in uploads} | {each.id for each in before}
    refuse_problems(
        Problem(("attachments", place, "id"), "ATTACHMENT_NOT_FOUND", "Attachment not found.")
        for place, each in enumerate(listed or ())
        if int(each["id"]) not in numbers
    )
    new = (
        _attached(upload, about.get(upload.number, {}), id)
        for upload, id in zip(uploads, ids, strict=True)  # noqa: A001 - Discord's word
    )
    return (*kept, *new)


def _attached(upload: Upload, about: Json, id: int) -> Attachment:  # noqa: A002 - Discord's word
    name = about.get("filename") or upload.filename
    kind = upload.content_type
    return Attachment(id, name, kind, upload.data, about.get("description"))
