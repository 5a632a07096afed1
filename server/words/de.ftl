# Deutsch

title-address = Registrieren
title-code = Code eingeben
title-account = Ihr Konto
title-new-address = E-Mail-Adresse ändern
title-not-me = Das war ich nicht
title-not-me-done = Die Codes sind ungültig
title-error = Fehler: { $title }

address-heading = Registrieren oder anmelden
address-lead = Geben Sie Ihre E-Mail-Adresse ein. Wir schicken Ihnen einen sechsstelligen Code; ein Passwort brauchen Sie nicht.
address-label = E-Mail-Adresse
address-hint = Der Code geht nur an diese Adresse.
address-button = Code schicken
sending-button = Code wird gesendet …
address-meant = Meinten Sie { $address }?
proving = Wir verschicken gerade mehr E-Mails als sonst, deshalb muss Ihr Browser erst etwas rechnen. Das dauert ein paar Sekunden.

code-heading = Code eingeben
code-lead = Er geht an { $address }
code-meant = Meinten Sie { $domain }? Dann ändern Sie bitte die Adresse.
code-label = Code
code-hint-for = Sechs Ziffern. Der Code gilt noch { $lifetime }.
code-hint-until = Sechs Ziffern; wenn Sie sie einfügen, werden sie sofort gesendet. Der Code gilt bis { $time }.
code-hint-over = Ihr Code ist abgelaufen. Lassen Sie sich einen neuen schicken.
code-button = Weiter
code-button-busy = Einen Moment …
resend-button = Neuen Code schicken
resend-wait = Einen neuen Code gibt es in { $wait }.
resend-now = Sie können jetzt einen neuen Code anfordern.
resend-sent = Wir haben einen neuen Code an { $address } geschickt.
resend-failed = Die letzte E-Mail wurde nicht gesendet.
change-button = Adresse ändern
webmail = E-Mail in { $name } suchen

delivery-sending = Die E-Mail ist unterwegs zu unserem Mailserver.
delivery-slow = Die E-Mail ist unterwegs zu unserem Mailserver, der langsam antwortet. Sie kann noch ankommen; Sie können auch jetzt einen neuen Code anfordern.
delivery-reload = Laden Sie diese Seite neu, um zu sehen, was daraus geworden ist.
delivery-accepted = Die E-Mail wurde um { $time } gesendet. Es kann eine Minute dauern, bis sie ankommt; sehen Sie auch im Spam-Ordner nach.
delivery-unknown = Die Verbindung zu unserem Mailserver ist abgebrochen. Vielleicht wurde die E-Mail gesendet; wenn nichts kommt, fordern Sie einen neuen Code an.
delivery-retrying-later = Die E-Mail konnte noch nicht gesendet werden: Der Mailserver ist überlastet. Wir versuchen es weiter; Sie können auch jetzt einen neuen Code anfordern.
delivery-retrying-unreachable = Die E-Mail konnte noch nicht gesendet werden: Unser Mailserver war nicht zu erreichen. Wir versuchen es weiter; Sie können auch jetzt einen neuen Code anfordern.
delivery-retrying-insecure = Die E-Mail konnte noch nicht gesendet werden: Die Verbindung zu unserem Mailserver war nicht sicher. Wir versuchen es weiter; Sie können auch jetzt einen neuen Code anfordern.
delivery-retrying-other = Die E-Mail konnte noch nicht gesendet werden: Der Mailserver hat sie abgelehnt. Wir versuchen es weiter; Sie können auch jetzt einen neuen Code anfordern.
delivery-failed-recipient = Die E-Mail konnte nicht gesendet werden: Der Mailserver für { $domain } sagt, dass es dieses Postfach nicht gibt. Prüfen Sie die Adresse.
delivery-failed-full = Die E-Mail konnte nicht gesendet werden: Der Mailserver für { $domain } sagt, dass dieses Postfach voll ist. Schaffen Sie Platz und versuchen Sie es dann gleich noch einmal.
delivery-failed-unsupported = Die E-Mail konnte nicht gesendet werden: Unser Mailserver kann an Adressen dieser Art nicht senden. Bitte nehmen Sie eine andere.
delivery-failed-rejected = Die E-Mail konnte nicht gesendet werden: Der Mailserver hat sie abgelehnt. Prüfen Sie die Adresse oder versuchen Sie es gleich noch einmal.
delivery-failed-later = Die E-Mail konnte nicht gesendet werden: Der Mailserver ist überlastet. Versuchen Sie es gleich noch einmal; Sie müssen nicht warten.
delivery-failed-unreachable = Die E-Mail konnte nicht gesendet werden: Unser Mailserver war nicht zu erreichen. Versuchen Sie es gleich noch einmal; Sie müssen nicht warten.
delivery-failed-insecure = Die E-Mail konnte nicht gesendet werden: Die Verbindung zu unserem Mailserver war nicht sicher. Versuchen Sie es gleich noch einmal; Sie müssen nicht warten.

