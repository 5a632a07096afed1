# Polski (Polish)
# Informal (ty), as Google, Allegro, Onet and WP have it; gender-neutral by impersonal forms. In emails Ty, Twój with a capital, as in letters.

title-error = Błąd: { $title }

address-heading = Załóż konto lub zaloguj się
address-lead = Wpisz swój adres e-mail, a wyślemy ci 6‑cyfrowy kod. Hasło nie jest potrzebne.
address-label = Adres e-mail
address-button = Wyślij kod
sending-button = Wysyłamy kod…
address-meant = Czy chodziło o { $address }?
proving = Mamy większy ruch niż zwykle, dlatego najpierw sprawdzamy twoją przeglądarkę. Potrwa to kilka sekund.

code-heading = Sprawdź pocztę
code-lead-sending = Wysyłamy 6‑cyfrowy kod na adres
code-lead-sent = Wysłaliśmy 6‑cyfrowy kod na adres
code-lead-tried = Próbowaliśmy wysłać 6‑cyfrowy kod na adres
change-button = Zmień
code-label = 6‑cyfrowy kod
code-hint-for = Kod jest ważny przez { $lifetime }.
code-hint-until = Kod jest ważny do { $time }.
code-hint-over = Kod wygasł.
code-button = Dalej
code-button-busy = Sprawdzamy…
resend-later = Kod nie dotarł? Sprawdź folder ze spamem albo wyślij kod ponownie za { $wait }.
resend-offer = Kod nie dotarł? Sprawdź folder ze spamem albo { $button }.
resend-button = wyślij kod ponownie
resend-wait = Kod można wysłać ponownie za { $wait }.
resend-now = Kod można już wysłać ponownie.
resend-sent = Wysłaliśmy kolejny kod na adres { $address }.
webmail = Otwórz { $name }

delivery-sending = Wysyłamy…
delivery-slow = Nasz serwer pocztowy odpowiada powoli. Kod może jeszcze dotrzeć; można go też teraz wysłać ponownie.
delivery-reload = Odśwież tę stronę, aby sprawdzić, czy kod został wysłany.
delivery-accepted = Wysłano o { $time }. Dostarczenie może potrwać minutę.
delivery-unknown = Straciliśmy połączenie z naszym serwerem pocztowym i wiadomość mogła nie zostać wysłana.
delivery-retrying-later = Jeszcze nie wysłano: serwer pocztowy jest zajęty. Próbujemy dalej.
delivery-retrying-unreachable = Jeszcze nie wysłano: nie możemy połączyć się z naszym serwerem pocztowym. Próbujemy dalej.
delivery-retrying-insecure = Jeszcze nie wysłano: nie możemy bezpiecznie połączyć się z naszym serwerem pocztowym. Próbujemy dalej.
delivery-retrying-other = Jeszcze nie wysłano: serwer pocztowy odrzucił wiadomość. Próbujemy dalej.
delivery-failed-earlier = Nie udało się wysłać kolejnego kodu. Kod wysłany wcześniej nadal działa.

failed-heading = Nie udało się wysłać kodu
delivery-failed-recipient = Serwer pocztowy { $domain } informuje, że ta skrzynka nie istnieje. Sprawdź, czy w adresie nie ma literówki.
delivery-failed-full = Serwer pocztowy { $domain } informuje, że ta skrzynka jest pełna. Zwolnij w niej miejsce i spróbuj ponownie.
delivery-failed-unsupported = Nasz serwer pocztowy nie obsługuje takich adresów. Użyj innego adresu.
delivery-failed-rejected = Serwer pocztowy odrzucił naszą wiadomość. Sprawdź adres albo spróbuj ponownie.
delivery-failed-later = Serwer pocztowy jest zajęty. Możesz od razu spróbować ponownie.
delivery-failed-unreachable = Nie możemy połączyć się z naszym serwerem pocztowym. Możesz od razu spróbować ponownie.
delivery-failed-insecure = Nie udało się bezpiecznie połączyć z naszym serwerem pocztowym, więc niczego nie wysłaliśmy. Możesz od razu spróbować ponownie.
expired-heading = Twój kod wygasł
expired = Aby przejść dalej, poproś o nowy.
spent-heading = Zbyt wiele błędnych kodów
retry-button = Spróbuj ponownie
new-code-button = Wyślij nowy kod
new-code-wait = Będzie to możliwe za { $wait }.
other-address-button = Użyj innego adresu

voided-heading = Te kody już nie działają
muted-heading = Nie możemy wysyłać kodów na ten adres
proof-heading = Chwileczkę
limit-heading = Proszę czekać
cookies-heading = Zezwól na pliki cookie

