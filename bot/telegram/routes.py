"""The routing table, read from top to bottom: the first line that fits takes the update.

Commands come first, so that they lead out of anything; then the conversations, whose buttons count
only at their step; then the buttons that stand for themselves on however old a message; last
whatever is left, which is never met with silence.
"""

from typing import Any

from telegram.ext import Application, BaseHandler

from bot.telegram.conversations import (
    afterwards,
    booking as booking_talk,
    busy as busy_talk,
    calling,
    hours,
    onbehalf,
    outcomes as outcomes_talk,
    reasons,
    rooms as rooms_talk,
    services,
    timeoff as timeoff_talk,
    zone,
)
from bot.telegram.handlers import (
    answering,
    booking,
    busy,
    current,
    details,
    diary,
    feeds,
    finding,
    followups,
    holidays,
    intake,
    mine,
    moving,
    outcomes,
    policies,
    provider,
    reviews,
    rooms,
    series,
    sessions,
    settings,
    share,
    start,
    timeoff,
    waitlist,
    workspace,
)
from bot.telegram.on import anything, command, edited, replied, stale, tap, text
from bot.views import taps

Handlers = list[BaseHandler[Any, Any, Any]]


def routes() -> Handlers:
    return [*_commands(), *_talks(), *_conversations(), *_buttons(), *_rest()]


def add_routes(application: Application[Any, Any, Any, Any, Any, Any]) -> None:
    application.add_handlers(routes())


def _commands() -> Handlers:
    return [
        command("start", start.start),
        command("help", start.help_command),
        command("cancel", start.cancel_command),
        command("mybookings", mine.my_bookings_command),
        command("settings", settings.overview_command),
        command("calendar", feeds.calendar_command),
        command("today", provider.today_command),
        command("week", provider.week_command),
        command("provider", workspace.provider_command),
    ]


def _talks() -> Handlers:
    """What belongs to a room by itself, wherever its writer is: changes, and replies."""
    return [edited(rooms.edited), replied(rooms.replied)]


def _conversations() -> Handlers:
    return [
        rooms_talk.conversation(),
        booking_talk.conversation(),
        calling.conversation(),
        reasons.cancelling(),
        reasons.declining(),
        reasons.declining_all(),
        zone.conversation(),
        onbehalf.conversation(),
        busy_talk.conversation(),
        outcomes_talk.conversation(),
        hours.conversation(),
        timeoff_talk.conversation(),
        services.making(),
        services.changing(),
        afterwards.reviewing(),
        afterwards.following_up(),
    ]


