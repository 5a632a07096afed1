# Hebrew (עברית)

## What a window is called. A form whose answer was an error says so first.
title-address = הרשמה
title-code = הקלדת הקוד
title-account = החשבון שלך
title-delivery = המייל
title-not-me = לא ביקשתי קוד
title-not-me-done = הקודים בוטלו
title-error = שגיאה: { $title }

## The address form
address-heading = הרשמה או כניסה
address-lead = יש להקליד כתובת מייל, ונשלח אליה קוד בן שש ספרות. אין צורך בסיסמה.
address-label = כתובת מייל
address-hint = הקוד יישלח רק לכתובת הזאת.
address-button = שליחת קוד
sending-button = הקוד נשלח…
address-meant = האם הכוונה ל-{ $address }?
proving = אנחנו שולחים כרגע יותר מיילים מהרגיל, ולכן הדפדפן צריך קודם לבצע חישוב. זה ייקח כמה שניות.

## The code form
code-heading = הקלדת הקוד
code-lead = הקוד נשלח אל { $address }
code-meant = האם הכוונה ל-{ $domain }? אם כן, יש לשנות את הכתובת.
code-label = קוד
code-hint-for = שש ספרות. הקוד תקף למשך { $lifetime }.
code-hint-until = שש ספרות, שנשלחות מיד עם הדבקתן. הקוד תקף עד { $time }.
code-hint-over = תוקף הקוד פג. יש לשלוח קוד נוסף.
code-button = המשך
code-button-busy = רק רגע…
resend-button = שליחת קוד נוסף
resend-wait = אפשר יהיה לשלוח קוד נוסף בעוד { $wait }.
resend-now = אפשר לשלוח קוד נוסף עכשיו.
change-button = שינוי הכתובת
webmail = חיפוש המייל ב-{ $name }

## What became of the mail. $time is a time of day, $domain the part of the address behind the @.
delivery-sending = המייל בדרך לשרת הדואר שלנו.
delivery-slow = המייל בדרך לשרת הדואר שלנו, שמגיב לאט. ייתכן שהוא עוד יגיע; אפשר גם לשלוח קוד נוסף עכשיו.
delivery-accepted = המייל נשלח בשעה { $time }. ייתכן שיעברו כמה רגעים עד שיגיע; כדאי לבדוק גם בתיקיית הספאם.
delivery-unknown = החיבור לשרת הדואר שלנו נותק. ייתכן שהמייל נשלח; אם לא מגיע דבר, יש לשלוח קוד נוסף.
delivery-retrying-later = עדיין לא הצלחנו לשלוח את המייל: שרת הדואר עמוס. אנחנו ממשיכים לנסות; אפשר גם לשלוח קוד נוסף עכשיו.
delivery-retrying-unreachable = עדיין לא הצלחנו לשלוח את המייל: אין גישה לשרת הדואר שלנו. אנחנו ממשיכים לנסות; אפשר גם לשלוח קוד נוסף עכשיו.
delivery-retrying-insecure = עדיין לא הצלחנו לשלוח את המייל: לא היה אפשר להשתמש בשרת הדואר שלנו באופן בטוח. אנחנו ממשיכים לנסות; אפשר גם לשלוח קוד נוסף עכשיו.
delivery-retrying-other = עדיין לא הצלחנו לשלוח את המייל: שרת הדואר סירב לקבל אותו. אנחנו ממשיכים לנסות; אפשר גם לשלוח קוד נוסף עכשיו.
delivery-failed-recipient = לא הצלחנו לשלוח את המייל: לפי שרת הדואר של { $domain }, תיבת הדואר הזאת לא קיימת. יש לבדוק את הכתובת.
delivery-failed-full = לא הצלחנו לשלוח את המייל: לפי שרת הדואר של { $domain }, תיבת הדואר הזאת מלאה. יש לפנות בה מקום, ואז אפשר לנסות שוב מיד.
delivery-failed-unsupported = לא הצלחנו לשלוח את המייל: שרת הדואר שלנו לא יכול לשלוח לכתובות מהסוג הזה. יש להשתמש בכתובת אחרת.
delivery-failed-rejected = לא הצלחנו לשלוח את המייל: שרת הדואר סירב לקבל אותו. כדאי לבדוק את הכתובת או לנסות שוב עכשיו.
delivery-failed-later = לא הצלחנו לשלוח את המייל: שרת הדואר עמוס. אפשר לנסות שוב עכשיו; אין צורך לחכות.
delivery-failed-unreachable = לא הצלחנו לשלוח את המייל: אין גישה לשרת הדואר שלנו. אפשר לנסות שוב עכשיו; אין צורך לחכות.
delivery-failed-insecure = לא הצלחנו לשלוח את המייל: לא היה אפשר להשתמש בשרת הדואר שלנו באופן בטוח. אפשר לנסות שוב עכשיו; אין צורך לחכות.

