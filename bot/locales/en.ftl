# English. One file is one language; the first three messages describe it.
language-name = English
language-locale = en_GB
language-direction = ltr

## Times, money, small words
and-then = { $first }, { $more }
day-and-time = { $day }, { $time }
moment = { $day }, { $time } ({ $city } time)
moment-here = For you: { $when } ({ $city } time)
moment-theirs = For { $other }: { $when } ({ $city } time)
free = Free of charge
previous = ‹
next = ›
back = ‹ Back
leave = ✕ Cancel
home = 🏠 Start page
keep-it = ‹ Keep it
page = Page { $page } of { $pages }
length-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
length-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
length-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
short-days = { $count }d
short-hours = { $count }h
short-minutes = { $count }m
all-times = All times are { $city } time.

## Start page and help
hello = 👋 <b>Hello { $name }!</b>
hello-what = I book appointments for you: choose who, choose when, done. Reminders come to this chat.
hello-provider = You are here as <b>{ $providers }</b>.
hello-admin = You are an administrator: I write to you when something needs your attention.
key-book = 📅 Book an appointment
key-bookings = 🗂 My bookings ({ $count })
key-no-bookings = 🗂 My bookings
key-next = { $title }: { $when }
key-once-more-of = 🔁 Again: { $title } · { $provider }
key-today = 📋 Today
key-week = 🗓 Week
key-requests = 🔔 Requests ({ $count })
key-settings = ⚙️ Settings
key-help = ❓ Help
help =
    <b>How it works</b>
    Choose a provider, a service and a free time. I keep the time for you for 5 minutes while you check it. Some providers confirm each request themselves; I tell you as soon as they have answered. Before your appointment I remind you here.

    /book – book an appointment
    /mybookings – your bookings; cancel one
    /calendar – your bookings in your own calendar
    /settings – language, time zone, reminders
    /cancel – leave what you are doing
    /start – the start page
help-provider =
    <b>For providers</b>
    /today – today's bookings
    /week – the next seven days
    Requests arrive in this chat; answer them with one tap.
group-hint = I keep appointments private. Let us talk here: { $link }

## Business types
business-doctor = 🩺 Doctors
business-salon = 💇 Salons
business-consultant = 💼 Consultants
business-studio = 🎵 Studios
business-tutor = 📚 Tutors
business-coach = 🏃 Coaches
business-other = ✨ Other
business-all = All
saved = Saved.
discarded = Nothing was changed.
discard = ✖️ Discard
ticked = ✅ { $what }
chosen = • { $what }

## Choosing a provider and a service
providers-title = <b>Who would you like to see?</b>
offering-title = <b>{ $title }</b>: with whom?
providers-none = Nobody can be booked here at the moment. Please look in again later.
provider-line = <b>{ $name }</b> · { $organization }
provider-rating = ★ { $mean } ({ $count })
provider-new = New here
provider-first = first free { $when } ({ $city } time)
provider-full = nothing free in the next two weeks
key-provider = { $name } · { $when }
key-provider-full = { $name }
services-title = <b>{ $name }</b> · { $organization }
services-choose = Which service?
services-none = { $name } offers nothing to book at the moment. Please choose somebody else.
service-line = <b>{ $title }</b> – { $length }, { $price }
service-approval = confirmed by hand
key-service = { $title } · { $price }
address = 📍 { $address }
phone = 📞 { $phone }
format-in_person = In person
format-video = 🎥 Video call
format-phone = 📞 Phone call
format-chat = 💬 Chat

## Choosing a day and a time
booking-of = <b>{ $title }</b> with { $provider }
booking-with-anyone = <b>{ $title }</b> with whoever is free
length-and-price = { $length } · { $price }
days-choose = Choose a day. Times are { $city } time.
days-soonest = The soonest times are on top.
days-legend = 12 free · 12 (2) two left · 12 ✕ full · 12 – closed
days-count =
    { $month }: { $free ->
        [0] no free days
        [one] { $free } day with free times
       *[other] { $free } days with free times
    }{ $full ->
        [0] .
       *[other] , { $full } full.
    }
days-nothing = Nothing is free until { $latest }. Please choose another service or provider.
key-narrow = 🔎 What suits me
key-this-week = 📋 This week
only-morning = 🔎 Mornings only
only-afternoon = 🔎 Afternoons only
only-evening = 🔎 Evenings only
narrow-choose = What suits you?
key-anyone = 👥 With any of the { $count }
months-choose = Which month?
key-month =
    { $count ->
        [0] { $month } · none
       *[other] { $month } · { $count }
    }
week-title =
    { $count ->
        [one] <b>This week:</b> one time is free.
       *[other] <b>This week:</b> { $count } times are free.
    }
week-nothing = <b>This week</b> nothing is free any more. The next free times:
week-nothing-at-all = Nothing is free here at present.
times-zone = { $city } time
key-soonest = ⚡ { $when }
cell-free = { $day }
cell-few = { $day } ({ $count })
cell-full = { $day } ✕
cell-closed = { $day } –
cell-out = ·
why-full = { $day } is full. Please choose another day.
why-closed = { $provider } is closed on { $day }.
why-closed-all = Nobody is there on { $day }.
why-not-then = There are no times like these on { $day }.
why-too-soon = It is too late to book for { $day }. Please choose another day.
why-past = { $day } is over.
why-beyond = You can book up to { $latest }.
times-title = <b>{ $day }</b>
times-choose =
    { $count ->
        [one] One time is free, { $city } time.
       *[other] { $count } times are free, { $city } time.
    }
times-here = { $there } there is { $here } for you ({ $city } time).
times-none = No time is free any more on { $day }. Please choose another day.
part-all = All
part-any = Any time of day
key-day-before = ‹ { $day }
key-day-after = { $day } ›
key-seats =
    { $count ->
        [one] { $when } · 1 seat
       *[other] { $when } · { $count } seats
    }
part-morning = Morning ({ $count })
part-afternoon = Afternoon ({ $count })
part-evening = Evening ({ $count })
slot-gone = Somebody was a moment faster.
slot-near = These times nearby are still free ({ $city } time):
slot-gone-toast = That time has just been taken.
slot-gone-nothing = Somebody was a moment faster, and nothing else is free in the days around it. Please choose another day.
note-kept = Your note is kept.
key-other-day = 📅 Choose another day
slot-closed = This time is not offered any more. These times nearby are free:
slot-closed-toast = This time is not offered any more.
slot-closed-nothing = This time is not offered any more, and nothing else is free in the days around it. Please choose another day.

## Review
review-title = <b>Please check</b>
review-held = I keep this time for you until { $time } ({ $city } time).
review-approval = { $provider } confirms each request; I tell you as soon as they have answered.
review-note = 📝 { $note }
key-confirm = ✅ Book { $when }
key-request = 📨 Request { $when }
key-note = ✏️ Add a note
key-change-note = ✏️ Change the note
key-drop-note = 🗑 Remove the note
note-ask = <b>A note for { $provider }</b>
    Write it as a message: what it is about, or what they should know. Up to { $limit } characters.
note-not-text = I can only keep words as a note. Please write it as a message, or go back.
already-booked = This one is booked already.
left = Nothing was booked. See you soon!
left-toast = All right, nothing was booked.

## Details of a booking
key-topic = 🏷 Add a topic
key-change-topic = 🏷 Change the topic
key-drop-topic = 🗑 Remove the topic
key-attach = 📎 Attach files
key-files = 📎 Files ({ $count })
key-drop-file = 🗑 { $name }
key-other-time = 🗓 Another time would do, too
key-change-other-time = 🗓 Change the other time
key-drop-other-time = 🗑 No other time
key-questions = 📋 Questions
key-questions-first =
    { $count ->
        [one] 📋 Answer { $count } question
       *[other] 📋 Answer { $count } questions
    }
key-answers = 📋 Answers ({ $count })
key-done = ✅ Done
key-keep-answer = Next
key-skip = Skip
key-yes = Yes
key-no = No
key-same-as-last = 🔁 Same as last time
details-topic = 🏷 { $topic }
details-files =
    { $count ->
        [one] 📎 { $count } file
       *[other] 📎 { $count } files
    }
details-other = 🗓 Would do, too: { $when }
details-other-theirs = 🗓 Would also come: { $when }
details-answered = 📋 Questions answered: { $answered } of { $count }
details-missing =
    { $count ->
        [one] One question has to be answered before you can book.
       *[other] { $count } questions have to be answered before you can book.
    }
