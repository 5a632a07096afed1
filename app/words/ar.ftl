# Arabic (العربية)

## What a window is called. A form whose answer was an error says so first.
title-address = إنشاء حساب
title-code = إدخال الرمز
title-account = حسابك
title-delivery = الرسالة
title-not-me = لم أطلب رمزًا
title-not-me-done = أُلغيت الرموز
title-error = خطأ: { $title }

## The address form
address-heading = إنشاء حساب أو تسجيل الدخول
address-lead = يُرجى إدخال عنوان بريدك الإلكتروني. سنرسل إليك رمزًا من ستة أرقام، ولا حاجة إلى كلمة مرور.
address-label = عنوان البريد الإلكتروني
address-hint = لا يُرسَل الرمز إلا إلى هذا العنوان.
address-button = إرسال الرمز
sending-button = جارٍ إرسال الرمز…
address-meant = هل المقصود { $address }؟
proving = نرسل الآن رسائل أكثر من المعتاد، لذا على متصفحك أن يُجري عملية حسابية أولًا. يستغرق ذلك بضع ثوانٍ.

## The code form
code-heading = إدخال الرمز
code-lead = يُرسَل الرمز إلى { $address }
code-meant = هل المقصود { $domain }؟ إذا كان الأمر كذلك، فيُرجى تغيير العنوان.
code-label = الرمز
code-hint-for = ستة أرقام. الرمز صالح لمدة { $lifetime }.
code-hint-until = ستة أرقام، تُرسَل فور لصقها. الرمز صالح حتى الساعة { $time }.
code-hint-over = انتهت صلاحية الرمز. يُرجى إرسال رمز آخر.
code-button = متابعة
code-button-busy = لحظة من فضلك…
resend-button = إرسال رمز آخر
resend-wait = يمكنك إرسال رمز آخر بعد { $wait }.
resend-now = يمكنك إرسال رمز آخر الآن.
change-button = تغيير العنوان
webmail = البحث عن الرسالة في { $name }

## What became of the mail. $time is a time of day, $domain the part of the address behind the @.
delivery-sending = الرسالة في طريقها إلى خادم البريد لدينا.
delivery-slow = الرسالة في طريقها إلى خادم البريد لدينا، وهو بطيء في الاستجابة. قد تصل رغم ذلك، ويمكنك أيضًا إرسال رمز آخر الآن.
delivery-accepted = أُرسلت الرسالة الساعة { $time }. قد يستغرق وصولها دقيقة؛ يُرجى البحث أيضًا في مجلد الرسائل غير المرغوب فيها.
delivery-unknown = انقطع الاتصال بخادم البريد لدينا. ربما أُرسلت الرسالة؛ إذا لم يصل شيء، فيُرجى إرسال رمز آخر.
delivery-retrying-later = تعذّر إرسال الرسالة حتى الآن لأن خادم البريد مشغول. نواصل المحاولة، ويمكنك أيضًا إرسال رمز آخر الآن.
delivery-retrying-unreachable = تعذّر إرسال الرسالة حتى الآن لأننا لم نتمكن من الوصول إلى خادم البريد لدينا. نواصل المحاولة، ويمكنك أيضًا إرسال رمز آخر الآن.
delivery-retrying-insecure = تعذّر إرسال الرسالة حتى الآن لأن استخدام خادم البريد لدينا بأمان لم يكن ممكنًا. نواصل المحاولة، ويمكنك أيضًا إرسال رمز آخر الآن.
delivery-retrying-other = تعذّر إرسال الرسالة حتى الآن لأن خادم البريد رفضها. نواصل المحاولة، ويمكنك أيضًا إرسال رمز آخر الآن.
delivery-failed-recipient = تعذّر إرسال الرسالة: يفيد خادم البريد الخاص بالنطاق { $domain } بأن صندوق البريد هذا غير موجود. يُرجى التحقق من العنوان.
delivery-failed-full = تعذّر إرسال الرسالة: يفيد خادم البريد الخاص بالنطاق { $domain } بأن صندوق البريد هذا ممتلئ. يُرجى إخلاء مساحة فيه، ثم المحاولة مجددًا على الفور.
delivery-failed-unsupported = تعذّر إرسال الرسالة: لا يستطيع خادم البريد لدينا الإرسال إلى عناوين من هذا النوع. يُرجى استخدام عنوان آخر.
delivery-failed-rejected = تعذّر إرسال الرسالة لأن خادم البريد رفضها. يُرجى التحقق من العنوان، أو المحاولة مجددًا الآن.
delivery-failed-later = تعذّر إرسال الرسالة لأن خادم البريد مشغول. يمكنك المحاولة مجددًا الآن، ولا حاجة إلى الانتظار.
delivery-failed-unreachable = تعذّر إرسال الرسالة لأننا لم نتمكن من الوصول إلى خادم البريد لدينا. يمكنك المحاولة مجددًا الآن، ولا حاجة إلى الانتظار.
delivery-failed-insecure = تعذّر إرسال الرسالة لأن استخدام خادم البريد لدينا بأمان لم يكن ممكنًا. يمكنك المحاولة مجددًا الآن، ولا حاجة إلى الانتظار.

