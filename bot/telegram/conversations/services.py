"""A provider's services: making one, and changing what one says."""

from bot.telegram.handlers import newservice, services
from bot.telegram.on import other, tap, text
from bot.telegram.shared import SharedConversation
from bot.telegram.turn import State
from bot.views import taps


def making() -> SharedConversation:
    return SharedConversation(
        name="new_service",
        entry_points=[tap(taps.NewService, newservice.begin)],
        states={
            State.NEW_SERVICE: [
                tap(taps.NewLengths, newservice.show_lengths),
                tap(taps.NewLength, newservice.pick_length),
                tap(taps.NewPrice, newservice.pick_price),
                text(newservice.written),
                other(newservice.not_written),
            ]
        },
    )


def changing() -> SharedConversation:
    return SharedConversation(
        name="own_service",
        entry_points=[
            tap(taps.Services, services.show_services),
            tap(taps.ShowService, services.show_service),
            tap(taps.ShowRules, services.show_rules),
            tap(taps.ChooseTerm, services.choose_term),
            tap(taps.SetTerm, services.set_term),
            tap(taps.ChoosePrice, services.choose_price),
            tap(taps.SetPrice, services.set_price),
            tap(taps.ChooseServiceHours, services.choose_hours),
            tap(taps.SetServiceHours, services.set_hours),
            tap(taps.ChooseFormats, services.choose_formats),
            tap(taps.ToggleFormat, services.toggle_format),
            tap(taps.LeadWithFormat, services.lead_with),
            tap(taps.WritePlace, services.write_place),
            tap(taps.DropPlace, services.drop_place),
            tap(taps.ChooseApproval, services.choose_approval),
            tap(taps.SetApproval, services.set_approval),
            tap(taps.ShowWording, services.show_wording),
            tap(taps.WriteWording, services.write_wording),
            tap(taps.DropWording, services.drop_wording),
            tap(taps.PauseService, services.pause),
            tap(taps.ResumeService, services.resume),
            tap(taps.MoveService, services.move),
            tap(taps.DuplicateService, services.duplicate),
            tap(taps.MakeOwnService, services.make_own),
            tap(taps.AskDeleteService, services.ask_delete),
            tap(taps.DeleteService, services.delete),
        ],
        states={State.OWN_SERVICE: [text(services.written), other(services.not_written)]},
    )