topic-ask = <b>What is it about?</b>
    Write it as a message: a few words, up to { $limit } characters.
files-ask = <b>Attach files</b>
    Send them here, one by one or as an album: photos, PDFs, office documents, text files. Up to { $most } files, each up to { $largest } MB.
files-none = Nothing is attached yet.
file-photo = Photo
file-line = { $number }. { $name } · { $size } KB
file-attached =
    { $count ->
        [one] 📎 Attached. That makes { $count } file.
       *[other] 📎 Attached. That makes { $count } files.
    }
not-a-file = I can attach photos and documents only. Please send one of these, or go back.
other-ask = <b>Another time that would do</b>
    In case { $provider } cannot make it: which other time would you take? It is only told, not kept for you.
question-progress = Question { $number } of { $count }
question-required = This has to be answered.
question-optional = You can skip this one.
question-how-text = Write your answer as a message, up to { $limit } characters.
question-how-number = Write a number as a message.
question-how-between = Write a number from { $least } to { $most } as a message.
question-how-least = Write a number from { $least } on as a message.
question-how-most = Write a number up to { $most } as a message.
question-how-choice = Tap one.
question-how-choices = Tap all that fit, then Done.
question-how-yes_no = Tap Yes or No.
question-how-date = Tap a day, or write a date such as 17.5.1990.
question-sensitive = 🔒 Your answer is stored encrypted. Only { $provider } can read it.
question-now = Your answer: { $answer }
answers-title = 📋 <b>Answers of { $customer }</b> · { $reference }
answer-sealed = (cannot be read: its key is missing)
refused-file-type = I cannot take “{ $name }”: only photos, PDFs, office documents and text files. All else is kept.
refused-file-size = “{ $name }” has { $megabytes } MB; up to 5 MB fit. All else is kept.
refused-files =
    { $limit ->
       *[other] You have attached { $limit } files already, which is the most. Remove one to add another.
    }
refused-same-time = That is the time you have chosen already. Please take another one.
refused-answers =
    { $count ->
        [one] Please answer one question first.
       *[other] Please answer { $count } questions first.
    }
refused-number = That is not a number I understand. Please write digits only, such as 12 or 12.5.
refused-number-range = Please write a number from { $least } to { $most }.
refused-number-least = Please write a number from { $least } on.
refused-number-most = Please write a number up to { $most }.
refused-date = That is not a date I understand. Please tap a day, or write day, month and year, such as 17.5.1990.
refused-nothing-chosen = Please choose at least one.
refused-answer = Please answer this question with the buttons.

## How to meet
key-how = How: { $format }
how-ask = <b>How would you like to meet { $provider }?</b>
how-gone = “{ $format }” is no longer offered here. Everything else is kept.
how-at = { $format }: { $place }
how-call = { $format }: you call { $place }
how-called = { $format }: { $provider } calls you
call-ours-on-customer = 📞 { $provider } calls you on { $phone }
call-ours-open-customer = 📞 { $provider } calls you
call-ours-on-provider = 📞 You call { $customer } on { $phone }
call-ours-open-provider = 📞 You call { $customer }
call-theirs-on-customer = 📞 You call { $provider } on { $phone }
call-theirs-on-provider = 📞 { $customer } calls you on { $phone }
key-number = 📞 My number first
key-other-number = 📞 Another number
number-ask = <b>On which number may { $provider } call you?</b> Please write it as a message, with the country: +62 812 0000 0000. Only providers who are to call you see it.
number-not-text = I can only keep a written number. Please write it as a message, or go back.
refused-format-gone = This way to meet is no longer offered. Please choose another one.
refused-number-missing = Please give your number first, so that you can be called.
refused-phone = I see no phone number in this. Please write it like +62 812 0000 0000.
key-my-number = 📞 Give my number
number-kept-toast = Kept. { $provider } calls you on this number.

## Two bookings at one time
own-clash =
    { $count ->
        [one] ⚠️ <b>You have another booking at this time:</b>
       *[other] ⚠️ <b>You have other bookings at this time:</b>
    }
own-clash-booking = • { $when }–{ $until } ({ $city } time) · { $title } · { $provider }
key-all-the-same = ✅ Take it all the same
repeat-clashing = ⚠️ { $what }
repeat-clashes = ⚠️ You have another booking at that time. You can still take it.

## Bookings
bookings-title = <b>Your bookings</b>
bookings-none = You have no bookings ahead.
past-title = <b>Past bookings</b>
past-none = There are no past bookings.
key-past = 🕘 Past ({ $count })
key-upcoming = 🗂 Upcoming ({ $count })
key-booking = { $sign } { $when } · { $title }
booking-customer = { $customer }
reference = <code>{ $reference }</code>
status-held = ⏳ Being booked
status-pending_payment = ⏳ Waiting for payment
status-pending = ⏳ Waiting for confirmation
status-confirmed = ✅ Confirmed
status-in_progress = ▶️ Going on
status-completed = ✔️ Completed
status-no_show = 🚫 Not attended
status-cancelled = ❌ Cancelled
status-declined = ❌ Declined
status-expired = ⌛ Not answered in time
reason = Reason: { $reason }
coming-self = 👍 You said that you will be there.
coming-other = 👍 { $other } will be there.
before-none = First booking with you.
before-some =
    { $count ->
        [one] One booking with you before.
       *[other] { $count } bookings with you before.
    }
key-cancel = ✕ Cancel booking
key-details = 🔎 Details
key-all-bookings = 🗂 All my bookings
key-again = 🔁 Book another time
cancel-ask = <b>Cancel this booking?</b> Please choose a reason; { $other } will see it.
cancel-plans = My plans changed
cancel-ill = I am ill
cancel-mistake = Booked by mistake
cancel-none = No reason
key-own-words = ✏️ In my own words
reason-ask = Please write the reason as a message. { $other } will see it. Up to { $limit } characters.
reason-not-text = Please write the reason as a message, or go back.
cancelled-done = ❌ <b>Cancelled.</b> { $other } has been told.
cancelled-done-alone = ❌ <b>Cancelled.</b>
cancelled-toast = Cancelled.
will-come-toast = 👍 Good to know, thank you!
cancel-is-late = ⚠️ <b>It is late to cancel.</b> It was free until { $when } ({ $city } time). You can still cancel; { $other } will see that it was late.
cancelled-late = ⏰ Cancelled late
refused-bookings =
    { $limit ->
        [one] You can have one booking ahead here, and you have it. You can book again when it is over or cancelled.
       *[other] You can have { $limit } bookings ahead here, and you have them. You can book again when one is over or cancelled.
    }
refused-reference = I cannot find a booking of yours with the reference { $reference }.
ahead-today = today
ahead-tomorrow = tomorrow
ahead-less-than-a-day = tomorrow, in less than 24 hours
key-map = 🗺 Show on the map

## Timeline of a booking
key-timeline = 🕓 Timeline
timeline-title = 🕓 <b>Timeline</b> · <code>{ $reference }</code>
timeline-step = • { $when } · <b>{ $who }</b>: { $what }
timeline-system = By itself
timeline-admin = Admin
timeline-link = (through a link)
timeline-changed = changed
timeline-held = time kept
timeline-given-back = time given back
timeline-pending_payment = waiting for payment
timeline-pending = requested
timeline-confirmed = confirmed
timeline-in_progress = begun
timeline-completed = completed
timeline-no_show = marked as not attended
timeline-cancelled = cancelled
timeline-declined = declined
timeline-expired = not answered in time
timeline-moved = moved from { $before } to { $after }

## Another time for a booking
key-move = 🔁 Move
key-move-to = ✅ Move to { $when }
key-ask-move = 📨 Ask for { $when }
key-keep-time = ↩️ Keep the present time
key-accept-move = ✅ Move to { $when }
key-refuse-move = ✕ Keep the present time
key-fine = 👍 Fine
key-another-time = 📅 Another time
move-leave = ✕ Do not move
moving-from = 🔁 Moving from { $when }. It stays there until another time is chosen.
move-ask = 🔁 <b>Move this booking?</b>
move-to = New time: <b>{ $when }</b>
move-approval = { $provider } has to agree. The present time stays until then.
move-why = If you like, say why with the same tap; { $other } will see it.
move-plans = My plans changed
move-ill = I am ill
move-urgent = Something urgent came up
move-wanted = 🔁 New time asked for: <b>{ $when }</b>
move-wanted-until = To be answered by { $when } ({ $city } time); the present time stays until then.
move-was = Before: <s>{ $when }</s>
move-asked-toast = Asked. Your present time stays until there is an answer.
move-accepted-toast = Moved. { $customer } is being told.
move-refused-toast = The booking stays as it is. { $customer } is being told.
kept-toast = Your booking stays as it is.
notice-moved-customer = 🔁 <b>{ $provider } has moved your booking</b>
notice-moved-provider = 🔁 <b>{ $customer } has moved their booking</b>
notice-move-asked = 🔁 <b>{ $customer } asks for another time</b>
notice-move-agreed = ✅ <b>{ $provider } agrees: your booking has a new time</b>
notice-move-refused = ↩️ <b>{ $provider } could not agree to the other time</b>
    Your booking stays as it was.