def _buttons() -> Handlers:
    return [
        tap(taps.Home, start.show_home),
        tap(taps.Help, start.show_help),
        tap(taps.Confirm, booking.confirm),
        tap(taps.MyBookings, mine.my_bookings),
        tap(taps.PastBookings, mine.past_bookings),
        tap(taps.ShowBooking, mine.show_booking),
        tap(taps.Participants, provider.show_participants),
        tap(taps.ShowFiles, details.show_files),
        tap(taps.ShowAnswers, intake.show_answers),
        tap(taps.AskCancel, mine.ask_cancel),
        tap(taps.CancelFor, mine.cancel_for),
        tap(taps.WillCome, mine.will_come),
        tap(taps.Repeat, series.repeat),
        tap(taps.RepeatEvery, series.choose_count),
        tap(taps.RepeatPlan, series.show_plan),
        tap(taps.RepeatBook, series.book),
        tap(taps.CancelFollowing, series.cancel_following),
        tap(taps.RequestedDates, answering.show_dates),
        tap(taps.AcceptAll, answering.accept_all),
        tap(taps.AskDeclineAll, answering.ask_decline_all),
        tap(taps.DeclineAllFor, answering.decline_all_for),
        tap(taps.MoveFor, moving.move_for),
        tap(taps.MoveTo, moving.move_to),
        tap(taps.KeepTime, moving.keep_time),
        tap(taps.AcceptMove, moving.accept_move),
        tap(taps.RefuseMove, moving.refuse_move),
        tap(taps.AskSuggest, moving.ask_suggest),
        tap(taps.ToggleSuggestion, moving.toggle_suggestion),
        tap(taps.Suggest, moving.suggest),
        tap(taps.TakeSuggested, moving.take_suggested),
        tap(taps.TakeAllTheSame, moving.take_all_the_same),
        tap(taps.Join, sessions.join),
        tap(taps.LeaveRoom, rooms.leave),
        tap(taps.AboutRoom, rooms.show_more),
        tap(taps.SaveTranscript, rooms.save_transcript),
        tap(taps.AskBlock, rooms.ask_block),
        tap(taps.Block, rooms.block),
        tap(taps.Unblock, rooms.unblock),
        tap(taps.AskReport, rooms.ask_report),
        tap(taps.SendReport, rooms.send_report),
        tap(taps.Complete, sessions.complete),
        tap(taps.AskNoShow, sessions.ask_no_show),
        tap(taps.NoShow, sessions.no_show),
        tap(taps.AskLater, sessions.ask_later),
        tap(taps.ShowNotes, outcomes.show_notes),
        tap(taps.DropOutcome, outcomes.drop),
        tap(taps.SendNotes, outcomes.send),
        tap(taps.ShowMaterials, outcomes.show_files),
        tap(taps.Accept, provider.accept),
        tap(taps.AskDecline, provider.ask_decline),
        tap(taps.DeclineFor, provider.decline_for),
        tap(taps.Today, provider.show_day),
        tap(taps.Week, provider.show_week),
        tap(taps.WeekPicture, diary.show_week_picture),
        tap(taps.WeekInWords, diary.show_week_in_words),
        tap(taps.MonthOf, diary.show_month),
        tap(taps.AgendaOf, diary.show_agenda),
        tap(taps.DayOf, diary.show_day),
        tap(taps.Requests, provider.show_requests),
        tap(taps.Workspace, workspace.show_workspace),
        tap(taps.WorkspaceOf, workspace.show_workspace_of),
        tap(taps.ProviderSettings, workspace.show_settings),
        tap(taps.Pause, workspace.pause),
        tap(taps.Resume, workspace.resume),
        tap(taps.MostADay, workspace.choose_most),
        tap(taps.SetMostADay, workspace.set_most),
        tap(taps.TimeOff, timeoff.show_time_off),
        tap(taps.OffFor, timeoff.off_for),
        tap(taps.OpenAgain, timeoff.open_again),
        tap(taps.OffDates, timeoff.choose_date),
        tap(taps.OffUntil, timeoff.choose_last),
        tap(taps.OffDate, timeoff.show_date),
        tap(taps.OffFrom, timeoff.choose_start),
        tap(taps.OffTo, timeoff.choose_end),
        tap(taps.OffPlan, timeoff.plan),
        tap(taps.OffFate, timeoff.next_fate),
        tap(taps.OffFates, timeoff.same_fate),
        tap(taps.OffSettle, timeoff.settle),
        tap(taps.Organizations, holidays.show_organizations),
        tap(taps.Holidays, holidays.show_holidays),
        tap(taps.Countries, holidays.show_countries),
        tap(taps.HolidaysOf, holidays.show_public),
        tap(taps.ToggleHoliday, holidays.toggle),
        tap(taps.AllHolidays, holidays.choose_all),
        tap(taps.Reopen, holidays.reopen),
        tap(taps.PoliciesOfHouses, policies.show_houses),
        tap(taps.Policies, policies.show),
        tap(taps.ChooseClause, policies.choose_clause),
        tap(taps.SetClause, policies.set_clause),
        tap(taps.LeaveClause, policies.leave_clause),
        tap(taps.Timeline, finding.show_timeline),
        tap(taps.Share, share.share),
        tap(taps.ShareService, share.share_service),
        tap(taps.ShareCode, share.share_code),
        tap(taps.ShareServiceCode, share.share_service_code),
        tap(taps.BusyFeeds, busy.show_feeds),
        tap(taps.ShowBusyFeed, busy.show_feed),
        tap(taps.AskBusyFeed, busy.ask_now),
        tap(taps.AskDropBusyFeed, busy.ask_drop),
        tap(taps.DropBusyFeed, busy.drop),
        tap(taps.Settings, settings.overview),
        tap(taps.Languages, settings.choose_language),
        tap(taps.SetLanguage, settings.set_language),
        tap(taps.ZonesOf, settings.zones_of),
        tap(taps.SetZone, settings.set_zone),
        tap(taps.ForgetZone, settings.forget_zone),
        tap(taps.Leads, settings.show_leads),
        tap(taps.MoreLeads, settings.more_leads),
        tap(taps.ToggleLead, settings.toggle_lead),
        tap(taps.CalendarFeeds, feeds.show_feeds),
        tap(taps.CalendarHelp, feeds.how_to),
        tap(taps.AskRenewFeed, feeds.ask_renew),
        tap(taps.RenewFeed, feeds.renew),
        tap(taps.MyWaitlist, waitlist.my_waitlist),
        tap(taps.ShowWait, waitlist.show_wait),
        tap(taps.LeaveWaitlist, waitlist.leave_waitlist),
        tap(taps.ShowOffer, waitlist.show_offer),
        tap(taps.TakeOffer, waitlist.take_offer),
        tap(taps.TakeOfferAllTheSame, waitlist.take_all_the_same),
        tap(taps.PassOffer, waitlist.pass_offer),
        tap(taps.LeaveOffer, waitlist.leave_offer),
        tap(taps.GiveStars, reviews.give_stars),
        tap(taps.MyReview, reviews.my_review),
        tap(taps.DropReviewWords, reviews.drop_words),
        tap(taps.Reviews, reviews.show_reviews),
        tap(taps.AskParticipation, reviews.ask_participation),
        tap(taps.RateParticipation, reviews.rate_participation),
        tap(taps.Again, booking.show_again),
        tap(taps.AskFollowUp, followups.ask),
        tap(taps.FollowUpDates, followups.choose_date),
        tap(taps.PlanFollowUp, followups.plan),
        tap(taps.FollowUps, followups.show_all),
        tap(taps.ShowFollowUp, followups.show_one),
        tap(taps.AskMoveFollowUp, followups.ask_move),
        tap(taps.MoveFollowUpDates, followups.choose_other_date),
        tap(taps.MoveFollowUp, followups.move),
        tap(taps.FollowUpDone, followups.done),
        tap(taps.DropFollowUp, followups.drop),
        tap(taps.Blank, start.blank),
    ]


def _rest() -> Handlers:
    return [stale(current.stale), text(current.written), anything(current.not_understood)]
