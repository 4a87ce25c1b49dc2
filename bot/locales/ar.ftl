# العربية
language-name = العربية
language-locale = ar_SA
language-direction = rtl

## Times, money, small words
and-then = { $first }، { $more }
day-and-time = { $day }، { $time }
moment = { $day }، { $time } (بتوقيت { $city })
moment-here = عندك: { $when } (بتوقيت { $city })
moment-theirs = عند { $other }: { $when } (بتوقيت { $city })
free = مجانًا
previous = ›
next = ‹
back = رجوع
leave = ✕ إلغاء
home = 🏠 الصفحة الرئيسية
keep-it = الإبقاء عليه
page = صفحة { $page } من { $pages }
length-days =
    { $count ->
        [one] يوم
        [two] يومان
        [few] { $count } أيام
        [many] { $count } يومًا
       *[other] { $count } يوم
    }
length-hours =
    { $count ->
        [one] ساعة
        [two] ساعتان
        [few] { $count } ساعات
        [many] { $count } ساعة
       *[other] { $count } ساعة
    }
length-minutes =
    { $count ->
        [one] دقيقة
        [two] دقيقتان
        [few] { $count } دقائق
        [many] { $count } دقيقة
       *[other] { $count } دقيقة
    }
short-days = { $count } ي
short-hours = { $count } س
short-minutes = { $count } د
all-times = كل الأوقات بتوقيت { $city }.

## Start page and help
hello = 👋 <b>أهلًا { $name }!</b>
hello-what = أحجز لك المواعيد: اختر مع من، واختر متى، وانتهى الأمر. وتصلك التذكيرات في هذه المحادثة.
hello-provider = أنت هنا بصفتك <b>{ $providers }</b>.
hello-admin = أنت من المشرفين: أكتب إليك عندما يحتاج أمر إلى انتباهك.
key-book = 📅 حجز موعد
key-bookings = 🗂 حجوزاتي ({ $count })
key-no-bookings = 🗂 حجوزاتي
key-next = { $title }: { $when }
key-once-more-of = 🔁 مرة أخرى: { $title } · { $provider }
key-today = 📋 اليوم
key-week = 🗓 الأسبوع
key-requests = 🔔 الطلبات ({ $count })
key-settings = ⚙️ الإعدادات
key-help = ❓ مساعدة
help =
    <b>كيف يعمل</b>
    اختر مقدّم الخدمة ثم الخدمة ثم وقتًا متاحًا. أحتفظ لك بالوقت 5 دقائق ريثما تراجعه. بعض مقدّمي الخدمة يؤكدون كل طلب بأنفسهم، وأخبرك فور ردّهم. وأذكّرك هنا قبل موعدك.

    /book – حجز موعد
    /mybookings – حجوزاتك، وإلغاء أحدها
    /calendar – حجوزاتك في تقويمك
    /settings – اللغة والمنطقة الزمنية والتذكيرات
    /cancel – ترك ما تقوم به الآن
    /start – الصفحة الرئيسية
help-provider =
    <b>لمقدّمي الخدمة</b>
    /today – حجوزات اليوم
    /week – الأيام السبعة القادمة
    تصلك الطلبات في هذه المحادثة، وتردّ عليها بلمسة واحدة.
group-hint = أحافظ على خصوصية المواعيد. لنتحدث هنا: { $link }

## Business types
business-doctor = 🩺 أطباء
business-salon = 💇 صالونات
business-consultant = 💼 مستشارون
business-studio = 🎵 استوديوهات
business-tutor = 📚 مدرّسون
business-coach = 🏃 مدرّبون
business-other = ✨ غير ذلك
business-all = الكل
saved = حُفظ.
discarded = لم يتغير شيء.
discard = ✖️ تجاهل
ticked = ✅ { $what }
chosen = • { $what }

## Choosing a provider and a service
providers-title = <b>مع من تودّ الحجز؟</b>
offering-title = <b>{ $title }</b>: مع من؟
providers-none = لا يوجد من يمكن الحجز لديه الآن. نرجو العودة لاحقًا.
provider-line = <b>{ $name }</b> · { $organization }
provider-rating = ★ { $mean } ({ $count })
provider-new = جديد هنا
provider-first = أقرب وقت { $when } (بتوقيت { $city })
provider-full = لا وقت متاح خلال الأسبوعين القادمين
key-provider = { $name } · { $when }
key-provider-full = { $name }
services-title = <b>{ $name }</b> · { $organization }
services-choose = أي خدمة؟
services-none = لا يقدّم { $name } خدمات للحجز الآن. نرجو اختيار غيره.
service-line = <b>{ $title }</b> – { $length }، { $price }
service-approval = يُؤكَّد يدويًا
key-service = { $title } · { $price }
address = 📍 { $address }
phone = 📞 { $phone }
format-in_person = حضوريًا
format-video = 🎥 مكالمة فيديو
format-phone = 📞 مكالمة هاتفية
format-chat = 💬 محادثة

## Choosing a day and a time
booking-of = <b>{ $title }</b> مع { $provider }
booking-with-anyone = <b>{ $title }</b> مع أول من يتفرغ
length-and-price = { $length } · { $price }
days-choose = اختر يومًا. الأوقات بتوقيت { $city }.
days-soonest = أقرب الأوقات في الأعلى.
days-legend = 12 متاح · 12 (2) بقي وقتان · 12 ✕ ممتلئ · 12 – مغلق
days-count =
    { $month }: { $free ->
        [zero] لا أيام متاحة
        [one] يوم واحد متاح
        [two] يومان متاحان
        [few] { $free } أيام متاحة
        [many] { $free } يومًا متاحًا
       *[other] { $free } يوم متاح
    }{ $full ->
        [zero] .
       *[other] ، والأيام المحجوزة بالكامل: { $full }.
    }
days-nothing = لا وقت متاح حتى { $latest }. نرجو اختيار خدمة أخرى أو مقدّم خدمة آخر.
key-narrow = 🔎 ما يناسبني
key-this-week = 📋 هذا الأسبوع
only-morning = 🔎 صباحًا فقط
only-afternoon = 🔎 بعد الظهر فقط
only-evening = 🔎 مساءً فقط
narrow-choose = ما الذي يناسبك؟
key-anyone =
    { $count ->
        [two] 👥 مع أي من الاثنين
        [few] 👥 مع أي من الـ{ $count }
       *[other] 👥 مع أي من الـ{ $count }
    }
months-choose = أي شهر؟
key-month =
    { $count ->
        [0] { $month } · لا شيء
       *[other] { $month } · { $count }
    }
week-title =
    { $count ->
        [one] <b>هذا الأسبوع:</b> موعد واحد متاح.
        [two] <b>هذا الأسبوع:</b> موعدان متاحان.
        [few] <b>هذا الأسبوع:</b> { $count } مواعيد متاحة.
        [many] <b>هذا الأسبوع:</b> { $count } موعدًا متاحًا.
       *[other] <b>هذا الأسبوع:</b> { $count } موعد متاح.
    }
week-nothing = <b>هذا الأسبوع</b> لم يبق شيء متاح. أقرب المواعيد المتاحة:
week-nothing-at-all = لا شيء متاح هنا حاليًا.
times-zone = بتوقيت { $city }
key-soonest = ⚡ { $when }
cell-free = { $day }
cell-few = { $day } ({ $count })
cell-full = { $day } ✕
cell-closed = { $day } –
cell-out = ·
why-full = { $day } محجوز بالكامل. نرجو اختيار يوم آخر.
why-closed = { $provider } لا يستقبل في { $day }.
why-closed-all = لا أحد متاح يوم { $day }.
why-not-then = لا مواعيد كهذه يوم { $day }.
why-too-soon = فات أوان الحجز ليوم { $day }. نرجو اختيار يوم آخر.
why-past = انقضى { $day }.
why-beyond = يمكن الحجز حتى { $latest }.
times-title = <b>{ $day }</b>
times-choose =
    { $count ->
        [zero] لا وقت متاح، بتوقيت { $city }.
        [one] وقت واحد متاح، بتوقيت { $city }.
        [two] وقتان متاحان، بتوقيت { $city }.
        [few] { $count } أوقات متاحة، بتوقيت { $city }.
        [many] { $count } وقتًا متاحًا، بتوقيت { $city }.
       *[other] { $count } وقت متاح، بتوقيت { $city }.
    }
times-here = { $there } هناك تعني { $here } عندك (بتوقيت { $city }).
times-none = لم يبقَ وقت متاح في { $day }. نرجو اختيار يوم آخر.
part-all = الكل
part-any = أي وقت من اليوم
key-day-before = { $day }
key-day-after = { $day }
key-seats =
    { $count ->
        [one] { $when } · مقعد واحد
        [two] { $when } · مقعدان
        [few] { $when } · { $count } مقاعد
        [many] { $when } · { $count } مقعدًا
       *[other] { $when } · { $count } مقعد
    }
part-morning = صباحًا ({ $count })
part-afternoon = بعد الظهر ({ $count })
part-evening = مساءً ({ $count })
slot-gone = سبقك أحدهم بلحظة.
slot-near = هذه الأوقات القريبة لا تزال متاحة (بتوقيت { $city }):
slot-gone-toast = حُجز هذا الوقت قبل لحظات.
slot-gone-nothing = سبقك أحدهم بلحظة، ولا وقت آخر متاح في الأيام القريبة. نرجو اختيار يوم آخر.
note-kept = ملاحظتك محفوظة.
key-other-day = 📅 يوم آخر
slot-closed = لم يعد هذا الوقت معروضًا. هذه الأوقات القريبة متاحة:
slot-closed-toast = لم يعد هذا الوقت معروضًا.
slot-closed-nothing = لم يعد هذا الوقت معروضًا، ولا وقت آخر متاح في الأيام القريبة. نرجو اختيار يوم آخر.

## Review
review-title = <b>نرجو المراجعة</b>
review-held = أحتفظ لك بهذا الوقت حتى { $time } (بتوقيت { $city }).
review-approval = { $provider } يؤكد كل طلب بنفسه، وأخبرك فور ردّه.
review-note = 📝 { $note }
key-confirm = ✅ احجز { $when }
key-request = 📨 اطلب { $when }
key-note = ✏️ إضافة ملاحظة
key-change-note = ✏️ تعديل الملاحظة
key-drop-note = 🗑 حذف الملاحظة
note-ask = <b>ملاحظة إلى { $provider }</b>
    اكتبها في رسالة: ما الموضوع، أو ما الذي ينبغي معرفته. حتى { $limit } حرف.
note-not-text = لا أستطيع حفظ ملاحظة إلا كلامًا مكتوبًا. نرجو كتابتها في رسالة أو الرجوع.
already-booked = هذا محجوز من قبل.
left = لم يُحجز شيء. إلى اللقاء!
left-toast = حسنًا، لم يُحجز شيء.

## Details of a booking
key-topic = 🏷 إضافة موضوع
key-change-topic = 🏷 تعديل الموضوع
key-drop-topic = 🗑 حذف الموضوع
key-attach = 📎 إرفاق ملفات
key-files = 📎 الملفات ({ $count })
key-drop-file = 🗑 { $name }
key-other-time = 🗓 يناسبني وقت آخر أيضًا
key-change-other-time = 🗓 تعديل الوقت الآخر
key-drop-other-time = 🗑 لا وقت آخر
key-questions = 📋 الأسئلة
key-questions-first =
    { $count ->
        [one] 📋 أجب عن سؤال واحد
        [two] 📋 أجب عن سؤالين
        [few] 📋 أجب عن { $count } أسئلة
        [many] 📋 أجب عن { $count } سؤالًا
       *[other] 📋 أجب عن { $count } سؤال
    }
key-answers = 📋 الإجابات ({ $count })
key-done = ✅ تم
key-keep-answer = التالي
key-skip = تخطّي
key-yes = نعم
key-no = لا
key-same-as-last = 🔁 كالمرة السابقة
details-topic = 🏷 { $topic }
details-files =
    { $count ->
        [one] 📎 ملف واحد
        [two] 📎 ملفان
        [few] 📎 { $count } ملفات
        [many] 📎 { $count } ملفًا
       *[other] 📎 { $count } ملف
    }
details-other = 🗓 يناسبك أيضًا: { $when }
details-other-theirs = 🗓 يناسب العميل أيضًا: { $when }
details-answered = 📋 الأسئلة المجاب عنها: { $answered } من { $count }
details-missing =
    { $count ->
        [one] يلزم الجواب عن سؤال واحد قبل الحجز.
        [two] يلزم الجواب عن سؤالين قبل الحجز.
        [few] يلزم الجواب عن { $count } أسئلة قبل الحجز.
        [many] يلزم الجواب عن { $count } سؤالًا قبل الحجز.
       *[other] يلزم الجواب عن { $count } سؤال قبل الحجز.
    }
topic-ask = <b>ما الموضوع؟</b>
    نرجو كتابته في رسالة: بضع كلمات، حتى { $limit } حرفًا.
files-ask = <b>إرفاق ملفات</b>
    أرسلها هنا واحدًا واحدًا أو كألبوم: صور أو ملفات PDF أو مستندات مكتبية أو ملفات نصية. حتى { $most } ملفات، كل منها حتى { $largest } ميغابايت.
