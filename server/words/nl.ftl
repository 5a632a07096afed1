# Nederlands (Dutch)
# Informal (je): as Google, Ziggo, bol and most consumer services write today.

title-error = Fout: { $title }

address-heading = Registreren of inloggen
address-lead = Vul je e-mailadres in, dan sturen we je een code van 6 cijfers. Een wachtwoord is niet nodig.
address-label = E-mailadres
address-button = Stuur me een code
sending-button = De code wordt verstuurd…
address-meant = Bedoel je { $address }?
proving = Het is drukker dan normaal, dus we controleren eerst je browser. Dit duurt een paar seconden.

code-heading = Check je e-mail
code-lead-sending = We sturen een code van 6 cijfers naar
code-lead-sent = We hebben een code van 6 cijfers gestuurd naar
code-lead-tried = We hebben geprobeerd een code van 6 cijfers te sturen naar
change-button = Wijzigen
code-label = Code van 6 cijfers
code-hint-for = De code is nog { $lifetime } geldig.
code-hint-until = De code is geldig tot { $time }.
code-hint-over = De code is verlopen.
code-button = Doorgaan
code-button-busy = Controleren…
resend-later = Niets ontvangen? Kijk in je spammap of vraag over { $wait } een nieuwe code aan.
resend-offer = Niets ontvangen? Kijk in je spammap of { $button }.
resend-button = vraag een nieuwe code aan
resend-wait = Je kunt over { $wait } een nieuwe code aanvragen.
resend-now = Je kunt nu een nieuwe code aanvragen.
resend-sent = We hebben een nieuwe code naar { $address } gestuurd.
webmail = { $name } openen

delivery-sending = Versturen…
delivery-slow = Onze mailserver reageert traag. De code kan nog aankomen; je kunt nu ook een nieuwe aanvragen.
delivery-reload = Vernieuw deze pagina om te zien of de code is verstuurd.
delivery-accepted = Verstuurd om { $time }. Het kan een minuut duren voordat de code aankomt.
delivery-unknown = De verbinding met onze mailserver viel weg, dus misschien is de e-mail niet verstuurd.
delivery-retrying-later = Nog niet verstuurd: de mailserver is overbelast. We blijven het proberen.
delivery-retrying-unreachable = Nog niet verstuurd: onze mailserver is niet bereikbaar. We blijven het proberen.
delivery-retrying-insecure = Nog niet verstuurd: geen veilige verbinding met onze mailserver. We blijven het proberen.
delivery-retrying-other = Nog niet verstuurd: de mailserver heeft de e-mail geweigerd. We blijven het proberen.
delivery-failed-earlier = We konden geen nieuwe code sturen. De vorige is nog geldig.

failed-heading = We konden de code niet sturen
delivery-failed-recipient = Volgens de mailserver van { $domain } bestaat deze mailbox niet. Controleer het adres op typefouten.
delivery-failed-full = Volgens de mailserver van { $domain } is deze mailbox vol. Maak ruimte vrij en probeer het opnieuw.
delivery-failed-unsupported = Onze mailserver kan niets sturen naar dit soort adressen. Gebruik een ander e-mailadres.
delivery-failed-rejected = De mailserver heeft onze e-mail geweigerd. Controleer het adres of probeer het opnieuw.
delivery-failed-later = De mailserver is overbelast. Je kunt het meteen opnieuw proberen.
delivery-failed-unreachable = Onze mailserver is niet bereikbaar. Je kunt het meteen opnieuw proberen.
delivery-failed-insecure = We kregen geen veilige verbinding met onze mailserver, dus we hebben niets verstuurd. Je kunt het meteen opnieuw proberen.
expired-heading = Je code is verlopen
expired = Vraag een nieuwe aan om door te gaan.
spent-heading = Te veel verkeerde codes
retry-button = Opnieuw proberen
new-code-button = Nieuwe code aanvragen
new-code-wait = Dit kan over { $wait }.
other-address-button = Ander e-mailadres gebruiken