## Errors at a form
error-heading = هناك مشكلة
error-domain = عناوين هذا النطاق غير مقبولة هنا. يُرجى استخدام عنوان آخر.
error-wrong-code = { $tries ->
        [zero] هذا الرمز غير صحيح. يُرجى مراجعة أحدث رسالة؛ لم تبقَ لك أي محاولة ({ $tries }).
        [one] هذا الرمز غير صحيح. يُرجى مراجعة أحدث رسالة؛ بقيت لك محاولة واحدة ({ $tries }).
        [two] هذا الرمز غير صحيح. يُرجى مراجعة أحدث رسالة؛ بقيت لك محاولتان ({ $tries }).
        [few] هذا الرمز غير صحيح. يُرجى مراجعة أحدث رسالة؛ بقيت لك { $tries } محاولات.
        [many] هذا الرمز غير صحيح. يُرجى مراجعة أحدث رسالة؛ بقيت لك { $tries } محاولةً.
       *[other] هذا الرمز غير صحيح. يُرجى مراجعة أحدث رسالة؛ بقيت لك { $tries } محاولة.
    }
error-expired = انتهت صلاحية هذا الرمز. يُرجى إرسال رمز آخر وإدخال الرمز الجديد.
error-already-used = سبق استخدام هذا الرمز. يُرجى البدء من جديد للحصول على رمز جديد.
error-voided = لم تعد هذه الرموز صالحة: من يقرأ بريد هذا العنوان لم يطلبها. يُرجى التحقق من العنوان.
error-overtaken = سبقتك نافذة أخرى من نوافذك. يُرجى إعادة تحميل هذه الصفحة.
error-tries-spent = أُدخلت رموز خاطئة كثيرة. يُرجى الضغط على «{ change-button }» للبدء من جديد برمز جديد؛ يمكن أن يبقى العنوان كما هو.
error-nothing-pending = لم يعد تسجيلك في انتظار رمز. يُرجى إدخال عنوانك للحصول على رمز جديد.
error-not-signed-in = انتهت جلسة دخولك إلى الحساب.
error-token = لا نعرف مفتاح الإلغاء هذا. يُرجى نسخه كاملًا من أحدث رسالة: اثنا عشر حرفًا ورقمًا في ثلاث مجموعات. وهو صالح ليوم واحد.
error-malformed = لم تصل الاستمارة على النحو الصحيح. يُرجى المحاولة مجددًا.
error-cross-site = جاء هذا الطلب من موقع آخر ولم يُنفَّذ.
error-no-answer = لا استجابة من الخادم. يُرجى التحقق من اتصالك والمحاولة مجددًا.
error-internal = حدث خطأ من جانبنا. لم يُفقد شيء؛ يُرجى المحاولة مجددًا.

