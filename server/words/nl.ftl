# Nederlands (Dutch)

title-address = Registreren
title-code = Vul de code in
title-account = Je account
title-new-address = E-mailadres wijzigen
title-not-me = Ik was dit niet
title-not-me-done = De codes zijn ongeldig gemaakt
title-error = Fout: { $title }

address-heading = Registreren of inloggen
address-lead = Vul je e-mailadres in. We mailen je een code van zes cijfers; een wachtwoord is niet nodig.
address-label = E-mailadres
address-hint = De code gaat alleen naar dit adres.
address-button = Stuur me een code
sending-button = De code wordt verstuurd…
address-meant = Bedoelde je { $address }?
proving = We versturen meer mails dan anders. Daarom moet je browser eerst even rekenen. Dat duurt een paar seconden.

code-heading = Vul de code in
code-lead = De code gaat naar { $address }
code-meant = Bedoelde je { $domain }? Wijzig dan het adres.
code-label = Code
code-hint-for = Zes cijfers. De code is { $lifetime } geldig.
code-hint-until = Zes cijfers; als je ze plakt, worden ze meteen verstuurd. De code is geldig tot { $time }.
code-hint-over = Je code is verlopen. Stuur een nieuwe code.
code-button = Verder
code-button-busy = Een ogenblik…
resend-button = Stuur een nieuwe code
resend-wait = Je kunt over { $wait } een nieuwe code sturen.
resend-now = Je kunt nu een nieuwe code sturen.
resend-sent = We hebben een nieuwe code gestuurd naar { $address }.
resend-failed = De laatste mail is niet verstuurd.
change-button = Adres wijzigen
webmail = Zoek de mail in { $name }

delivery-sending = De mail is onderweg naar onze mailserver.
delivery-slow = De mail is onderweg naar onze mailserver, maar die reageert traag. De mail kan nog aankomen; je kunt ook nu een nieuwe code sturen.
delivery-reload = Laad deze pagina opnieuw om te zien wat ervan geworden is.
delivery-accepted = De mail is verstuurd om { $time }. Het kan een minuut duren voordat hij aankomt; kijk ook in de spammap.
delivery-unknown = De verbinding met onze mailserver is verbroken. Misschien is de mail toch verstuurd; komt er niets, stuur dan een nieuwe code.
delivery-retrying-later = De mail kon nog niet worden verstuurd: de mailserver is bezet. We blijven het proberen; je kunt ook nu een nieuwe code sturen.
delivery-retrying-unreachable = De mail kon nog niet worden verstuurd: we konden onze mailserver niet bereiken. We blijven het proberen; je kunt ook nu een nieuwe code sturen.
delivery-retrying-insecure = De mail kon nog niet worden verstuurd: onze mailserver was niet veilig te gebruiken. We blijven het proberen; je kunt ook nu een nieuwe code sturen.
delivery-retrying-other = De mail kon nog niet worden verstuurd: de mailserver weigerde hem. We blijven het proberen; je kunt ook nu een nieuwe code sturen.
delivery-failed-recipient = De mail kon niet worden verstuurd: volgens de mailserver van { $domain } bestaat deze mailbox niet. Controleer het adres.
delivery-failed-full = De mail kon niet worden verstuurd: volgens de mailserver van { $domain } is deze mailbox vol. Maak er ruimte in en probeer het dan meteen opnieuw.
delivery-failed-unsupported = De mail kon niet worden verstuurd: onze mailserver kan niet naar dit soort adressen sturen. Gebruik een ander adres.
delivery-failed-rejected = De mail kon niet worden verstuurd: de mailserver weigerde hem. Controleer het adres of probeer het nu opnieuw.
delivery-failed-later = De mail kon niet worden verstuurd: de mailserver is bezet. Probeer het nu opnieuw; je hoeft niet te wachten.
delivery-failed-unreachable = De mail kon niet worden verstuurd: we konden onze mailserver niet bereiken. Probeer het nu opnieuw; je hoeft niet te wachten.
delivery-failed-insecure = De mail kon niet worden verstuurd: onze mailserver was niet veilig te gebruiken. Probeer het nu opnieuw; je hoeft niet te wachten.

