"""Which files go along with a booking."""

from dataclasses import replace

import pytest
from hypothesis import given, strategies as st

from domain.attachments import LARGEST, MOST, Attachment, Sort, attached, shortened
from domain.refusals import FileTooLarge, TooManyFiles, WrongFileType

PDF = Attachment(Sort.DOCUMENT, "file", "one", "scan.pdf", "application/pdf", 1000)
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("scan.pdf", "application/pdf"),
        ("SCAN.PDF", "application/pdf"),
        ("photo.heic", "image/heic"),
        ("letter.docx", DOCX),
        ("old.doc", "application/msword"),
        ("sheet.ods", "application/vnd.oasis.opendocument.spreadsheet"),
        ("notes.txt", "text/plain"),
        ("scan.pdf", "application/octet-stream"),
        ("scan.pdf", ""),
        ("scan", "application/pdf"),
    ],
)
def test_images_documents_and_texts_are_taken(name: str, mime: str) -> None:
    assert attached((), replace(PDF, name=name, mime=mime))[0].name == name


@pytest.mark.parametrize(
    ("name", "mime"),
    [
        ("setup.exe", "application/x-msdownload"),
        ("setup.exe", "application/pdf"),  # says one thing and is named another
        ("scan.pdf", "application/x-msdownload"),
        ("scan.pdf.exe", ""),
        ("page.html", "text/html"),
        ("cute.svg", "image/svg+xml"),
        ("cute.png", "image/svg+xml"),
        ("film.mp4", "video/mp4"),
        ("bundle.zip", "application/zip"),
        ("unknown", ""),
        (".pdf", ""),
    ],
)
def test_all_else_is_refused_by_its_name(name: str, mime: str) -> None:
    with pytest.raises(WrongFileType) as refused:
        attached((), replace(PDF, name=name, mime=mime))

    assert refused.value.name == name


def test_five_megabytes_fit_and_a_byte_more_does_not() -> None:
    assert attached((), replace(PDF, size=LARGEST))

    with pytest.raises(FileTooLarge) as refused:
        attached((), replace(PDF, size=LARGEST + 1))
    assert refused.value.megabytes == 6


def test_a_photo_needs_neither_a_name_nor_a_type() -> None:
    photo = Attachment(Sort.PHOTO, "file", "one")

    assert attached((), photo) == (photo,)


def test_one_file_more_than_the_most_is_refused() -> None:
    kept = tuple(replace(PDF, unique_id=str(each)) for each in range(MOST))

    with pytest.raises(TooManyFiles):
        attached(kept, PDF)


def test_the_same_file_once_more_is_no_other_one_even_when_there_are_ten() -> None:
    kept = tuple(replace(PDF, unique_id=str(each)) for each in range(MOST))

    assert attached(kept, replace(kept[3], file_id="other")) == kept


@given(st.text())
def test_any_name_becomes_one_short_line(name: str) -> None:
    short = shortened(name)

    assert len(short) <= 200
    assert len(short.splitlines()) <= 1


def test_a_long_name_keeps_its_ending() -> None:
    assert shortened("x" * 500 + ".pdf").endswith(".pdf")