refused-move-late = This booking could be moved until { $latest }. You can still cancel it.
refused-moved-often =
    { $limit ->
        [one] This booking has been moved once already, and that is all that is possible. You can cancel it and book anew.
       *[other] This booking has been moved { $limit } times already, and that is all that is possible. You can cancel it and book anew.
    }
refused-not-asked = This other time is no longer asked for.
key-suggest = 📅 Suggest another time
suggest-ask = <b>Which times suit you instead?</b> Choose up to { $limit }. The request is declined, and { $customer } can take one of them with one tap.
key-suggest-send =
    { $count ->
        [one] 📨 Decline and suggest it
       *[other] 📨 Decline and suggest { $count }
    }
suggested = { $provider } suggests instead ({ $city } time):
suggested-by-you = You suggested instead ({ $city } time):
suggested-toast = Declined. { $customer } gets your suggestions.
key-take = ✅ { $when }
taken-toast = Booked.

## Bookings that repeat
every-week = Every week
every-fortnight = Every two weeks
every-month = Every month
key-repeat = 🔁 Repeat…
repeat-ask = 🔁 <b>How often?</b>
repeat-count = 🔁 <b>How many sessions in all?</b>
    The one you have is the first.
repeat-plan = 🔁 <b>{ $every }</b>
repeat-how =
    ✅ free · 🔀 the nearest free time instead · ✕ not to be had
    Tap a date to leave it out. All are booked together, or none.
repeat-taken = 🔀 { $when } is taken.
repeat-in = ✅ { $when }
repeat-other = 🔀 { $when }
repeat-out = ☐ { $when }
repeat-none = ✕ { $when }
repeat-book =
    { $count ->
        [one] ✅ Book one more
       *[other] ✅ Book { $count } more
    }
repeat-booked =
    { $count ->
        [one] ✅ <b>One more is booked:</b>
       *[other] ✅ <b>{ $count } more are booked:</b>
    }
repeat-changed = Something has changed meanwhile. Please look again.
series-place = 🔁 { $place } of { $count }, { $every }
series-cancel =
    { $count ->
        [one] ✕ This one and the next
       *[other] ✕ This one and the { $count } that follow
    }
series-cancelled =
    { $count ->
        [one] One booking is cancelled.
       *[other] { $count } bookings are cancelled.
    }
repeat-asks = { $provider } confirms each request. All dates go out as one, and you get one answer.
repeat-request =
    { $count ->
        [one] 📨 Request one more
       *[other] 📨 Request { $count } more
    }
repeat-requested =
    { $count ->
        [one] 📨 <b>One more is requested:</b>
       *[other] 📨 <b>{ $count } more are requested:</b>
    }
repeat-until = The answer should come by { $when } ({ $city } time). I keep the times until then.
requested-series-title =
    { $count ->
        [one] 🔔 <b>New request for one session</b>
       *[other] 🔔 <b>New request for { $count } sessions</b>
    }
nudge-series-title =
    { $count ->
        [one] 🔔 <b>One session still waits for your answer</b>
       *[other] 🔔 <b>{ $count } sessions still wait for your answer</b>
    }
series-dates = <b>All dates:</b>
series-requests =
    { $count ->
        [one] 🔔 <b>{ $customer } waits for your answer</b> about one session.
       *[other] 🔔 <b>{ $customer } waits for your answer</b> about { $count } sessions.
    }
key-accept-all = ✅ Confirm all { $count }
key-decline-all = ✕ Decline all { $count }
key-one-by-one = 🗓 One by one
requests-back = ‹ Requests
decline-all-ask =
    { $count ->
        [one] <b>Decline this session?</b> Please choose a reason; { $customer } will see it.
       *[other] <b>Decline all { $count } sessions?</b> Please choose a reason; { $customer } will see it.
    }
accepted-all-toast =
    { $count ->
        [one] One session is confirmed. { $customer } is being told.
       *[other] { $count } sessions are confirmed. { $customer } is being told.
    }
declined-all-toast =
    { $count ->
        [one] One session is declined. { $customer } is being told.
       *[other] { $count } sessions are declined. { $customer } is being told.
    }

## Sessions and what became of them
notice-ready = 👋 <b>{ $title } begins { $until }</b>
notice-ready-now = 👋 <b>{ $title } is on now</b>
ready-how = Tap “I am here” when you are there, so that { $other } knows.
key-join = 👋 I am here
key-session-link = 🔗 Open the link
session-place = 🔗 { $place }
joined-toast = 👋 Noted. Have a good session!
joined-self = 👋 You have been here since { $time } ({ $city } time).
joined-other = 👋 { $other } has been here since { $time } ({ $city } time).
status-unmarked = 🏁 The time is over
session-ended = 🏁 Ended at { $time } ({ $city } time)
notice-missed-customer = 🌧 <b>It seems that nobody could make it</b>
    Neither you nor { $other } came, so this session did not take place. It happens; another time is one tap away.
notice-missed-provider = 🌧 <b>It seems that nobody could make it</b>
    Neither you nor { $other } came, so this session did not take place. It happens; you can book another time for them.
key-book-again-for = 🔁 Book another time for them
ask-outcome = 🏁 <b>How did it go: { $title }?</b>
key-completed = ✔️ Completed
key-completed-now = ✔️ Completed just now
key-no-show = 🚫 Did not come
key-later = 🕘 Ask me later
later-toast = All right. I ask once more on { $when }.
later-toast-card = All right. You can say it here at any time.
no-show-ask = <b>Did { $customer } not come?</b> This cannot be changed afterwards.
key-no-show-sure = 🚫 No, they did not come
no-show-toast = Noted: they did not come.
completed-toast = ✔️ Completed.
key-notes = 📝 Notes
notes-title = ✔️ <b>Completed</b>
notes-how = Would you like to write something down? All of it is optional. { $customer } sees it once you send it; private notes stay with you.
notes-how-alone = Would you like to write something down? All of it is optional, and only you see it.
heading-topics = 💬 Topics
heading-assessments = 🔍 Assessment
heading-actions = 📌 Action items
heading-recommendations = 💡 Recommendations
heading-next = 📅 Next date
heading-materials = 📎 Materials
heading-private = 🔒 Private notes
about-topics = What was it about?
about-assessments = How do you see it? What did you find?
about-actions = Who does what until when?
about-recommendations = What do you advise?
about-next = When should you meet again?
about-materials = Links or titles of what is worth reading, watching or practising.
about-private = What you would like to remember next time.
note-write = <b>{ $heading }</b>
    Please write it as a message, up to { $limit } characters.
note-for-customer = { $customer } sees it once you send the notes.
note-for-provider = Only you see it.
note-now = Now: { $note }
key-note-gone = 🗑 Remove this
outcome-not-text = I can only keep words here. Please write it as a message; links are fine too.
key-send-notes = 📨 Send to the customer
key-send-notes-again = 📨 Send once more
notes-sent = 📨 Sent to { $customer } on { $when }. Later changes stand on the card of their booking; send once more to tell them.
notes-sent-toast = Sent: { $customer } gets it as a message.
notes-for-you = 📝 <b>Notes from { $provider }</b>
refused-not-started = It is too early for that. Please try again when it is about to begin.
refused-session-over = This session is over and can no longer be joined.
refused-nothing-to-send = There is nothing to send yet. Please write something down first.
materials-how = You can also send photos and documents here: up to { $most }, each up to { $largest } MB. The customer gets them with your notes.