error-heading = Da stimmt etwas nicht
error-domain = Adressen dieser Domain werden hier nicht angenommen. Bitte nehmen Sie eine andere.
error-wrong-code = { $tries ->
        [one] Dieser Code stimmt nicht. Sehen Sie in der neuesten E-Mail nach; Sie haben noch { $tries } Versuch.
       *[other] Dieser Code stimmt nicht. Sehen Sie in der neuesten E-Mail nach; Sie haben noch { $tries } Versuche.
    }
error-expired = Dieser Code ist abgelaufen. Lassen Sie sich einen neuen schicken und geben Sie den ein.
error-already-used = Dieser Code wurde schon benutzt. Fangen Sie neu an, um einen anderen zu bekommen.
error-voided = Diese Codes gelten nicht mehr: Wer die E-Mails dieser Adresse liest, hat sie nicht angefordert. Prüfen Sie die Adresse.
error-overtaken = Ein anderes Ihrer Fenster war schneller. Laden Sie diese Seite neu.
error-tries-spent = Zu viele falsche Codes. Drücken Sie „{ resend-button }“, um mit einem neuen Code neu anzufangen.
error-nothing-pending = Ihre Registrierung wartet nicht mehr auf einen Code. Geben Sie Ihre Adresse ein, um einen neuen zu bekommen.
error-not-signed-in = Sie sind nicht mehr angemeldet.
error-token = Diese Kennung kennen wir nicht. Kopieren Sie sie ganz aus der neuesten E-Mail: zwölf Buchstaben und Ziffern in drei Gruppen. Sie gilt einen Tag.
error-address-taken = Sie haben mit dieser Adresse schon ein anderes Konto. Melden Sie sich ab und dann mit dieser Adresse an, oder löschen Sie zuerst das andere Konto. Es wurde nichts geändert.
error-malformed = Das Formular ist nicht so angekommen, wie es sollte. Bitte versuchen Sie es noch einmal.
error-cross-site = Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt.
error-no-answer = Keine Antwort vom Server. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.
error-internal = Bei uns ist etwas schiefgegangen. Nichts ist verloren; bitte versuchen Sie es noch einmal.

address-empty = Geben Sie Ihre E-Mail-Adresse ein.
address-too-long = So lang kann eine E-Mail-Adresse nicht sein.
address-no-at = In einer E-Mail-Adresse steht ein @, wie in name@example.org.
address-no-local-part = Geben Sie auch ein, was vor dem @ steht.
address-no-domain = Geben Sie auch ein, was hinter dem @ steht, zum Beispiel example.org.
address-several = Geben Sie nur eine E-Mail-Adresse ein.
address-blank = In einer E-Mail-Adresse stehen keine Leerzeichen.
address-control = In dieser Adresse ist ein unsichtbares Zeichen. Tippen Sie sie bitte von Hand ein.
address-quoted = Adressen mit Anführungszeichen werden hier nicht angenommen.
address-comment = Adressen mit Klammern werden hier nicht angenommen.
address-character = Geben Sie nur die Adresse ein, wie in name@example.org; ein Zeichen darin gehört nicht dazu.
address-dot = Vor dem @ steht ein Punkt an der falschen Stelle.
address-domain = Was hinter dem @ steht, ist keine Domain wie example.org.
address-incomplete-domain = Was hinter dem @ steht, ist unvollständig; es fehlt eine Endung wie .org.

code-empty = Geben Sie die sechs Ziffern aus der E-Mail ein.
code-not-digits = Der Code besteht nur aus Ziffern.
code-too-short = Das ist zu kurz; der Code hat sechs Ziffern.
code-too-long = Das ist zu lang; der Code hat sechs Ziffern.

