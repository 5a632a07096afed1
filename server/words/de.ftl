# Deutsch
# Formal (Sie): as GMX, WEB.DE, Telekom, Deutsche Post and public services write; neutral for any service.

title-error = Fehler: { $title }

address-heading = Registrieren oder anmelden
address-lead = Wir senden einen 6‑stelligen Code an Ihre E-Mail-Adresse. Ein Passwort brauchen Sie nicht.
address-label = E-Mail-Adresse
address-button = Code per E-Mail senden
sending-button = Code wird gesendet …
address-meant = Meinten Sie { $address }?
proving = Gerade ist mehr los als sonst, deshalb prüfen wir zuerst Ihren Browser. Das dauert ein paar Sekunden.

code-heading = Prüfen Sie Ihr Postfach
code-lead-sending = Wir senden einen 6‑stelligen Code an diese Adresse:
code-lead-sent = Wir haben einen 6‑stelligen Code an diese Adresse gesendet:
code-lead-tried = Wir haben versucht, einen 6‑stelligen Code an diese Adresse zu senden:
change-button = Ändern
code-label = 6‑stelliger Code
code-hint-for = Der Code gilt noch { $lifetime }.
code-hint-until = Der Code gilt bis { $time }.
code-hint-over = Der Code ist abgelaufen.
code-button = Weiter
code-button-busy = Wird geprüft …
resend-later = Nichts angekommen? Sehen Sie im Spam-Ordner nach oder fordern Sie in { $wait } einen neuen Code an.
resend-offer = Nichts angekommen? Sehen Sie im Spam-Ordner nach oder { $button }.
resend-button = fordern Sie einen neuen Code an
resend-wait = Sie können in { $wait } einen neuen Code anfordern.
resend-now = Sie können jetzt einen neuen Code anfordern.
resend-sent = Wir haben einen neuen Code an { $address } gesendet.
webmail = { $name } öffnen

delivery-sending = Wird gesendet …
delivery-slow = Unser Mailserver antwortet langsam. Der Code kann noch ankommen; Sie können aber auch jetzt einen neuen anfordern.
delivery-reload = Laden Sie diese Seite neu, um zu sehen, ob der Code gesendet wurde.
delivery-accepted = Um { $time } gesendet. Die Zustellung kann eine Minute dauern.
delivery-unknown = Die Verbindung zu unserem Mailserver ist abgebrochen. Vielleicht wurde die E-Mail nicht gesendet.
delivery-retrying-later = Noch nicht gesendet: Der Mailserver ist überlastet. Wir versuchen es weiter.
delivery-retrying-unreachable = Noch nicht gesendet: Unser Mailserver ist nicht erreichbar. Wir versuchen es weiter.
delivery-retrying-insecure = Noch nicht gesendet: keine sichere Verbindung zu unserem Mailserver. Wir versuchen es weiter.
delivery-retrying-other = Noch nicht gesendet: Der Mailserver hat die E-Mail abgelehnt. Wir versuchen es weiter.
delivery-failed-earlier = Ein neuer Code konnte nicht gesendet werden. Der vorherige gilt noch.

failed-heading = Der Code konnte nicht gesendet werden
delivery-failed-recipient = Der Mailserver von { $domain } meldet, dass es dieses Postfach nicht gibt. Prüfen Sie die Adresse auf Tippfehler.
delivery-failed-full = Der Mailserver von { $domain } meldet, dass dieses Postfach voll ist. Schaffen Sie Platz und versuchen Sie es erneut.
delivery-failed-unsupported = An Adressen dieser Art kann unser Mailserver nicht senden. Bitte verwenden Sie eine andere.
delivery-failed-rejected = Der Mailserver hat unsere E-Mail abgelehnt. Prüfen Sie die Adresse oder versuchen Sie es erneut.
delivery-failed-later = Der Mailserver ist überlastet. Sie können es sofort erneut versuchen.
delivery-failed-unreachable = Unser Mailserver ist nicht erreichbar. Sie können es sofort erneut versuchen.
delivery-failed-insecure = Es kam keine sichere Verbindung zu unserem Mailserver zustande, deshalb haben wir nichts gesendet. Sie können es sofort erneut versuchen.
expired-heading = Ihr Code ist abgelaufen
expired = Fordern Sie einen neuen an, um fortzufahren.
spent-heading = Zu viele falsche Codes
retry-button = Erneut versuchen
new-code-button = Neuen Code anfordern
new-code-wait = In { $wait } möglich.
other-address-button = Andere E-Mail-Adresse verwenden