## The session room
key-open-room = 💬 Open the room
key-leave-room = 🚪 Leave the room
key-write-once = ✉️ Send a message
key-messages = 💬 Messages
key-answer = ↩️ Answer
key-room-more = ⋯ Transcript, block, report
key-transcript = 📄 Save what was said
key-report = 🚩 Report to the admins
key-block = ⛔ Block
key-block-sure = ⛔ Yes, no more messages
key-unblock = ✅ Take messages again
room-about = { $title } · { $when } ({ $city } time)
room-entered = 💬 <b>You are in the room with { $name }</b>
room-entered-group = 💬 <b>You are in the room of your group</b>
room-reads = What you write or send here goes to { $name }. Your username and number do not.
room-reads-alone = What you write or send here goes to { $name } alone. Your username and number do not, and the other participants see nothing of it.
room-reads-group = What you write or send here goes to all participants. They do not see each other; what they write comes to you alone. Reply to a message to answer only whoever wrote it.
room-here = { $name } is in the room.
room-not-here = { $name } is not in the room now and gets each message with a key to come in.
room-until = Open until { $time } ({ $city } time).
room-how = Commands and keys work as ever. The way out is below.
room-left = 🚪 <b>You have left the room with { $name }</b>
room-left-group = 🚪 <b>You have left the room of your group</b>
room-left-more = What you write from now on does not go there.
room-left-toast = You have left the room.
room-not-in = You are not in this room.
room-closed = 🔒 <b>The room with { $name } is closed</b>
room-closed-group = 🔒 <b>The room of your group is closed</b>
room-closed-more = What you write from now on does not go there. You can still send single messages.
room-from = 👤 { $name }
room-message-head = 💬 { $name } · { $title }, { $when }
room-single-head = ✉️ { $name } · { $title }, { $when }
room-undelivered = ⚠️ “{ $what }” did not reach { $name }. They have stopped the bot, or Telegram would not take it.
room-edit-late = ⚠️ Too late: what you changed stays as it was on the other side.
room-more = 💬 <b>Messages with { $name }</b>
room-kept = Messages are kept for { $length } after the session and are then erased here. Only the two of you can read them; whoever reports lets the admins read the last ones.
room-private = Photos, files and places you send are passed on as they are. Contact cards are not.
room-is-blocked = ⛔ <b>You have blocked { $name }.</b> No messages go either way.
block-ask = ⛔ <b>Block { $name }?</b> No messages go either way any more, about any booking. Bookings stay as they are. You can undo this.
blocked-toast = Blocked. No messages go either way.
unblocked-toast = You take messages again.
report-ask =
    { $count ->
        [one] 🚩 <b>Why do you report { $name }?</b> The admins get your reason and the last message. { $name } is not told.
       *[other] 🚩 <b>Why do you report { $name }?</b> The admins get your reason and the last { $count } messages. { $name } is not told.
    }
report-rude = Rude or threatening
report-money = Asks for money elsewhere
report-other = Something else
reported-toast = Thank you. The admins have it now.
report-title = 🚩 <b>{ $by } reports { $about }</b>
report-why = Why: { $why }
report-last = The last of what was said:
report-nothing = Nothing was said between them here.
report-line = • { $time } <b>{ $who }</b>: { $what }
write-once = ✉️ <b>Your message to { $name }</b>
write-once-how = Please send it now: a text, photo, voice message, file or place. It goes on as one message, with a key to answer it. Your username and number stay with you.
write-sent = ✉️ <b>Sent to { $name }</b>
write-sent-short = ↩️ Sent to { $name }.
sort-text = Text
sort-photo = 🖼 Photo
sort-document = 📎 Document
sort-voice = 🎤 Voice message
sort-audio = 🎵 Audio
sort-video = 🎬 Video
sort-video_note = ⭕ Video message
sort-animation = 🎞 GIF
sort-sticker = 🙂 Sticker
sort-location = 📍 Location
sort-venue = 📍 Place
transcript-title = What was said: { $title }
transcript-caption =
    { $count ->
        [one] 📄 One message, with the files by name.
       *[other] 📄 { $count } messages, with the files by name.
    }
transcript-edited = changed { $when }
transcript-size = { $size } KB
refused-room-not-open = The room opens { $opens }. Until then you can send single messages.
refused-room-closed = This room is closed.
refused-unreachable = { $name } cannot be reached here at present: nobody there has the bot open. It was not sent.
refused-blocked = You have blocked { $name }. Take messages again first: it is under “Transcript, block, report”.
refused-no-messages = { $name } takes no messages here. It was not sent.
refused-messages =
    { $limit ->
        [one] Your last message has no answer yet. Please wait for one; this one was not sent.
       *[other] Your last { $limit } messages have no answer yet. Please wait a little; this one was not sent.
    }
refused-relay = This cannot be passed on: contact cards, polls, games and the like stay out, so that nobody’s number or name goes along. Text, photos, voice, video, files, stickers and places go.
refused-nobody-to-tell = Nobody but the two of you runs this place, so there is no admin to tell. You can block instead.
refused-reported = You have reported this already. The admins have it.
refused-nothing-said = Nothing is kept: nothing was said, or it was erased.

## Reviews and follow-ups
key-stars = { $count } ★
feedback-ask = ⭐ <b>How was it with { $provider }?</b>
feedback-how = One tap is enough: 5 ★ is best. { $provider } sees your answer.
review-toast = Thank you!
review-yours = <b>Your review:</b>
review-said = { $stars } “{ $comment }”
review-who-sees = { $provider } sees it with your name; everybody else only the average.
review-until = You can change it until { $when } ({ $city } time).
review-mine = Your review:
review-theirs = Review:
key-review = ⭐ My review
key-add-words = ✏️ Add a few words
key-change-words = ✏️ Change my words
key-drop-words = 🗑 Remove my words
key-to-card = ‹ To the booking
review-words-ask = Please write what you would like to say as a message. { $provider } will read it. Up to { $limit } characters.
review-not-text = I can only keep written words. Please write them as a message, or go back.
review-told = ⭐ <b>{ $stars } from { $customer }</b>
review-told-words = ⭐ <b>{ $stars } from { $customer }:</b> “{ $comment }”
refused-review-fixed =
    { $days ->
       *[other] A review can be changed for { $days } days. This one stays as it is.
    }
refused-no-words = The words are no longer here. Please write them once more.
key-reviews = ⭐ Reviews
reviews-title = <b>Reviews of { $provider }</b>
reviews-mean =
    { $count ->
        [one] ★ { $mean } from one review
       *[other] ★ { $mean } from { $count } reviews
    }
reviews-imported =
    { $count ->
        [one] One of them was collected before and is not listed here.
       *[other] { $count } of them were collected before and are not listed here.
    }
reviews-hidden = Customers see the average once there are three.
reviews-none = No customer has written a review here yet.
reviews-entry = <b>{ $customer }</b> · { $day }
key-reviewed = { $stars } { $customer }
key-participation = 🙋 Rate participation
participation-ask = <b>How did { $customer } take part?</b>
    On time, prepared, kind? Only providers of { $organization } see this.
participation-given = Your rating of how they took part: { $stars }
participation-mean =
    { $count ->
        [one] 🙋 Participation: ★ { $mean } from one session
       *[other] 🙋 Participation: ★ { $mean } from { $count } sessions
    }
key-once-more = 🔁 Book again
again-title = 🔁 <b>{ $title }</b> with { $provider }, once more
again-last = Last time: { $when }
again-choose = Please choose a time ({ $city } time):
again-nothing = Nothing is free in the time ahead. Please look again later, or join the waitlist for a day.
again-nearby = These times nearby are free ({ $city } time):
key-follow-up = 📌 Follow-up
key-follow-ups = 📌 Follow-ups ({ $count })
key-all-follow-ups = ‹ All follow-ups
follow-up-report = Send the report
follow-up-schedule = Schedule next session
follow-up-resource = Share a resource
key-follow-up-report = 📄 Send the report
key-follow-up-schedule = 📅 Schedule next session
key-follow-up-resource = 🔗 Share a resource
key-follow-up-own = ✏️ In my own words
follow-up-ask = 📌 <b>What is to be done for { $customer }?</b>
    { $title }, { $when }