limit-resend = An diese Adresse wurde gerade ein Code gesendet. Den nächsten gibt es in { $wait }.
limit-address = An diese Adresse wurden viele Codes gesendet. Den nächsten gibt es in { $wait }.
limit-domain = An Adressen dieser Domain wurden viele Codes gesendet. Den nächsten gibt es in { $wait }.
limit-client = Aus Ihrem Netz wurden viele Codes angefordert. Den nächsten gibt es in { $wait }.
limit-queue = Unser Mailserver ist langsam, und viele warten auf ihren Code. Bitte versuchen Sie es in { $wait } noch einmal.
limit-total = Wir verschicken gerade mehr E-Mails als sonst und müssen eine Pause machen. Bitte versuchen Sie es in { $wait } noch einmal.
limit-proof = Wir verschicken gerade mehr E-Mails als sonst, deshalb dauert es länger. Warten Sie { $wait } und drücken Sie dann noch einmal auf den Knopf.
limit-failures = Für diese Adresse wurden zu viele falsche Codes eingegeben. Sie können es in { $wait } noch einmal versuchen.
limit-muted = Wer die E-Mails dieser Adresse liest, möchte vorerst keine Codes mehr bekommen. In { $wait } können Sie wieder einen anfordern.

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

account-heading = Hallo!
account-who = Sie sind angemeldet als { $address }.
account-since = Dieses Konto haben Sie seit { $date }.
sign-out-button = Abmelden
signed-out = Sie sind abgemeldet.
browsers-heading = Wo Sie angemeldet sind
browser-since = Angemeldet am { $date }.
browser-seen = Zuletzt gesehen { $ago }.
browser-this = Hier sind Sie gerade.
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
address-changed = Ihre Adresse ist geändert. Browser, die angemeldet waren, sind es noch; hier können Sie sie abmelden.
email-heading = Ihre E-Mail-Adresse
email-button = E-Mail-Adresse ändern
data-heading = Ihre Daten
data-hint = Alles, was wir zu diesem Konto aufbewahren, als Datei, die Menschen und Programme lesen können (JSON).
data-button = Meine Daten herunterladen
delete-summary = Mein Konto löschen
delete-warning = Ihr Konto, Ihre Adresse und Ihre Anmeldungen werden sofort und endgültig gelöscht.
delete-button = Jetzt löschen
new-address-heading = E-Mail-Adresse ändern
new-address-lead = Ihr Konto hat die Adresse { $address }. Sie ändert sich, sobald Sie den Code eingegeben haben, den wir an die neue schicken.
new-address-label = Neue E-Mail-Adresse
new-address-keep = Alte Adresse behalten
new-code-lead = Er geht an Ihre neue Adresse { $address }

not-me-heading = Das war ich nicht
not-me-lead = Sie haben einen Code bekommen, den Sie nicht angefordert haben? Dann hat jemand Ihre Adresse eingegeben, höchstwahrscheinlich aus Versehen. Ohne den Code kann niemand etwas damit anfangen.
not-me-offer = Wenn Sie möchten, stellen wir das ab: Alle noch offenen Codes für Ihre Adresse werden ungültig, und wir schicken { $duration } lang keine weiteren dorthin.
not-me-label = Kennung aus der E-Mail
not-me-hint = Zwölf Buchstaben und Ziffern in drei Gruppen, am Ende der E-Mail.
not-me-button = Codes stoppen
not-me-done-heading = Die Codes sind ungültig
not-me-done = Alle noch offenen Codes für Ihre Adresse sind jetzt ungültig, und wir schicken { $duration } lang keine weiteren dorthin.
not-me-done-next = Mehr ist nicht zu tun; Sie können die E-Mail löschen. Wenn Sie selbst einen Code brauchen, können Sie ihn in { $duration } anfordern oder schon jetzt in einem Browser, in dem Sie sich mit dieser Adresse angemeldet haben.
start-link = Zum Anfang

mailbox-hint = Keine E-Mail verlässt diesen Rechner: Der Code liegt im { $link }.
mailbox-hint-link = Postfach für die Entwicklung

not-found-heading = Diese Seite gibt es nicht
not-found = Vielleicht enthält die Adresse einen Tippfehler, oder die Seite ist umgezogen.
forbidden-heading = Dieses Formular kam von einer anderen Website
forbidden = Es wurde nicht ausgeführt. Öffnen Sie die Seite hier und füllen Sie das Formular dort aus.
method-heading = So geht es nicht
method = Benutzen Sie die Formulare auf unseren Seiten.
too-large-heading = Das war zu viel
too-large = Was gesendet wurde, ist größer als jedes Formular hier. Gehen Sie zurück und kürzen Sie es.
timeout-heading = Das hat zu lange gedauert
timeout = Es ist nicht alles angekommen, was gesendet wurde. Prüfen Sie Ihre Verbindung, gehen Sie zurück und versuchen Sie es noch einmal.
uri-heading = Diese Adresse ist zu lang
uri = So lang ist hier keine Adresse. Öffnen Sie die erste Seite und fangen Sie dort an.
head-heading = Ihr Browser hat zu viel gesendet
head = Löschen Sie die Cookies, die er für diese Website hat, und versuchen Sie es noch einmal.
too-many-heading = Zu viele Verbindungen
too-many = Ihr Netz hat mehr Verbindungen zu uns offen, als wir bedienen können. Versuchen Sie es in ein paar Sekunden noch einmal.
busy-heading = Hier ist gerade viel los
busy = Von Ihren Eingaben ist nichts verloren. Bitte versuchen Sie es in ein paar Sekunden noch einmal.
bad-request-heading = Das haben wir nicht verstanden
bad-request = Gehen Sie zurück und versuchen Sie es noch einmal.
internal-heading = Bei uns ist etwas schiefgegangen
internal = Von Ihren Eingaben ist nichts verloren. Bitte versuchen Sie es gleich noch einmal.