files-none = لم يُرفق شيء بعد.
file-photo = صورة
file-line = { $number }. { $name } · { $size } كيلوبايت
file-attached =
    { $count ->
        [one] 📎 أُرفق. لديك الآن ملف واحد.
        [two] 📎 أُرفق. لديك الآن ملفان.
        [few] 📎 أُرفق. لديك الآن { $count } ملفات.
        [many] 📎 أُرفق. لديك الآن { $count } ملفًا.
       *[other] 📎 أُرفق. لديك الآن { $count } ملف.
    }
not-a-file = أستطيع إرفاق الصور والمستندات فقط. نرجو إرسال أحدها أو الرجوع.
other-ask = <b>وقت آخر يناسبك</b>
    إن تعذّر الوقت على { $provider }، فأي وقت آخر يناسبك؟ نُعلمه به فقط ولا نحجزه لك.
question-progress = السؤال { $number } من { $count }
question-required = الجواب عن هذا السؤال لازم.
question-optional = يمكنك تخطّي هذا السؤال.
question-how-text = اكتب جوابك في رسالة، حتى { $limit } حرف.
question-how-number = اكتب عددًا في رسالة.
question-how-between = اكتب في رسالة عددًا من { $least } إلى { $most }.
question-how-least = اكتب في رسالة عددًا لا يقل عن { $least }.
question-how-most = اكتب في رسالة عددًا لا يزيد على { $most }.
question-how-choice = اختر واحدًا.
question-how-choices = اختر كل ما ينطبق، ثم «تم».
question-how-yes_no = اختر «نعم» أو «لا».
question-how-date = اختر يومًا، أو اكتب تاريخًا مثل 17.5.1990.
question-sensitive = 🔒 يُحفظ جوابك مشفّرًا، ولا يقرؤه إلا { $provider }.
question-now = جوابك: { $answer }
answers-title = 📋 <b>إجابات { $customer }</b> · { $reference }
answer-sealed = (تتعذّر قراءته: مفتاحه مفقود)
refused-file-type = لا أستطيع أخذ «{ $name }»: الصور وملفات PDF والمستندات المكتبية والملفات النصية فقط. وكل ما عداه محفوظ.
refused-file-size = حجم «{ $name }» { $megabytes } ميغابايت، والحد 5 ميغابايت. وكل ما عداه محفوظ.
refused-files =
    { $limit ->
       *[other] أرفقت { $limit } ملفات بالفعل، وهو الحد الأقصى. احذف أحدها لإضافة غيره.
    }
refused-same-time = هذا هو الوقت الذي اخترته بالفعل. نرجو اختيار غيره.
refused-answers =
    { $count ->
        [one] نرجو الجواب عن سؤال واحد أولًا.
        [two] نرجو الجواب عن سؤالين أولًا.
        [few] نرجو الجواب عن { $count } أسئلة أولًا.
        [many] نرجو الجواب عن { $count } سؤالًا أولًا.
       *[other] نرجو الجواب عن { $count } سؤال أولًا.
    }
refused-number = لم أفهم هذا العدد. نرجو كتابة أرقام فقط، مثل 12 أو 12.5.
refused-number-range = نرجو كتابة عدد من { $least } إلى { $most }.
refused-number-least = نرجو كتابة عدد لا يقل عن { $least }.
refused-number-most = نرجو كتابة عدد لا يزيد على { $most }.
refused-date = لم أفهم هذا التاريخ. نرجو اختيار يوم، أو كتابة اليوم والشهر والسنة مثل 17.5.1990.
refused-nothing-chosen = نرجو اختيار واحد على الأقل.
refused-answer = نرجو الجواب عن هذا السؤال بالأزرار.

## How to meet
key-how = الطريقة: { $format }
how-ask = <b>كيف تود لقاء { $provider }؟</b>
how-gone = لم تعد طريقة «{ $format }» متاحة هنا. كل ما عداها محفوظ.
how-at = { $format }: { $place }
how-call = { $format }: تتصل أنت بالرقم { $place }
how-called = { $format }: يتصل بك { $provider }
call-ours-on-customer = 📞 يتصل بك { $provider } على الرقم { $phone }
call-ours-open-customer = 📞 يتصل بك { $provider }
call-ours-on-provider = 📞 تتصل أنت بـ{ $customer } على الرقم { $phone }
call-ours-open-provider = 📞 تتصل أنت بـ{ $customer }
call-theirs-on-customer = 📞 تتصل أنت بـ{ $provider } على الرقم { $phone }
call-theirs-on-provider = 📞 يتصل بك { $customer } على الرقم { $phone }
key-number = 📞 رقمي أولًا
key-other-number = 📞 رقم آخر
number-ask = <b>على أي رقم يمكن أن يتصل بك { $provider }؟</b> اكتبه في رسالة مع رمز البلد: ‎+62 812 0000 0000. لا يراه إلا من سيتصل بك من مقدمي الخدمات.
number-not-text = لا أستطيع حفظ شيء إلا رقمًا مكتوبًا. نرجو كتابته في رسالة أو الرجوع.
refused-format-gone = لم تعد طريقة اللقاء هذه متاحة. نرجو اختيار غيرها.
refused-number-missing = نرجو كتابة رقمك أولًا ليمكن الاتصال بك.
refused-phone = لا أرى هنا رقم هاتف. نرجو كتابته هكذا: ‎+62 812 0000 0000.
key-my-number = 📞 أضف رقمي
number-kept-toast = حُفظ الرقم. سيتصل بك { $provider } عليه.

## Two bookings at one time
own-clash =
    { $count ->
        [one] ⚠️ <b>لديك حجز آخر في هذا الوقت:</b>
        [two] ⚠️ <b>لديك حجزان آخران في هذا الوقت:</b>
       *[other] ⚠️ <b>لديك حجوزات أخرى في هذا الوقت:</b>
    }
own-clash-booking = • { $when }–{ $until } (بتوقيت { $city }) · { $title } · { $provider }
key-all-the-same = ✅ أريده مع ذلك
repeat-clashing = ⚠️ { $what }
repeat-clashes = ⚠️ لديك حجز آخر في ذلك الوقت. يمكنك أخذه مع ذلك.

## Bookings
bookings-title = <b>حجوزاتك</b>
bookings-none = ليست لديك حجوزات قادمة.
past-title = <b>الحجوزات السابقة</b>
past-none = لا توجد حجوزات سابقة.
key-past = 🕘 السابقة ({ $count })
key-upcoming = 🗂 القادمة ({ $count })
key-booking = { $sign } { $when } · { $title }
booking-customer = { $customer }
reference = <code>{ $reference }</code>
status-held = ⏳ قيد الحجز
status-pending_payment = ⏳ بانتظار الدفع
status-pending = ⏳ بانتظار التأكيد
status-confirmed = ✅ مؤكد
status-in_progress = ▶️ جارٍ الآن
status-completed = ✔️ اكتمل
status-no_show = 🚫 لم يحضر
status-cancelled = ❌ ملغى
status-declined = ❌ مرفوض
status-expired = ⌛ لم يُرَدّ عليه في الوقت
reason = السبب: { $reason }
coming-self = 👍 قلت إنك ستحضر.
coming-other = 👍 { $other } سيحضر.
before-none = أول حجز لديك.
before-some =
    { $count ->
        [zero] لا حجوزات سابقة لديك.
        [one] حجز واحد سابق لديك.
        [two] حجزان سابقان لديك.
        [few] { $count } حجوزات سابقة لديك.
        [many] { $count } حجزًا سابقًا لديك.
       *[other] { $count } حجز سابق لديك.
    }
key-cancel = ✕ إلغاء الحجز
key-details = 🔎 التفاصيل
key-all-bookings = 🗂 كل حجوزاتي
key-again = 🔁 حجز وقت آخر
cancel-ask = <b>إلغاء هذا الحجز؟</b> نرجو اختيار سبب، وسيراه { $other }.
cancel-plans = تغيّرت خططي
cancel-ill = أنا مريض
cancel-mistake = حجزت بالخطأ
cancel-none = بلا سبب
key-own-words = ✏️ بكلماتي
reason-ask = نرجو كتابة السبب في رسالة. سيراه { $other }. حتى { $limit } حرف.
reason-not-text = نرجو كتابة السبب في رسالة أو الرجوع.
cancelled-done = ❌ <b>أُلغي.</b> وصل الخبر إلى { $other }.
cancelled-done-alone = ❌ <b>أُلغي.</b>
cancelled-toast = أُلغي.
will-come-toast = 👍 جميل، شكرًا لك!
cancel-is-late = ⚠️ <b>الإلغاء الآن متأخر.</b> كان مجانيًا حتى { $when } (بتوقيت { $city }). ما زال بإمكانك الإلغاء، وسيرى { $other } أنه متأخر.
cancelled-late = ⏰ أُلغي متأخرًا
refused-bookings =
    { $limit ->
        [one] يمكن أن يكون لك هنا حجز قادم واحد، وهو لديك. يمكنك الحجز مجددًا بعد انتهائه أو إلغائه.
        [two] يمكن أن يكون لك هنا حجزان قادمان، وهما لديك. يمكنك الحجز مجددًا بعد انتهاء أحدهما أو إلغائه.
        [few] يمكن أن يكون لك هنا { $limit } حجوزات قادمة، وهي لديك. يمكنك الحجز مجددًا بعد انتهاء أحدها أو إلغائه.
        [many] يمكن أن يكون لك هنا { $limit } حجزًا قادمًا، وهي لديك. يمكنك الحجز مجددًا بعد انتهاء أحدها أو إلغائه.
       *[other] يمكن أن يكون لك هنا { $limit } حجز قادم، وهي لديك. يمكنك الحجز مجددًا بعد انتهاء أحدها أو إلغائه.
    }
refused-reference = لا أجد حجزًا لك بالرقم المرجعي { $reference }.
ahead-today = اليوم
ahead-tomorrow = غدًا
ahead-less-than-a-day = غدًا، خلال أقل من 24 ساعة
key-map = 🗺 عرض على الخريطة

## Timeline of a booking
key-timeline = 🕓 سجل الحجز
timeline-title = 🕓 <b>سجل الحجز</b> · <code>{ $reference }</code>
timeline-step = • { $when } · <b>{ $who }</b>: { $what }
timeline-system = تلقائيًا
timeline-admin = المشرف
timeline-link = (عبر رابط)
timeline-changed = تعديل
timeline-held = الاحتفاظ بالوقت
timeline-given-back = التخلي عن الوقت
timeline-pending_payment = انتظار الدفع
timeline-pending = طلب الحجز
timeline-confirmed = التأكيد
timeline-in_progress = البدء
timeline-completed = الاكتمال
timeline-no_show = تسجيل عدم الحضور
timeline-cancelled = الإلغاء
timeline-declined = الرفض
timeline-expired = انتهاء المهلة بلا رد
timeline-moved = نُقل من { $before } إلى { $after }

## Another time for a booking
key-move = 🔁 تغيير الموعد
key-move-to = ✅ النقل إلى { $when }
key-ask-move = 📨 طلب { $when }
key-keep-time = ↩️ الإبقاء على الوقت الحالي
key-accept-move = ✅ النقل إلى { $when }
key-refuse-move = ✕ الإبقاء على الوقت الحالي
key-fine = 👍 يناسبني
key-another-time = 📅 وقت آخر
move-leave = ✕ لا تغيّر الموعد
moving-from = 🔁 تغيير الموعد من { $when }. يبقى الموعد كما هو حتى يُختار وقت آخر.
move-ask = 🔁 <b>نقل هذا الحجز؟</b>
move-to = الوقت الجديد: <b>{ $when }</b>
move-approval = يلزم أن يوافق { $provider }. يبقى الوقت الحالي حتى ذلك الحين.
move-why = إن أردت فاذكر السبب بالنقرة نفسها، وسيراه { $other }.
move-plans = تغيّرت خططي
move-ill = أنا مريض
move-urgent = طرأ أمر عاجل
move-wanted = 🔁 وقت جديد مطلوب: <b>{ $when }</b>
move-wanted-until = يُنتظر الرد قبل { $when } (بتوقيت { $city })، ويبقى الوقت الحالي حتى ذلك الحين.
move-was = سابقًا: <s>{ $when }</s>
move-asked-toast = أُرسل الطلب. يبقى وقتك الحالي حتى يصل الرد.
move-accepted-toast = نُقل الحجز. سيصل الخبر إلى { $customer }.
move-refused-toast = يبقى الحجز كما هو. سيصل الخبر إلى { $customer }.
kept-toast = يبقى حجزك كما هو.
notice-moved-customer = 🔁 <b>نقل { $provider } حجزك إلى وقت آخر</b>
notice-moved-provider = 🔁 <b>نقل { $customer } الحجز إلى وقت آخر</b>
notice-move-asked = 🔁 <b>يطلب { $customer } وقتًا آخر</b>
notice-move-agreed = ✅ <b>وافق { $provider }: لحجزك وقت جديد</b>
notice-move-refused = ↩️ <b>لم يتمكن { $provider } من قبول الوقت الآخر</b>
    يبقى حجزك كما كان.