follow-up-words-ask = Please write as a message what is to be done. Only you see it. Up to { $limit } characters.
follow-up-when = Until when? I remind you at 09:00 that morning.
follow-up-tomorrow = Tomorrow, { $day }
follow-up-three = In 3 days, { $day }
follow-up-week = Next week, { $day }
key-pick-date = 📅 Pick a date
follow-up-noted = Noted: { $day }.
follow-up-for = For { $customer }: { $title }, { $when }
follow-up-due = Due { $day }; I remind you at 09:00 ({ $city } time).
follow-up-today = 🔔 Due today, { $day }
follow-up-overdue = ⚠️ Overdue since { $day }
follow-up-done = ✔️ Done
follow-up-dropped = 🗑 Dropped
follow-up-done-toast = Well done!
follow-up-dropped-toast = Dropped.
follow-up-reminder = 🔔 <b>To be done today</b>
key-follow-up-done = ✅ Done
key-follow-up-move = 📅 Move
key-follow-up-drop = 🗑 Drop
key-book-next = 📅 Book for { $customer }
follow-ups-title = <b>Follow-ups of { $provider }</b>
follow-ups-none = Nothing is to be done. A completed booking's card has the key “Follow-up”.
follow-ups-entry = { $sign } <b>{ $day }</b> · { $what } · { $customer }
key-follow-up-entry = { $sign } { $what } · { $customer }

## Waiting for a time
key-wait = 🔔 Join the waitlist
key-wait-day = 🔔 Waitlist for { $day }
key-wait-until = 🔔 Until { $day }
key-wait-month = 🔔 { $month }
wait-ask = 🔔 <b>Nothing suits?</b> When a time opens, I write to you and keep it for you for { $length }.
wait-ask-days = For which times?
wait-morning = Mornings
wait-afternoon = Afternoons
wait-evening = Evenings
wait-dates = { $first } – { $last }
wait-when = { $dates } · { $part }
wait-joined = 🔔 <b>You are on the waitlist.</b>
wait-joined-how = As soon as such a time opens, I write to you and keep it for you for { $length }.
wait-free-now = These are free already:
wait-kept = ⏳ { $when } is kept for you until { $until }.
wait-left = You no longer wait for this.
waitlist-title = 🔔 <b>Your waitlist</b>
waitlist-none = You are not waiting for anything.
key-waitlist = 🔔 My waitlist ({ $count })
key-my-waitlist = 🔔 My waitlist
key-wait-entry = { $title } · { $when }
key-wait-leave = ✕ Leave the list
offer-title = 🔔 <b>A time has opened for you</b>
offer-until = I keep it for you until { $time } ({ $city } time). After that it goes to the next in line.
offer-passed = All right, it goes to the next in line. You keep your place, and I write when another time opens.
offer-over = ⌛ This time is no longer kept for you.
key-offer-take = ✅ Take it
key-offer-pass = No, thanks
key-offer-leave = ✕ Leave the list
key-offer-show = ✅ See what is kept for me
refused-waits =
    { $limit ->
       *[other] You wait for { $limit } things already. Please leave one of the lists first.
    }

## For providers
request-title = 🔔 <b>New request</b>
nudge-title = 🔔 <b>Still waiting for your answer</b>
request-until = Please answer by { $when } ({ $city } time); after that the request lapses.
key-accept = ✅ Confirm
key-decline = ✕ Decline
accepted-toast = Confirmed. { $customer } is being told.
decline-ask = <b>Decline this request?</b> Please choose a reason; { $customer } will see it.
decline-busy = I am already busy then
decline-away = I am away that day
decline-not_offered = I do not offer this at the moment
decline-none = No reason
declined-toast = Declined. { $customer } is being told.
agenda-today = <b>Today, { $day }</b>
agenda-day = <b>{ $day }</b>
agenda-week = <b>{ $first } – { $last }</b>
agenda-zone = { $city } time
agenda-entry = { $sign } <b>{ $time }</b> { $title } · { $customer }
agenda-entry-of = { $sign } <b>{ $time }</b> { $title } · { $customer } → { $provider }
agenda-none = Nothing is booked.
agenda-more =
    { $count ->
        [one] … and one more: turn to a single day.
       *[other] … and { $count } more: turn to a single day.
    }
agenda-waiting =
    { $count ->
        [one] 🔔 One request waits for your answer.
       *[other] 🔔 { $count } requests wait for your answer.
    }
requests-title = <b>Requests</b>
requests-none = No request waits for your answer.
not-provider = This is for providers. If you are one, ask the administrator for your invite link.
joined-provider = 🤝 <b>Welcome, { $provider }!</b> Requests and bookings will come to this chat.
joined-owner = 🔑 <b>Welcome!</b> You own this place now.
refused-another-time = This request is for another time now: { $start }. It still waits for your answer.

## Notices
notice-confirmed = ✅ <b>Your booking is confirmed</b>
notice-confirmed-series =
    { $count ->
        [one] ✅ <b>One booking of your series is confirmed</b>
       *[other] ✅ <b>{ $count } bookings of your series are confirmed</b>
    }
notice-sent = 📨 <b>Your request is with { $provider }</b>
notice-sent-more = I write to you as soon as there is an answer.
notice-booked = 📅 <b>New booking</b>
notice-declined = ❌ <b>{ $provider } cannot take your request</b>
notice-cancelled-customer = ❌ <b>{ $provider } had to cancel your booking</b>
notice-cancelled-provider = ❌ <b>{ $customer } has cancelled</b>
notice-expired-customer = ⌛ <b>{ $provider } has not answered in time</b>
    I am sorry. Nothing is booked; other times may suit you.
notice-expired-provider = ⌛ <b>A request has lapsed without your answer</b>
notice-reminder = ⏰ <b>Reminder:</b> { $title } { $until }
key-will-come = 👍 I'll be there

## Settings
settings-title = <b>Settings</b>
settings-language = 🌐 Language: { $language }
settings-zone = 🕒 Time zone: { $city }
settings-no-zone = 🕒 Time zone: each provider's own
settings-leads = ⏰ Reminders: { $leads }
settings-no-leads = ⏰ Reminders: none
languages-title = <b>Your language</b>
language-set = From now on in English.
zones-title = <b>Your time zone</b>
zones-now = Now: { $city }, where it is { $time }.
zones-none = Now: none. Times are shown in each provider's own time zone.
zones-type = Choose one, or write the name of your city as a message.
zones-found = These fit “{ $text }”:
key-zone = { $city } · { $time }
key-no-zone = Show each provider's own time
region-Africa = Africa
region-America = Americas
region-Asia = Asia
region-Australia = Australia
region-Europe = Europe
region-Pacific = Pacific
region-Atlantic = Atlantic
region-Indian = Indian Ocean
zone-set = Your time zone is { $city }.
zone-forgotten = Times are shown in each provider's own time zone.
leads-title = <b>Your reminders</b>
leads-explain = Tap to switch a reminder on or off. It also counts for bookings already made.
lead-on = ☑ { $length } before
lead-off = ☐ { $length } before
key-more-leads = ➕ Another time
leads-more = <b>How long before?</b>
unit-m = Minutes
unit-h = Hours
unit-d = Days
lead-added = Added.
lead-removed = Removed.

## Calendar feeds
key-calendar = 📆 In my calendar
feed-name = Randevu
feed-summary = { $title } · { $other }
feed-reference = Reference: { $reference }
feeds-title = <b>Your calendar</b>
feeds-explain = Subscribe to the address once, and your calendar shows your bookings and follows every change.
feeds-secret = Whoever knows an address can read it: give it to nobody. A new address makes the old one useless.
feeds-nowhere = Calendars cannot subscribe here: this bot has no public address. Please ask the administrator.
feed-of-customer = What you have booked:
feed-of-provider = Bookings with <b>{ $provider }</b>:
key-feed-copy = 📋 Copy the address
feed-mine = my bookings
key-feed-copy-of = 📋 { $whose }
key-feed-renew = 🔄 New address
key-feed-add-google = ➕ Google Calendar
key-feed-google = Google: how?
key-feed-apple = Apple: how?
key-feed-outlook = Outlook: how?
feed-how-google =
    <b>Google Calendar</b>
    1. Copy the address.
    2. On a computer, open calendar.google.com.
    3. Left, at “Other calendars”, choose + and “From URL”.
    4. Paste the address and choose “Add calendar”.
    Google asks for changes a few times a day.
feed-how-apple =
    <b>Apple Calendar</b>
    1. Copy the address.
    2. iPhone: in Calendar, choose Calendars, then “Add Calendar” and “Add Subscription Calendar”. Mac: File, “New Calendar Subscription”.
    3. Paste the address and choose “Subscribe”.
feed-how-outlook =
    <b>Outlook</b>
    1. Copy the address.
    2. In the calendar of outlook.com or Outlook, choose “Add calendar”, then “Subscribe from web”.
    3. Paste the address, give it a name and choose “Import”.