language-label = Sprache
language-button = Ändern

mail-subject = { $code } ist Ihr Code für { $service }
mail-subject-without = Ihr Code für { $service }
mail-heading = Ihr Code für { $service }
mail-code-is = Ihr Code für { $service } ist
mail-preheader = { $code } gilt { $lifetime }.
mail-preheader-without = Öffnen Sie diese E-Mail, um den Code zu sehen. Er gilt { $lifetime }.
mail-use = Er gilt { $lifetime }. Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben, und verraten Sie ihn niemandem.
mail-who = Jemand, wahrscheinlich Sie, hat ihn etwa um { $moment } bei { $service } angefordert.
mail-who-without = Jemand, wahrscheinlich Sie, hat etwa um { $moment } bei { $service } einen Code angefordert. Um weiterzumachen, geben Sie den Code unten auf der Seite ein, auf der Sie ihn angefordert haben, und verraten Sie ihn niemandem. Er gilt { $lifetime }. Er steht so weit unten, damit ihn ein Blick auf einen gesperrten Bildschirm oder in eine Liste von E-Mails nicht verrät.
mail-not-you = Wenn Sie das nicht waren, müssen Sie nichts tun: Ohne den Code kann sich niemand mit Ihrer Adresse registrieren. Wenn solche E-Mails stören, öffnen Sie
mail-not-you-new-address = Der Code macht diese Adresse zu der eines Kontos. Wenn das nicht Ihr Konto ist, geben Sie ihn nicht ein und verraten Sie ihn niemandem; mehr müssen Sie nicht tun. Wenn solche E-Mails stören, öffnen Sie
mail-paste = und fügen Sie dort Folgendes ein:
mail-voids = Damit werden die Codes ungültig, die an Sie gesendet wurden, und einen Tag lang bekommen Sie keine weiteren.
mail-notice-preheader = Wenn Sie das nicht waren, lesen Sie bitte weiter.
mail-changed-subject = Ihr Konto bei { $service } hat eine andere Adresse
mail-changed = Ihr Konto bei { $service } hat eine andere Adresse; geändert wurde sie etwa um { $moment }. Codes für das Konto gehen von nun an dorthin und nicht mehr an diese Adresse.
mail-changed-you = Wenn Sie das waren, ist nichts weiter zu tun.
mail-changed-not-you = Wenn Sie das nicht waren, hat jemand einen Browser benutzt, in dem Sie angemeldet waren, oder liest Ihre E-Mails. Sind Sie in einem Ihrer Browser noch angemeldet, öffnen Sie dort sofort Ihr Konto, melden Sie sich überall sonst ab und ändern Sie die Adresse wieder zurück. Andernfalls wenden Sie sich sofort an den Betreiber von { $service }, denn Sie können sich bei dem Konto nicht mehr anmelden. Sorgen Sie dafür, dass sonst niemand dieses Postfach liest.
mail-deleted-subject = Ihr Konto bei { $service } wurde gelöscht
mail-deleted = Ihr Konto bei { $service } wurde etwa um { $moment } gelöscht, zusammen mit Ihrer Adresse und Ihren Anmeldungen.
mail-deleted-you = Wenn Sie das waren, ist nichts weiter zu tun. Möchten Sie wieder ein Konto, registrieren Sie sich mit dieser Adresse wie beim ersten Mal.
mail-deleted-not-you = Wenn Sie das nicht waren, hat jemand einen Browser benutzt, in dem Sie angemeldet waren, oder liest Ihre E-Mails. Das Konto lässt sich nicht wiederherstellen. Sorgen Sie dafür, dass sonst niemand dieses Postfach liest, registrieren Sie sich neu und wenden Sie sich an den Betreiber von { $service }.