## What is wrong with an address
address-empty = يُرجى إدخال عنوان بريدك الإلكتروني.
address-too-long = هذا أطول مما يمكن أن يكون عليه عنوان بريد إلكتروني.
address-no-at = يحتوي عنوان البريد الإلكتروني على العلامة @، مثل name@example.org.
address-no-local-part = يُرجى إدخال ما يسبق العلامة @ أيضًا.
address-no-domain = يُرجى إدخال ما يلي العلامة @ أيضًا، مثل example.org.
address-several = يُرجى إدخال عنوان بريد إلكتروني واحد فقط.
address-blank = لا يحتوي عنوان البريد الإلكتروني على مسافات.
address-control = يوجد حرف غير مرئي في هذا العنوان. يُرجى كتابته يدويًا.
address-quoted = العناوين التي تحتوي على علامات اقتباس غير مقبولة هنا.
address-comment = العناوين التي تحتوي على أقواس غير مقبولة هنا.
address-character = يُرجى إدخال العنوان وحده، مثل name@example.org؛ ففيه حرف أو رمز لا مكان له.
address-dot = توجد نقطة في غير موضعها قبل العلامة @.
address-domain = ما يلي العلامة @ ليس نطاقًا مثل example.org.
address-incomplete-domain = ما يلي العلامة @ غير مكتمل؛ فهو يحتاج إلى نهاية مثل ‎.org.

## What is wrong with a code
code-empty = يُرجى إدخال الأرقام الستة الواردة في الرسالة.
code-not-digits = يتكوّن الرمز من أرقام فقط.
code-too-short = هذا أقصر من اللازم؛ فالرمز من ستة أرقام.
code-too-long = هذا أطول من اللازم؛ فالرمز من ستة أرقام.

## Limits. $wait is a duration.
limit-resend = أُرسل رمز إلى هذا العنوان قبل لحظات. يمكنك طلب رمز آخر بعد { $wait }.
limit-address = أُرسلت رموز كثيرة إلى هذا العنوان. يمكنك طلب رمز آخر بعد { $wait }.
limit-domain = أُرسلت رموز كثيرة إلى عناوين هذا النطاق. يمكنك طلب رمز آخر بعد { $wait }.
limit-client = طُلبت رموز كثيرة من شبكتك. يمكنك طلب رمز آخر بعد { $wait }.
limit-queue = خادم البريد لدينا بطيء، وكثيرون ينتظرون رموزهم. يُرجى المحاولة مجددًا بعد { $wait }.
limit-total = نرسل رسائل أكثر من المعتاد وعلينا التوقف قليلًا. يُرجى المحاولة مجددًا بعد { $wait }.
limit-proof = نرسل رسائل أكثر من المعتاد، لذا يستغرق الأمر وقتًا أطول. يُرجى الانتظار لمدة { $wait }، ثم الضغط على الزر مجددًا.
limit-failures = أُدخلت رموز خاطئة كثيرة لهذا العنوان. يمكنك المحاولة مجددًا بعد { $wait }.
limit-muted = طلب منا من يقرأ بريد هذا العنوان ألا نرسل مزيدًا من الرموز في الوقت الحالي. يمكنك طلب رمز مجددًا بعد { $wait }.

## Durations, as they stand in the sentences above
seconds = { $count ->
        [zero] { $count } ثانية
        [one] ثانية واحدة ({ $count })
        [two] ثانيتين ({ $count })
        [few] { $count } ثوانٍ
        [many] { $count } ثانيةً
       *[other] { $count } ثانية
    }
minutes = { $count ->
        [zero] { $count } دقيقة
        [one] دقيقة واحدة ({ $count })
        [two] دقيقتين ({ $count })
        [few] { $count } دقائق
        [many] { $count } دقيقةً
       *[other] { $count } دقيقة
    }