## Errors at a form
error-heading = יש בעיה
error-domain = כתובות מהדומיין הזה לא מתקבלות כאן. יש להשתמש בכתובת אחרת.
error-wrong-code = { $tries ->
        [one] הקוד שגוי. כדאי לבדוק במייל האחרון שהגיע; נותר ניסיון { $tries }.
        [two] הקוד שגוי. כדאי לבדוק במייל האחרון שהגיע; נותרו { $tries } ניסיונות.
       *[other] הקוד שגוי. כדאי לבדוק במייל האחרון שהגיע; נותרו { $tries } ניסיונות.
    }
error-expired = תוקף הקוד הזה פג. יש לשלוח קוד נוסף ולהקליד את הקוד החדש.
error-already-used = כבר נעשה שימוש בקוד הזה. יש להתחיל מחדש כדי לקבל קוד חדש.
error-voided = הקודים האלה כבר לא תקפים: מי שקורא את המיילים של הכתובת הזאת לא ביקש אותם. יש לבדוק את הכתובת.
error-overtaken = חלון אחר שלך הקדים את החלון הזה. יש לטעון את הדף מחדש.
error-tries-spent = הוקלדו יותר מדי קודים שגויים. יש ללחוץ על ”{ change-button }” כדי להתחיל מחדש עם קוד חדש; הכתובת יכולה להישאר אותה כתובת.
error-nothing-pending = ההרשמה שלך כבר לא ממתינה לקוד. יש להקליד את הכתובת כדי לקבל קוד חדש.
error-not-signed-in = החיבור שלך לחשבון הסתיים.
error-token = מפתח הביטול הזה לא מוכר לנו. יש להעתיק את כולו מהמייל האחרון שהגיע: שנים־עשר תווים, אותיות וספרות, בשלוש קבוצות. הוא תקף ליום אחד.
error-malformed = הטופס לא הגיע כמו שצריך. יש לנסות שוב.
error-cross-site = הבקשה הזאת הגיעה מאתר אחר ולא בוצעה.
error-no-answer = אין תשובה מהשרת. כדאי לבדוק את החיבור לאינטרנט ולנסות שוב.
error-internal = משהו השתבש אצלנו. שום דבר לא אבד; אפשר לנסות שוב.

## What is wrong with an address
address-empty = יש להקליד כתובת מייל.
address-too-long = זה ארוך מדי בשביל כתובת מייל.
address-no-at = בכתובת מייל יש @, כמו ב-name@example.org.
address-no-local-part = יש להקליד גם את מה שלפני ה-@.
address-no-domain = יש להקליד גם את מה שאחרי ה-@, למשל example.org.
address-several = יש להקליד כתובת מייל אחת בלבד.
address-blank = אין רווחים בכתובת מייל.
address-control = יש בכתובת הזאת תו בלתי נראה. יש להקליד אותה ידנית.
address-quoted = כתובות עם מירכאות לא מתקבלות כאן.
address-comment = כתובות עם סוגריים לא מתקבלות כאן.
address-character = יש להקליד את הכתובת בלבד, למשל name@example.org; יש בה תו שלא שייך לשם.
address-dot = יש נקודה במקום הלא נכון לפני ה-@.
address-domain = מה שאחרי ה-@ אינו דומיין כמו example.org.
address-incomplete-domain = מה שאחרי ה-@ לא שלם; חסרה בו סיומת כמו ‎.org.