voided-heading = Deze codes zijn niet meer geldig
muted-heading = We kunnen geen codes naar dit adres sturen
proof-heading = Een ogenblik geduld
limit-heading = Even geduld
cookies-heading = Sta cookies toe om door te gaan

error-heading = Er is een probleem
error-domain = E-mailadressen van dit domein accepteren we niet. Gebruik een ander e-mailadres.
error-wrong-code = { $tries ->
        [one] Deze code klopt niet. Kijk in de nieuwste e-mail; je hebt nog { $tries } poging.
       *[other] Deze code klopt niet. Kijk in de nieuwste e-mail; je hebt nog { $tries } pogingen.
    }
error-expired = Deze code is verlopen. Vul de laatst verstuurde code in of vraag een nieuwe aan.
error-already-used = Deze code is al gebruikt. Begin opnieuw om een nieuwe te krijgen.
error-voided = Iemand met toegang tot deze mailbox heeft ons laten weten geen code te hebben aangevraagd. Controleer het adres of gebruik een ander e-mailadres.
error-overtaken = Er is iets veranderd in een ander venster. Vernieuw deze pagina.
error-tries-spent = Om veiligheidsredenen is je code niet meer geldig. Vraag een nieuwe aan om door te gaan.
error-nothing-pending = We wachten niet meer op een code van je. Vul je e-mailadres in om een nieuwe te krijgen.
error-not-signed-in = Je bent niet meer ingelogd.
error-token = We herkennen dit kenmerk niet. Kopieer het helemaal uit de nieuwste e-mail: 12 letters en cijfers in drie groepen. Het is 24 uur geldig.
error-address-taken = Je hebt al een ander account met dit adres. Log uit en log in met dit adres, of verwijder eerst dat andere account. Er is niets gewijzigd.
error-malformed = Het formulier is niet goed aangekomen. Probeer het opnieuw.
error-cross-site = Dit verzoek kwam van een andere site, dus we hebben het niet uitgevoerd.
error-cookies = Je browser heeft onze cookie niet teruggestuurd, dus we hebben geen code verstuurd. Sta cookies toe voor deze site en probeer het opnieuw.
error-no-answer = We konden de server niet bereiken. Controleer je internetverbinding en probeer het opnieuw.
error-internal = Er ging bij ons iets mis. Er is niets verloren gegaan; probeer het opnieuw.

address-empty = Vul je e-mailadres in.
address-too-long = Dit is te lang voor een e-mailadres.
address-no-at = Vul een e-mailadres met een @ in, zoals naam@example.org.
address-no-local-part = Vul ook het deel voor de @ in.
address-no-domain = Vul ook het deel na de @ in, zoals example.org.
address-several = Vul maar één e-mailadres in.
address-blank = In een e-mailadres mogen geen spaties staan.
address-control = Er staat een onzichtbaar teken in dit adres. Typ het adres zelf in.
address-quoted = Adressen met aanhalingstekens accepteren we niet.
address-comment = Adressen met haakjes accepteren we niet.
address-character = Vul alleen het adres in, zoals naam@example.org. Er staat een teken in dat er niet thuishoort.
address-dot = Er staat een punt op de verkeerde plaats voor de @.
address-domain = Het deel na de @ is geen domein zoals example.org.
address-incomplete-domain = Het deel na de @ is niet compleet. Er ontbreekt een extensie zoals .org.

code-empty = Vul de code van 6 cijfers uit de e-mail in.
code-not-digits = De code bestaat alleen uit cijfers.
code-too-short = Dit is te kort. De code bestaat uit 6 cijfers.
code-too-long = Dit is te lang. De code bestaat uit 6 cijfers.