refused-move-late = كان نقل هذا الحجز ممكنًا حتى { $latest }. لا يزال بإمكانك إلغاؤه.
refused-moved-often =
    { $limit ->
        [zero] لا يمكن نقل هذا الحجز. يمكنك إلغاؤه والحجز من جديد.
        [one] نُقل هذا الحجز مرة واحدة، ولا يمكن نقله أكثر. يمكنك إلغاؤه والحجز من جديد.
        [two] نُقل هذا الحجز مرتين، ولا يمكن نقله أكثر. يمكنك إلغاؤه والحجز من جديد.
        [few] نُقل هذا الحجز { $limit } مرات، ولا يمكن نقله أكثر. يمكنك إلغاؤه والحجز من جديد.
        [many] نُقل هذا الحجز { $limit } مرة، ولا يمكن نقله أكثر. يمكنك إلغاؤه والحجز من جديد.
       *[other] نُقل هذا الحجز { $limit } مرة، ولا يمكن نقله أكثر. يمكنك إلغاؤه والحجز من جديد.
    }
refused-not-asked = لم يعد هذا الوقت الآخر مطلوبًا.
key-suggest = 📅 اقتراح وقت آخر
suggest-ask = <b>أي الأوقات تناسبك بدلًا منه؟</b> اختر حتى { $limit }. يُرفض الطلب، ويستطيع { $customer } أخذ أحدها بنقرة واحدة.
key-suggest-send =
    { $count ->
        [zero] 📨 الرفض
        [one] 📨 الرفض واقتراح هذا الوقت
        [two] 📨 الرفض واقتراح وقتين
        [few] 📨 الرفض واقتراح { $count } أوقات
        [many] 📨 الرفض واقتراح { $count } وقتًا
       *[other] 📨 الرفض واقتراح { $count } وقت
    }
suggested = يقترح { $provider } بدلًا منه (بتوقيت { $city }):
suggested-by-you = اقترحت بدلًا منه (بتوقيت { $city }):
suggested-toast = رُفض الطلب. ستصل اقتراحاتك إلى { $customer }.
key-take = ✅ { $when }
taken-toast = تم الحجز.

## Bookings that repeat
every-week = كل أسبوع
every-fortnight = كل أسبوعين
every-month = كل شهر
key-repeat = 🔁 تكرار…
repeat-ask = 🔁 <b>كم مرة؟</b>
repeat-count = 🔁 <b>كم جلسة إجمالًا؟</b>
    حجزك الحالي هو الأولى.
repeat-plan = 🔁 <b>{ $every }</b>
repeat-how =
    ✅ متاح · 🔀 أقرب وقت متاح بدلًا منه · ✕ غير ممكن
    اضغط على موعد لاستثنائه. تُحجز كلها معًا، أو لا شيء.
repeat-taken = 🔀 { $when } محجوز.
repeat-in = ✅ { $when }
repeat-other = 🔀 { $when }
repeat-out = ☐ { $when }
repeat-none = ✕ { $when }
repeat-book =
    { $count ->
        [zero] ✅ احجز
        [one] ✅ احجز موعدًا آخر
        [two] ✅ احجز موعدين آخرين
        [few] ✅ احجز { $count } مواعيد أخرى
        [many] ✅ احجز { $count } موعدًا آخر
       *[other] ✅ احجز { $count } موعد آخر
    }
repeat-booked =
    { $count ->
        [zero] ✅ <b>تم الحجز:</b>
        [one] ✅ <b>حُجز موعد آخر:</b>
        [two] ✅ <b>حُجز موعدان آخران:</b>
        [few] ✅ <b>حُجزت { $count } مواعيد أخرى:</b>
        [many] ✅ <b>حُجز { $count } موعدًا آخر:</b>
       *[other] ✅ <b>حُجز { $count } موعد آخر:</b>
    }
repeat-changed = تغيّر شيء في هذه الأثناء. انظر مرة أخرى من فضلك.
series-place = 🔁 { $place } من { $count }، { $every }
series-cancel =
    { $count ->
        [zero] ✕ هذا
        [one] ✕ هذا والذي يليه
        [two] ✕ هذا والاثنان بعده
        [few] ✕ هذا و{ $count } بعده
        [many] ✕ هذا و{ $count } بعده
       *[other] ✕ هذا و{ $count } بعده
    }
series-cancelled =
    { $count ->
        [zero] لم يُلغ شيء.
        [one] أُلغي حجز واحد.
        [two] أُلغي حجزان.
        [few] أُلغيت { $count } حجوزات.
        [many] أُلغي { $count } حجزًا.
       *[other] أُلغي { $count } حجز.
    }
repeat-asks = يؤكّد { $provider } كل طلب بنفسه. تُرسل كل المواعيد في طلب واحد، ويصلك ردّ واحد.
repeat-request =
    { $count ->
        [zero] 📨 اطلب
        [one] 📨 اطلب موعدًا آخر
        [two] 📨 اطلب موعدين آخرين
        [few] 📨 اطلب { $count } مواعيد أخرى
        [many] 📨 اطلب { $count } موعدًا آخر
       *[other] 📨 اطلب { $count } موعد آخر
    }
repeat-requested =
    { $count ->
        [zero] 📨 <b>أُرسل الطلب:</b>
        [one] 📨 <b>طُلب موعد آخر:</b>
        [two] 📨 <b>طُلب موعدان آخران:</b>
        [few] 📨 <b>طُلبت { $count } مواعيد أخرى:</b>
        [many] 📨 <b>طُلب { $count } موعدًا آخر:</b>
       *[other] 📨 <b>طُلب { $count } موعد آخر:</b>
    }
repeat-until = يُنتظر الرد قبل { $when } (بتوقيت { $city }). أحتفظ بالأوقات حتى ذلك الحين.
requested-series-title =
    { $count ->
        [zero] 🔔 <b>طلب جديد</b>
        [one] 🔔 <b>طلب جديد لجلسة واحدة</b>
        [two] 🔔 <b>طلب جديد لجلستين</b>
        [few] 🔔 <b>طلب جديد لـ{ $count } جلسات</b>
        [many] 🔔 <b>طلب جديد لـ{ $count } جلسة</b>
       *[other] 🔔 <b>طلب جديد لـ{ $count } جلسة</b>
    }
nudge-series-title =
    { $count ->
        [zero] 🔔 <b>لا يزال بانتظار ردّك</b>
        [one] 🔔 <b>لا تزال جلسة واحدة بانتظار ردّك</b>
        [two] 🔔 <b>لا تزال جلستان بانتظار ردّك</b>
        [few] 🔔 <b>لا تزال { $count } جلسات بانتظار ردّك</b>
        [many] 🔔 <b>لا تزال { $count } جلسة بانتظار ردّك</b>
       *[other] 🔔 <b>لا تزال { $count } جلسة بانتظار ردّك</b>
    }
series-dates = <b>كل المواعيد:</b>
series-requests =
    { $count ->
        [zero] 🔔 <b>ينتظر { $customer } ردّك.</b>
        [one] 🔔 <b>ينتظر { $customer } ردّك</b> بشأن جلسة واحدة.
        [two] 🔔 <b>ينتظر { $customer } ردّك</b> بشأن جلستين.
        [few] 🔔 <b>ينتظر { $customer } ردّك</b> بشأن { $count } جلسات.
        [many] 🔔 <b>ينتظر { $customer } ردّك</b> بشأن { $count } جلسة.
       *[other] 🔔 <b>ينتظر { $customer } ردّك</b> بشأن { $count } جلسة.
    }
key-accept-all = ✅ تأكيد الكل ({ $count })
key-decline-all = ✕ رفض الكل ({ $count })
key-one-by-one = 🗓 واحدًا واحدًا
requests-back = رجوع إلى الطلبات
decline-all-ask =
    { $count ->
        [zero] <b>رفض الطلب؟</b> نرجو اختيار سبب، وسيراه { $customer }.
        [one] <b>رفض هذه الجلسة؟</b> نرجو اختيار سبب، وسيراه { $customer }.
        [two] <b>رفض الجلستين؟</b> نرجو اختيار سبب، وسيراه { $customer }.
        [few] <b>رفض الجلسات كلها، وعددها { $count }؟</b> نرجو اختيار سبب، وسيراه { $customer }.
        [many] <b>رفض الجلسات كلها، وعددها { $count }؟</b> نرجو اختيار سبب، وسيراه { $customer }.
       *[other] <b>رفض الجلسات كلها، وعددها { $count }؟</b> نرجو اختيار سبب، وسيراه { $customer }.
    }
accepted-all-toast =
    { $count ->
        [zero] لا شيء للتأكيد.
        [one] أُكّدت جلسة واحدة. يصل الخبر إلى { $customer }.
        [two] أُكّدت جلستان. يصل الخبر إلى { $customer }.
        [few] أُكّدت { $count } جلسات. يصل الخبر إلى { $customer }.
        [many] أُكّدت { $count } جلسة. يصل الخبر إلى { $customer }.
       *[other] أُكّدت { $count } جلسة. يصل الخبر إلى { $customer }.
    }
declined-all-toast =
    { $count ->
        [zero] لا شيء للرفض.
        [one] رُفضت جلسة واحدة. يصل الخبر إلى { $customer }.
        [two] رُفضت جلستان. يصل الخبر إلى { $customer }.
        [few] رُفضت { $count } جلسات. يصل الخبر إلى { $customer }.
        [many] رُفضت { $count } جلسة. يصل الخبر إلى { $customer }.
       *[other] رُفضت { $count } جلسة. يصل الخبر إلى { $customer }.
    }

## Sessions and what became of them
notice-ready = 👋 <b>{ $title } يبدأ { $until }</b>
notice-ready-now = 👋 <b>{ $title }: حان الموعد</b>
ready-how = المس «أنا هنا» عند وصولك ليعلم { $other } بذلك.
key-join = 👋 أنا هنا
key-session-link = 🔗 فتح الرابط
session-place = 🔗 { $place }
joined-toast = 👋 سُجّل حضورك. لقاءً موفقًا!
joined-self = 👋 أنت هنا منذ { $time } (بتوقيت { $city }).
joined-other = 👋 { $other } هنا منذ { $time } (بتوقيت { $city }).
status-unmarked = 🏁 انتهى الوقت
session-ended = 🏁 انتهى في { $time } (بتوقيت { $city })
notice-missed-customer = 🌧 <b>يبدو أن أحدًا لم يتمكن من الحضور</b>
    لم تحضر أنت ولا { $other }، فلم يتم هذا اللقاء. يحدث ذلك، وموعد آخر على بُعد لمسة.
notice-missed-provider = 🌧 <b>يبدو أن أحدًا لم يتمكن من الحضور</b>
    لم تحضر أنت ولا { $other }، فلم يتم هذا اللقاء. يحدث ذلك، ويمكنك حجز موعد آخر له.
key-book-again-for = 🔁 حجز موعد آخر للعميل
ask-outcome = 🏁 <b>كيف كان اللقاء: { $title }؟</b>
key-completed = ✔️ اكتمل
key-completed-now = ✔️ اكتمل الآن
key-no-show = 🚫 لم يحضر
key-later = 🕘 اسألني لاحقًا
later-toast = حسنًا. أسألك مرة أخرى { $when }.
later-toast-card = حسنًا. يمكنك قول ذلك هنا في أي وقت.
no-show-ask = <b>ألم يحضر { $customer }؟</b> لا يمكن تغيير ذلك لاحقًا.
key-no-show-sure = 🚫 نعم، لم يحضر
no-show-toast = سُجّل أنه لم يحضر.
completed-toast = ✔️ اكتمل.
key-notes = 📝 الملاحظات
notes-title = ✔️ <b>اكتمل</b>
notes-how = أتود تدوين شيء؟ كل ذلك اختياري. يراه { $customer } بعد إرسالك له، أما الملاحظات الخاصة فتبقى لديك.
notes-how-alone = أتود تدوين شيء؟ كل ذلك اختياري، ولا يراه أحد سواك.
heading-topics = 💬 المواضيع
heading-assessments = 🔍 التقييم
heading-actions = 📌 المهام
heading-recommendations = 💡 التوصيات
heading-next = 📅 الموعد القادم
heading-materials = 📎 المواد
heading-private = 🔒 ملاحظات خاصة
about-topics = عمّ دار الحديث؟
about-assessments = ما رأيك؟ وماذا وجدت؟
about-actions = من يفعل ماذا ومتى؟
about-recommendations = بماذا تنصح؟
about-next = متى ينبغي أن تلتقيا من جديد؟
about-materials = روابط أو عناوين لما يستحق القراءة أو المشاهدة أو التمرين.
about-private = ما تود تذكّره في المرة القادمة.
note-write = <b>{ $heading }</b>
    نرجو كتابته كرسالة، حتى { $limit } حرفًا.
