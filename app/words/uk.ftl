# Українська (Ukrainian)

## What a window is called. A form whose answer was an error says so first.
title-address = Реєстрація
title-code = Введіть код
title-account = Ваш обліковий запис
title-delivery = Лист
title-not-me = Це не я
title-not-me-done = Коди скасовано
title-error = Помилка: { $title }

## The address form
address-heading = Зареєструйтеся або увійдіть
address-lead = Введіть адресу своєї електронної пошти. Ми надішлемо вам код із шести цифр; пароль не потрібен.
address-label = Адреса електронної пошти
address-hint = Код надійде лише на цю адресу.
address-button = Надіслати код
sending-button = Надсилаємо код…
address-meant = Можливо, ви мали на увазі { $address }?
proving = Зараз ми надсилаємо більше листів, ніж зазвичай, тому ваш браузер має спершу виконати невелике обчислення. Це триватиме кілька секунд.

## The code form
code-heading = Введіть код
code-lead = Надсилаємо код на адресу { $address }
code-meant = Можливо, ви мали на увазі { $domain }? Тоді змініть адресу.
code-label = Код
code-hint-for = Шість цифр. Код діє { $lifetime }.
code-hint-until = Шість цифр; після вставлення вони надсилаються відразу. Код діє до { $time }.
code-hint-over = Термін дії вашого коду минув. Надішліть новий.
code-button = Далі
code-button-busy = Хвилинку…
resend-button = Надіслати новий код
resend-wait = Новий код можна надіслати через { $wait }.
resend-now = Новий код можна надіслати вже зараз.
change-button = Змінити адресу
webmail = Знайти лист у { $name }

## What became of the mail. $time is a time of day, $domain the part of the address behind the @.
delivery-sending = Лист прямує до нашого поштового сервера.
delivery-slow = Лист прямує до нашого поштового сервера, але той відповідає повільно. Лист ще може надійти; можна також зараз надіслати новий код.
delivery-accepted = Лист надіслано ({ $time }). Доставка може тривати близько хвилини; загляньте й до папки «Спам».
delivery-unknown = Зв’язок із нашим поштовим сервером обірвався. Можливо, лист надіслано; якщо нічого не надійде, надішліть новий код.
delivery-retrying-later = Лист поки не вдалося надіслати: поштовий сервер зайнятий. Ми пробуємо далі; можна також зараз надіслати новий код.
delivery-retrying-unreachable = Лист поки не вдалося надіслати: ми не змогли з’єднатися з нашим поштовим сервером. Ми пробуємо далі; можна також зараз надіслати новий код.
delivery-retrying-insecure = Лист поки не вдалося надіслати: нашим поштовим сервером не можна було скористатися безпечно. Ми пробуємо далі; можна також зараз надіслати новий код.
delivery-retrying-other = Лист поки не вдалося надіслати: поштовий сервер його відхилив. Ми пробуємо далі; можна також зараз надіслати новий код.
delivery-failed-recipient = Лист не вдалося надіслати: поштовий сервер { $domain } повідомляє, що такої скриньки не існує. Перевірте адресу.
delivery-failed-full = Лист не вдалося надіслати: поштовий сервер { $domain } повідомляє, що ця скринька переповнена. Звільніть у ній місце й відразу спробуйте ще раз.
delivery-failed-unsupported = Лист не вдалося надіслати: наш поштовий сервер не може надсилати на такі адреси. Скористайтеся, будь ласка, іншою.
delivery-failed-rejected = Лист не вдалося надіслати: поштовий сервер його відхилив. Перевірте адресу або спробуйте зараз ще раз.
delivery-failed-later = Лист не вдалося надіслати: поштовий сервер зайнятий. Спробуйте зараз ще раз; чекати не потрібно.
delivery-failed-unreachable = Лист не вдалося надіслати: ми не змогли з’єднатися з нашим поштовим сервером. Спробуйте зараз ще раз; чекати не потрібно.
delivery-failed-insecure = Лист не вдалося надіслати: нашим поштовим сервером не можна було скористатися безпечно. Спробуйте зараз ще раз; чекати не потрібно.

## Errors at a form
error-heading = Виникла проблема
error-domain = Адреси цього домену тут не приймаються. Скористайтеся, будь ласка, іншою.
error-wrong-code = { $tries ->
        [one] Цей код неправильний. Перевірте найновіший лист; у вас залишилася { $tries } спроба.
        [few] Цей код неправильний. Перевірте найновіший лист; у вас залишилося { $tries } спроби.
        [many] Цей код неправильний. Перевірте найновіший лист; у вас залишилося { $tries } спроб.
       *[other] Цей код неправильний. Перевірте найновіший лист; у вас залишилося { $tries } спроби.
    }