voided-heading = Diese Codes gelten nicht mehr
muted-heading = An diese Adresse können wir keine Codes senden
proof-heading = Einen Moment bitte
limit-heading = Bitte warten
cookies-heading = Bitte Cookies zulassen

error-heading = Es gibt ein Problem
error-domain = E-Mail-Adressen dieser Domain akzeptieren wir nicht. Bitte verwenden Sie eine andere.
error-wrong-code = { $tries ->
        [one] Dieser Code stimmt nicht. Sehen Sie in der neuesten E-Mail nach. Sie haben noch { $tries } Versuch.
       *[other] Dieser Code stimmt nicht. Sehen Sie in der neuesten E-Mail nach. Sie haben noch { $tries } Versuche.
    }
error-expired = Dieser Code ist abgelaufen. Geben Sie den zuletzt gesendeten ein oder fordern Sie einen neuen an.
error-already-used = Dieser Code wurde schon verwendet. Beginnen Sie von vorn, um einen neuen zu bekommen.
error-voided = Jemand mit Zugriff auf dieses Postfach hat uns mitgeteilt, keinen Code angefordert zu haben. Prüfen Sie die Adresse oder verwenden Sie eine andere.
error-overtaken = In einem anderen Fenster hat sich etwas geändert. Laden Sie diese Seite neu.
error-tries-spent = Zu Ihrer Sicherheit gilt der alte Code nicht mehr. Fordern Sie einen neuen an, um fortzufahren.
error-nothing-pending = Dieser Vorgang ist nicht mehr aktiv. Geben Sie Ihre E-Mail-Adresse ein, um einen neuen Code zu bekommen.
error-not-signed-in = Sie sind nicht mehr angemeldet.
error-token = Diese Zeichenfolge kennen wir nicht. Kopieren Sie sie vollständig aus der neuesten E-Mail. Sie gilt einen Tag.
error-address-taken = Sie haben ein anderes Konto mit dieser Adresse. Melden Sie sich ab und mit dieser Adresse wieder an, oder löschen Sie zuerst das andere Konto. Es wurde nichts geändert.
error-malformed = Das Formular ist nicht richtig angekommen. Bitte versuchen Sie es erneut.
error-cross-site = Diese Anfrage kam von einer anderen Website, deshalb haben wir sie nicht ausgeführt.
error-cookies = Ihr Browser hat unser Cookie nicht zurückgesendet, deshalb haben wir keinen Code gesendet. Lassen Sie Cookies für diese Website zu und versuchen Sie es erneut.
error-no-answer = Der Server ist nicht erreichbar. Prüfen Sie Ihre Internetverbindung und versuchen Sie es erneut.
error-internal = Bei uns ist etwas schiefgelaufen. Es ist nichts verloren gegangen; bitte versuchen Sie es erneut.