note-for-customer = يراه { $customer } بعد إرسالك الملاحظات.
note-for-provider = لا يراه أحد سواك.
note-now = الآن: { $note }
key-note-gone = 🗑 إزالة هذا
outcome-not-text = لا يمكنني هنا حفظ غير الكلمات. نرجو الكتابة كرسالة، والروابط مقبولة أيضًا.
key-send-notes = 📨 إرسال إلى العميل
key-send-notes-again = 📨 إرسال مرة أخرى
notes-sent = 📨 أُرسلت إلى { $customer } في { $when }. تظهر التغييرات اللاحقة في بطاقة حجزه، وأرسلها مرة أخرى ليعلم بها.
notes-sent-toast = أُرسلت: تصل إلى { $customer } كرسالة.
notes-for-you = 📝 <b>ملاحظات من { $provider }</b>
refused-not-started = ما زال الوقت مبكرًا لذلك. نرجو المحاولة من جديد حين يوشك على البدء.
refused-session-over = انتهى هذا اللقاء ولم يعد الانضمام إليه ممكنًا.
refused-nothing-to-send = لا شيء لإرساله بعد. نرجو تدوين شيء أولًا.
materials-how = يمكنك أيضًا إرسال صور ومستندات هنا: حتى { $most }، كل منها حتى { $largest } ميغابايت. تصل إلى العميل مع ملاحظاتك.

## The session room
key-open-room = 💬 دخول الغرفة
key-leave-room = 🚪 مغادرة الغرفة
key-write-once = ✉️ إرسال رسالة
key-messages = 💬 الرسائل
key-answer = ↩️ رد
key-room-more = ⋯ السجل والحظر والإبلاغ
key-transcript = 📄 حفظ ما قيل
key-report = 🚩 إبلاغ المشرفين
key-block = ⛔ حظر
key-block-sure = ⛔ نعم، لا رسائل بعد الآن
key-unblock = ✅ استقبال الرسائل من جديد
room-about = { $title } · { $when } (بتوقيت { $city })
room-entered = 💬 <b>أنت في الغرفة مع { $name }</b>
room-entered-group = 💬 <b>أنت في غرفة مجموعتك</b>
room-reads = كل ما تكتبه أو ترسله هنا يصل إلى { $name }، دون اسم المستخدم ودون رقمك.
room-reads-alone = كل ما تكتبه أو ترسله هنا يصل إلى { $name } وحده، دون اسم المستخدم ودون رقمك، ولا يرى بقية المشاركين شيئًا منه.
room-reads-group = كل ما تكتبه أو ترسله هنا يصل إلى جميع المشاركين. لا يرى أحدهم الآخر، وما يكتبونه يصل إليك وحدك. رُدّ على رسالة لتجيب كاتبها فقط.
room-here = { $name } في الغرفة الآن.
room-not-here = { $name } ليس في الغرفة الآن، وتصله كل رسالة مع زر للدخول.
room-until = مفتوحة حتى { $time } (بتوقيت { $city }).
room-how = الأوامر والأزرار تعمل كالمعتاد. زر المغادرة في الأسفل.
room-left = 🚪 <b>غادرت الغرفة مع { $name }</b>
room-left-group = 🚪 <b>غادرت غرفة مجموعتك</b>
room-left-more = ما تكتبه من الآن لا يصل إلى هناك.
room-left-toast = غادرت الغرفة.
room-not-in = لست في هذه الغرفة.
room-closed = 🔒 <b>أُغلقت الغرفة مع { $name }</b>
room-closed-group = 🔒 <b>أُغلقت غرفة مجموعتك</b>
room-closed-more = ما تكتبه من الآن لا يصل إلى هناك. ما زال بإمكانك إرسال رسائل منفردة.
room-from = 👤 { $name }
room-message-head = 💬 { $name } · { $title }، { $when }
room-single-head = ✉️ { $name } · { $title }، { $when }
room-undelivered = ⚠️ لم تصل «{ $what }» إلى { $name }. ربما أوقف البوت، أو لم تقبلها تيليغرام.
room-edit-late = ⚠️ فات الأوان: ما عدّلته يبقى عند الطرف الآخر كما كان.
room-more = 💬 <b>الرسائل مع { $name }</b>
room-kept = تُحفظ الرسائل مدة { $length } بعد الجلسة ثم تُمحى من هنا. لا يقرؤها سواكما، ومن يُبلّغ يتيح للمشرفين قراءة آخرها.
room-private = الصور والملفات والمواقع التي ترسلها تصل كما هي. أما بطاقات جهات الاتصال فلا.
room-is-blocked = ⛔ <b>حظرت { $name }.</b> لا تمر أي رسائل في الاتجاهين.
block-ask = ⛔ <b>أتريد حظر { $name }؟</b> لن تمر أي رسائل في الاتجاهين بعد الآن بشأن أي حجز. تبقى الحجوزات كما هي، ويمكنك التراجع عن ذلك.
blocked-toast = تم الحظر. لا تمر أي رسائل في الاتجاهين.
unblocked-toast = أنت تستقبل الرسائل من جديد.
report-ask =
    { $count ->
        [zero] 🚩 <b>لماذا تبلّغ عن { $name }؟</b> يصل إلى المشرفين السبب وحده. ولا يعلم { $name } بذلك.
        [one] 🚩 <b>لماذا تبلّغ عن { $name }؟</b> يصل إلى المشرفين السبب وآخر رسالة. ولا يعلم { $name } بذلك.
        [two] 🚩 <b>لماذا تبلّغ عن { $name }؟</b> يصل إلى المشرفين السبب وآخر رسالتين. ولا يعلم { $name } بذلك.
        [few] 🚩 <b>لماذا تبلّغ عن { $name }؟</b> يصل إلى المشرفين السبب وآخر { $count } رسائل. ولا يعلم { $name } بذلك.
        [many] 🚩 <b>لماذا تبلّغ عن { $name }؟</b> يصل إلى المشرفين السبب وآخر { $count } رسالة. ولا يعلم { $name } بذلك.
       *[other] 🚩 <b>لماذا تبلّغ عن { $name }؟</b> يصل إلى المشرفين السبب وآخر { $count } رسالة. ولا يعلم { $name } بذلك.
    }
report-rude = إساءة أو تهديد
report-money = يطلب مالًا خارج التطبيق
report-other = شيء آخر
reported-toast = شكرًا لك. وصل البلاغ إلى المشرفين.
report-title = 🚩 <b>بلاغ من { $by } عن { $about }</b>
report-why = السبب: { $why }
report-last = آخر ما قيل:
report-nothing = لم يُقل بينهما شيء هنا.
report-line = • { $time } <b>{ $who }</b>: { $what }
write-once = ✉️ <b>رسالتك إلى { $name }</b>
write-once-how = أرسلها الآن: نصًا أو صورة أو رسالة صوتية أو ملفًا أو موقعًا. تصل رسالة واحدة مع زر للرد عليها، ويبقى اسم المستخدم ورقمك لديك.
write-sent = ✉️ <b>أُرسلت إلى { $name }</b>
write-sent-short = ↩️ أُرسلت إلى { $name }.
sort-text = نص
sort-photo = 🖼 صورة
sort-document = 📎 مستند
sort-voice = 🎤 رسالة صوتية
sort-audio = 🎵 مقطع صوتي
sort-video = 🎬 فيديو
sort-video_note = ⭕ رسالة فيديو
sort-animation = 🎞 صورة متحركة
sort-sticker = 🙂 ملصق
sort-location = 📍 موقع
sort-venue = 📍 مكان
transcript-title = ما قيل: { $title }
transcript-caption =
    { $count ->
        [zero] 📄 لا رسائل.
        [one] 📄 رسالة واحدة، والملفات بأسمائها.
        [two] 📄 رسالتان، والملفات بأسمائها.
        [few] 📄 { $count } رسائل، والملفات بأسمائها.
        [many] 📄 { $count } رسالة، والملفات بأسمائها.
       *[other] 📄 { $count } رسالة، والملفات بأسمائها.
    }
transcript-edited = عُدّلت { $when }
transcript-size = { $size } كيلوبايت
refused-room-not-open = تُفتح الغرفة { $opens }. يمكنك حتى ذلك الحين إرسال رسائل منفردة.
refused-room-closed = هذه الغرفة مغلقة.
refused-unreachable = لا يمكن الوصول إلى { $name } هنا حاليًا: لا أحد يستخدم البوت هناك. لم تُرسل الرسالة.
refused-blocked = لقد حظرت { $name }. ألغِ الحظر أولًا من «السجل والحظر والإبلاغ».
refused-no-messages = لا يستقبل { $name } رسائل هنا. لم تُرسل الرسالة.
refused-messages =
    { $limit ->
        [zero] انتظر قليلًا من فضلك؛ لم تُرسل هذه الرسالة.
        [one] هذه رسالة واحدة بلا رد. انتظر قليلًا من فضلك؛ لم تُرسل هذه.
        [two] هاتان رسالتان بلا رد. انتظر قليلًا من فضلك؛ لم تُرسل هذه.
        [few] هذه { $limit } رسائل بلا رد. انتظر قليلًا من فضلك؛ لم تُرسل هذه.
        [many] هذه { $limit } رسالة بلا رد. انتظر قليلًا من فضلك؛ لم تُرسل هذه.
       *[other] هذه { $limit } رسالة بلا رد. انتظر قليلًا من فضلك؛ لم تُرسل هذه.
    }
refused-relay = لا يمكن تمرير هذا: بطاقات جهات الاتصال والاستطلاعات والألعاب وما شابهها تبقى خارج الغرفة كي لا يتسرب رقم أو اسم. أما النصوص والصور والصوت والفيديو والملفات والملصقات والمواقع فتمر.
refused-nobody-to-tell = لا يدير هذا المكان أحد سواكما، فلا مشرف يمكن إبلاغه. يمكنك الحظر بدلًا من ذلك.
refused-reported = سبق أن أبلغت عن هذا، والبلاغ لدى المشرفين.
refused-nothing-said = لا شيء محفوظ: لم يُقل شيء، أو أنه مُحي.

## Reviews and follow-ups
key-stars = { $count } ★
feedback-ask = ⭐ <b>كيف كان موعدك مع { $provider }؟</b>
feedback-how = لمسة واحدة تكفي: 5 ★ هي الأفضل. وسيرى { $provider } جوابك.
review-toast = شكرًا لك!
review-yours = <b>تقييمك:</b>
review-said = { $stars } «{ $comment }»
review-who-sees = يراه { $provider } مع اسمك، ولا يرى غيره إلا المعدّل.
review-until = يمكنك تعديله حتى { $when } (بتوقيت { $city }).
review-mine = تقييمك:
review-theirs = التقييم:
key-review = ⭐ تقييمي
key-add-words = ✏️ إضافة بضع كلمات
key-change-words = ✏️ تعديل كلماتي
key-drop-words = 🗑 حذف كلماتي
key-to-card = ‹ إلى الحجز
review-words-ask = نرجو كتابة ما تود قوله في رسالة. سيقرؤها { $provider }. حتى { $limit } حرف.
review-not-text = لا أستطيع حفظ شيء إلا كلامًا مكتوبًا. نرجو كتابته في رسالة أو الرجوع.
review-told = ⭐ <b>{ $stars } من { $customer }</b>
review-told-words = ⭐ <b>{ $stars } من { $customer }:</b> «{ $comment }»
refused-review-fixed =
    { $days ->
        [zero] لم يعد ممكنًا تعديل هذا التقييم.
        [one] يمكن تعديل التقييم خلال يوم واحد. يبقى هذا كما هو.
        [two] يمكن تعديل التقييم خلال يومين. يبقى هذا كما هو.
        [few] يمكن تعديل التقييم خلال { $days } أيام. يبقى هذا كما هو.
        [many] يمكن تعديل التقييم خلال { $days } يومًا. يبقى هذا كما هو.
       *[other] يمكن تعديل التقييم خلال { $days } يوم. يبقى هذا كما هو.
    }
refused-no-words = لم تعد الكلمات محفوظة. نرجو كتابتها مرة أخرى.
key-reviews = ⭐ التقييمات
reviews-title = <b>تقييمات { $provider }</b>
reviews-mean =
    { $count ->
        [zero] ★ { $mean } بلا تقييمات
        [one] ★ { $mean } من تقييم واحد
        [two] ★ { $mean } من تقييمين
        [few] ★ { $mean } من { $count } تقييمات
        [many] ★ { $mean } من { $count } تقييمًا
       *[other] ★ { $mean } من { $count } تقييم
    }
reviews-imported =
    { $count ->
        [zero] كلها مكتوبة هنا.
        [one] واحد منها جُمع من قبل وليس في هذه القائمة.
        [two] اثنان منها جُمعا من قبل وليسا في هذه القائمة.
        [few] { $count } منها جُمعت من قبل وليست في هذه القائمة.
        [many] { $count } منها جُمعت من قبل وليست في هذه القائمة.
       *[other] { $count } منها جُمعت من قبل وليست في هذه القائمة.
    }
reviews-hidden = يرى العملاء المعدّل بعد ثلاثة تقييمات.
reviews-none = لم يكتب أي عميل تقييمًا هنا بعد.
reviews-entry = <b>{ $customer }</b> · { $day }
key-reviewed = { $stars } { $customer }
key-participation = 🙋 تقييم المشاركة
participation-ask = <b>كيف كانت مشاركة { $customer }؟</b>
    في الوقت، باستعداد، بلطف؟ لا يرى هذا إلا مقدّمو الخدمة في { $organization }.