hours = { $count ->
        [zero] { $count } ساعة
        [one] ساعة واحدة ({ $count })
        [two] ساعتين ({ $count })
        [few] { $count } ساعات
        [many] { $count } ساعةً
       *[other] { $count } ساعة
    }
less-than-a-minute = أقل من دقيقة

## A day and a time. $time is one such as 14:02 UTC, $month a number from 1 to 12.
moment = { $month ->
       *[1] { $time } يوم { $day } يناير { $year }
        [2] { $time } يوم { $day } فبراير { $year }
        [3] { $time } يوم { $day } مارس { $year }
        [4] { $time } يوم { $day } أبريل { $year }
        [5] { $time } يوم { $day } مايو { $year }
        [6] { $time } يوم { $day } يونيو { $year }
        [7] { $time } يوم { $day } يوليو { $year }
        [8] { $time } يوم { $day } أغسطس { $year }
        [9] { $time } يوم { $day } سبتمبر { $year }
        [10] { $time } يوم { $day } أكتوبر { $year }
        [11] { $time } يوم { $day } نوفمبر { $year }
        [12] { $time } يوم { $day } ديسمبر { $year }
    }

## The page of those who did not ask for a code. $duration is a duration.
not-me-heading = لم أطلب رمزًا
not-me-lead = وصلك رمز بالبريد الإلكتروني ولم تطلبه؟ لقد أدخل شخص ما عنوانك إذن، عن طريق الخطأ على الأرجح. ولا يمكنه أن يفعل به شيئًا من دون الرمز.
not-me-offer = يمكننا إيقاف ذلك إن أردت: لن يعمل بعد ذلك أي رمز مُرسَل إلى عنوانك، ولن نرسل إليه رموزًا أخرى لمدة { $duration }.
not-me-label = مفتاح الإلغاء الوارد في الرسالة
not-me-hint = اثنا عشر حرفًا ورقمًا في ثلاث مجموعات، في نهاية الرسالة.
not-me-button = إيقاف الرموز
not-me-done-heading = أُلغيت الرموز
not-me-done = لم يعد أي رمز مُرسَل إلى عنوانك صالحًا، ولن نرسل إليه رموزًا أخرى لمدة { $duration }.
not-me-done-next = لا يلزمك فعل أي شيء آخر، ويمكنك حذف الرسالة. وإن أردت رمزًا لنفسك، فيمكنك طلبه بعد { $duration }، أو الآن من متصفح سبق أن سجّلت الدخول فيه بهذا العنوان.
start-link = إلى صفحة البداية

## Where the mails are while none is sent
mailbox-hint = لا تغادر أي رسالة هذا الجهاز: الرمز موجود في { $link }.
mailbox-hint-link = صندوق بريد التطوير

## Pages about errors
not-found-heading = لا توجد صفحة كهذه
not-found = ربما كُتب عنوان الصفحة خطأً، أو نُقلت الصفحة.
forbidden-heading = جاءت هذه الاستمارة من موقع آخر
forbidden = لم تُنفَّذ. يُرجى فتح الصفحة هنا وملء استمارتها بدلًا من ذلك.
method-heading = لا يعمل ذلك بهذه الطريقة
method = يُرجى استخدام الاستمارات الموجودة في صفحاتنا.
too-large-heading = هذا أكبر من اللازم
too-large = ما أُرسل أكبر من أي استمارة هنا. يُرجى الرجوع واختصاره.
timeout-heading = استغرق ذلك وقتًا أطول من اللازم
timeout = لم يصل كل ما أُرسل. يُرجى التحقق من اتصالك، ثم الرجوع والمحاولة مجددًا.
uri-heading = عنوان الصفحة هذا أطول من اللازم
uri = لا يوجد هنا عنوان صفحة بهذا الطول. يُرجى فتح الصفحة الأولى والبدء منها.
head-heading = أرسل متصفحك أكثر من اللازم
head = يُرجى حذف ملفات تعريف الارتباط التي يحتفظ بها لهذا الموقع، ثم المحاولة مجددًا.
too-many-heading = اتصالات أكثر من اللازم
too-many = عدد الاتصالات المفتوحة بنا من شبكتك أكبر مما يمكننا خدمته. يُرجى المحاولة مجددًا بعد بضع ثوانٍ.
busy-heading = نحن مشغولون حاليًا
busy = لم تفقد شيئًا من بياناتك. يُرجى المحاولة مجددًا بعد بضع ثوانٍ.
bad-request-heading = لم نتمكن من فهم الطلب
bad-request = يُرجى الرجوع والمحاولة مجددًا.
internal-heading = حدث خطأ من جانبنا
internal = لم تفقد شيئًا من بياناتك. يُرجى المحاولة مجددًا بعد قليل.