feed-renew-ask = <b>A new address?</b> Calendars that use the old one will see no more changes until you give them the new one.
key-feed-renew-sure = 🔄 Yes, a new address
feed-renewed = This is the new address. The old one no longer works.

## A provider's workspace
workspace-title = 🧰 <b>{ $provider }</b> · { $organization }
workspace-now = Now: { $when }
workspace-today =
    { $count ->
        [0] Nothing is booked today.
        [one] One booking today.
       *[other] { $count } bookings today.
    }
workspace-next = Next: <b>{ $time }</b> { $title } · { $customer }
workspace-coming =
    { $count ->
        [0] Nothing in the next seven days.
        [one] One in the next seven days.
       *[other] { $count } in the next seven days.
    }
workspace-choose = Which workspace?
workspace-back = ‹ Workspace
workspace-other = 🔀 Another workspace
key-book-for = ➕ Book for someone
for-whom = <b>Who is it for?</b>
    Choose who was here before, or write a name, with a phone number if you like. Up to { $limit } characters.
for-whom-first = <b>Who is it for?</b>
    Write the name, with a phone number if you like. Up to { $limit } characters.
for-whom-not-text = Please write a name, or choose one.
review-for = 👤 For <b>{ $customer }</b>
booked-for = Booked. { $customer } is being told.
booked-for-alone = Booked for { $customer }.
seats-taken = 👥 { $taken } of { $seats } seats taken
key-participants = 👥 Participants ({ $count })
participants-title = 👥 <b>Participants</b>
key-workspace = 🧰 Workspace
key-terms = ⚙️ My rules
terms-title = ⚙️ <b>Rules</b> · { $provider }
terms-on = ▶️ You take new bookings.
terms-paused = ⏸ <b>Paused:</b> nobody can book. What is booked stays.
terms-most =
    { $count ->
        [0] As many sessions a day as your hours hold.
        [one] One session a day at most.
       *[other] { $count } sessions a day at most.
    }
key-pause = ⏸ Take no new bookings
key-resume = ▶️ Take bookings again
key-most = 🔢 Sessions a day
paused-toast = Paused. Nobody can book until you resume.
resumed-toast = You can be booked again.
most-choose = <b>How many sessions a day at most?</b>
    Of all services together.
most-any = As many as fit

## A provider's hours
key-hours = 🕘 Hours
hours-title = 🕘 <b>Hours</b> · { $provider }
hours-zone = Times of { $city }.
hours-how = Tap days to change them, or write it, like this: Mon-Fri 9-17, Sat 10-14.
hours-heard = I understood it like this:
hours-unsaved = ✏️ <b>Not saved yet.</b>
hours-special =
    { $count ->
        [one] One more time is for some dates or for one service, and stays.
       *[other] { $count } more times are for some dates or for one service, and stay.
    }
hours-save = ✅ Save
hours-save-anyway = ✅ Save, keep what is booked
hours-every-day = Every day
hours-other-days = Other days…
hours-which-days = <b>Which days?</b>
    Tap all that are to be open alike.
hours-done = Go on ›
hours-break = ☕ Add a break
hours-add = ➕ Add hours
hours-set = ✏️ New hours
hours-close = 🚫 Closed
hours-copy = 📋 Copy to other days
hours-copy-to = <b>Copy to which days?</b>
    { $line }
hours-from = <b>{ $days }</b>
    When do you open?
hours-to = <b>{ $days }</b>
    From { $start }. Until when? (+1: the next day)
hours-break-from = <b>{ $days }</b>
    When does the break begin?
hours-break-to = <b>{ $days }</b>
    Break from { $start }. Until when?
offset = :{ $minutes }
next-day = { $time } +1
hours-preview = 👁 Next week
hours-next-week = 👁 <b>Next week as it can be booked</b>
hours-repeat = 📋 As this week
hours-repeated = Next week is now as this week.
hours-back = ‹ Hours
hours-outside =
    { $count ->
        [one] ⚠️ <b>One booking would be outside your hours:</b>
       *[other] ⚠️ <b>{ $count } bookings would be outside your hours:</b>
    }
hours-outside-entry = { $when } { $title } · { $customer }
hours-outside-key = { $when } · { $customer }
hours-outside-stay =
    { $count ->
        [one] It stays booked unless you cancel it.
       *[other] They stay booked unless you cancel them.
    }
refused-windows = A day can be open in { $limit } pieces at most. Please make it fewer.
hours-line = { $days }: { $times }
hours-span = { $start }–{ $end }
hours-comma = ,{" "}
hours-closed = closed
hours-words-daily = daily, every day, all days, everyday
hours-words-weekdays = weekdays, working days, workdays
hours-words-weekend = weekend, weekends
hours-words-closed = closed, off, free, day off
hours-words-and = and, then, also
hours-words-to = to, till, until, through
hours-words-from = from, between, open, on, at
hours-words-am = am, a.m, a.m.
hours-words-pm = pm, p.m, p.m.
hours-words-days = mondays; tues, tuesdays; weds, wednesdays; thurs, thur, thursdays; fridays; saturdays; sundays
refused-hours = I do not understand “{ $part }”. Please write it like this: Mon-Fri 9-17, Sat 10-14.

## A provider's time off
key-time-off = 🏖 Time off
off-title = 🏖 <b>Time off</b> · { $provider }
off-none = Nothing is planned. A tap closes the time; bookings in it are asked about first.
off-tap = Tap an entry to change it.
off-this-afternoon = This afternoon
off-today = All of today
off-tomorrow = Tomorrow
off-next-week = Next week
off-dates = 📅 Other dates…
off-key = 🏖 { $what }
off-special-key = 🕘 { $day }, special hours
off-days = { $first } – { $last }
off-part = { $day }, { $start }–{ $end }
off-span = { $first }, { $start } – { $last }, { $end }
off-entry = 🏖 <b>Time off</b>
    { $what }
off-key-for = 🏖 { $what } · { $reason }
off-reason = For: { $reason }
off-reason-ask = What is it for? Choose or write it, up to { $limit } characters. Only you see it.
off-for-none = ✕ No reason
off-for-holiday = Holiday
off-for-illness = Illness
off-for-family = Family
off-for-training = Training
off-open = 🔓 Open again
off-opened = Open again.
off-back = ‹ Time off
off-which = <b>Which day?</b>
    ✎ has hours of its own, – is closed.
off-until = <b>From { $day }, until when?</b>
    The last day is included.
off-date = <b>{ $day }</b>
off-open-at = Open: { $times }
off-booked =
    { $count ->
        [0] Nothing is booked.
        [one] One booking.
       *[other] { $count } bookings.
    }
off-day = 🏖 Day off
off-morning = Morning off
off-afternoon = Afternoon off
off-some = Some hours off…
off-more-days = 🏖 Off until another day…
off-special = ✏️ Other hours…
off-more = ➕ More hours…
off-usual = ↩️ As usual again
off-from-off = <b>{ $day }</b>
    Off from when?
off-from-special = <b>{ $day }</b>
    When do you open? These hours count instead of the usual ones.
off-from-more = <b>{ $day }</b>
    When do you open? These hours count besides the others.
off-done-off = Closed: { $what }.
off-done-special = { $what } has hours of its own now.
off-done-more = { $what } has more hours now.
off-done-usual = { $what } is as usual again.
cell-special = ✎{ $day }
fate-title =
    { $count ->
        [one] ⚠️ <b>One booking lies in this time: { $what }</b>
       *[other] ⚠️ <b>{ $count } bookings lie in this time: { $what }</b>
    }
fate-how = What becomes of each? Tap to change it. Nothing is done before the last key.
    ✅ stays · 🔁 the customer chooses another time · ❌ cancelled with an apology
fate-more =
    { $count ->
        [one] One more is not shown; the keys for all count for it too.
       *[other] { $count } more are not shown; the keys for all count for them too.
    }
fate-all-keep = ✅ All
fate-all-move = 🔁 All
fate-all-cancel = ❌ All
fate-keep = ✅ { $when } · { $customer }
fate-move = 🔁 { $when } · { $customer }
fate-cancel = ❌ { $when } · { $customer }
fate-settle = Close this time
fate-came = Another booking came meanwhile. Please look again.
fate-done = Done. Whoever is concerned is being told.
fate-apology = I am sorry, I am away at that time.
notice-move = 🔁 <b>{ $provider } asks you to choose another time</b>
move-choose = Your booking stays until you choose:
move-nothing = Nothing else is free near that time. Your booking stays; please choose another day.
moved-toast = Moved. The earlier time is free again.

