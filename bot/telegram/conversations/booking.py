"""The booking flow as a conversation: which buttons count at which step."""

from bot.telegram.handlers import booking, details, intake, moving, waitlist
from bot.telegram.on import command, file, other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def conversation() -> SharedConversation:
    days = [
        tap(taps.TurnMonth, booking.turn_month),
        tap(taps.PickDay, booking.pick_day),
        tap(taps.ShowDays, booking.show_days),
        tap(taps.Months, booking.show_months),
        tap(taps.Narrow, booking.narrow),
        tap(taps.PickPart, booking.pick_part),
        tap(taps.WithAnyone, booking.with_anyone),
        tap(taps.ThisWeek, booking.show_week),
    ]
    waits = [tap(taps.AskWait, waitlist.ask_wait), tap(taps.WaitFor, waitlist.wait_for)]
    times = [
        tap(taps.TurnTimes, booking.turn_times),
        tap(taps.PickTime, booking.pick_time),
        *waits,
    ]
    return SharedConversation(
        name="booking",
        entry_points=[
            tap(taps.Book, booking.begin),
            tap(taps.BookAgain, booking.begin_again),
            tap(taps.AskMove, moving.ask_move),
            tap(taps.SuggestOther, moving.suggest_other),
            tap(taps.AgainAt, booking.again_at),
            command("book", booking.begin_command),
        ],
        states={
            State.PROVIDER: [
                tap(taps.PickBusiness, booking.pick_business),
                tap(taps.AllBusinesses, booking.all_businesses),
                tap(taps.TurnProviders, booking.turn_providers),
                tap(taps.PickProvider, booking.pick_provider),
                tap(taps.WithAnyone, booking.with_anyone),
            ],
            State.SERVICE: [
                tap(taps.TurnServices, booking.turn_services),
                tap(taps.PickService, booking.pick_service),
            ],
            State.DAY: [*days, tap(taps.PickTime, booking.pick_time), *waits],
            State.TIME: [
                *times,
                tap(taps.PickPart, booking.pick_part),
                tap(taps.PickDay, booking.pick_day),
            ],
            State.WEEK: times,
            State.NEARBY: [tap(taps.PickTime, booking.pick_time), *waits],
            State.REVIEW: [
                tap(taps.WriteNote, booking.write_note),
                tap(taps.DropNote, booking.drop_note),
                tap(taps.WriteTopic, details.write_topic),
                tap(taps.AddFiles, details.add_files),
                tap(taps.OtherDays, details.show_other_days),
                tap(taps.AskQuestions, intake.ask),
                tap(taps.ChooseHow, details.choose_how),
                tap(taps.GiveNumber, details.ask_number),
                tap(taps.Confirm, booking.confirm),
            ],
            State.HOW: [tap(taps.PickHow, details.pick_how)],
            State.NUMBER: [
                text(details.number_written),
                file(details.file_sent),
                other(details.number_is_not_text),
            ],
            State.MOVING: [
                tap(taps.MoveFor, moving.move_for),
                tap(taps.MoveInWords, moving.ask_reason),
            ],
            State.MOVE_REASON: [text(moving.reason_written), other(moving.reason_again)],
            State.NOTE: [
                text(booking.note_written),
                file(details.file_sent),
                other(booking.note_is_not_text),
            ],
            State.TOPIC: [tap(taps.DropTopic, details.drop_topic), text(details.topic_written)],
            State.FILES: [
                tap(taps.DropFile, details.drop_file),
                file(details.file_sent),
                text(details.words_for_files),
                other(details.not_a_file),
            ],
            State.OTHER_TIME: [
                tap(taps.OtherDays, details.show_other_days),
                tap(taps.OtherDay, details.pick_other_day),
                tap(taps.OtherTime, details.pick_other_time),
                tap(taps.DropOtherTime, details.drop_other_time),
            ],
            State.QUESTION: [
                tap(taps.ChooseOption, intake.choose),
                tap(taps.ToggleOption, intake.toggle),
                tap(taps.AnswerDate, intake.choose_date),
                tap(taps.TurnAnswerDates, intake.turn_dates),
                tap(taps.KeepAnswer, intake.keep),
                tap(taps.SkipQuestion, intake.skip),
                tap(taps.SameAsLast, intake.same_as_last),
                text(intake.answer_written),
            ],
        },
        fallbacks=[
            tap(taps.Back, booking.back),
            tap(taps.LeaveFlow, booking.leave),
            text(booking.written),
            file(details.file_sent),
            other(booking.please_tap),
        ],
    )