error-heading = Er is een probleem
error-domain = Adressen van dit domein worden hier niet geaccepteerd. Gebruik een ander adres.
error-wrong-code = { $tries ->
        [one] Deze code klopt niet. Kijk in de nieuwste mail; je hebt nog { $tries } poging.
       *[other] Deze code klopt niet. Kijk in de nieuwste mail; je hebt nog { $tries } pogingen.
    }
error-expired = Deze code is verlopen. Stuur een nieuwe code en vul die in.
error-already-used = Deze code is al gebruikt. Begin opnieuw om een nieuwe te krijgen.
error-voided = Deze codes werken niet meer: wie de mail van dit adres leest, heeft er niet om gevraagd. Controleer het adres.
error-overtaken = Een ander venster van je was sneller. Laad deze pagina opnieuw.
error-tries-spent = Er is te vaak een verkeerde code ingevuld. Druk op ‘{ resend-button }’ om opnieuw te beginnen met een nieuwe code.
error-nothing-pending = Je aanmelding wacht niet meer op een code. Vul je adres in om een nieuwe te krijgen.
error-not-signed-in = Je bent niet meer ingelogd.
error-token = We kennen dit kenmerk niet. Kopieer het helemaal uit de nieuwste mail: twaalf letters en cijfers in drie groepen. Het is een dag geldig.
error-address-taken = Je hebt al een ander account met dit adres. Log uit en log daarmee in, of verwijder dat account eerst. Er is niets gewijzigd.
error-malformed = Het formulier is niet goed aangekomen. Probeer het opnieuw.
error-cross-site = Dit verzoek kwam van een andere site en is niet uitgevoerd.
error-no-answer = De server antwoordt niet. Controleer je verbinding en probeer het opnieuw.
error-internal = Er ging bij ons iets mis. Er is niets verloren gegaan; probeer het opnieuw.

address-empty = Vul je e-mailadres in.
address-too-long = Dit is langer dan een e-mailadres kan zijn.
address-no-at = In een e-mailadres staat een @, zoals in name@example.org.
address-no-local-part = Vul ook in wat voor de @ staat.
address-no-domain = Vul ook in wat na de @ staat, bijvoorbeeld example.org.
address-several = Vul maar één e-mailadres in.
address-blank = In een e-mailadres staan geen spaties.
address-control = Er staat een onzichtbaar teken in dit adres. Typ het zelf in.
address-quoted = Adressen met aanhalingstekens worden hier niet geaccepteerd.
address-comment = Adressen met haakjes worden hier niet geaccepteerd.
address-character = Vul alleen het adres in, zoals name@example.org; er staat een teken in dat er niet hoort.
address-dot = Er staat een punt op de verkeerde plaats voor de @.
address-domain = Wat na de @ staat, is geen domein zoals example.org.
address-incomplete-domain = Wat na de @ staat, is niet volledig; er hoort een einde als .org bij.

code-empty = Vul de zes cijfers uit de mail in.
code-not-digits = De code bestaat alleen uit cijfers.
code-too-short = Dat is te kort; de code heeft zes cijfers.
code-too-long = Dat is te lang; de code heeft zes cijfers.

limit-resend = Er is zojuist een code naar dit adres gestuurd. Je kunt over { $wait } een nieuwe aanvragen.
limit-address = Er zijn veel codes naar dit adres gestuurd. Je kunt over { $wait } een nieuwe aanvragen.
limit-domain = Er zijn veel codes naar adressen van dit domein gestuurd. Je kunt over { $wait } een nieuwe aanvragen.
limit-client = Vanaf jouw netwerk zijn veel codes aangevraagd. Je kunt over { $wait } een nieuwe aanvragen.
limit-queue = Onze mailserver is traag en veel mensen wachten op hun code. Probeer het over { $wait } opnieuw.
limit-total = We versturen meer mails dan anders en moeten even pauzeren. Probeer het over { $wait } opnieuw.
limit-proof = We versturen meer mails dan anders, daarom duurt dit langer. Wacht { $wait } en druk dan opnieuw op de knop.
limit-failures = Voor dit adres zijn te veel verkeerde codes ingevuld. Je kunt het over { $wait } opnieuw proberen.
limit-muted = Wie de mail van dit adres leest, heeft ons gevraagd voorlopig geen codes meer te sturen. Je kunt over { $wait } weer een code aanvragen.