error-heading = Wystąpił problem
error-domain = Nie przyjmujemy adresów z tej domeny. Użyj innego adresu.
error-wrong-code = { $tries ->
        [one] Ten kod jest nieprawidłowy. Sprawdź najnowszą wiadomość; została jeszcze { $tries } próba.
        [few] Ten kod jest nieprawidłowy. Sprawdź najnowszą wiadomość; zostały jeszcze { $tries } próby.
        [many] Ten kod jest nieprawidłowy. Sprawdź najnowszą wiadomość; zostało jeszcze { $tries } prób.
       *[other] Ten kod jest nieprawidłowy. Sprawdź najnowszą wiadomość; zostało jeszcze { $tries } próby.
    }
error-expired = Ten kod wygasł. Wpisz najnowszy albo poproś o kolejny.
error-already-used = Ten kod został już użyty. Zacznij jeszcze raz, aby otrzymać nowy.
error-voided = Ktoś, kto ma dostęp do tej skrzynki, zgłosił, że nie prosił o kod. Sprawdź adres albo użyj innego.
error-overtaken = Coś zmieniło się w innym oknie. Odśwież tę stronę.
error-tries-spent = Ze względów bezpieczeństwa stary kod już nie działa. Aby przejść dalej, poproś o nowy.
error-nothing-pending = Nie czekamy już na kod od ciebie. Wpisz swój adres e-mail, aby otrzymać nowy.
error-not-signed-in = Twoja sesja się zakończyła.
error-token = Nie rozpoznajemy tego tokenu. Skopiuj go w całości z najnowszej wiadomości: 12 liter i cyfr w trzech grupach. Jest ważny przez jeden dzień.
error-address-taken = Masz inne konto z tym adresem. Wyloguj się i zaloguj za pomocą tego adresu albo najpierw usuń tamto konto. Nic się nie zmieniło.
error-malformed = Nie udało się poprawnie odebrać formularza. Spróbuj ponownie.
error-cross-site = To żądanie przyszło z innej witryny, więc go nie wykonaliśmy.
error-cookies = Przeglądarka nie odesłała naszego pliku cookie, dlatego kod nie został wysłany. Zezwól tej stronie na pliki cookie i spróbuj ponownie.
error-no-answer = Nie udało się połączyć z serwerem. Sprawdź połączenie z internetem i spróbuj ponownie.
error-internal = Coś poszło nie tak po naszej stronie. Nic nie przepadło; spróbuj ponownie.

address-empty = Wpisz swój adres e-mail.
address-too-long = Ten adres e-mail jest za długi.
address-no-at = Wpisz adres e-mail ze znakiem @, na przykład name@example.org.
address-no-local-part = Wpisz też część przed znakiem @.
address-no-domain = Wpisz też część po znaku @, na przykład example.org.
address-several = Wpisz tylko jeden adres e-mail.
address-blank = Adres e-mail nie może zawierać spacji.
address-control = W tym adresie jest niewidoczny znak. Wpisz adres ręcznie.
address-quoted = Nie przyjmujemy adresów z cudzysłowem.
address-comment = Nie przyjmujemy adresów z nawiasami.
address-character = W adresie jest znak, którego być nie powinno. Wpisz sam adres, na przykład name@example.org.
address-dot = Przed znakiem @ jest kropka w niewłaściwym miejscu.
address-domain = Część po znaku @ nie jest domeną taką jak example.org.
address-incomplete-domain = Część po znaku @ jest niepełna. Brakuje końcówki, na przykład .org.

code-empty = Wpisz 6‑cyfrowy kod z wiadomości.
code-not-digits = Kod składa się z samych cyfr.
code-too-short = Za mało cyfr. Kod ma ich 6.
code-too-long = Za dużo cyfr. Kod ma ich 6.

limit-resend = Przed chwilą wysłaliśmy kod na ten adres. O kolejny można poprosić za { $wait }.
limit-address = Na ten adres wysłaliśmy już wiele kodów. O kolejny można poprosić za { $wait }.
limit-domain = Na adresy z tej domeny wysłaliśmy już wiele kodów. O kolejny można poprosić za { $wait }.
limit-client = Z twojej sieci przyszło wiele próśb o kod. O kolejny można poprosić za { $wait }.
limit-queue = Nasz serwer pocztowy działa powoli, a inni też czekają. Spróbuj ponownie za { $wait }.
limit-total = Wysyłamy więcej wiadomości niż zwykle i musimy zrobić przerwę. Spróbuj ponownie za { $wait }.
limit-proof = Mamy większy ruch niż zwykle. Poczekaj { $wait }, a potem naciśnij przycisk jeszcze raz.
limit-failures = Dla tego adresu wpisano zbyt wiele błędnych kodów. Spróbuj ponownie za { $wait }.
limit-muted = Ktoś, kto ma dostęp do tej skrzynki, poprosił, by na razie nic nie wysyłać. O kod można ponownie poprosić za { $wait }; można też użyć innego adresu.
limit-code-works = Kod, który już dotarł, nadal działa.