## What is wrong with a code
code-empty = יש להקליד את שש הספרות מהמייל.
code-not-digits = בקוד יש רק ספרות.
code-too-short = זה קצר מדי; בקוד יש שש ספרות.
code-too-long = זה ארוך מדי; בקוד יש שש ספרות.

## Limits. $wait is a duration.
limit-resend = לפני רגע נשלח קוד לכתובת הזאת. אפשר יהיה לבקש קוד נוסף בעוד { $wait }.
limit-address = נשלחו קודים רבים לכתובת הזאת. אפשר יהיה לבקש קוד נוסף בעוד { $wait }.
limit-domain = נשלחו קודים רבים לכתובות בדומיין הזה. אפשר יהיה לבקש קוד נוסף בעוד { $wait }.
limit-client = התבקשו קודים רבים מהרשת שלך. אפשר יהיה לבקש קוד נוסף בעוד { $wait }.
limit-queue = שרת הדואר שלנו איטי, ורבים מחכים לקוד. אפשר לנסות שוב בעוד { $wait }.
limit-total = אנחנו שולחים יותר מיילים מהרגיל וצריכים לעצור לרגע. אפשר לנסות שוב בעוד { $wait }.
limit-proof = אנחנו שולחים יותר מיילים מהרגיל, ולכן זה לוקח יותר זמן. יש ללחוץ שוב על הכפתור בעוד { $wait }.
limit-failures = הוקלדו יותר מדי קודים שגויים לכתובת הזאת. אפשר יהיה לנסות שוב בעוד { $wait }.
limit-muted = מי שקורא את המיילים של הכתובת הזאת ביקש מאיתנו לא לשלוח עוד קודים בינתיים. אפשר יהיה לבקש שוב בעוד { $wait }.

## Durations, as they stand in the sentences above
seconds = { $count ->
        [one] שנייה { $count }
        [two] { $count } שניות
       *[other] { $count } שניות
    }
minutes = { $count ->
        [one] דקה { $count }
        [two] { $count } דקות
       *[other] { $count } דקות
    }
hours = { $count ->
        [one] שעה { $count }
        [two] { $count } שעות
       *[other] { $count } שעות
    }
less-than-a-minute = פחות מדקה

## A day and a time. $time is one such as 14:02 UTC, $month a number from 1 to 12.
moment = { $month ->
       *[1] { $time } ב-{ $day } בינואר { $year }
        [2] { $time } ב-{ $day } בפברואר { $year }
        [3] { $time } ב-{ $day } במרץ { $year }
        [4] { $time } ב-{ $day } באפריל { $year }
        [5] { $time } ב-{ $day } במאי { $year }
        [6] { $time } ב-{ $day } ביוני { $year }
        [7] { $time } ב-{ $day } ביולי { $year }
        [8] { $time } ב-{ $day } באוגוסט { $year }
        [9] { $time } ב-{ $day } בספטמבר { $year }
        [10] { $time } ב-{ $day } באוקטובר { $year }
        [11] { $time } ב-{ $day } בנובמבר { $year }
        [12] { $time } ב-{ $day } בדצמבר { $year }
    }

## The page of those who did not ask for a code. $duration is a duration.
not-me-heading = לא ביקשתי קוד
not-me-lead = קיבלת קוד במייל ולא ביקשת אותו? אז מישהו הקליד את הכתובת שלך, קרוב לוודאי בטעות. בלי הקוד אי אפשר לעשות איתה דבר.
not-me-offer = אפשר לעצור את זה: אף קוד שממתין לכתובת שלך לא יפעל יותר, ולא נשלח אליה קודים אחרים למשך { $duration }.
not-me-label = מפתח הביטול מהמייל
not-me-hint = שנים־עשר תווים, אותיות וספרות, בשלוש קבוצות, בסוף המייל.
not-me-button = עצירת הקודים
not-me-done-heading = הקודים בוטלו
not-me-done = אף קוד שהמתין לכתובת שלך לא תקף יותר, ולא נשלח אליה קודים אחרים למשך { $duration }.
not-me-done-next = אין צורך לעשות שום דבר נוסף; אפשר למחוק את המייל. כדי לקבל קוד בעצמך, אפשר לבקש אותו בעוד { $duration }, או כבר עכשיו בדפדפן שבו נכנסת בעבר עם הכתובת הזאת.
start-link = לדף הראשי