seconds = { $count ->
        [one] { $count } seconde
       *[other] { $count } seconden
    }
minutes = { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
hours = { $count ->
        [one] { $count } uur
       *[other] { $count } uur
    }
less-than-a-minute = minder dan een minuut

month = { $month ->
    *[1] januari
     [2] februari
     [3] maart
     [4] april
     [5] mei
     [6] juni
     [7] juli
     [8] augustus
     [9] september
     [10] oktober
     [11] november
     [12] december
    }
day = { $day } { month } { $year }
moment = { $time } op { day }

account-heading = Hallo!
account-who = Je bent ingelogd als { $address }.
account-since = Je hebt dit account sinds { $date }.
sign-out-button = Uitloggen
signed-out = Je bent uitgelogd.
browsers-heading = Waar je bent ingelogd
browser-since = Ingelogd op { $date }.
browser-seen = Laatst gezien { $ago }.
browser-this = Deze gebruik je nu.
ago-now = in het afgelopen uur
ago-hours = { $count ->
        [one] { $count } uur geleden
       *[other] { $count } uur geleden
    }
ago-days = { $count ->
        [one] { $count } dag geleden
       *[other] { $count } dagen geleden
    }
browser-on = { $agent } op { $system }
browser-agent = { $agent }
browser-program = Een programma
browser-program-on = Een programma op { $system }
browser-unknown = Een browser
browser-unknown-on = Een browser op { $system }
browser-sign-out = Uitloggen: { $browser }
others-button = Overal elders uitloggen
everywhere-button = Overal uitloggen
browser-signed-out = Die browser is uitgelogd.
others-signed-out = Alle andere browsers zijn uitgelogd.
address-changed = Je adres is gewijzigd. Browsers die ingelogd waren, zijn dat nog; hier kun je ze uitloggen.
email-heading = Je e-mailadres
email-button = E-mailadres wijzigen
data-heading = Je gegevens
data-hint = Alles wat we over dit account bewaren, als bestand voor mensen en programma’s (JSON).
data-button = Mijn gegevens downloaden
delete-summary = Mijn account verwijderen
delete-warning = Je account, je adres en je inlogsessies worden meteen en voorgoed verwijderd.
delete-button = Nu verwijderen
new-address-heading = E-mailadres wijzigen
new-address-lead = Het adres van je account is { $address }. Het verandert zodra je de code hebt ingevuld die we naar het nieuwe adres mailen.
new-address-label = Nieuw e-mailadres
new-address-keep = Oude adres behouden
new-code-lead = De code gaat naar je nieuwe adres, { $address }

not-me-heading = Ik was dit niet
not-me-lead = Heb je een code gekregen waar je niet om gevraagd hebt? Dan heeft iemand jouw adres ingevuld, waarschijnlijk per ongeluk. Zonder de code valt daar niets mee te doen.
not-me-offer = Als je wilt, stoppen we het: de codes die nu voor jouw adres klaarstaan, werken dan niet meer, en we mailen { $duration } lang geen nieuwe.
not-me-label = Kenmerk uit de mail
not-me-hint = Twaalf letters en cijfers in drie groepen, onderaan de mail.
not-me-button = Stop de codes
not-me-done-heading = De codes zijn ongeldig gemaakt
not-me-done = De codes die voor jouw adres klaarstonden, werken niet meer, en we mailen { $duration } lang geen nieuwe.
not-me-done-next = Verder hoef je niets te doen; je kunt de mail weggooien. Wil je zelf een code, vraag die dan over { $duration } aan, of nu meteen in een browser waarin je eerder met dit adres hebt ingelogd.
start-link = Naar het begin

mailbox-hint = Er gaat geen mail van deze computer weg: de code staat in de { $link }.
mailbox-hint-link = mailbox voor ontwikkelaars

not-found-heading = Deze pagina bestaat niet
not-found = Misschien zit er een typfout in het webadres, of is de pagina verplaatst.
forbidden-heading = Dit formulier kwam van een andere site
forbidden = Het is niet verwerkt. Open de pagina hier en vul daar het formulier in.
method-heading = Zo werkt dit niet
method = Gebruik de formulieren op onze pagina’s.
too-large-heading = Dat was te veel
too-large = Wat je hebt verstuurd, is groter dan elk formulier hier. Ga terug en maak het korter.
timeout-heading = Dat duurde te lang
timeout = Niet alles wat je hebt verstuurd, is aangekomen. Controleer je verbinding, ga terug en probeer het opnieuw.
uri-heading = Dit webadres is te lang
uri = Zo’n lang webadres bestaat hier niet. Open de eerste pagina en begin daar.
head-heading = Je browser heeft te veel verstuurd
head = Verwijder de cookies die je browser voor deze site bewaart en probeer het opnieuw.
too-many-heading = Te veel verbindingen
too-many = Vanaf jouw netwerk zijn er meer verbindingen met ons dan we aankunnen. Probeer het over een paar seconden opnieuw.
busy-heading = Het is nu druk bij ons
busy = Je bent niets kwijt. Probeer het over een paar seconden opnieuw.
bad-request-heading = Dat hebben we niet begrepen
bad-request = Ga terug en probeer het opnieuw.
internal-heading = Er ging bij ons iets mis
internal = Je bent niets kwijt. Probeer het zo meteen opnieuw.

language-label = Taal
language-button = Wijzigen

mail-subject = { $code } is je code voor { $service }
mail-subject-without = Je code voor { $service }
mail-heading = Je code voor { $service }
mail-code-is = Je code voor { $service } is
mail-preheader = { $code } is { $lifetime } geldig.
mail-preheader-without = Open deze mail om de code te zien. Hij is { $lifetime } geldig.
mail-use = De code is { $lifetime } geldig. Vul hem in op de pagina waar je hem hebt aangevraagd en geef hem aan niemand door.
mail-who = Iemand, waarschijnlijk jijzelf, heeft deze code rond { $moment } bij { $service } aangevraagd.
mail-who-without = Iemand, waarschijnlijk jijzelf, heeft rond { $moment } bij { $service } een code aangevraagd. Wil je verder, vul dan de code hieronder in op de pagina waar je hem hebt aangevraagd, en geef hem aan niemand door. De code is { $lifetime } geldig. Hij staat zo ver naar onderen, zodat niemand hem ziet bij een blik op een vergrendeld scherm of een lijst met mails.
mail-not-you = Was jij dit niet? Dan hoef je niets te doen: zonder de code kan niemand zich met jouw adres registreren. Heb je last van zulke mails, open dan
mail-not-you-new-address = Met deze code wordt dit het adres van een account. Is dat account niet van jou, vul de code dan niet in en geef hem aan niemand door; verder hoef je niets te doen. Heb je last van zulke mails, open dan
mail-paste = en plak daar dit:
mail-voids = Daarmee worden de codes die je gekregen hebt ongeldig, en mailen we je een dag lang geen nieuwe.
mail-notice-preheader = Was jij dit niet? Lees dan verder.
mail-changed-subject = Je account bij { $service } heeft een ander adres
mail-changed = Het adres van je account bij { $service } is rond { $moment } gewijzigd. Codes voor het account gaan voortaan naar het nieuwe adres, en niet meer naar dit adres.
mail-changed-you = Was jij dit? Dan hoef je verder niets te doen.
mail-changed-not-you = Was jij dit niet? Dan heeft iemand een browser gebruikt waarin je was ingelogd, of leest iemand je mail. Ben je in een van je browsers nog ingelogd, open daar dan meteen je account, log overal elders uit en zet het oude adres terug. Zo niet, laat het dan meteen weten aan de beheerders van { $service }, want je kunt niet meer inloggen op het account. Zorg dat niemand anders deze mailbox leest.
mail-deleted-subject = Je account bij { $service } is verwijderd
mail-deleted = Je account bij { $service } is rond { $moment } verwijderd, samen met je adres en je inlogsessies.
mail-deleted-you = Was jij dit? Dan hoef je verder niets te doen. Wil je weer een account, registreer je dan met dit adres zoals de eerste keer.
mail-deleted-not-you = Was jij dit niet? Dan heeft iemand een browser gebruikt waarin je was ingelogd, of leest iemand je mail. Het account is niet terug te halen. Zorg dat niemand anders deze mailbox leest, registreer je opnieuw en laat het weten aan de beheerders van { $service }.