error-expired = Термін дії цього коду минув. Надішліть новий код і введіть його.
error-already-used = Цей код уже використано. Почніть знову, щоб отримати новий.
error-voided = Ці коди більше не діють: людина, яка читає пошту на цій адресі, їх не замовляла. Перевірте адресу.
error-overtaken = Інше ваше вікно випередило це. Перезавантажте сторінку.
error-tries-spent = Забагато неправильних кодів. Натисніть «{ change-button }», щоб почати знову з новим кодом; адреса може залишитися та сама.
error-nothing-pending = Ваша реєстрація вже не чекає на код. Введіть свою адресу, щоб отримати новий.
error-not-signed-in = Ваш сеанс уже завершено.
error-token = Ми не знаємо такого ключа. Скопіюйте його повністю з найновішого листа: дванадцять літер і цифр у трьох групах. Він діє один день.
error-malformed = Форма надійшла не так, як слід. Спробуйте, будь ласка, ще раз.
error-cross-site = Цей запит надійшов з іншого сайту, тому його не виконано.
error-no-answer = Сервер не відповідає. Перевірте з’єднання та спробуйте ще раз.
error-internal = У нас щось пішло не так. Нічого не втрачено; спробуйте, будь ласка, ще раз.

## What is wrong with an address
address-empty = Введіть адресу своєї електронної пошти.
address-too-long = Адреса електронної пошти не може бути такою довгою.
address-no-at = Адреса електронної пошти містить знак @, наприклад name@example.org.
address-no-local-part = Введіть також те, що стоїть перед знаком @.
address-no-domain = Введіть також те, що стоїть після знака @, наприклад example.org.
address-several = Введіть лише одну адресу електронної пошти.
address-blank = В адресі електронної пошти не буває пробілів.
address-control = У цій адресі є невидимий символ. Введіть її вручну.
address-quoted = Адреси з лапками тут не приймаються.
address-comment = Адреси з дужками тут не приймаються.
address-character = Введіть саму лише адресу, наприклад name@example.org; у ній є зайвий символ.
address-dot = Перед знаком @ є крапка не на своєму місці.
address-domain = Те, що стоїть після знака @, не є доменом на зразок example.org.
address-incomplete-domain = Те, що стоїть після знака @, неповне; бракує закінчення на зразок .org.

## What is wrong with a code
code-empty = Введіть шість цифр із листа.
code-not-digits = Код складається лише з цифр.
code-too-short = Це закоротко; код має шість цифр.
code-too-long = Це задовго; код має шість цифр.

## Limits. $wait is a duration.
limit-resend = На цю адресу щойно надіслано код. Наступний можна замовити через { $wait }.
limit-address = На цю адресу надіслано багато кодів. Наступний можна замовити через { $wait }.
limit-domain = На адреси цього домену надіслано багато кодів. Наступний можна замовити через { $wait }.
limit-client = Із вашої мережі замовлено багато кодів. Наступний можна замовити через { $wait }.
limit-queue = Наш поштовий сервер працює повільно, і багато людей чекають на свої коди. Спробуйте, будь ласка, ще раз через { $wait }.
limit-total = Ми надсилаємо більше листів, ніж зазвичай, і мусимо зробити перерву. Спробуйте, будь ласка, ще раз через { $wait }.
limit-proof = Ми надсилаємо більше листів, ніж зазвичай, тому це триває довше. Зачекайте { $wait }, а потім натисніть кнопку ще раз.
limit-failures = Для цієї адреси введено забагато неправильних кодів. Спробувати знову можна через { $wait }.
limit-muted = Людина, яка читає пошту на цій адресі, попросила нас поки не надсилати нових кодів. Замовити код знову можна через { $wait }.

## Durations, as they stand in the sentences above
seconds = { $count ->
        [one] { $count } секунду
        [few] { $count } секунди
        [many] { $count } секунд
       *[other] { $count } секунди
    }
minutes = { $count ->
        [one] { $count } хвилину
        [few] { $count } хвилини
        [many] { $count } хвилин
       *[other] { $count } хвилини
    }
hours = { $count ->
        [one] { $count } годину
        [few] { $count } години
        [many] { $count } годин
       *[other] { $count } години
    }
less-than-a-minute = менш ніж хвилину