participation-given = تقييمك للمشاركة: { $stars }
participation-mean =
    { $count ->
        [zero] 🙋 المشاركة: ★ { $mean } بلا جلسات
        [one] 🙋 المشاركة: ★ { $mean } من جلسة واحدة
        [two] 🙋 المشاركة: ★ { $mean } من جلستين
        [few] 🙋 المشاركة: ★ { $mean } من { $count } جلسات
        [many] 🙋 المشاركة: ★ { $mean } من { $count } جلسة
       *[other] 🙋 المشاركة: ★ { $mean } من { $count } جلسة
    }
key-once-more = 🔁 احجز مرة أخرى
again-title = 🔁 <b>{ $title }</b> مع { $provider } مرة أخرى
again-last = المرة السابقة: { $when }
again-choose = نرجو اختيار وقت (بتوقيت { $city }):
again-nothing = لا وقت متاح في المدة القادمة. نرجو المحاولة لاحقًا أو الانضمام إلى قائمة الانتظار ليوم ما.
again-nearby = هذه الأوقات القريبة متاحة (بتوقيت { $city }):
key-follow-up = 📌 متابعة
key-follow-ups = 📌 المتابعات ({ $count })
key-all-follow-ups = ‹ كل المتابعات
follow-up-report = إرسال التقرير
follow-up-schedule = تحديد الجلسة القادمة
follow-up-resource = مشاركة مادة
key-follow-up-report = 📄 إرسال التقرير
key-follow-up-schedule = 📅 تحديد الجلسة القادمة
key-follow-up-resource = 🔗 مشاركة مادة
key-follow-up-own = ✏️ بكلماتي
follow-up-ask = 📌 <b>ما الذي ينبغي فعله من أجل { $customer }؟</b>
    { $title }، { $when }
follow-up-words-ask = نرجو كتابة ما ينبغي فعله في رسالة. لا يراه غيرك. حتى { $limit } حرف.
follow-up-when = حتى متى؟ أذكّرك صباح ذلك اليوم في 09:00.
follow-up-tomorrow = غدًا، { $day }
follow-up-three = بعد 3 أيام، { $day }
follow-up-week = الأسبوع القادم، { $day }
key-pick-date = 📅 اختيار تاريخ
follow-up-noted = سُجّل: { $day }.
follow-up-for = من أجل { $customer }: { $title }، { $when }
follow-up-due = الموعد { $day }، وأذكّرك في 09:00 (بتوقيت { $city }).
follow-up-today = 🔔 موعدها اليوم، { $day }
follow-up-overdue = ⚠️ متأخر منذ { $day }
follow-up-done = ✔️ أُنجز
follow-up-dropped = 🗑 أُلغي
follow-up-done-toast = أحسنت!
follow-up-dropped-toast = أُلغيت المتابعة.
follow-up-reminder = 🔔 <b>للإنجاز اليوم</b>
key-follow-up-done = ✅ أُنجز
key-follow-up-move = 📅 تأجيل
key-follow-up-drop = 🗑 إلغاء المتابعة
key-book-next = 📅 حجز لـ { $customer }
follow-ups-title = <b>متابعات { $provider }</b>
follow-ups-none = لا شيء للإنجاز. في بطاقة كل حجز مكتمل زر «متابعة».
follow-ups-entry = { $sign } <b>{ $day }</b> · { $what } · { $customer }
key-follow-up-entry = { $sign } { $what } · { $customer }

## Waiting for a time
key-wait = 🔔 انضم إلى قائمة الانتظار
key-wait-day = 🔔 قائمة انتظار { $day }
key-wait-until = 🔔 حتى { $day }
key-wait-month = 🔔 { $month }
wait-ask = 🔔 <b>لا وقت يناسبك؟</b> حين يتوفر وقت أكتب إليك وأحتفظ به لك { $length }.
wait-ask-days = أي الأوقات تنتظر؟
wait-morning = صباحًا
wait-afternoon = بعد الظهر
wait-evening = مساءً
wait-dates = { $first } – { $last }
wait-when = { $dates } · { $part }
wait-joined = 🔔 <b>أنت الآن في قائمة الانتظار.</b>
wait-joined-how = حالما يتوفر وقت كهذا أكتب إليك وأحتفظ به لك { $length }.
wait-free-now = هذه الأوقات متاحة من الآن:
wait-kept = ⏳ { $when } محجوز لك حتى { $until }.
wait-left = لم تعد تنتظر هذا.
waitlist-title = 🔔 <b>قائمة انتظارك</b>
waitlist-none = لا تنتظر شيئًا الآن.
key-waitlist = 🔔 قائمة انتظاري ({ $count })
key-my-waitlist = 🔔 قائمة انتظاري
key-wait-entry = { $title } · { $when }
key-wait-leave = ✕ ترك القائمة
offer-title = 🔔 <b>توفّر لك وقت</b>
offer-until = أحتفظ به لك حتى { $time } (بتوقيت { $city })، ثم يُعرض على من يليك.
offer-passed = حسنًا، يُعرض على من يليك. مكانك محفوظ، وأكتب إليك حين يتوفر وقت آخر.
offer-over = ⌛ لم يعد هذا الوقت محجوزًا لك.
key-offer-take = ✅ أريده
key-offer-pass = لا، شكرًا
key-offer-leave = ✕ ترك القائمة
key-offer-show = ✅ الوقت المحجوز لي
refused-waits =
    { $limit ->
       *[other] أنت في { $limit } قوائم انتظار بالفعل. نرجو ترك إحداها أولًا.
    }

## For providers
request-title = 🔔 <b>طلب جديد</b>
nudge-title = 🔔 <b>لا يزال بانتظار ردّك</b>
request-until = نرجو الرد قبل { $when } (بتوقيت { $city })، وبعدها يسقط الطلب.
key-accept = ✅ تأكيد
key-decline = ✕ رفض
accepted-toast = تم التأكيد. يصل الخبر إلى { $customer }.
decline-ask = <b>رفض هذا الطلب؟</b> نرجو اختيار سبب، وسيراه { $customer }.
decline-busy = أنا مشغول في ذلك الوقت
decline-away = أنا غائب في ذلك اليوم
decline-not_offered = لا أقدّم هذا حاليًا
decline-none = بلا سبب
declined-toast = رُفض. يصل الخبر إلى { $customer }.
agenda-today = <b>اليوم، { $day }</b>
agenda-day = <b>{ $day }</b>
agenda-week = <b>{ $first } – { $last }</b>
agenda-zone = بتوقيت { $city }
agenda-entry = { $sign } <b>{ $time }</b> { $title } · { $customer }
agenda-entry-of = { $sign } <b>{ $time }</b> { $title } · { $customer } ← { $provider }
agenda-none = لا حجوزات.
agenda-more =
    { $count ->
        [zero] لا شيء غير ذلك.
        [one] … وحجز آخر: انتقل إلى يوم واحد.
        [two] … وحجزان آخران: انتقل إلى يوم واحد.
        [few] … و{ $count } حجوزات أخرى: انتقل إلى يوم واحد.
        [many] … و{ $count } حجزًا آخر: انتقل إلى يوم واحد.
       *[other] … و{ $count } حجز آخر: انتقل إلى يوم واحد.
    }
agenda-waiting =
    { $count ->
        [zero] لا طلبات تنتظر ردّك.
        [one] 🔔 طلب واحد ينتظر ردّك.
        [two] 🔔 طلبان ينتظران ردّك.
        [few] 🔔 { $count } طلبات تنتظر ردّك.
        [many] 🔔 { $count } طلبًا ينتظر ردّك.
       *[other] 🔔 { $count } طلب ينتظر ردّك.
    }
requests-title = <b>الطلبات</b>
requests-none = لا طلبات تنتظر ردّك.
not-provider = هذا لمقدّمي الخدمة. إن كنت منهم فاطلب رابط الدعوة من المشرف.
joined-provider = 🤝 <b>أهلًا بك، { $provider }!</b> تصلك الطلبات والحجوزات في هذه المحادثة.
joined-owner = 🔑 <b>أهلًا بك!</b> هذا المكان لك الآن.
refused-another-time = هذا الطلب لموعد آخر الآن: { $start }. وما زال ينتظر ردّك.

## Notices
notice-confirmed = ✅ <b>حجزك مؤكد</b>
notice-confirmed-series =
    { $count ->
        [zero] ✅ <b>تم تأكيد حجوزات سلسلتك</b>
        [one] ✅ <b>تم تأكيد حجز واحد من سلسلتك</b>
        [two] ✅ <b>تم تأكيد حجزين من سلسلتك</b>
        [few] ✅ <b>تم تأكيد { $count } حجوزات من سلسلتك</b>
        [many] ✅ <b>تم تأكيد { $count } حجزًا من سلسلتك</b>
       *[other] ✅ <b>تم تأكيد { $count } حجز من سلسلتك</b>
    }
notice-sent = 📨 <b>وصل طلبك إلى { $provider }</b>
notice-sent-more = أكتب إليك فور وصول الرد.
notice-booked = 📅 <b>حجز جديد</b>
notice-declined = ❌ <b>{ $provider } لا يستطيع قبول طلبك</b>
notice-cancelled-customer = ❌ <b>اضطر { $provider } إلى إلغاء حجزك</b>
notice-cancelled-provider = ❌ <b>ألغى { $customer } الحجز</b>
notice-expired-customer = ⌛ <b>لم يردّ { $provider } في الوقت</b>
    نعتذر. لم يُحجز شيء، وقد تناسبك أوقات أخرى.
notice-expired-provider = ⌛ <b>سقط طلب لم تردّ عليه</b>
notice-reminder = ⏰ <b>تذكير:</b> { $title } { $until }
key-will-come = 👍 سأحضر

## Settings
settings-title = <b>الإعدادات</b>
settings-language = 🌐 اللغة: { $language }
settings-zone = 🕒 المنطقة الزمنية: { $city }
settings-no-zone = 🕒 المنطقة الزمنية: توقيت كل مقدّم خدمة
settings-leads = ⏰ التذكيرات: { $leads }
settings-no-leads = ⏰ التذكيرات: لا شيء
languages-title = <b>لغتك</b>
language-set = من الآن بالعربية.
zones-title = <b>منطقتك الزمنية</b>
zones-now = الآن: { $city }، والساعة فيها { $time }.
zones-none = الآن: لا شيء. تظهر الأوقات بتوقيت كل مقدّم خدمة.
zones-type = اختر واحدة، أو اكتب اسم مدينتك في رسالة.
zones-found = هذه توافق «{ $text }»:
key-zone = { $city } · { $time }
key-no-zone = توقيت كل مقدّم خدمة
region-Africa = أفريقيا
region-America = الأمريكتان
region-Asia = آسيا
region-Australia = أستراليا
region-Europe = أوروبا
region-Pacific = المحيط الهادئ
region-Atlantic = المحيط الأطلسي
region-Indian = المحيط الهندي
zone-set = منطقتك الزمنية: { $city }.
zone-forgotten = تظهر الأوقات بتوقيت كل مقدّم خدمة.
leads-title = <b>تذكيراتك</b>
leads-explain = المس تذكيرًا لتشغيله أو إيقافه. يسري ذلك على الحجوزات القائمة أيضًا.
lead-on = ☑ { $length } قبل الموعد
lead-off = ☐ { $length } قبل الموعد
key-more-leads = ➕ وقت آخر
leads-more = <b>قبل كم من الوقت؟</b>
unit-m = دقائق
unit-h = ساعات
unit-d = أيام
lead-added = أُضيف.
lead-removed = أُزيل.

## Calendar feeds
key-calendar = 📆 في تقويمي
feed-name = راندفو
feed-summary = { $title } · { $other }
feed-reference = الرقم المرجعي: { $reference }
feeds-title = <b>تقويمك</b>
feeds-explain = اشترك في العنوان مرة واحدة، فيعرض تقويمك حجوزاتك ويتابع كل تغيير فيها.
feeds-secret = كل من يعرف العنوان يستطيع قراءته، فلا تعطه لأحد. والعنوان الجديد يُبطل القديم.
feeds-nowhere = لا يمكن للتقاويم الاشتراك هنا، فليس لهذا البوت عنوان عام. يُرجى سؤال المشرف.
feed-of-customer = ما حجزتَه:
feed-of-provider = الحجوزات لدى <b>{ $provider }</b>:
key-feed-copy = 📋 نسخ العنوان
feed-mine = حجوزاتي
key-feed-copy-of = 📋 { $whose }
key-feed-renew = 🔄 عنوان جديد
key-feed-add-google = ➕ تقويم Google
key-feed-google = كيف في Google؟
key-feed-apple = كيف في Apple؟
key-feed-outlook = كيف في Outlook؟
feed-how-google =
    <b>تقويم Google</b>
    1. انسخ العنوان.
    2. افتح calendar.google.com على حاسوب.
    3. عند «تقاويم أخرى» اختر + ثم «من عنوان URL».
    4. ألصق العنوان واختر «إضافة تقويم».
    يسأل Google عن التغييرات بضع مرات في اليوم.