limit-resend = We hebben net een code naar dit adres gestuurd. Je kunt over { $wait } een nieuwe aanvragen.
limit-address = We hebben veel codes naar dit adres gestuurd. Je kunt over { $wait } een nieuwe aanvragen.
limit-domain = We hebben veel codes naar adressen van dit domein gestuurd. Je kunt over { $wait } een nieuwe aanvragen.
limit-client = Vanaf jouw netwerk zijn veel codes aangevraagd. Je kunt over { $wait } een nieuwe aanvragen.
limit-queue = Onze mailserver is traag en er wachten ook anderen. Probeer het over { $wait } opnieuw.
limit-total = We versturen meer e-mails dan normaal en moeten pauzeren. Probeer het over { $wait } opnieuw.
limit-proof = Het is drukker dan normaal. Wacht { $wait } en druk dan nog een keer op de knop.
limit-failures = Voor dit adres zijn te veel verkeerde codes ingevuld. Je kunt het over { $wait } opnieuw proberen.
limit-muted = Iemand met toegang tot deze mailbox heeft ons gevraagd voorlopig te stoppen. Vraag over { $wait } een nieuwe code aan of gebruik een ander e-mailadres.
limit-code-works = Een code die je al hebt ontvangen, blijft geldig.

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

account-heading = Je account
account-who = Je bent ingelogd als { $address }.
account-since = Aangemaakt op { $date }
account-since-today = Vandaag aangemaakt
sign-out-button = Uitloggen
signed-out = Je bent uitgelogd.
browsers-heading = Waar je bent ingelogd
browser-since = Ingelogd op { $date }
browser-since-today = Vandaag ingelogd
browser-seen = Laatst actief: { $ago }
browser-this = Deze browser
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
address-changed = Je e-mailadres is gewijzigd. Browsers die ingelogd waren, zijn dat nog steeds; hier kun je ze uitloggen.
email-button = E-mailadres wijzigen
data-heading = Je gegevens
data-hint = Alles wat we over dit account bewaren, in één bestand (JSON).
data-button = Mijn gegevens downloaden
delete-summary = Mijn account verwijderen
delete-warning = Je account, je e-mailadres en je inlogsessies worden meteen en definitief verwijderd.
delete-button = Mijn account nu verwijderen

new-address-heading = E-mailadres wijzigen
new-address-lead = Het adres van je account is { $address }. Het wordt gewijzigd zodra je de code invult die we naar het nieuwe adres sturen.
new-address-label = Nieuw e-mailadres
new-address-keep = Huidige adres behouden

not-me-heading = Geen code aangevraagd?
not-me-lead = Iemand heeft jouw e-mailadres ingevuld, waarschijnlijk per ongeluk. Zonder de code kan diegene daar niets mee.
not-me-offer = Je kunt dit stoppen: de codes die we je hebben gestuurd, zijn dan niet meer geldig, en we sturen je { $duration } lang geen nieuwe.
not-me-label = Kenmerk uit de e-mail
not-me-hint = 12 letters en cijfers in drie groepen, onderaan in de e-mail.
not-me-button = Geen codes meer ontvangen
not-me-done-heading = Deze codes zijn niet meer geldig
not-me-done = We sturen { $duration } lang geen nieuwe naar je adres.
not-me-done-next = Verder hoef je niets te doen; je kunt de e-mail verwijderen. Wil je zelf een code, vraag die dan over { $duration } aan, of nu in een browser waarin je eerder met dit adres hebt ingelogd.
start-link = Naar de startpagina

mailbox-hint = Vanaf deze computer wordt geen e-mail verstuurd. De code staat in de { $link }.
mailbox-hint-link = ontwikkelmailbox

