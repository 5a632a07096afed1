# Polski (Polish)

title-address = Rejestracja
title-code = Wpisz kod
title-account = Twoje konto
title-new-address = Zmiana adresu e-mail
title-not-me = To nie ja
title-not-me-done = Kody zostały unieważnione
title-error = Błąd: { $title }

address-heading = Załóż konto lub zaloguj się
address-lead = Wpisz swój adres e-mail. Wyślemy na niego sześciocyfrowy kod; hasło nie jest potrzebne.
address-label = Adres e-mail
address-hint = Kod wyślemy tylko na ten adres.
address-button = Wyślij mi kod
sending-button = Wysyłamy kod…
address-meant = Czy chodziło o { $address }?
proving = Wysyłamy więcej wiadomości niż zwykle, dlatego przeglądarka musi najpierw wykonać pewne obliczenie. Potrwa to kilka sekund.

code-heading = Wpisz kod
code-lead = Kod wysyłamy na adres { $address }
code-meant = Czy chodziło o { $domain }? Jeśli tak, zmień adres.
code-label = Kod
code-hint-for = Sześć cyfr. Kod jest ważny przez { $lifetime }.
code-hint-until = Sześć cyfr; po wklejeniu wysyłają się od razu. Kod jest ważny do { $time }.
code-hint-over = Kod stracił ważność. Wyślij nowy.
code-button = Dalej
code-button-busy = Chwileczkę…
resend-button = Wyślij nowy kod
resend-wait = Nowy kod można wysłać za { $wait }.
resend-now = Nowy kod można wysłać już teraz.
resend-sent = Wysłaliśmy nowy kod na adres { $address }.
resend-failed = Ostatnia wiadomość nie została wysłana.
change-button = Zmień adres
webmail = Poszukaj wiadomości w { $name }

delivery-sending = Wiadomość jest w drodze do naszego serwera pocztowego.
delivery-slow = Wiadomość jest w drodze do naszego serwera pocztowego, ale serwer odpowiada powoli. Wiadomość może jeszcze dotrzeć; można też wysłać teraz nowy kod.
delivery-reload = Odśwież tę stronę, aby zobaczyć, co się z nią stało.
delivery-accepted = Wiadomość wysłano o { $time }. Może dotrzeć dopiero po minucie; zajrzyj też do folderu ze spamem.
delivery-unknown = Połączenie z naszym serwerem pocztowym zostało przerwane. Możliwe, że wiadomość wysłano; jeśli nic nie przyjdzie, wyślij nowy kod.
delivery-retrying-later = Wiadomości nie udało się jeszcze wysłać: serwer pocztowy jest zajęty. Próbujemy dalej; można też wysłać teraz nowy kod.
delivery-retrying-unreachable = Wiadomości nie udało się jeszcze wysłać: nie mogliśmy połączyć się z naszym serwerem pocztowym. Próbujemy dalej; można też wysłać teraz nowy kod.
delivery-retrying-insecure = Wiadomości nie udało się jeszcze wysłać: nie mogliśmy bezpiecznie skorzystać z naszego serwera pocztowego. Próbujemy dalej; można też wysłać teraz nowy kod.
delivery-retrying-other = Wiadomości nie udało się jeszcze wysłać: serwer pocztowy ją odrzucił. Próbujemy dalej; można też wysłać teraz nowy kod.
delivery-failed-recipient = Wiadomości nie udało się wysłać: serwer pocztowy { $domain } odpowiada, że taka skrzynka nie istnieje. Sprawdź adres.
delivery-failed-full = Wiadomości nie udało się wysłać: serwer pocztowy { $domain } odpowiada, że ta skrzynka jest pełna. Zrób w niej miejsce i od razu spróbuj ponownie.
delivery-failed-unsupported = Wiadomości nie udało się wysłać: nasz serwer pocztowy nie obsługuje takich adresów. Użyj innego adresu.
delivery-failed-rejected = Wiadomości nie udało się wysłać: serwer pocztowy ją odrzucił. Sprawdź adres albo spróbuj teraz ponownie.
delivery-failed-later = Wiadomości nie udało się wysłać: serwer pocztowy jest zajęty. Spróbuj teraz ponownie; nie trzeba czekać.
delivery-failed-unreachable = Wiadomości nie udało się wysłać: nie mogliśmy połączyć się z naszym serwerem pocztowym. Spróbuj teraz ponownie; nie trzeba czekać.
delivery-failed-insecure = Wiadomości nie udało się wysłać: nie mogliśmy bezpiecznie skorzystać z naszego serwera pocztowego. Spróbuj teraz ponownie; nie trzeba czekać.