address-empty = Geben Sie Ihre E-Mail-Adresse ein.
address-too-long = Das ist zu lang für eine E-Mail-Adresse.
address-no-at = Geben Sie eine E-Mail-Adresse mit @ ein, zum Beispiel name@example.org.
address-no-local-part = Geben Sie auch den Teil vor dem @ ein.
address-no-domain = Geben Sie auch den Teil nach dem @ ein, zum Beispiel example.org.
address-several = Geben Sie nur eine E-Mail-Adresse ein.
address-blank = Eine E-Mail-Adresse darf keine Leerzeichen enthalten.
address-control = Diese Adresse enthält ein unsichtbares Zeichen. Tippen Sie sie von Hand ein.
address-quoted = Adressen mit Anführungszeichen akzeptieren wir nicht.
address-comment = Adressen mit Klammern akzeptieren wir nicht.
address-character = Diese Adresse enthält ein ungültiges Zeichen. Geben Sie nur die Adresse ein, zum Beispiel name@example.org.
address-dot = Vor dem @ steht ein Punkt an der falschen Stelle.
address-domain = Der Teil nach dem @ ist keine Domain wie example.org.
address-incomplete-domain = Der Teil nach dem @ ist unvollständig. Es fehlt eine Endung wie .org.

code-empty = Geben Sie den 6‑stelligen Code aus der E-Mail ein.
code-not-digits = Der Code besteht nur aus Ziffern.
code-too-short = Das ist zu kurz. Der Code hat 6 Ziffern.
code-too-long = Das ist zu lang. Der Code hat 6 Ziffern.

limit-resend = Wir haben gerade einen Code an diese Adresse gesendet. In { $wait } können Sie einen neuen anfordern.
limit-address = Wir haben viele Codes an diese Adresse gesendet. In { $wait } können Sie einen neuen anfordern.
limit-domain = Wir haben viele Codes an Adressen dieser Domain gesendet. In { $wait } können Sie einen neuen anfordern.
limit-client = Aus Ihrem Netzwerk wurden viele Codes angefordert. In { $wait } können Sie einen neuen anfordern.
limit-queue = Unser Mailserver ist langsam, und es warten schon andere. Bitte versuchen Sie es in { $wait } erneut.
limit-total = Wir versenden gerade mehr E-Mails als sonst und müssen eine Pause machen. Bitte versuchen Sie es in { $wait } erneut.
limit-proof = Gerade ist mehr los als sonst. Bitte versuchen Sie es in { $wait } erneut.
limit-failures = Für diese Adresse wurden zu viele falsche Codes eingegeben. In { $wait } können Sie es erneut versuchen.
limit-muted = Jemand mit Zugriff auf dieses Postfach hat uns gebeten, vorerst keine Codes zu senden. In { $wait } können Sie wieder einen anfordern. Oder verwenden Sie eine andere E-Mail-Adresse.
limit-code-works = Ein Code, den Sie bereits erhalten haben, gilt weiterhin.