seconds = { $count ->
        [one] { $count } sekundę
        [few] { $count } sekundy
        [many] { $count } sekund
       *[other] { $count } sekundy
    }
minutes = { $count ->
        [one] { $count } minutę
        [few] { $count } minuty
        [many] { $count } minut
       *[other] { $count } minuty
    }
hours = { $count ->
        [one] { $count } godzinę
        [few] { $count } godziny
        [many] { $count } godzin
       *[other] { $count } godziny
    }
less-than-a-minute = mniej niż minutę

month = { $month ->
    *[1] stycznia
     [2] lutego
     [3] marca
     [4] kwietnia
     [5] maja
     [6] czerwca
     [7] lipca
     [8] sierpnia
     [9] września
     [10] października
     [11] listopada
     [12] grudnia
    }
day = { $day } { month } { $year }
moment = { day } r. o { $time }

account-heading = Twoje konto
account-who = Zalogowano jako { $address }.
account-since = Utworzono { $date }
account-since-today = Utworzono dzisiaj
sign-out-button = Wyloguj się
signed-out = Wylogowano.
browsers-heading = Zalogowane przeglądarki
browser-since = Zalogowano { $date }
browser-since-today = Zalogowano dzisiaj
browser-seen = Ostatnia aktywność: { $ago }
browser-this = Ta przeglądarka
ago-now = niecałą godzinę temu
ago-hours = { $count ->
        [one] { $count } godzinę temu
        [few] { $count } godziny temu
        [many] { $count } godzin temu
       *[other] { $count } godziny temu
    }
ago-days = { $count ->
        [one] { $count } dzień temu
        [few] { $count } dni temu
        [many] { $count } dni temu
       *[other] { $count } dnia temu
    }
browser-on = { $agent } ({ $system })
browser-agent = { $agent }
browser-program = Program
browser-program-on = Program ({ $system })
browser-unknown = Przeglądarka
browser-unknown-on = Przeglądarka ({ $system })
browser-sign-out = Wyloguj: { $browser }
others-button = Wyloguj się z innych przeglądarek
everywhere-button = Wyloguj się wszędzie
browser-signed-out = Wybrana przeglądarka została wylogowana.
others-signed-out = Wszystkie inne przeglądarki zostały wylogowane.
address-changed = Twój adres e-mail został zmieniony. Zalogowane przeglądarki pozostają zalogowane; możesz je tutaj wylogować.
email-button = Zmień adres e-mail
data-heading = Twoje dane
data-hint = Wszystko, co przechowujemy na temat tego konta, w jednym pliku (JSON).
data-button = Pobierz moje dane
delete-summary = Usuń moje konto
delete-warning = Twoje konto, adres e-mail i sesje zostaną od razu usunięte i nie będzie można ich przywrócić.
delete-button = Usuń teraz moje konto

new-address-heading = Zmiana adresu e-mail
new-address-lead = Adres twojego konta to { $address }. Zmieni się, gdy wpiszesz kod, który wyślemy na nowy adres.
new-address-label = Nowy adres e-mail
new-address-keep = Zachowaj obecny adres

not-me-heading = Niechciany kod?
not-me-lead = Ktoś wpisał twój adres e-mail, prawdopodobnie przez pomyłkę. Bez kodu nic z nim nie zrobi.
not-me-offer = Możesz to przerwać: kody, które ci wysłaliśmy, przestaną działać, a następnych nie wyślemy przez { $duration }.
not-me-label = Token z wiadomości
not-me-hint = 12 liter i cyfr w trzech grupach, na końcu wiadomości.
not-me-button = Zablokuj kody
not-me-done-heading = Te kody już nie działają
not-me-done = Następnych nie wyślemy na twój adres przez { $duration }.
not-me-done-next = Nie trzeba robić nic więcej; wiadomość możesz usunąć. Jeśli kod będzie potrzebny tobie, poproś o niego za { $duration } albo już teraz w przeglądarce, w której użyto już tego adresu do logowania.
start-link = Przejdź na stronę główną

mailbox-hint = Żadna wiadomość nie opuszcza tego komputera. Kod jest w { $link }.
mailbox-hint-link = skrzynce deweloperskiej