error-heading = Wystąpił problem
error-domain = Adresy z tej domeny nie są tu przyjmowane. Użyj innego adresu.
error-wrong-code = { $tries ->
        [one] Ten kod się nie zgadza. Sprawdź najnowszą wiadomość; została jeszcze { $tries } próba.
        [few] Ten kod się nie zgadza. Sprawdź najnowszą wiadomość; zostały jeszcze { $tries } próby.
        [many] Ten kod się nie zgadza. Sprawdź najnowszą wiadomość; zostało jeszcze { $tries } prób.
       *[other] Ten kod się nie zgadza. Sprawdź najnowszą wiadomość; zostało jeszcze { $tries } próby.
    }
error-expired = Ten kod stracił ważność. Wyślij nowy kod i wpisz go.
error-already-used = Ten kod został już użyty. Zacznij od nowa, aby otrzymać kolejny.
error-voided = Te kody już nie działają: osoba, która czyta pocztę pod tym adresem, o nie nie prosiła. Sprawdź adres.
error-overtaken = Inne twoje okno było szybsze. Odśwież tę stronę.
error-tries-spent = Zbyt wiele błędnych kodów. Naciśnij „{ resend-button }”, aby zacząć od nowa z nowym kodem.
error-nothing-pending = Ta rejestracja nie czeka już na kod. Wpisz swój adres, aby otrzymać nowy.
error-not-signed-in = Twoja sesja już się zakończyła.
error-token = Nie znamy tego tokenu. Skopiuj go w całości z najnowszej wiadomości: dwanaście liter i cyfr w trzech grupach. Jest ważny przez jeden dzień.
error-address-taken = Masz już inne konto z tym adresem. Wyloguj się i zaloguj na nie albo najpierw usuń tamto konto. Nic nie zostało zmienione.
error-malformed = Formularz nie dotarł tak, jak powinien. Spróbuj ponownie.
error-cross-site = To żądanie przyszło z innej witryny i nie zostało wykonane.
error-no-answer = Serwer nie odpowiada. Sprawdź połączenie i spróbuj ponownie.
error-internal = Coś poszło nie tak po naszej stronie. Nic nie przepadło; spróbuj ponownie.

address-empty = Wpisz swój adres e-mail.
address-too-long = Adres e-mail nie może być tak długi.
address-no-at = W adresie e-mail jest znak @, na przykład name@example.org.
address-no-local-part = Wpisz także to, co stoi przed znakiem @.
address-no-domain = Wpisz także to, co stoi po znaku @, na przykład example.org.
address-several = Wpisz tylko jeden adres e-mail.
address-blank = W adresie e-mail nie ma spacji.
address-control = W tym adresie jest niewidoczny znak. Wpisz adres ręcznie.
address-quoted = Adresy z cudzysłowem nie są tu przyjmowane.
address-comment = Adresy z nawiasami nie są tu przyjmowane.
address-character = Wpisz sam adres, na przykład name@example.org; wpisany tekst zawiera znak, którego w adresie być nie powinno.
address-dot = Przed znakiem @ jest kropka w niewłaściwym miejscu.
address-domain = To, co stoi po znaku @, nie jest domeną taką jak example.org.
address-incomplete-domain = To, co stoi po znaku @, jest niepełne; brakuje końcówki takiej jak .org.

code-empty = Wpisz sześć cyfr z wiadomości.
code-not-digits = Kod składa się tylko z cyfr.
code-too-short = To za mało; kod ma sześć cyfr.
code-too-long = To za dużo; kod ma sześć cyfr.