seconds = { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }
minutes = { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
hours = { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
less-than-a-minute = weniger als 1 Minute

month = { $month ->
    *[1] Januar
     [2] Februar
     [3] März
     [4] April
     [5] Mai
     [6] Juni
     [7] Juli
     [8] August
     [9] September
     [10] Oktober
     [11] November
     [12] Dezember
    }
day = { $day }. { month } { $year }
moment = { $time } am { day }

account-heading = Ihr Konto
account-who = Sie sind als { $address } angemeldet.
account-since = Erstellt am { $date }
account-since-today = Heute erstellt
sign-out-button = Abmelden
signed-out = Sie sind abgemeldet.
browsers-heading = Wo Sie angemeldet sind
browser-since = Angemeldet am { $date }
browser-since-today = Heute angemeldet
browser-seen = Zuletzt aktiv { $ago }
browser-this = Dieser Browser
ago-now = vor weniger als 1 Stunde
ago-hours = { $count ->
        [one] vor { $count } Stunde
       *[other] vor { $count } Stunden
    }
ago-days = { $count ->
        [one] vor { $count } Tag
       *[other] vor { $count } Tagen
    }
browser-on = { $agent } auf { $system }
browser-agent = { $agent }
browser-program = Ein Programm
browser-program-on = Ein Programm auf { $system }
browser-unknown = Ein Browser
browser-unknown-on = Ein Browser auf { $system }
browser-sign-out = Abmelden: { $browser }
others-button = Überall sonst abmelden
everywhere-button = Überall abmelden
browser-signed-out = Der gewählte Browser ist abgemeldet.
others-signed-out = Alle anderen Browser sind abgemeldet.
address-changed = Ihre E-Mail-Adresse wurde geändert. Angemeldete Browser bleiben angemeldet; hier können Sie sie abmelden.
email-button = E-Mail-Adresse ändern
data-heading = Ihre Daten
data-hint = Alles, was wir zu diesem Konto speichern, als JSON-Datei.
data-button = Meine Daten herunterladen
delete-summary = Mein Konto löschen
delete-warning = Ihr Konto, Ihre E-Mail-Adresse und Ihre Anmeldungen werden sofort gelöscht und können nicht wiederhergestellt werden.
delete-button = Mein Konto jetzt löschen

new-address-heading = E-Mail-Adresse ändern
new-address-lead = Die Adresse Ihres Kontos ist { $address }. Sie wird geändert, sobald Sie den Code eingeben, den wir an die neue Adresse senden.
new-address-label = Neue E-Mail-Adresse
new-address-keep = Bisherige Adresse behalten

not-me-heading = Keinen Code angefordert?
not-me-lead = Jemand hat Ihre E-Mail-Adresse eingegeben, wahrscheinlich aus Versehen. Ohne den Code lässt sich damit nichts anfangen.
not-me-offer = Sie können das stoppen: Die Codes, die wir Ihnen gesendet haben, gelten dann nicht mehr, und wir senden Ihnen { $duration } lang keine weiteren.
not-me-label = Zeichenfolge aus der E-Mail
not-me-hint = 12 Buchstaben und Ziffern in drei Gruppen, am Ende der E-Mail.
not-me-button = Codes stoppen
not-me-done-heading = Diese Codes gelten nicht mehr
not-me-done = Wir senden { $duration } lang keine weiteren an Ihre Adresse.
not-me-done-next = Mehr müssen Sie nicht tun; die E-Mail können Sie löschen. Wenn Sie selbst einen Code möchten, fordern Sie ihn in { $duration } an oder schon jetzt in einem Browser, in dem Sie sich mit dieser Adresse angemeldet haben.
start-link = Zur Startseite

mailbox-hint = Dieser Rechner versendet keine E-Mails. Der Code liegt im { $link }.
mailbox-hint-link = Entwicklungspostfach

not-found-heading = Seite nicht gefunden
not-found = Prüfen Sie die Adresse auf Tippfehler; vielleicht wurde die Seite auch verschoben.
forbidden-heading = Dieses Formular kam von einer anderen Website
forbidden = Wir haben das Formular nicht verarbeitet. Öffnen Sie die Seite bei uns und füllen Sie es dort aus.
elsewhere-heading = Diese Seite hat eine andere Adresse
elsewhere = Ihre Adresse ist { $address }. Öffnen Sie sie dort und versuchen Sie es erneut.
method-heading = So funktioniert das nicht
method = Verwenden Sie die Formulare auf unseren Seiten.
too-large-heading = Zu viele Daten
too-large = Sie haben mehr gesendet, als unsere Formulare annehmen. Gehen Sie zurück und kürzen Sie Ihre Eingabe.
timeout-heading = Das hat zu lange gedauert
timeout = Nicht alles, was Sie gesendet haben, ist angekommen. Prüfen Sie Ihre Internetverbindung, gehen Sie zurück und versuchen Sie es erneut.
uri-heading = Dieser Link ist zu lang
uri = Keiner unserer Links ist so lang. Gehen Sie stattdessen zur Startseite.
head-heading = Ihr Browser hat zu viel gesendet
head = Löschen Sie die Cookies dieser Website und versuchen Sie es erneut.
too-many-heading = Zu viele Verbindungen
too-many = Aus Ihrem Netzwerk sind mehr Verbindungen zu uns offen, als wir bedienen können. Versuchen Sie es in ein paar Sekunden erneut.
busy-heading = Hier ist gerade viel los
busy = Es ist nichts verloren gegangen. Bitte versuchen Sie es in ein paar Sekunden erneut.
bad-request-heading = Das haben wir nicht verstanden
bad-request = Gehen Sie zurück und versuchen Sie es erneut.
internal-heading = Bei uns ist etwas schiefgelaufen
internal = Es ist nichts verloren gegangen. Bitte versuchen Sie es gleich erneut.

language-label = Sprache

mail-subject = { $code } ist Ihr Code für { $service }
mail-subject-without = Ihr Code für { $service }
mail-heading = Ihr Code für { $service }
mail-code-is = Ihr Code für { $service } lautet
mail-preheader = Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt { $lifetime }.
mail-preheader-without = Öffnen Sie diese E-Mail, um Ihren Code zu sehen. Er gilt { $lifetime }.
mail-use = Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt { $lifetime }. Verraten Sie ihn niemandem.
mail-who = Er wurde um { $moment } angefordert.
mail-who-without = Um { $moment } wurde ein Code für { $service } angefordert. Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt { $lifetime }. Verraten Sie ihn niemandem. Er steht erst weiter unten, damit er weder auf dem Sperrbildschirm noch in der E-Mail-Übersicht zu sehen ist.
mail-not-you = Wenn Sie das nicht waren, können Sie diese E-Mail ignorieren: Ohne den Code kann niemand Ihre Adresse verwenden. Wenn Sie weiter solche E-Mails bekommen, öffnen Sie
mail-not-you-new-address = Der Code macht diese Adresse zur E-Mail-Adresse eines Kontos. Wenn das nicht Ihr Konto ist, geben Sie den Code nicht ein und verraten Sie ihn niemandem; mehr müssen Sie nicht tun. Wenn Sie weiter solche E-Mails bekommen, öffnen Sie
mail-paste = und fügen Sie dort diese Zeichenfolge ein:
mail-voids = Die Codes, die wir Ihnen gesendet haben, gelten dann nicht mehr, und wir senden Ihnen einen Tag lang keine weiteren.

mail-notice-preheader = Wenn Sie das nicht waren, lesen Sie weiter.
mail-changed-subject = Ihre E-Mail-Adresse bei { $service } wurde geändert
mail-changed = Die E-Mail-Adresse Ihres Kontos bei { $service } wurde um { $moment } geändert. Codes gehen ab jetzt an die neue Adresse und nicht mehr an diese.
mail-changed-you = Wenn Sie das waren, müssen Sie nichts weiter tun.
mail-changed-not-you = Wenn Sie das nicht waren, hat jemand einen Browser benutzt, in dem Sie angemeldet waren, oder kann Ihre E-Mails lesen. Wenn Sie in einem Ihrer Browser noch angemeldet sind, öffnen Sie dort sofort Ihr Konto, melden Sie sich überall sonst ab und ändern Sie die Adresse zurück. Wenden Sie sich andernfalls sofort an { $service }, denn Sie können sich bei diesem Konto nicht mehr anmelden. Sorgen Sie dafür, dass niemand sonst dieses Postfach lesen kann.
mail-deleted-subject = Ihr Konto bei { $service } wurde gelöscht
mail-deleted = Ihr Konto bei { $service } wurde um { $moment } gelöscht, zusammen mit Ihrer E-Mail-Adresse und Ihren Anmeldungen.
mail-deleted-you = Wenn Sie das waren, müssen Sie nichts weiter tun. Wenn Sie wieder ein Konto möchten, registrieren Sie sich mit dieser Adresse wie zuvor.
mail-deleted-not-you = Wenn Sie das nicht waren, hat jemand einen Browser benutzt, in dem Sie angemeldet waren, oder kann Ihre E-Mails lesen. Das Konto kann nicht wiederhergestellt werden. Sorgen Sie dafür, dass niemand sonst dieses Postfach lesen kann, registrieren Sie sich neu und wenden Sie sich an { $service }.