## Holidays of an organization
key-holidays = 🎌 Holidays
holidays-whose = <b>Whose holidays?</b>
holidays-title = 🎌 <b>Holidays</b> · { $organization }
holidays-none = No day is closed for everybody yet. Choose from the public holidays of a country.
holidays-some = Nobody can be booked on these days. Tap one to open it again.
holidays-of = 🎌 { $country }
holidays-elsewhere = 🌍 Another country…
holidays-other = 🔀 Another organization
holidays-countries = <b>Which country?</b>
holidays-choose = 🎌 <b>{ $country }</b>, the year ahead
    Tap the days on which you are closed.
holidays-all = ✅ All { $count }
holidays-back = ‹ Holidays
holiday-on = ✅ { $day } · { $name }
holiday-off = ☐ { $day } · { $name }
holiday-reopened = { $day } is open again.
holidays-booked =
    { $count ->
        [one] One booking lies there and stays. Its provider can move or cancel it.
       *[other] { $count } bookings lie there and stay. Their providers can move or cancel them.
    }

## A provider's services
key-services = 🏷 Services
workspace-no-hours = 🕘 You have no hours yet: say when you are open.
workspace-no-services = Nothing can be booked with you yet: add your first service.
service-first = ➕ Add your first service
own-services-title = 🏷 <b>Services</b> · { $provider }
own-services-none = There are none yet. A title, a length and a price are all it takes.
own-services-back = ‹ Services
own-service-title = 🏷 <b>{ $title }</b> · { $provider }
service-new = ➕ New service
new-service-title = ➕ <b>New service: what is it called?</b>
    Write the title as a message, like this: Haircut. Up to { $limit } characters.
new-service-length = <b>{ $title }</b>
    How long does it take?
new-service-price = <b>{ $title }</b> · { $length }
    What does it cost?
new-service-not-text = Please write the title as a message.
price-type = Choose, or write another amount, like this: { $example }.
more-numbers = Other lengths…
service-made = ✅ It can be booked now. Everything else can be changed here.
service-title = ✏️ Title
service-description = 📝 Description
service-length = ⏱ Length
service-price = 💰 Price
service-format = 🤝 How you meet
service-rules = ⚙️ Booking rules
service-rules-explain = Tap what you want to change.
service-hours = 🕘 Hours of its own
service-hours-ask = When do you offer it, within the hours you are open?
    Choose, or write it, like this: Mon-Fri 9-12.
service-hours-any = Whenever I am open
service-hours-morning = Mornings, until 12:00
service-hours-afternoon = Afternoons, 12:00–17:00
service-hours-evening = Evenings, from 17:00
service-hours-workdays = On workdays alone
service-hours-weekend = At weekends alone
service-hours-outside =
    { $count ->
        [one] Saved. One booking lies outside now and stays.
       *[other] Saved. { $count } bookings lie outside now and stay.
    }
service-up = ↑ Up
service-down = ↓ Down
service-place-now = It is number { $place } in your list now.
service-duplicate = 📄 Duplicate
service-duplicated = Copied. The copy is paused until you resume it.
service-pause = ⏸ Pause
service-resume = ▶️ Resume
service-paused = ⏸ <b>Paused:</b> nobody can book it. What is booked stays.
service-paused-toast = Paused. What is booked already stays booked.
service-resumed-toast = It can be booked again.
service-delete = 🗑 Delete
service-delete-ask = <b>Delete this service?</b> That cannot be undone.
service-delete-sure = 🗑 Yes, delete it
service-deleted = Deleted.
service-used = It has been booked before, so it is kept for your records and cannot be deleted. Pause it, and nobody sees it any more.
service-shared = 👥 { $others } offer this too, so it is not yours alone to change. Make it your own, and only yours changes.
service-make-own = ✏️ Make it my own
service-own-now = This one is yours alone now.
service-at-once = ⚡ Booked at once
service-by-hand = ✋ You confirm each request
approval-by_hand = ✋ By hand
approval-at_once = ⚡ At once
service-not-text = Please write it as a message, or go back.
wording-title = Write the title as a message. Up to { $limit } characters.
wording-description = Write as a message what customers should know. Up to { $limit } characters.
wording-title-languages = The title in which language? Whoever speaks another one sees the first.
wording-description-languages = The description in which language? Whoever speaks another one sees the first.
wording-language = 🌐 { $language }
wording-line = <b>{ $language }:</b> { $text }
wording-now = Now: <i>{ $text }</i>
wording-copy = 📋 Copy what is there
wording-drop = 🗑 Remove it
ask-length = How long does it take?
ask-step = How far apart may it start?
ask-before = How much time do you keep free before it?
ask-after = How much time do you keep free after it?
ask-notice = How long before the start can it be booked at the latest?
ask-horizon = How many days ahead can it be booked?
ask-most = How many of these a day, at most?
ask-seats = How many can book the same session?
ask-price = What does it cost?
term-now = Now: <b>{ $value }</b>
term-step = 🕐 A start every { $value }
term-before = 🧹 Free before: { $value }
term-after = 🧹 Free after: { $value }
term-notice = ⏳ Notice: { $value }
term-horizon = 📅 Ahead: { $value }
term-most = 🔢 Most a day: { $value }
term-seats = 👥 Seats: { $value }
no-minutes = none
no-cap = as many as fit
refused-price = “{ $text }” is no price I understand. Please write an amount, such as 25 or 12.50.
refused-shared-service = Others offer this too. Make it your own first.
refused-service-in-use = It has been booked, so it cannot be deleted. You can pause it.
refused-services = You have { $limit } services, and that is as many as there can be.
refused-no-title = There are no words in that. Please write at least one.
share = 🔗 Share
share-title = 🔗 <b>Share { $what }</b>
share-explain = Whoever opens this link can book right away:
share-paused = ⏸ This service is paused. The link works as soon as you resume it:
share-service = { $title } with { $provider }
share-copy = 📋 Copy the link
share-send = ↗️ Send to a chat
share-qr = 🔳 QR code
share-words = Book { $what } here:
share-code = <b>{ $what }</b>: scan to book.
service-approves = ✋ Confirmation
formats-explain = Tap to switch on or off how customers can meet you. The first one is theirs unless they choose another.
formats-one = Tap what else customers can choose. One way to meet stays on.
format-first = ↑ Make it first
format-you-call = { $format }: you call the customer
key-place-in_person = 📍 Room or place
key-place-video = 🔗 Link
key-place-phone = 📞 Number to call
place-in_person = Write as a message which room or place it is. Customers see it behind your address. Up to { $limit } characters.
place-video = Write the link as a message. Where you write { $blank } in it, each booking gets its own reference. Up to { $limit } characters.
place-phone = Write as a message which number customers call. Without one, you call them. Up to { $limit } characters.
refused-last-format = One way to meet has to stay. Switch on another one first.
refused-blank = I cannot fill in “{ $blank }”. Only {"{reference}"} becomes the reference of the booking.

## Policies
key-policies = 📜 Policies
policies-whose = <b>Policies of which organization?</b>
policies-title = 📜 <b>Policies</b> · { $name }
policies-note = They apply to what is booked from now on; what is booked keeps what it was booked with.
policies-own = ✏️ is your own; the rest is as { $above } lays it down.
policies-choose = Please choose.
policies-back = ‹ My rules
clause-own = { "✏️ " }
clause-key = { $what }: { $value }
clause-inherit = As { $above }: { $value }
clause-usual = As usual: { $value }
clause-cancel = Late to cancel
clause-cancel-is = Cancelling is late from <b>{ $length }</b> before the start.
clause-cancel-none = Cancelling is never late.
clause-move = Last move
clause-move-is = Customers can move a booking until <b>{ $length }</b> before the start.
clause-move-none = Customers can move a booking until it starts.
clause-moves = Moves
clause-moves-is =
    { $count ->
        [one] Customers can move a booking <b>once</b>.
       *[other] Customers can move a booking <b>{ $count }</b> times.
    }
clause-moves-none = Customers cannot move bookings.
clause-active = Bookings ahead
clause-active-is =
    { $count ->
        [one] A customer can have <b>one</b> booking ahead.
       *[other] A customer can have <b>{ $count }</b> bookings ahead.
    }