not-found-heading = Nie znaleziono strony
not-found = Sprawdź, czy w adresie nie ma literówki; strona mogła też zostać przeniesiona.
forbidden-heading = Ten formularz przyszedł z innej witryny
forbidden = Nie przetworzyliśmy go. Otwórz stronę w tej witrynie i tam wypełnij formularz.
elsewhere-heading = Ta strona ma inny adres
elsewhere = Jej adres to { $address }. Otwórz ją tam i spróbuj ponownie.
method-heading = To tak nie działa
method = Skorzystaj z formularzy na naszych stronach.
too-large-heading = Za dużo danych
too-large = Przesłano więcej danych, niż przyjmują nasze formularze. Wróć i skróć je.
timeout-heading = To trwało zbyt długo
timeout = Nie wszystkie przesłane dane dotarły. Sprawdź połączenie z internetem, wróć i spróbuj ponownie.
uri-heading = Ten link jest za długi
uri = Żaden nasz link nie jest tak długi. Przejdź na stronę główną.
head-heading = Przeglądarka wysłała za dużo danych
head = Usuń pliki cookie zapisane w niej dla tej witryny i spróbuj ponownie.
too-many-heading = Zbyt wiele połączeń
too-many = Z twojej sieci jest otwartych więcej połączeń z nami, niż możemy obsłużyć. Spróbuj ponownie za kilka sekund.
busy-heading = Mamy teraz duży ruch
busy = Nic nie przepadło. Spróbuj ponownie za kilka sekund.
bad-request-heading = Nie udało się odczytać żądania
bad-request = Wróć i spróbuj ponownie.
internal-heading = Coś poszło nie tak po naszej stronie
internal = Nic nie przepadło. Spróbuj ponownie za chwilę.

language-label = Język

mail-subject = { $code } to Twój kod { $service }
mail-subject-without = Twój kod { $service }
mail-heading = Twój kod { $service }
mail-code-is = Twój kod { $service }:
mail-preheader = Wpisz go na stronie, z której wysłano prośbę o kod. Jest ważny przez { $lifetime }.
mail-preheader-without = Otwórz tę wiadomość, aby zobaczyć kod. Jest ważny przez { $lifetime }.
mail-use = Wpisz go na stronie, z której wysłano prośbę o kod. Jest ważny przez { $lifetime }. Nikomu go nie podawaj.
mail-who = Prośbę o kod wysłano { $moment }.
mail-who-without = Prośbę o kod { $service } wysłano { $moment }. Wpisz poniższy kod na stronie, z której ją wysłano. Jest ważny przez { $lifetime }. Nikomu go nie podawaj. Kod jest umieszczony tak nisko, żeby nie było go widać na zablokowanym ekranie ani na liście wiadomości.
mail-not-you = Jeśli to nie Ty, możesz zignorować tę wiadomość: bez kodu nikt nie użyje Twojego adresu. Jeśli takie wiadomości będą nadal przychodzić, otwórz stronę
mail-not-you-new-address = Ten kod przypisuje ten adres e-mail do czyjegoś konta. Jeśli to nie Twoje konto, nie wpisuj kodu i nikomu go nie podawaj; nic więcej nie trzeba robić. Jeśli takie wiadomości będą nadal przychodzić, otwórz stronę
mail-paste = i wklej tam ten token:
mail-voids = Kody, które Ci wysłaliśmy, przestaną działać, a następnych nie wyślemy przez jeden dzień.

mail-notice-preheader = Jeśli to nie Ty, czytaj dalej.
mail-changed-subject = Zmieniono adres e-mail Twojego konta { $service }
mail-changed = Adres e-mail Twojego konta { $service } zmieniono { $moment }. Od teraz kody przychodzą na nowy adres, a nie na ten.
mail-changed-you = Jeśli to Ty, nie trzeba robić nic więcej.
mail-changed-not-you = Jeśli to nie Ty, ktoś skorzystał z przeglądarki zalogowanej na Twoje konto albo może czytać Twoją pocztę. Jeśli któraś z Twoich przeglądarek jest nadal zalogowana, od razu otwórz w niej swoje konto, wyloguj się z innych przeglądarek i przywróć poprzedni adres. W przeciwnym razie od razu skontaktuj się z serwisem { $service }, bo nie możesz już zalogować się na to konto. Upewnij się, że nikt inny nie ma dostępu do tej skrzynki.
mail-deleted-subject = Twoje konto { $service } zostało usunięte
mail-deleted = Twoje konto { $service } usunięto { $moment } wraz z Twoim adresem e-mail i sesjami.
mail-deleted-you = Jeśli to Ty, nie trzeba robić nic więcej. Jeśli znów zechcesz mieć konto, załóż je na ten adres tak jak wcześniej.
mail-deleted-not-you = Jeśli to nie Ty, ktoś skorzystał z przeglądarki zalogowanej na Twoje konto albo może czytać Twoją pocztę. Konta nie można przywrócić. Upewnij się, że nikt inny nie ma dostępu do tej skrzynki, załóż konto ponownie i skontaktuj się z serwisem { $service }.