limit-resend = Przed chwilą wysłaliśmy kod na ten adres. O następny można poprosić za { $wait }.
limit-address = Na ten adres wysłaliśmy już wiele kodów. O następny można poprosić za { $wait }.
limit-domain = Na adresy z tej domeny wysłaliśmy już wiele kodów. O następny można poprosić za { $wait }.
limit-client = Z twojej sieci przyszło wiele próśb o kod. O następny można poprosić za { $wait }.
limit-queue = Nasz serwer pocztowy działa powoli i wiele osób czeka na kod. Spróbuj ponownie za { $wait }.
limit-total = Wysyłamy więcej wiadomości niż zwykle i musimy zrobić przerwę. Spróbuj ponownie za { $wait }.
limit-proof = Wysyłamy więcej wiadomości niż zwykle, więc trwa to dłużej. Poczekaj { $wait }, a potem naciśnij przycisk jeszcze raz.
limit-failures = Dla tego adresu wpisano zbyt wiele błędnych kodów. Ponowna próba będzie możliwa za { $wait }.
limit-muted = Osoba, która czyta pocztę pod tym adresem, poprosiła nas, by na razie nie wysyłać więcej kodów. O kod można poprosić ponownie za { $wait }.

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

account-heading = Dzień dobry!
account-who = Zalogowano jako { $address }.
account-since = Konto istnieje od { $date }.
sign-out-button = Wyloguj się
signed-out = Wylogowano.
browsers-heading = Zalogowane przeglądarki
browser-since = Zalogowano { $date }.
browser-seen = Ostatnia aktywność: { $ago }.
browser-this = To ta, której teraz używasz.
ago-now = w ciągu ostatniej godziny
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
others-button = Wyloguj wszędzie indziej
everywhere-button = Wyloguj wszędzie
browser-signed-out = Ta przeglądarka została wylogowana.
others-signed-out = Wszystkie pozostałe przeglądarki zostały wylogowane.
address-changed = Adres został zmieniony. Zalogowane przeglądarki pozostają zalogowane; można je tutaj wylogować.
email-heading = Twój adres e-mail
email-button = Zmień adres e-mail
data-heading = Dane konta
data-hint = Wszystko, co przechowujemy na temat tego konta, w pliku czytelnym dla ludzi i programów (JSON).
data-button = Pobierz moje dane
delete-summary = Usuń moje konto
delete-warning = Twoje konto, adres i sesje znikną natychmiast i na zawsze.
delete-button = Usuń teraz
new-address-heading = Zmiana adresu e-mail
new-address-lead = Adres konta to { $address }. Zmieni się po wpisaniu kodu, który wyślemy na nowy adres.
new-address-label = Nowy adres e-mail
new-address-keep = Zachowaj stary adres
new-code-lead = Kod wysyłamy na nowy adres { $address }

not-me-heading = To nie ja
not-me-lead = Dostajesz e-mailem kod, o który nie prosisz? To znaczy, że ktoś wpisał twój adres, najpewniej przez pomyłkę. Bez kodu nic z nim nie zrobi.
not-me-offer = Jeśli chcesz, zatrzymamy to: żaden kod czekający na twój adres nie będzie już działać, a następnych nie wyślemy przez { $duration }.
not-me-label = Token z wiadomości
not-me-hint = Dwanaście liter i cyfr w trzech grupach, na końcu wiadomości.
not-me-button = Zatrzymaj kody
not-me-done-heading = Kody zostały unieważnione
not-me-done = Żaden kod, który czekał na twój adres, już nie działa, a następnych nie wyślemy przez { $duration }.
not-me-done-next = Nie trzeba robić nic więcej; wiadomość można usunąć. Jeśli kod będzie potrzebny tobie, poproś o niego za { $duration } albo już teraz w przeglądarce, w której ten adres posłużył do zalogowania.
start-link = Przejdź na początek

mailbox-hint = Żadna wiadomość nie opuszcza tego komputera. Kod jest tutaj: { $link }.
mailbox-hint-link = skrzynka deweloperska