feed-how-apple =
    <b>تقويم Apple</b>
    1. انسخ العنوان.
    2. على iPhone: في «التقويم» اختر «التقاويم» ثم «إضافة تقويم» و«إضافة تقويم اشتراك». على Mac: «ملف» ثم «اشتراك تقويم جديد».
    3. ألصق العنوان واختر «اشتراك».
feed-how-outlook =
    <b>Outlook</b>
    1. انسخ العنوان.
    2. في تقويم outlook.com أو Outlook اختر «إضافة تقويم» ثم «الاشتراك من الويب».
    3. ألصق العنوان وسمِّه واختر «استيراد».
feed-renew-ask = <b>عنوان جديد؟</b> لن ترى التقاويم التي تستخدم العنوان القديم أي تغيير حتى تعطيها الجديد.
key-feed-renew-sure = 🔄 نعم، عنوان جديد
feed-renewed = هذا هو العنوان الجديد. لم يعد القديم يعمل.

## A provider's workspace
workspace-title = 🧰 <b>{ $provider }</b> · { $organization }
workspace-now = الآن: { $when }
workspace-today =
    { $count ->
        [0] لا حجوزات اليوم.
        [one] حجز واحد اليوم.
        [two] حجزان اليوم.
        [few] { $count } حجوزات اليوم.
        [many] { $count } حجزًا اليوم.
       *[other] { $count } حجز اليوم.
    }
workspace-next = التالي: <b>{ $time }</b> { $title } · { $customer }
workspace-coming =
    { $count ->
        [0] لا شيء في الأيام السبعة القادمة.
        [one] حجز واحد في الأيام السبعة القادمة.
        [two] حجزان في الأيام السبعة القادمة.
        [few] { $count } حجوزات في الأيام السبعة القادمة.
        [many] { $count } حجزًا في الأيام السبعة القادمة.
       *[other] { $count } حجز في الأيام السبعة القادمة.
    }
workspace-choose = أي مساحة عمل؟
workspace-back = مساحة العمل
workspace-other = 🔀 مساحة عمل أخرى
key-book-for = ➕ حجز لشخص آخر
for-whom = <b>لمن هذا الحجز؟</b>
    اختر ممن سبق لهم الحجز، أو اكتب الاسم، ومعه رقم الهاتف إن شئت. حتى { $limit } حرفًا.
for-whom-first = <b>لمن هذا الحجز؟</b>
    اكتب الاسم، ومعه رقم الهاتف إن شئت. حتى { $limit } حرفًا.
for-whom-not-text = يرجى كتابة اسم أو اختيار أحد الأسماء.
review-for = 👤 لـ<b>{ $customer }</b>
booked-for = تم الحجز، وسيصل الخبر إلى { $customer }.
booked-for-alone = تم الحجز لـ{ $customer }.
seats-taken = 👥 المقاعد المحجوزة: { $taken } من { $seats }
key-participants = 👥 المشاركون ({ $count })
participants-title = 👥 <b>المشاركون</b>
key-workspace = 🧰 مساحة العمل
key-terms = ⚙️ قواعدي
terms-title = ⚙️ <b>القواعد</b> · { $provider }
terms-on = ▶️ تستقبل حجوزات جديدة.
terms-paused = ⏸ <b>متوقف مؤقتًا:</b> لا أحد يستطيع الحجز. ما حُجز باقٍ.
terms-most =
    { $count ->
        [0] بقدر ما تتسع ساعاتك في اليوم.
        [zero] بقدر ما تتسع ساعاتك في اليوم.
        [one] جلسة واحدة في اليوم على الأكثر.
        [two] جلستان في اليوم على الأكثر.
        [few] { $count } جلسات في اليوم على الأكثر.
        [many] { $count } جلسة في اليوم على الأكثر.
       *[other] { $count } جلسة في اليوم على الأكثر.
    }
key-pause = ⏸ إيقاف الحجوزات الجديدة
key-resume = ▶️ استئناف الحجوزات
key-most = 🔢 الجلسات في اليوم
paused-toast = توقفت مؤقتًا. لا أحد يستطيع الحجز حتى تستأنف.
resumed-toast = صار الحجز معك ممكنًا من جديد.
most-choose = <b>كم جلسة في اليوم على الأكثر؟</b>
    من كل الخدمات معًا.
most-any = بقدر ما يتسع

## A provider's hours
key-hours = 🕘 ساعات العمل
hours-title = 🕘 <b>ساعات العمل</b> · { $provider }
hours-zone = بتوقيت { $city }.
hours-how = اضغط على الأيام لتغييرها، أو اكتبها هكذا: الأحد-الخميس 9-17، السبت 10-14.
hours-heard = هكذا فهمتها:
hours-unsaved = ✏️ <b>لم تُحفظ بعد.</b>
hours-special =
    { $count ->
        [zero] لا أوقات أخرى.
        [one] هناك وقت آخر لتواريخ معينة أو لخدمة واحدة، وهو باقٍ.
        [two] هناك وقتان آخران لتواريخ معينة أو لخدمة واحدة، وهما باقيان.
        [few] هناك { $count } أوقات أخرى لتواريخ معينة أو لخدمة واحدة، وهي باقية.
        [many] هناك { $count } وقتًا آخر لتواريخ معينة أو لخدمة واحدة، وهي باقية.
       *[other] هناك { $count } وقت آخر لتواريخ معينة أو لخدمة واحدة، وهي باقية.
    }
hours-save = ✅ حفظ
hours-save-anyway = ✅ احفظ، وأبقِ ما حُجز
hours-every-day = كل يوم
hours-other-days = أيام أخرى…
hours-which-days = <b>أي الأيام؟</b>
    اضغط على كل الأيام التي لها الساعات نفسها.
hours-done = متابعة ›
hours-break = ☕ إضافة استراحة
hours-add = ➕ إضافة ساعات
hours-set = ✏️ ساعات جديدة
hours-close = 🚫 مغلق
hours-copy = 📋 نسخ إلى أيام أخرى
hours-copy-to = <b>إلى أي الأيام تُنسخ؟</b>
    { $line }
hours-from = <b>{ $days }</b>
    متى تفتح؟
hours-to = <b>{ $days }</b>
    من { $start }. إلى متى؟ (+1: اليوم التالي)
hours-break-from = <b>{ $days }</b>
    متى تبدأ الاستراحة؟
hours-break-to = <b>{ $days }</b>
    الاستراحة من { $start }. إلى متى؟
offset = :{ $minutes }
next-day = { $time } +1
hours-preview = 👁 الأسبوع القادم
hours-next-week = 👁 <b>الأسبوع القادم كما يمكن حجزه</b>
hours-repeat = 📋 كهذا الأسبوع
hours-repeated = أصبح الأسبوع القادم كهذا الأسبوع.
hours-back = ‹ ساعات العمل
hours-outside =
    { $count ->
        [zero] ⚠️ <b>لا حجوزات خارج ساعات عملك.</b>
        [one] ⚠️ <b>سيكون حجز واحد خارج ساعات عملك:</b>
        [two] ⚠️ <b>سيكون حجزان خارج ساعات عملك:</b>
        [few] ⚠️ <b>ستكون { $count } حجوزات خارج ساعات عملك:</b>
        [many] ⚠️ <b>سيكون { $count } حجزًا خارج ساعات عملك:</b>
       *[other] ⚠️ <b>سيكون { $count } حجز خارج ساعات عملك:</b>
    }
hours-outside-entry = { $when } { $title } · { $customer }
hours-outside-key = { $when } · { $customer }
hours-outside-stay =
    { $count ->
        [zero] تبقى محجوزة ما لم تُلغها.
        [one] يبقى محجوزًا ما لم تُلغه.
        [two] يبقيان محجوزين ما لم تُلغهما.
        [few] تبقى محجوزة ما لم تُلغها.
        [many] تبقى محجوزة ما لم تُلغها.
       *[other] تبقى محجوزة ما لم تُلغها.
    }
refused-windows = لا يمكن تقسيم اليوم إلى أكثر من { $limit } فترات. قلّل عددها من فضلك.
hours-line = { $days }: { $times }
hours-span = {"\u200F"}{ $start }–{ $end }
hours-comma = ،{" "}
hours-closed = مغلق
hours-words-daily = يوميا, كل يوم, كل الأيام, جميع الأيام
hours-words-weekdays = أيام العمل
hours-words-weekend = نهاية الأسبوع, عطلة نهاية الأسبوع
hours-words-closed = مغلق, مغلقة, إجازة, عطلة
hours-words-and = و, ثم, وأيضا
hours-words-to = إلى, حتى, لغاية
hours-words-from = من, أيام, يوم, الساعة, مفتوح, بين
hours-words-am = ص, صباحا
hours-words-pm = م, مساء, ظهرا
hours-words-days = اثنين, إثنين, الاثنين, الإثنين; ثلاثاء, الثلاثاء; أربعاء, الأربعاء, الاربعاء; خميس, الخميس; جمعة, الجمعة; سبت, السبت; أحد, الأحد, الاحد
refused-hours = لم أفهم «{ $part }». اكتبها هكذا من فضلك: الأحد-الخميس 9-17، السبت 10-14.

## A provider's time off
key-time-off = 🏖 إجازات
off-title = 🏖 <b>الإجازات</b> · { $provider }
off-none = لا شيء مخطط. ضغطة واحدة تغلق الوقت، ونسألك أولًا عن الحجوزات فيه.
off-tap = اضغط على أي بند لتغييره.
off-this-afternoon = بعد ظهر اليوم
off-today = اليوم كله
off-tomorrow = غدًا
off-next-week = الأسبوع القادم
off-dates = 📅 تواريخ أخرى…
off-key = 🏖 { $what }
off-special-key = 🕘 { $day }، ساعات خاصة
off-days = { $first } – { $last }
off-part = { $day }، { $start }–{ $end }
off-span = { $first }، { $start } – { $last }، { $end }
off-entry = 🏖 <b>إجازة</b>
    { $what }
off-key-for = 🏖 { $what } · { $reason }
off-reason = السبب: { $reason }
off-reason-ask = ما السبب؟ اختر أو اكتب، حتى { $limit } حرف. أنت وحدك تراه.
off-for-none = ✕ بلا سبب
off-for-holiday = عطلة
off-for-illness = مرض
off-for-family = العائلة
off-for-training = تدريب
off-open = 🔓 افتح من جديد
off-opened = فُتح من جديد.
off-back = ‹ الإجازات
off-which = <b>أي يوم؟</b>
    ✎ له ساعات خاصة، – مغلق.
off-until = <b>من { $day }، إلى متى؟</b>
    اليوم الأخير مشمول.
off-date = <b>{ $day }</b>
off-open-at = مفتوح: { $times }
off-booked =
    { $count ->
        [zero] لا حجوزات.
        [one] حجز واحد.
        [two] حجزان.
        [few] { $count } حجوزات.
        [many] { $count } حجزًا.
       *[other] { $count } حجز.
    }
off-day = 🏖 يوم إجازة
off-morning = إجازة قبل الظهر
off-afternoon = إجازة بعد الظهر
off-some = بضع ساعات…
off-more-days = 🏖 إجازة حتى يوم آخر…
off-special = ✏️ ساعات أخرى…
off-more = ➕ ساعات إضافية…
off-usual = ↩️ كالمعتاد
off-from-off = <b>{ $day }</b>
    إجازة من متى؟
off-from-special = <b>{ $day }</b>
    متى تفتح؟ هذه الساعات بدلًا من المعتادة.
off-from-more = <b>{ $day }</b>
    متى تفتح؟ هذه الساعات بالإضافة إلى غيرها.
off-done-off = أُغلق: { $what }.
off-done-special = صار لـ{ $what } ساعات خاصة.
off-done-more = صار لـ{ $what } ساعات إضافية.
off-done-usual = عاد { $what } كالمعتاد.
cell-special = ✎{ $day }
fate-title =
    { $count ->
        [zero] ⚠️ <b>لا حجوزات في هذا الوقت: { $what }</b>
        [one] ⚠️ <b>حجز واحد في هذا الوقت: { $what }</b>
        [two] ⚠️ <b>حجزان في هذا الوقت: { $what }</b>
        [few] ⚠️ <b>{ $count } حجوزات في هذا الوقت: { $what }</b>
        [many] ⚠️ <b>{ $count } حجزًا في هذا الوقت: { $what }</b>
       *[other] ⚠️ <b>{ $count } حجز في هذا الوقت: { $what }</b>
    }
fate-how = ماذا عن كل منها؟ اضغط للتغيير. لا يحدث شيء قبل الزر الأخير.
    ✅ يبقى · 🔁 يختار العميل وقتًا آخر · ❌ يُلغى مع اعتذار
fate-more =
    { $count ->
        [zero] كل الحجوزات ظاهرة.
        [one] هناك حجز آخر غير ظاهر، وأزرار الكل تشمله.
        [two] هناك حجزان آخران غير ظاهرين، وأزرار الكل تشملهما.
        [few] هناك { $count } حجوزات أخرى غير ظاهرة، وأزرار الكل تشملها.
        [many] هناك { $count } حجزًا آخر غير ظاهر، وأزرار الكل تشملها.
       *[other] هناك { $count } حجز آخر غير ظاهر، وأزرار الكل تشملها.
    }