clause-hold = Time to decide
clause-hold-is = A time is kept for <b>{ $length }</b> while a customer looks it over.
clause-grace = Missed after
clause-grace-is = A session that nobody has joined is missed <b>{ $length }</b> after its start.
clause-ready = Ready
clause-ready-is = One can say “I am here” from <b>{ $length }</b> before the start.
clause-ready-none = One can say “I am here” from the start on.
clause-opens = Room opens
clause-opens-is = The session room opens <b>{ $length }</b> before the start.
clause-opens-none = The session room opens at the start.
clause-closes = Room closes
clause-closes-is = The session room closes <b>{ $length }</b> after the end.
clause-closes-none = The session room closes at the end.
policy-sentence = ℹ️ { $cancel }; { $move }.
policy-cancel-until = Free to cancel until { $when } ({ $city } time)
policy-cancel-start = Free to cancel until it starts
policy-cancel-late = Cancelling it would already be late
policy-move-until =
    { $count ->
        [one] can be moved once until { $length } before
       *[other] can be moved up to { $count } times until { $length } before
    }
policy-move-start =
    { $count ->
        [one] can be moved once until it starts
       *[other] can be moved up to { $count } times until it starts
    }
policy-move-never = cannot be moved
policy-move-over = can no longer be moved
policies-of-service = ✏️ is this service's own. Where it says nothing, the rules of { $provider } apply.
clause-as-provider = As the provider's rule: { $value }
clause-from = <i>({ $who })</i>
clause-from-usual = <i>(as usual)</i>
clause-from-service = <i>(this service)</i>
approval-from = ({ $above } lays it down.)
ask-approval = Is a booking made at once, or does each request wait for you?
clause-approval = Bookings
clause-approval-is = Each request is confirmed by hand.
clause-approval-none = Bookings are made at once.
clause-keeps = Transcripts
clause-keeps-is = What is said in the session room is kept for <b>{ $length }</b> after the end.

## Pictures, month and agenda of a provider
picture-title = { $first } – { $last }
picture-whose = { $provider } · { $city } time
picture-group = { $title } { $taken }/{ $seats }
fill-free = Free
fill-off = Break, time off
fill-pending = Request
fill-confirmed = Confirmed
fill-in_progress = Going on
fill-completed = Completed
fill-no_show = Not attended
fill-held = Being booked
fill-busy = Busy elsewhere
diary-whose = { $provider } · { $city } time
diary-count =
    { $count ->
        [0] Nothing is booked.
        [one] One booking.
       *[other] { $count } bookings.
    }
diary-page = Page { $page } of { $pages }, by time.
month-title = <b>{ $month }</b>
month-legend = 12·5 five bookings · 12 – closed · •12 today
agenda-title = <b>The next 30 days:</b> { $first } – { $last }
cell-count = { $day }·{ $count }
cell-day = { $day }
cell-today = •{ $day }
key-day = { $weekday } { $day }
key-day-count = { $weekday } { $day } · { $count }
key-dark = 🌙 Dark
key-light = ☀️ Light
key-in-words = 📝 As text
key-picture = 🖼 As a picture
key-now = This week
key-month-grid = 📅 Month
key-agenda = 📖 Agenda
key-day-of = 📋 { $provider }: all

## Busy times from elsewhere
key-busy = 🗓 Busy times from elsewhere
busy-title = 🗓 <b>Busy times from elsewhere</b> · { $provider }
busy-explain = Give me the address of a calendar you keep elsewhere, and whatever is in it can no longer be booked here. I read it every 15 minutes. Customers see only that a time is taken, never why.
busy-name = <b>{ $name }</b>
busy-host = At { $host }
busy-awaited = ⏳ I am reading it for the first time.
busy-read =
    { $count ->
        [0] Read { $when } ({ $city } time): no busy times ahead.
        [one] Read { $when } ({ $city } time): one busy time ahead.
       *[other] Read { $when } ({ $city } time): { $count } busy times ahead.
    }
busy-failing = ⚠️ Cannot be read since { $since } ({ $city } time).
busy-trouble-unreachable = Nobody answers at this address. Is it spelled right?
busy-trouble-slow = The calendar takes too long to answer.
busy-trouble-sick = The calendar’s server has a problem of its own.
busy-trouble-huge = The calendar is too big for me. Please choose one with fewer events.
busy-trouble-locked = The calendar wants a password. Please paste its secret address in iCal format instead.
busy-trouble-gone = There is no calendar at this address. Please paste the new one.
busy-trouble-lost = The address leads to others and never to a calendar.
busy-trouble-private = The address is inside a private network, where I may not look.
busy-trouble-strange = This is not a calendar. Please paste its address in iCal (ICS) format.
busy-counts = What I read last still counts. I keep trying.
busy-open = It blocks nothing yet. I keep trying.
busy-broken = ⚠️ I cannot read the calendar <b>{ $name }</b> that you gave me for { $provider }.
busy-full = More than { $limit } calendars are not possible.
busy-add =
    <b>Which calendar?</b> Please paste its address; it begins with https or webcal.

    <b>Google</b>: on a computer, in the settings of your calendar, “Secret address in iCal format”.
    <b>Apple</b>: share the calendar as “Public Calendar” and copy the link.
    <b>Outlook</b>: Settings, Calendar, Shared calendars, “Publish a calendar”, then copy the ICS link.
busy-not-text = Please paste the address as text.
busy-asked = I am reading it. Look again in a moment.
busy-just-read = I read it less than a minute ago. Please try again in a moment.
busy-drop-ask = <b>Remove { $name }?</b> What it keeps busy can be booked here again. The calendar itself stays as it is.
busy-dropped = Removed. It blocks nothing any more.
key-busy-add = ➕ Add a calendar
key-busy-feed = 🗓 { $name }
key-busy-broken = ⚠️ { $name }
key-busy-look = 🔄 Look again
key-busy-ask = 🔄 Read now
key-busy-show = 🗓 Show the calendar
key-busy-drop = 🗑 Remove
key-busy-drop-sure = 🗑 Yes, remove it
refused-address = I see no address of a calendar in this. It begins with https or webcal.
refused-known-address = This calendar is in your list already.
refused-feeds = More than { $limit } calendars are not possible. Please remove one first.

## Trouble
out-of-date = This menu is out of date. Here is the current one.
refused-too-soon = That is too soon. The earliest possible time is { $earliest }.
refused-too-late = You can book up to { $latest }.
refused-outside-hours = This time is not offered. Please choose another one.
refused-taken = That time has just been taken. Please choose another one.
refused-day-full = { $on } is fully booked. Please choose another day.
refused-no-seats = Every seat at this time is taken. Please choose another time.
refused-dates-over = { $last } is over already. Please choose later dates.
refused-not-waiting = You are no longer on this waitlist.
refused-offer-over = This time is no longer kept for you. You will hear from me when another one opens.
refused-not-found = I cannot find that any more.
refused-not-offered = This cannot be booked at the moment. Please choose something else.
refused-started = Its time has come already, so this is no longer possible.
refused-status = That is no longer possible: { $status }.
refused-too-long = That is { $length } characters long; up to { $limit } fit. Please shorten it and send it again.
refused-zone = I do not know a time zone or city “{ $text }”. Please try a bigger city nearby, or choose from the list.
refused-lead = A reminder can come from 5 minutes to 30 days before.
refused-leads =
    { $limit ->
       *[other] You have { $limit } reminders already. Please switch one off first.
    }
refused-invite = This link is no longer valid. Please ask for a new one.
not-understood = I did not understand that. Please use the buttons.
please-tap = Please choose with the buttons.
nothing-to-leave = There is nothing to leave.
apology = 😔 <b>Something went wrong on our side.</b> Nothing was changed. Please try again in a moment. Reference: <code>{ $reference }</code>
away = 😔 We are having trouble at the moment. Nothing is lost: I go on by myself as soon as it is over.
alert = ⚠️ <b>Error { $reference }</b>
    { $kind } while handling { $what }. The log has the details.

## Commands and descriptions
command-start = Start page
command-book = Book an appointment
command-mybookings = Your bookings
command-calendar = Bookings in your own calendar
command-settings = Language, time zone, reminders
command-today = Today's bookings (providers)
command-provider = Your workspace (providers)
command-week = The next seven days (providers)
command-help = How it works
command-cancel = Leave what you are doing
bot-description = Book a doctor, a salon, a lesson or a studio in a few taps. Reminders come to this chat. No forms, no password.
bot-short-description = Appointments in a few taps.