## A day and a time. $time is one such as 14:02 UTC, $month a number from 1 to 12.
moment = { $month ->
       *[1] { $day } січня { $year } року, { $time }
        [2] { $day } лютого { $year } року, { $time }
        [3] { $day } березня { $year } року, { $time }
        [4] { $day } квітня { $year } року, { $time }
        [5] { $day } травня { $year } року, { $time }
        [6] { $day } червня { $year } року, { $time }
        [7] { $day } липня { $year } року, { $time }
        [8] { $day } серпня { $year } року, { $time }
        [9] { $day } вересня { $year } року, { $time }
        [10] { $day } жовтня { $year } року, { $time }
        [11] { $day } листопада { $year } року, { $time }
        [12] { $day } грудня { $year } року, { $time }
    }

## The page of those who did not ask for a code. $duration is a duration.
not-me-heading = Це не я
not-me-lead = Ви отримали лист із кодом, якого не замовляли? Отже, хтось увів вашу адресу, найімовірніше помилково. Без коду з нею нічого не вдасться зробити.
not-me-offer = Якщо бажаєте, ми це припинимо: жоден код, що чекає на вашу адресу, більше не діятиме, а нових ми не надсилатимемо { $duration }.
not-me-label = Ключ із листа
not-me-hint = Дванадцять літер і цифр у трьох групах, наприкінці листа.
not-me-button = Зупинити коди
not-me-done-heading = Коди скасовано
not-me-done = Жоден код, що чекав на вашу адресу, більше не діє, а нових ми не надсилатимемо { $duration }.
not-me-done-next = Більше нічого робити не потрібно; лист можна видалити. Якщо код знадобиться вам самим, замовте його через { $duration } або вже зараз у браузері, у якому ви вже входили з цією адресою.
start-link = Перейти на початок

## Where the mails are while none is sent
mailbox-hint = Жоден лист не залишає цього комп’ютера. Код тут: { $link }.
mailbox-hint-link = скринька для розробки

## Pages about errors
not-found-heading = Такої сторінки немає
not-found = Можливо, в адресі сторінки є помилка або сторінку переміщено.
forbidden-heading = Ця форма надійшла з іншого сайту
forbidden = Її не опрацьовано. Відкрийте сторінку тут і заповніть форму на ній.
method-heading = Так це не працює
method = Скористайтеся формами на наших сторінках.
too-large-heading = Це забагато
too-large = Надіслані дані більші за будь-яку форму тут. Поверніться та скоротіть їх.
timeout-heading = Це тривало задовго
timeout = Надійшло не все, що було надіслано. Перевірте з’єднання, поверніться та спробуйте ще раз.
uri-heading = Ця адреса сторінки задовга
uri = Тут немає сторінок із такою довгою адресою. Відкрийте першу сторінку й почніть із неї.
head-heading = Ваш браузер надіслав забагато даних
head = Видаліть файли cookie, які він зберігає для цього сайту, і спробуйте ще раз.
too-many-heading = Забагато з’єднань
too-many = Із вашої мережі відкрито більше з’єднань, ніж ми можемо обслужити. Спробуйте ще раз через кілька секунд.
busy-heading = Зараз у нас велике навантаження
busy = Нічого не втрачено. Спробуйте, будь ласка, ще раз через кілька секунд.
bad-request-heading = Запит незрозумілий
bad-request = Поверніться та спробуйте ще раз.
internal-heading = У нас щось пішло не так
internal = Нічого не втрачено. Спробуйте, будь ласка, ще раз за мить.

## The menu of languages
language-label = Мова
language-button = Змінити

## The mail with the code. $service is the service's name, $lifetime a duration, $moment a day and a time, $code six digits.
mail-subject = { $code } — ваш код для { $service }
mail-subject-without = Ваш код для { $service }
mail-heading = Ваш код для { $service }
mail-code-is = Ваш код для { $service }:
mail-preheader = Код { $code } діє { $lifetime }.
mail-preheader-without = Відкрийте цей лист, щоб побачити код. Він діє { $lifetime }.
mail-use = Код діє { $lifetime }. Введіть його на сторінці, де ви його замовили, і нікому не повідомляйте.
mail-who = Хтось, найімовірніше ви, замовив цей код у сервісі { $service } (приблизний час: { $moment }).
mail-who-without = Хтось, найімовірніше ви, замовив код у сервісі { $service } (приблизний час: { $moment }). Щоб продовжити, введіть код, наведений нижче, на сторінці, де ви його замовили, і нікому не повідомляйте. Він діє { $lifetime }. Код розміщено так низько, щоб його не було видно з першого погляду на заблокований екран чи на список листів.
mail-not-you = Якщо це були не ви, нічого робити не потрібно: без коду ніхто не зможе зареєструватися з вашою адресою. Якщо такі листи вам заважають, відкрийте
mail-paste = і вставте там ось це:
mail-voids = Це скасує надіслані вам коди, а нових ми не надсилатимемо вам один день.

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