not-found-heading = Pagina niet gevonden
not-found = Controleer het webadres op typefouten; misschien is de pagina verplaatst.
forbidden-heading = Dit formulier kwam van een andere site
forbidden = We hebben het niet verwerkt. Open de pagina op onze site en vul het formulier daar in.
elsewhere-heading = Deze pagina heeft een ander adres
elsewhere = Het adres is { $address }. Open de pagina daar en probeer het opnieuw.
method-heading = Dit kan niet op deze manier
method = Gebruik de formulieren op onze pagina’s.
too-large-heading = Te veel gegevens
too-large = Je hebt meer gestuurd dan onze formulieren aankunnen. Ga terug en maak het korter.
timeout-heading = Dat duurde te lang
timeout = Niet alles wat je hebt gestuurd, is aangekomen. Controleer je internetverbinding, ga terug en probeer het opnieuw.
uri-heading = Deze link is te lang
uri = Zulke lange links hebben we niet. Ga naar de startpagina.
head-heading = Je browser heeft te veel gegevens gestuurd
head = Verwijder de cookies die je browser voor deze site bewaart en probeer het opnieuw.
too-many-heading = Te veel verbindingen
too-many = Vanaf jouw netwerk zijn er meer verbindingen met ons dan we aankunnen. Probeer het over een paar seconden opnieuw.
busy-heading = Het is nu druk bij ons
busy = Er is niets verloren gegaan. Probeer het over een paar seconden opnieuw.
bad-request-heading = Dat hebben we niet begrepen
bad-request = Ga terug en probeer het opnieuw.
internal-heading = Er ging bij ons iets mis
internal = Er is niets verloren gegaan. Probeer het zo meteen opnieuw.

language-label = Taal

mail-subject = { $code } is je code voor { $service }
mail-subject-without = Je code voor { $service }
mail-heading = Je code voor { $service }
mail-code-is = Je code voor { $service } is
mail-preheader = Vul hem in op de pagina waar je hem hebt aangevraagd. Hij is { $lifetime } geldig.
mail-preheader-without = Open deze e-mail om je code te zien. Die is { $lifetime } geldig.
mail-use = Vul hem in op de pagina waar je hem hebt aangevraagd. Hij is { $lifetime } geldig. Deel hem met niemand.
mail-who = Hij is aangevraagd om { $moment }.
mail-who-without = Om { $moment } is een code voor { $service } aangevraagd. Vul de code hieronder in op de pagina waar je hem hebt aangevraagd. Hij is { $lifetime } geldig. Deel hem met niemand. Hij staat verder naar beneden, zodat hij niet te zien is op een vergrendeld scherm of in de lijst met e-mails.
mail-not-you = Was jij dit niet, dan kun je deze e-mail negeren: zonder de code kan niemand je adres gebruiken. Blijf je dit soort e-mails krijgen, open dan
mail-not-you-new-address = Met deze code wordt dit adres het e-mailadres van een account. Is dat account niet van jou, vul de code dan niet in en deel hem met niemand; verder hoef je niets te doen. Blijf je dit soort e-mails krijgen, open dan
mail-paste = en plak daar dit kenmerk:
mail-voids = De codes die we je hebben gestuurd, zijn dan niet meer geldig, en we sturen je 24 uur lang geen nieuwe.

mail-notice-preheader = Was jij dit niet? Lees dan verder.
mail-changed-subject = Je e-mailadres voor { $service } is gewijzigd
mail-changed = Het e-mailadres van je account bij { $service } is om { $moment } gewijzigd. Codes gaan vanaf nu naar het nieuwe adres en niet meer naar dit adres.
mail-changed-you = Was jij dit? Dan hoef je verder niets te doen.
mail-changed-not-you = Was jij dit niet? Dan heeft iemand een browser gebruikt waarin je was ingelogd, of kan iemand je e-mail lezen. Ben je in een van je browsers nog ingelogd, open daar dan meteen je account, log overal elders uit en zet het oude adres terug. Neem anders meteen contact op met { $service }, want je kunt niet meer inloggen op het account. Zorg dat niemand anders deze mailbox kan lezen.
mail-deleted-subject = Je account bij { $service } is verwijderd
mail-deleted = Je account bij { $service } is om { $moment } verwijderd, samen met je e-mailadres en je inlogsessies.
mail-deleted-you = Was jij dit? Dan hoef je verder niets te doen. Wil je weer een account, registreer je dan opnieuw met dit adres.
mail-deleted-not-you = Was jij dit niet? Dan heeft iemand een browser gebruikt waarin je was ingelogd, of kan iemand je e-mail lezen. Het account is niet te herstellen. Zorg dat niemand anders deze mailbox kan lezen, registreer je opnieuw en neem contact op met { $service }.
