"""The session room in a browser: a photo and a voice message, both ways."""

import io
import wave

from playwright.async_api import expect

from tests.browser.desk import BOOK, SOON, Desk, Phone
from tests.sandbox.pictures import png

TO_A_CALL = ("Book an appointment", "Hannah", "First talk", SOON, BOOK)
SECONDS, RATE = 1, 8000


def voice() -> bytes:
    """A second of silence that any browser plays."""
    sound = io.BytesIO()
    with wave.open(sound, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(bytes(2 * SECONDS * RATE))
    return sound.getvalue()


async def both_come_in(desk: Desk) -> None:
    """A first talk of Maya with Hannah begins, and both are in its room."""
    maya, hannah = desk.customer, desk.provider
    await desk.pick(hannah, "Hannah")
    await maya.start()
    await maya.tap(*TO_A_CALL)
    await maya.sees("Your booking is confirmed")
    ready = "First talk begins in"
    await desk.moves_until(maya.saying(ready).last, hannah.saying(ready).last, most=9)
    for phone in (maya, hannah):
        await phone.tap("Open the room")
        await phone.sees("You are in the room with")


async def sends_all(writer: Phone, reader: Phone, caption: str) -> None:
    """A photo with a caption and a voice message get there."""
    photos = reader.whole.locator(".message.in .media-photo")
    voices = reader.whole.locator(".message.in .media-sound")
    had = await photos.count(), await voices.count()
    await writer.type(caption)
    await writer.attach("Photo", "plan.png", "image/png", png(320, 200))
    await expect(photos).to_have_count(had[0] + 1)
    await reader.sees(caption)
    await writer.attach("Voice message", "voice.wav", "audio/wav", voice())
    await expect(voices).to_have_count(had[1] + 1)


async def test_a_photo_and_a_voice_message_go_both_ways(desk: Desk) -> None:
    maya, hannah = desk.customer, desk.provider
    await both_come_in(desk)

    await sends_all(maya, hannah, "My homework")
    await sends_all(hannah, maya, "Look at line three")

    await maya.writes("Thank you")
    await hannah.sees("Thank you")
    await maya.tap("Leave the room")
    await maya.sees("You have left the room with Hannah Whitcombe")