fate-all-keep = ✅ الكل
fate-all-move = 🔁 الكل
fate-all-cancel = ❌ الكل
fate-keep = ✅ { $when } · { $customer }
fate-move = 🔁 { $when } · { $customer }
fate-cancel = ❌ { $when } · { $customer }
fate-settle = أغلق هذا الوقت
fate-came = جاء حجز آخر في هذه الأثناء. انظر مرة أخرى من فضلك.
fate-done = تم. يجري إبلاغ المعنيين.
fate-apology = أعتذر، لن أكون موجودًا في ذلك الوقت.
notice-move = 🔁 <b>يطلب { $provider } أن تختار وقتًا آخر</b>
move-choose = يبقى حجزك قائمًا حتى تختار:
move-nothing = لا وقت متاحًا قريبًا من ذلك الوقت. يبقى حجزك قائمًا، ويمكنك اختيار يوم آخر.
moved-toast = نُقل الحجز. أصبح الوقت السابق متاحًا.

## Holidays of an organization
key-holidays = 🎌 العطل
holidays-whose = <b>عطل من؟</b>
holidays-title = 🎌 <b>العطل</b> · { $organization }
holidays-none = لا يوم مغلق للجميع بعد. اختر من العطل الرسمية لبلد ما.
holidays-some = لا حجز مع أحد في هذه الأيام. اضغط على يوم لفتحه من جديد.
holidays-of = 🎌 { $country }
holidays-elsewhere = 🌍 بلد آخر…
holidays-other = 🔀 مؤسسة أخرى
holidays-countries = <b>أي بلد؟</b>
holidays-choose = 🎌 <b>{ $country }</b>، السنة القادمة
    اضغط على الأيام التي تغلق فيها.
holidays-all = ✅ الكل ({ $count })
holidays-back = ‹ العطل
holiday-on = ✅ { $day } · { $name }
holiday-off = ☐ { $day } · { $name }
holiday-reopened = فُتح { $day } من جديد.
holidays-booked =
    { $count ->
        [zero] لا حجوزات هناك.
        [one] هناك حجز واحد وهو باقٍ. يمكن لمقدم الخدمة نقله أو إلغاؤه.
        [two] هناك حجزان وهما باقيان. يمكن لمقدمي الخدمة نقلهما أو إلغاؤهما.
        [few] هناك { $count } حجوزات وهي باقية. يمكن لمقدمي الخدمة نقلها أو إلغاؤها.
        [many] هناك { $count } حجزًا وهي باقية. يمكن لمقدمي الخدمة نقلها أو إلغاؤها.
       *[other] هناك { $count } حجز وهي باقية. يمكن لمقدمي الخدمة نقلها أو إلغاؤها.
    }

## A provider's services
key-services = 🏷 الخدمات
workspace-no-hours = 🕘 لا ساعات عمل لك بعد: قل متى تفتح.
workspace-no-services = لا شيء يمكن حجزه لديك بعد: أضف خدمتك الأولى.
service-first = ➕ أضف خدمتك الأولى
own-services-title = 🏷 <b>الخدمات</b> · { $provider }
own-services-none = لا خدمات بعد. يكفي اسم ومدة وسعر.
own-services-back = الخدمات
own-service-title = 🏷 <b>{ $title }</b> لدى { $provider }
service-new = ➕ خدمة جديدة
new-service-title = ➕ <b>خدمة جديدة: ما اسمها؟</b>
    اكتب الاسم في رسالة، مثلًا: قص شعر. حتى { $limit } حرفًا.
new-service-length = <b>{ $title }</b>
    كم تستغرق؟
new-service-price = <b>{ $title }</b> · { $length }
    كم سعرها؟
new-service-not-text = يُرجى كتابة الاسم في رسالة.
price-type = اختر، أو اكتب مبلغًا آخر، مثلًا: { $example }.
more-numbers = مدد أخرى…
service-made = ✅ صار حجزها ممكنًا. ويمكنك تغيير كل ما عدا ذلك هنا.
service-title = ✏️ الاسم
service-description = 📝 الوصف
service-length = ⏱ المدة
service-price = 💰 السعر
service-format = 🤝 طريقة اللقاء
service-rules = ⚙️ قواعد الحجز
service-rules-explain = المس ما تريد تغييره.
service-hours = 🕘 ساعات خاصة بها
service-hours-ask = متى تقدمها، ضمن ساعات عملك؟
    اختر، أو اكتبها هكذا: الأحد-الخميس 9-12.
service-hours-any = في كل ساعات عملي
service-hours-morning = قبل الظهر، حتى 12:00
service-hours-afternoon = بعد الظهر، 12:00–17:00
service-hours-evening = مساءً، من 17:00
service-hours-workdays = في أيام العمل فقط
service-hours-weekend = في نهاية الأسبوع فقط
service-hours-outside =
    { $count ->
        [zero] حُفظ.
        [one] حُفظ. صار حجز واحد خارجها، وهو باقٍ.
        [two] حُفظ. صار حجزان خارجها، وهما باقيان.
        [few] حُفظ. صارت { $count } حجوزات خارجها، وهي باقية.
        [many] حُفظ. صار { $count } حجزًا خارجها، وهي باقية.
       *[other] حُفظ. صار { $count } حجز خارجها، وهي باقية.
    }
service-up = ↑ إلى أعلى
service-down = ↓ إلى أسفل
service-place-now = ترتيبها في قائمتك الآن: { $place }.
service-duplicate = 📄 نسخة أخرى
service-duplicated = تم النسخ. النسخة موقوفة إلى أن تستأنفها.
service-pause = ⏸ إيقاف مؤقت
service-resume = ▶️ استئناف
service-paused = ⏸ <b>موقوفة:</b> لا يمكن لأحد حجزها. وما حُجز يبقى.
service-paused-toast = أُوقفت. وما حُجز من قبل يبقى محجوزًا.
service-resumed-toast = صار حجزها ممكنًا من جديد.
service-delete = 🗑 حذف
service-delete-ask = <b>حذف هذه الخدمة؟</b> لا يمكن التراجع عن ذلك.
service-delete-sure = 🗑 نعم، احذفها
service-deleted = حُذفت.
service-used = حُجزت هذه الخدمة من قبل، لذلك تبقى في سجلاتك ولا يمكن حذفها. أوقفها، فلا يراها أحد بعد ذلك.
service-shared = 👥 هذه الخدمة يقدّمها أيضًا { $others }، فليست لك وحدك لتغيّرها. اجعلها خاصة بك، فلا يتغير إلا ما لديك.
service-make-own = ✏️ اجعلها خاصة بي
service-own-now = صارت هذه لك وحدك.
service-at-once = ⚡ تُحجز فورًا
service-by-hand = ✋ تؤكد كل طلب بنفسك
approval-by_hand = ✋ بتأكيد يدوي
approval-at_once = ⚡ فورًا
service-not-text = يُرجى كتابة ذلك في رسالة أو الرجوع.
wording-title = اكتب الاسم في رسالة. حتى { $limit } حرفًا.
wording-description = اكتب في رسالة ما ينبغي أن يعرفه العملاء. حتى { $limit } حرف.
wording-title-languages = الاسم بأي لغة؟ من يتكلم لغة أخرى يرى الأول.
wording-description-languages = الوصف بأي لغة؟ من يتكلم لغة أخرى يرى الأول.
wording-language = 🌐 { $language }
wording-line = <b>{ $language }:</b> { $text }
wording-now = الآن: <i>{ $text }</i>
wording-copy = 📋 نسخ النص الحالي
wording-drop = 🗑 إزالته
ask-length = كم تستغرق؟
ask-step = كم يفصل بين كل بداية والتي تليها؟
ask-before = كم من الوقت يبقى خاليًا قبلها؟
ask-after = كم من الوقت يبقى خاليًا بعدها؟
ask-notice = قبل البداية بكم ينتهي الحجز؟
ask-horizon = حتى كم يوم مقبل يمكن حجزها؟
ask-most = كم مرة في اليوم على الأكثر؟
ask-seats = كم شخصًا يمكنه حجز الجلسة نفسها؟
ask-price = كم سعرها؟
term-now = الآن: <b>{ $value }</b>
term-step = 🕐 بداية كل { $value }
term-before = 🧹 فراغ قبلها: { $value }
term-after = 🧹 فراغ بعدها: { $value }
term-notice = ⏳ مهلة الحجز: { $value }
term-horizon = 📅 الحجز مقدمًا: { $value }
term-most = 🔢 الحد في اليوم: { $value }
term-seats = 👥 المقاعد: { $value }
no-minutes = بلا
no-cap = قدر ما يتسع
refused-price = «{ $text }» ليس سعرًا أفهمه. يُرجى كتابة مبلغ، مثل 25 أو 12.50.
refused-shared-service = هذه الخدمة يقدّمها آخرون أيضًا. اجعلها خاصة بك أولًا.
refused-service-in-use = حُجزت هذه الخدمة، فلا يمكن حذفها. يمكنك إيقافها.
refused-services =
    { $limit ->
       *[other] لديك { $limit } خدمة، وهذا أقصى عدد ممكن.
    }
refused-no-title = ليس في هذا كلام. يُرجى كتابة كلمة واحدة على الأقل.
share = 🔗 مشاركة
share-title = 🔗 <b>مشاركة { $what }</b>
share-explain = كل من يفتح هذا الرابط يستطيع الحجز فورًا:
share-paused = ⏸ هذه الخدمة موقوفة. يعمل الرابط حالما تستأنفها:
share-service = { $title } لدى { $provider }
share-copy = 📋 نسخ الرابط
share-send = ↗️ إرسال إلى محادثة
share-qr = 🔳 رمز QR
share-words = احجز { $what } من هنا:
share-code = <b>{ $what }</b>: امسح الرمز للحجز.
service-approves = ✋ التأكيد
formats-explain = اضغط لتشغيل طرق اللقاء المتاحة للعملاء أو إيقافها. الأولى هي المعتمدة ما لم يختاروا غيرها.
formats-one = اضغط ما يمكن للعملاء اختياره أيضًا. لا بد من بقاء طريقة واحدة.
format-first = ↑ اجعلها الأولى
format-you-call = { $format }: تتصل أنت بالعميل
key-place-in_person = 📍 الغرفة أو المكان
key-place-video = 🔗 الرابط
key-place-phone = 📞 رقم الاتصال
place-in_person = اكتب في رسالة الغرفة أو المكان. يراه العملاء بعد عنوانك. حتى { $limit } حرف.
place-video = اكتب الرابط في رسالة. حيث تكتب { $blank } فيه يحلّ مرجع كل حجز. حتى { $limit } حرف.
place-phone = اكتب في رسالة الرقم الذي يتصل به العملاء. إن لم تكتب رقمًا فأنت من يتصل بهم. حتى { $limit } حرف.
refused-last-format = لا بد من بقاء طريقة لقاء واحدة. شغّل غيرها أولًا.
refused-blank = لا أستطيع ملء «{ $blank }». وحده {"{reference}"} يصبح مرجع الحجز.

## Policies
key-policies = 📜 السياسات
policies-whose = <b>سياسات أي مؤسسة؟</b>
policies-title = 📜 <b>السياسات</b> · { $name }
policies-note = تسري على ما يُحجز من الآن فصاعدًا، وكل حجز قائم يبقى على ما حُجز به.
policies-own = ✏️ من وضعك أنت، والباقي كما حدّدته { $above }.
policies-choose = نرجو الاختيار.
policies-back = رجوع إلى قواعدي
clause-own = { "✏️ " }
clause-key = { $what }: { $value }
clause-inherit = مثل { $above }: { $value }
clause-usual = كالمعتاد: { $value }
clause-cancel = الإلغاء متأخر
clause-cancel-is = يُعدّ الإلغاء متأخرًا إذا بقي على البداية أقل من: <b>{ $length }</b>.
clause-cancel-none = لا يُعدّ الإلغاء متأخرًا أبدًا.
clause-move = آخر مهلة للنقل
clause-move-is = آخر مهلة لنقل الحجز قبل البداية: <b>{ $length }</b>.
clause-move-none = يمكن للعملاء نقل الحجز حتى بدايته.
clause-moves = مرات النقل
clause-moves-is =
    { $count ->
        [one] يمكن للعملاء نقل الحجز <b>مرة واحدة</b>.
        [two] يمكن للعملاء نقل الحجز <b>مرتين</b>.
        [few] يمكن للعملاء نقل الحجز <b>{ $count }</b> مرات.
        [many] يمكن للعملاء نقل الحجز <b>{ $count }</b> مرة.
       *[other] يمكن للعملاء نقل الحجز <b>{ $count }</b> مرة.
    }