## Where the mails are while none is sent
mailbox-hint = שום מייל לא יוצא מהמחשב הזה: הקוד נמצא כאן: { $link }.
mailbox-hint-link = תיבת הדואר לפיתוח

## Pages about errors
not-found-heading = אין דף כזה
not-found = ייתכן שכתובת הדף הוקלדה לא נכון או שהדף הועבר.
forbidden-heading = הטופס הזה הגיע מאתר אחר
forbidden = הוא לא טופל. יש לפתוח את הדף כאן ולמלא את הטופס שבו.
method-heading = זה לא עובד ככה
method = יש להשתמש בטפסים שבדפים שלנו.
too-large-heading = זה היה יותר מדי
too-large = מה שנשלח גדול יותר מכל טופס שיש כאן. יש לחזור אחורה ולקצר.
timeout-heading = זה לקח יותר מדי זמן
timeout = לא כל מה שנשלח הגיע. כדאי לבדוק את החיבור לאינטרנט, לחזור אחורה ולנסות שוב.
uri-heading = כתובת הדף הזאת ארוכה מדי
uri = אין כאן כתובת ארוכה כל כך. יש לפתוח את הדף הראשון ולהתחיל משם.
head-heading = הדפדפן שלך שלח יותר מדי
head = יש למחוק את קובצי ה-Cookie שהוא שומר עבור האתר הזה ולנסות שוב.
too-many-heading = יותר מדי חיבורים
too-many = מהרשת שלך פתוחים אלינו יותר חיבורים משאנחנו יכולים לשרת. אפשר לנסות שוב בעוד כמה שניות.
busy-heading = יש אצלנו עומס כרגע
busy = שום דבר שלך לא אבד. אפשר לנסות שוב בעוד כמה שניות.
bad-request-heading = לא הצלחנו להבין את הבקשה
bad-request = יש לחזור אחורה ולנסות שוב.
internal-heading = משהו השתבש אצלנו
internal = שום דבר שלך לא אבד. אפשר לנסות שוב בעוד רגע.

## The menu of languages
language-label = שפה
language-button = החלפה

## The mail with the code. $service is the service's name, $lifetime a duration, $moment a day and a time, $code six digits.
mail-subject = { $code } הוא הקוד שלך עבור { $service }
mail-subject-without = הקוד שלך עבור { $service }
mail-heading = הקוד שלך עבור { $service }
mail-code-is = הקוד שלך עבור { $service } הוא
mail-preheader = { $code } תקף למשך { $lifetime }.
mail-preheader-without = הקוד נמצא בתוך המייל הזה. הוא תקף למשך { $lifetime }.
mail-use = הקוד תקף למשך { $lifetime }. יש להקליד אותו בדף שבו ביקשת אותו, ולא למסור אותו לאיש.
mail-who = הקוד התבקש עבור { $service } בסביבות השעה { $moment }, קרוב לוודאי על ידך.
mail-who-without = בסביבות השעה { $moment } התבקש קוד עבור { $service }, קרוב לוודאי על ידך. כדי להמשיך, יש להקליד את הקוד שלמטה בדף שבו ביקשת אותו, ולא למסור אותו לאיש. הוא תקף למשך { $lifetime }. הקוד מופיע כל כך למטה כדי שמבט חטוף במסך נעול או ברשימת המיילים לא יחשוף אותו.
mail-not-you = אם הבקשה לא הגיעה ממך, אין צורך לעשות דבר: בלי הקוד איש לא יכול להירשם עם הכתובת שלך. אם מיילים כאלה מציקים לך, אפשר לפתוח את
mail-paste = ולהדביק שם את מפתח הביטול הזה:
mail-voids = כך יבוטלו הקודים שנשלחו אליך, ולא יישלחו אליך קודים אחרים במשך יום.

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