not-found-heading = Nie ma takiej strony
not-found = Być może w adresie strony jest literówka albo stronę przeniesiono.
forbidden-heading = Ten formularz przyszedł z innej witryny
forbidden = Nie został przetworzony. Otwórz stronę tutaj i wypełnij jej formularz.
method-heading = To tak nie działa
method = Skorzystaj z formularzy na naszych stronach.
too-large-heading = Tego było za dużo
too-large = Przesłane dane są większe niż jakikolwiek formularz w tym miejscu. Wróć i skróć je.
timeout-heading = Trwało to zbyt długo
timeout = Nie wszystkie przesłane dane dotarły. Sprawdź połączenie, wróć i spróbuj ponownie.
uri-heading = Adres strony jest za długi
uri = Żaden adres w tej witrynie nie jest tak długi. Otwórz pierwszą stronę i zacznij od niej.
head-heading = Przeglądarka wysłała za dużo danych
head = Usuń pliki cookie zapisane w niej dla tej witryny i spróbuj ponownie.
too-many-heading = Zbyt wiele połączeń
too-many = Z twojej sieci jest otwartych więcej połączeń z nami, niż możemy obsłużyć. Spróbuj ponownie za kilka sekund.
busy-heading = Mamy teraz duży ruch
busy = Nic nie przepadło. Spróbuj ponownie za kilka sekund.
bad-request-heading = Nie udało się tego zrozumieć
bad-request = Wróć i spróbuj ponownie.
internal-heading = Coś poszło nie tak po naszej stronie
internal = Nic nie przepadło. Spróbuj ponownie za chwilę.

language-label = Język
language-button = Zmień

mail-subject = { $code } to Twój kod { $service }
mail-subject-without = Twój kod { $service }
mail-heading = Twój kod { $service }
mail-code-is = Twój kod { $service } to
mail-preheader = Kod { $code } jest ważny przez { $lifetime }.
mail-preheader-without = Otwórz tę wiadomość, aby zobaczyć kod. Jest ważny przez { $lifetime }.
mail-use = Kod jest ważny przez { $lifetime }. Wpisz go na stronie, na której go zamówiono, i nikomu go nie podawaj.
mail-who = Ktoś, najpewniej Ty, poprosił o ten kod w serwisie { $service } mniej więcej { $moment }.
mail-who-without = Ktoś, najpewniej Ty, poprosił o kod w serwisie { $service } mniej więcej { $moment }. Aby przejść dalej, wpisz poniższy kod na stronie, na której go zamówiono, i nikomu go nie podawaj. Kod jest ważny przez { $lifetime }. Jest umieszczony tak nisko po to, by nie zdradziło go jedno spojrzenie na zablokowany ekran lub na listę wiadomości.
mail-not-you = Jeśli to nie Ty, nie musisz nic robić: bez kodu nikt nie założy konta na Twój adres. Jeśli takie wiadomości są uciążliwe, otwórz stronę
mail-not-you-new-address = Ten kod przypisuje ten adres do czyjegoś konta. Jeśli to nie Twoje konto, nie wpisuj kodu i nikomu go nie podawaj; nic więcej nie trzeba robić. Jeśli takie wiadomości są uciążliwe, otwórz stronę
mail-paste = i wklej tam to:
mail-voids = Unieważni to wysłane do Ciebie kody, a przez jeden dzień nie wyślemy Ci następnych.
mail-notice-preheader = Jeśli to nie Ty, czytaj dalej.
mail-changed-subject = Twoje konto { $service } ma inny adres
mail-changed = Adres Twojego konta w serwisie { $service } zmieniono mniej więcej { $moment }. Kody do konta wysyłamy odtąd na nowy adres, a nie na ten.
mail-changed-you = Jeśli to Ty, nie trzeba robić nic więcej.
mail-changed-not-you = Jeśli to nie Ty, ktoś skorzystał z przeglądarki, w której trwała Twoja sesja, albo czyta Twoją pocztę. Jeśli w którejś z Twoich przeglądarek sesja nadal trwa, od razu otwórz w niej swoje konto, wyloguj się wszędzie indziej i przywróć stary adres. W przeciwnym razie od razu powiadom osoby prowadzące serwis { $service }, bo nie możesz już zalogować się na to konto. Zadbaj o to, by nikt inny nie miał dostępu do tej skrzynki.
mail-deleted-subject = Twoje konto { $service } zostało usunięte
mail-deleted = Twoje konto w serwisie { $service } usunięto mniej więcej { $moment } wraz z Twoim adresem i sesjami.
mail-deleted-you = Jeśli to Ty, nie trzeba robić nic więcej. Aby znów mieć konto, zarejestruj się z tym adresem tak jak za pierwszym razem.
mail-deleted-not-you = Jeśli to nie Ty, ktoś skorzystał z przeglądarki, w której trwała Twoja sesja, albo czyta Twoją pocztę. Konta nie da się przywrócić. Zadbaj o to, by nikt inny nie miał dostępu do tej skrzynki, zarejestruj się ponownie i powiadom osoby prowadzące serwis { $service }.