## The menu of languages
language-label = اللغة
language-button = تغيير

## The mail with the code. $service is the service's name, $lifetime a duration, $moment a day and a time, $code six digits.
mail-subject = { $code } هو رمزك في { $service }
mail-subject-without = رمزك في { $service }
mail-heading = رمزك في { $service }
mail-code-is = رمزك في { $service } هو
mail-preheader = { $code } صالح لمدة { $lifetime }.
mail-preheader-without = الرمز داخل هذه الرسالة. وهو صالح لمدة { $lifetime }.
mail-use = الرمز صالح لمدة { $lifetime }. يُرجى إدخاله في الصفحة التي طلبته منها، وعدم إعطائه لأي أحد.
mail-who = طُلب هذا الرمز من { $service } نحو الساعة { $moment }، وعلى الأرجح كان الطلب منك.
mail-who-without = طُلب رمز من { $service } نحو الساعة { $moment }، وعلى الأرجح كان الطلب منك. للمتابعة، يُرجى إدخال الرمز الوارد أدناه في الصفحة التي طلبته منها، وعدم إعطائه لأي أحد. الرمز صالح لمدة { $lifetime }. وقد وضعناه في هذا الموضع البعيد من الرسالة كي لا تكشفه نظرة إلى شاشة مقفلة أو إلى قائمة الرسائل.
mail-not-you = إذا لم يكن الطلب منك، فلا يلزمك فعل أي شيء: لا يستطيع أحد التسجيل بعنوانك من دون الرمز. وإذا كانت هذه الرسائل تزعجك، فيُرجى فتح
mail-paste = ولصق مفتاح الإلغاء هذا هناك:
mail-voids = بذلك تُلغى الرموز المُرسَلة إليك، ولا تُرسَل إليك رموز أخرى لمدة يوم.

## The account. $day is a date such as 2026-11-23, $browser a browser as below.
account-heading = Hello!
account-who = You are signed in as { $address }.
account-since = You have had this account since { $day }.
sign-out-button = Sign out
browsers-heading = Where you are signed in
browser-since = Signed in on { $day }.
# $ago is one of the three below.
browser-seen = Last seen { $ago }.
browser-this = It is the one you are using.
ago-now = within the last hour
ago-hours = { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days = { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
# $agent is a name such as Firefox, $system one such as Linux.
browser-on = { $agent } on { $system }
browser-agent = { $agent }
browser-program = A program
browser-program-on = A program on { $system }
browser-unknown = A browser
browser-unknown-on = A browser on { $system }
# Says to a screen reader which one the button is for.
browser-sign-out = Sign out: { $browser }
others-button = Sign out everywhere else
everywhere-button = Sign out everywhere
browser-signed-out = That browser is signed out.
others-signed-out = All other browsers are signed out.
delete-summary = Delete my account
delete-warning = The account and everything kept with it will be gone at once and for good.
delete-button = Delete it now
data-heading = Your data
data-hint = All that we keep about this account, as a file for people and programs (JSON).
data-button = Download my data