clause-moves-none = لا يمكن للعملاء نقل الحجوزات.
clause-active = الحجوزات القادمة
clause-active-is =
    { $count ->
        [one] يمكن أن يكون للعميل حجز قادم <b>واحد</b>.
        [two] يمكن أن يكون للعميل <b>حجزان</b> قادمان.
        [few] يمكن أن يكون للعميل <b>{ $count }</b> حجوزات قادمة.
        [many] يمكن أن يكون للعميل <b>{ $count }</b> حجزًا قادمًا.
       *[other] يمكن أن يكون للعميل <b>{ $count }</b> حجز قادم.
    }
clause-hold = مهلة القرار
clause-hold-is = مدة الاحتفاظ بالوقت ريثما يراجعه العميل: <b>{ $length }</b>.
clause-grace = فائتة بعد
clause-grace-is = تُعدّ الجلسة التي لم يحضرها أحد فائتة بعد مدة من بدايتها: <b>{ $length }</b>.
clause-ready = الاستعداد
clause-ready-is = يمكن قول «أنا هنا» قبل البداية بمدة: <b>{ $length }</b>.
clause-ready-none = يمكن قول «أنا هنا» من البداية فصاعدًا.
clause-opens = فتح الغرفة
clause-opens-is = تُفتح غرفة الجلسة قبل البداية بمدة: <b>{ $length }</b>.
clause-opens-none = تُفتح غرفة الجلسة عند البداية.
clause-closes = إغلاق الغرفة
clause-closes-is = تُغلق غرفة الجلسة بعد النهاية بمدة: <b>{ $length }</b>.
clause-closes-none = تُغلق غرفة الجلسة عند النهاية.
policy-sentence = ℹ️ { $cancel }؛ { $move }.
policy-cancel-until = الإلغاء مجاني حتى { $when } (بتوقيت { $city })
policy-cancel-start = الإلغاء مجاني حتى بداية الموعد
policy-cancel-late = إلغاؤه من الآن يُعدّ متأخرًا
policy-move-until =
    { $count ->
        [one] ويمكن نقله مرة واحدة (المهلة قبل البداية: { $length })
        [two] ويمكن نقله مرتين على الأكثر (المهلة قبل البداية: { $length })
        [few] ويمكن نقله { $count } مرات على الأكثر (المهلة قبل البداية: { $length })
        [many] ويمكن نقله { $count } مرة على الأكثر (المهلة قبل البداية: { $length })
       *[other] ويمكن نقله { $count } مرة على الأكثر (المهلة قبل البداية: { $length })
    }
policy-move-start =
    { $count ->
        [one] ويمكن نقله مرة واحدة حتى بدايته
        [two] ويمكن نقله مرتين على الأكثر حتى بدايته
        [few] ويمكن نقله { $count } مرات على الأكثر حتى بدايته
        [many] ويمكن نقله { $count } مرة على الأكثر حتى بدايته
       *[other] ويمكن نقله { $count } مرة على الأكثر حتى بدايته
    }
policy-move-never = ولا يمكن نقله
policy-move-over = ولم يعد نقله ممكنًا
policies-of-service = ✏️ خاص بهذه الخدمة. وما لا تحدده تسري عليه قواعد { $provider }.
clause-as-provider = كقاعدة مقدّم الخدمة: { $value }
clause-from = <i>({ $who })</i>
clause-from-usual = <i>(كالمعتاد)</i>
clause-from-service = <i>(هذه الخدمة)</i>
approval-from = (كما حدّدته { $above })
ask-approval = هل يتم الحجز فورًا، أم ينتظر كل طلب تأكيدك؟
clause-approval = الحجوزات
clause-approval-is = يُؤكَّد كل طلب يدويًا.
clause-approval-none = تتم الحجوزات فورًا.
clause-keeps = سجل المحادثات
clause-keeps-is = يُحفظ ما يُقال في غرفة الجلسة مدة <b>{ $length }</b> بعد انتهائها.

## Pictures, month and agenda of a provider
picture-title = { $first } – { $last }
picture-whose = { $provider } · بتوقيت { $city }
picture-group = { $title } { $taken }/{ $seats }
fill-free = متاح
fill-off = استراحة أو إجازة
fill-pending = طلب
fill-confirmed = مؤكَّد
fill-in_progress = جارٍ الآن
fill-completed = مكتمل
fill-no_show = لم يحضر
fill-held = قيد الحجز
fill-busy = مشغول خارجيًا
diary-whose = { $provider } · بتوقيت { $city }
diary-count =
    { $count ->
        [0] لا حجوزات.
        [one] حجز واحد.
        [two] حجزان.
        [few] { $count } حجوزات.
        [many] { $count } حجزًا.
       *[other] { $count } حجز.
    }
diary-page = الصفحة { $page } من { $pages }، مرتّبة حسب الوقت.
month-title = <b>{ $month }</b>
month-legend = ‏⁦12·5⁩ خمسة حجوزات · ⁦12 –⁩ مغلق · ⁦•12⁩ اليوم
agenda-title = <b>الأيام الثلاثون القادمة:</b> { $first } – { $last }
cell-count = { $day }·{ $count }
cell-day = { $day }
cell-today = •{ $day }
key-day = { $weekday } { $day }
key-day-count = { $weekday } { $day } · { $count }
key-dark = 🌙 داكن
key-light = ☀️ فاتح
key-in-words = 📝 كنصّ
key-picture = 🖼 كصورة
key-now = هذا الأسبوع
key-month-grid = 📅 الشهر
key-agenda = 📖 جدول المواعيد
key-day-of = 📋 { $provider }: الكل

## Busy times from elsewhere
key-busy = 🗓 مواعيد مشغولة من تقاويم أخرى
busy-title = 🗓 <b>مواعيد مشغولة من تقاويم أخرى</b> · { $provider }
busy-explain = أعطني عنوان تقويم تحتفظ به في مكان آخر، فلا يعود حجز أوقاته هنا ممكنًا. أقرؤه كل 15 دقيقة. لا يرى العملاء إلا أن الوقت محجوز، ولا يرون السبب أبدًا.
busy-name = تقويم <b>{ $name }</b>
busy-host = على { $host }
busy-awaited = ⏳ أقرؤه الآن لأول مرة.
busy-read =
    { $count ->
        [0] قُرئ { $when } (بتوقيت { $city }): لا أوقات مشغولة قادمة.
        [one] قُرئ { $when } (بتوقيت { $city }): وقت مشغول واحد قادم.
        [two] قُرئ { $when } (بتوقيت { $city }): وقتان مشغولان قادمان.
        [few] قُرئ { $when } (بتوقيت { $city }): { $count } أوقات مشغولة قادمة.
        [many] قُرئ { $when } (بتوقيت { $city }): { $count } وقتًا مشغولًا قادمًا.
       *[other] قُرئ { $when } (بتوقيت { $city }): { $count } وقت مشغول قادم.
    }
busy-failing = ⚠️ تتعذر قراءته منذ { $since } (بتوقيت { $city }).
busy-trouble-unreachable = لا أحد يجيب على هذا العنوان. هل كُتب كما يجب؟
busy-trouble-slow = يتأخر التقويم كثيرًا في الرد.
busy-trouble-sick = لدى خادم التقويم مشكلة عنده.
busy-trouble-huge = التقويم أكبر مما أستطيع قراءته. يُرجى اختيار تقويم أحداثه أقل.
busy-trouble-locked = يطلب التقويم كلمة مرور. يُرجى لصق عنوانه السري بصيغة iCal بدلًا من ذلك.
busy-trouble-gone = لا يوجد تقويم على هذا العنوان. يُرجى لصق العنوان الجديد.
busy-trouble-lost = يحيل العنوان إلى عناوين أخرى ولا يصل إلى تقويم.
busy-trouble-private = العنوان داخل شبكة خاصة، ولا يُسمح لي بالنظر فيها.
busy-trouble-strange = هذا ليس تقويمًا. يُرجى لصق عنوانه بصيغة iCal (أي ICS).
busy-counts = ما قرأته آخر مرة ما زال ساريًا، وسأواصل المحاولة.
busy-open = لا يشغل أي وقت بعد، وسأواصل المحاولة.
busy-broken = ⚠️ لا أستطيع قراءة التقويم <b>{ $name }</b> الذي أعطيتني عنوانه من أجل { $provider }.
busy-full = لا يمكن إضافة أكثر من { $limit } تقاويم.
busy-add =
    <b>أي تقويم؟</b> يُرجى لصق عنوانه، وهو يبدأ بـ https أو webcal.

    في <b>Google</b>: افتح إعدادات تقويمك على حاسوب، وانسخ «العنوان السري بتنسيق iCal».
    في <b>Apple</b>: شارك التقويم على أنه «تقويم عام» وانسخ الرابط.
    في <b>Outlook</b>: «الإعدادات» ثم «التقويم» ثم «التقاويم المشتركة» ثم «نشر تقويم»، وانسخ رابط ICS منها.
busy-not-text = يُرجى لصق العنوان نصًا.
busy-asked = أقرؤه الآن. انظر مرة أخرى بعد لحظات.
busy-just-read = قرأته قبل أقل من دقيقة. يُرجى المحاولة بعد لحظات.
busy-drop-ask = <b>إزالة { $name }؟</b> ستعود أوقاته متاحة للحجز هنا، ويبقى التقويم نفسه كما هو.
busy-dropped = أُزيل، ولم يعد يشغل أي وقت.
key-busy-add = ➕ إضافة تقويم
key-busy-feed = 🗓 { $name }
key-busy-broken = ⚠️ { $name }
key-busy-look = 🔄 نظرة أخرى
key-busy-ask = 🔄 قراءة الآن
key-busy-show = 🗓 عرض التقويم
key-busy-drop = 🗑 إزالة
key-busy-drop-sure = 🗑 نعم، إزالة
refused-address = لا أرى هنا عنوان تقويم. يبدأ العنوان بـ https أو webcal.
refused-known-address = هذا التقويم في قائمتك بالفعل.
refused-feeds = لا يمكن إضافة أكثر من { $limit } تقاويم. يُرجى إزالة أحدها أولًا.

## Trouble
out-of-date = هذه القائمة قديمة. هذه هي الحالية.
refused-too-soon = هذا قريب جدًا. أقرب وقت ممكن { $earliest }.
refused-too-late = يمكن الحجز حتى { $latest }.
refused-outside-hours = هذا الوقت غير معروض. نرجو اختيار غيره.
refused-taken = حُجز هذا الوقت قبل لحظات. نرجو اختيار غيره.
refused-day-full = { $on } محجوز بالكامل. نرجو اختيار يوم آخر.
refused-no-seats = حُجزت كل المقاعد في هذا الوقت. نرجو اختيار وقت آخر.
refused-dates-over = انقضى { $last } بالفعل. نرجو اختيار تواريخ لاحقة.
refused-not-waiting = لم تعد في قائمة الانتظار هذه.
refused-offer-over = لم يعد هذا الوقت محجوزًا لك. سأخبرك عندما يتوفر وقت آخر.
refused-not-found = لم أعد أجد ذلك.
refused-not-offered = لا يمكن حجز هذا الآن. نرجو اختيار غيره.
refused-started = حان وقته، فلم يعد ذلك ممكنًا.
refused-status = لم يعد ذلك ممكنًا: { $status }.
refused-too-long = طول النص { $length } حرفًا، والحد { $limit }. نرجو اختصاره وإرساله من جديد.
refused-zone = لا أعرف منطقة زمنية أو مدينة باسم «{ $text }». جرّب مدينة أكبر قريبة أو اختر من القائمة.
refused-lead = يمكن أن يصل التذكير قبل الموعد بمدة من 5 دقائق إلى 30 يومًا.
refused-leads =
    { $limit ->
       *[other] لديك { $limit } تذكيرات بالفعل. نرجو إيقاف أحدها أولًا.
    }
refused-invite = لم يعد هذا الرابط صالحًا. نرجو طلب رابط جديد.
not-understood = لم أفهم ذلك. نرجو استعمال الأزرار.
please-tap = نرجو الاختيار بالأزرار.
nothing-to-leave = لا شيء لتتركه.
apology = 😔 <b>حدث خلل من جهتنا.</b> لم يتغير شيء. نرجو المحاولة بعد لحظات. الرقم المرجعي: <code>{ $reference }</code>
away = 😔 نواجه مشكلة الآن. لم يضِع شيء: أكمل بنفسي حالما تزول.
alert = ⚠️ <b>خطأ { $reference }</b>
    { $kind } أثناء معالجة { $what }. التفاصيل في السجل.

## Commands and descriptions
command-start = الصفحة الرئيسية
command-book = حجز موعد
command-mybookings = حجوزاتك
command-calendar = الحجوزات في تقويمك
command-settings = اللغة والمنطقة الزمنية والتذكيرات
command-today = حجوزات اليوم (لمقدّمي الخدمة)
command-provider = مساحة عملك (لمقدمي الخدمات)
command-week = الأيام السبعة القادمة (لمقدّمي الخدمة)
command-help = كيف يعمل
command-cancel = ترك ما تقوم به الآن
bot-description = احجز طبيبًا أو صالونًا أو درسًا أو استوديو ببضع لمسات. وتصلك التذكيرات في هذه المحادثة. بلا استمارات ولا كلمة مرور.
bot-short-description = المواعيد ببضع لمسات.
