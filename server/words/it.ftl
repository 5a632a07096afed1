# Italiano (Italian)
# Informal (tu): as Google, Libero and most consumer services write.

title-error = Errore: { $title }

address-heading = Registrati o accedi
address-lead = Inserisci la tua e-mail: ti invieremo un codice di 6 cifre. Niente password.
address-label = Indirizzo e-mail
address-button = Inviami un codice
sending-button = Invio del codice…
address-meant = Volevi scrivere { $address }?
proving = C’è più traffico del solito: prima verifichiamo il tuo browser. Bastano pochi secondi.

code-heading = Controlla la tua posta
code-lead-sending = Stiamo inviando un codice a
code-lead-sent = Abbiamo inviato un codice a
code-lead-tried = Abbiamo provato a inviare un codice a
change-button = Modifica
code-label = Codice di 6 cifre
code-hint-for = Il codice scade tra { $lifetime }.
code-hint-until = Il codice scade alle { $time }.
code-hint-over = Il codice è scaduto.
code-button = Continua
code-button-busy = Verifica in corso…
resend-later = Non l’hai ricevuto? Controlla la cartella spam o invialo di nuovo tra { $wait }.
resend-offer = Non l’hai ricevuto? Controlla la cartella spam o { $button }.
resend-button = invia di nuovo il codice
resend-wait = Potrai inviare di nuovo il codice tra { $wait }.
resend-now = Ora puoi inviare di nuovo il codice.
resend-sent = Abbiamo inviato un altro codice a { $address }.
webmail = Apri { $name }

delivery-sending = Invio in corso…
delivery-slow = Il nostro server di posta risponde lentamente. Il codice potrebbe ancora arrivare; puoi anche inviarlo di nuovo ora.
delivery-reload = Ricarica la pagina per sapere se è stato inviato.
delivery-accepted = Inviato alle { $time }. Può volerci un minuto.
delivery-unknown = La connessione con il nostro server di posta si è interrotta: l’e-mail potrebbe non essere partita.
delivery-retrying-later = Non ancora inviato: il server di posta è sovraccarico. Continuiamo a provare.
delivery-retrying-unreachable = Non ancora inviato: il nostro server di posta non è raggiungibile. Continuiamo a provare.
delivery-retrying-insecure = Non ancora inviato: la connessione con il nostro server di posta non è sicura. Continuiamo a provare.
delivery-retrying-other = Non ancora inviato: il server di posta l’ha respinto. Continuiamo a provare.
delivery-failed-earlier = Non siamo riusciti a inviare un altro codice. Quello precedente è ancora valido.

failed-heading = Non siamo riusciti a inviare il codice
delivery-failed-recipient = Secondo il server di { $domain }, questa casella non esiste. Controlla che l’indirizzo sia corretto.
delivery-failed-full = Secondo il server di { $domain }, questa casella è piena. Libera spazio e riprova.
delivery-failed-unsupported = Il nostro server di posta non può inviare e-mail a indirizzi di questo tipo. Usane un altro.
delivery-failed-rejected = Il server di posta ha respinto la nostra e-mail. Controlla l’indirizzo o riprova.
delivery-failed-later = Il server di posta è sovraccarico. Puoi riprovare subito.
delivery-failed-unreachable = Il nostro server di posta non è raggiungibile. Puoi riprovare subito.
delivery-failed-insecure = La connessione con il nostro server di posta non era sicura, quindi non abbiamo inviato nulla. Puoi riprovare subito.
expired-heading = Il codice è scaduto
expired = Richiedine uno nuovo per continuare.
spent-heading = Troppi codici errati
retry-button = Riprova
new-code-button = Invia un nuovo codice
new-code-wait = Potrai farlo tra { $wait }.
other-address-button = Usa un altro indirizzo

voided-heading = I codici sono stati annullati
muted-heading = Non inviamo codici a questo indirizzo
proof-heading = Un momento
limit-heading = Attendi un po’
cookies-heading = Consenti i cookie per continuare

error-heading = C’è un problema
error-domain = Non accettiamo indirizzi di questo dominio. Usane un altro.
error-wrong-code = { $tries ->
        [one] Questo codice non è corretto. Controlla l’e-mail più recente; ti resta { $tries } tentativo.
       *[other] Questo codice non è corretto. Controlla l’e-mail più recente; ti restano { $tries } tentativi.
    }
error-expired = Questo codice è scaduto. Inserisci quello più recente o richiedine un altro.
error-already-used = Questo codice è già stato usato. Ricomincia per riceverne uno nuovo.
error-voided = Chi ha accesso a questa casella ci ha detto di non aver richiesto un codice. Controlla l’indirizzo o usane un altro.
error-overtaken = Qualcosa è cambiato in un’altra finestra. Ricarica la pagina.
error-tries-spent = Per la tua sicurezza, il codice precedente non è più valido. Richiedine uno nuovo per continuare.
error-nothing-pending = La tua richiesta non è più in attesa di un codice. Inserisci il tuo indirizzo per riceverne uno nuovo.
error-not-signed-in = La tua sessione non è più attiva.
error-token = Non riconosciamo questo token. Copialo per intero dall’e-mail più recente; è valido per un giorno.
error-address-taken = Hai già un altro account con questo indirizzo. Esci e accedi con quello, oppure elimina prima quell’account. Non è stato cambiato nulla.
error-malformed = Il modulo non è stato ricevuto correttamente. Riprova.
error-cross-site = Questa richiesta proveniva da un altro sito e non è stata eseguita.
error-cookies = Il browser non ha restituito il nostro cookie, quindi non abbiamo inviato nessun codice. Consenti i cookie per questo sito e riprova.
error-no-answer = Il server non risponde. Controlla la connessione e riprova.
error-internal = Qualcosa è andato storto da parte nostra. Non hai perso nulla; riprova.

address-empty = Inserisci il tuo indirizzo e-mail.
address-too-long = Questo indirizzo e-mail è troppo lungo.
address-no-at = Un indirizzo e-mail contiene una @, come in nome@example.org.
address-no-local-part = Manca la parte prima della @.
address-no-domain = Manca la parte dopo la @, come example.org.
address-several = Inserisci un solo indirizzo e-mail.
address-blank = Un indirizzo e-mail non contiene spazi.
address-control = L’indirizzo contiene un carattere invisibile. Digitalo a mano.
address-quoted = Non accettiamo indirizzi con virgolette.
address-comment = Non accettiamo indirizzi con parentesi.
address-character = L’indirizzo contiene un carattere non valido. Inserisci solo l’indirizzo, come nome@example.org.
address-dot = Prima della @ c’è un punto fuori posto.
address-domain = La parte dopo la @ non è un dominio valido, come example.org.
address-incomplete-domain = La parte dopo la @ è incompleta: manca un’estensione come .org.

code-empty = Inserisci le 6 cifre ricevute per e-mail.
code-not-digits = Il codice contiene solo cifre.
code-too-short = È troppo corto: il codice ha 6 cifre.
code-too-long = È troppo lungo: il codice ha 6 cifre.

limit-resend = Abbiamo inviato un codice a questo indirizzo poco fa. Potrai richiederne un altro tra { $wait }.
limit-address = Abbiamo inviato molti codici a questo indirizzo. Potrai richiederne un altro tra { $wait }.
limit-domain = Abbiamo inviato molti codici a indirizzi di questo dominio. Potrai richiederne un altro tra { $wait }.
limit-client = Dalla tua rete sono stati richiesti molti codici. Potrai richiederne un altro tra { $wait }.
limit-queue = Il nostro server di posta è lento e molte persone aspettano un codice. Riprova tra { $wait }.
limit-total = Stiamo inviando più e-mail del solito e dobbiamo fare una pausa. Riprova tra { $wait }.
limit-proof = C’è più traffico del solito. Attendi { $wait }, poi premi di nuovo il pulsante.
limit-failures = Ci sono stati troppi tentativi falliti per questo indirizzo. Potrai riprovare tra { $wait }.
limit-muted = Chi ha accesso a questa casella ci ha chiesto di non inviare nulla per ora. Riprova tra { $wait } o usa un altro indirizzo.
limit-code-works = Un codice che hai già ricevuto è ancora valido.

seconds = { $count ->
        [one] { $count } secondo
       *[other] { $count } secondi
    }
minutes = { $count ->
        [one] { $count } minuto
       *[other] { $count } minuti
    }
hours = { $count ->
        [one] { $count } ora
       *[other] { $count } ore
    }
less-than-a-minute = meno di un minuto

month = { $month ->
    *[1] gennaio
     [2] febbraio
     [3] marzo
     [4] aprile
     [5] maggio
     [6] giugno
     [7] luglio
     [8] agosto
     [9] settembre
     [10] ottobre
     [11] novembre
     [12] dicembre
    }
day = { $day ->
        [1] il 1º
        [8] l’8
        [11] l’11
       *[other] il { $day }
    } { month } { $year }
moment = { day } alle { $time }

account-heading = Il tuo account
account-who = Hai effettuato l’accesso come { $address }.
account-since = Creato { $date }
account-since-today = Creato oggi
sign-out-button = Esci
signed-out = La sessione è stata chiusa.
browsers-heading = Dove hai effettuato l’accesso
browser-since = Accesso effettuato { $date }
browser-since-today = Accesso effettuato oggi
browser-seen = Ultima attività: { $ago }
browser-this = Questo browser
ago-now = meno di un’ora fa
ago-hours = { $count ->
        [one] { $count } ora fa
       *[other] { $count } ore fa
    }
ago-days = { $count ->
        [one] { $count } giorno fa
       *[other] { $count } giorni fa
    }
browser-on = { $agent } su { $system }
browser-agent = { $agent }
browser-program = Un programma
browser-program-on = Un programma su { $system }
browser-unknown = Browser sconosciuto
browser-unknown-on = Browser sconosciuto su { $system }
browser-sign-out = Esci: { $browser }
others-button = Esci dalle altre sessioni
everywhere-button = Esci da tutte le sessioni
browser-signed-out = La sessione in quel browser è stata chiusa.
others-signed-out = Le sessioni in tutti gli altri browser sono state chiuse.
address-changed = Il tuo indirizzo è stato cambiato. Le sessioni aperte restano attive; se vuoi, puoi chiuderle qui.
email-button = Cambia indirizzo e-mail
data-heading = I tuoi dati
data-hint = Tutto ciò che conserviamo su questo account, in un file leggibile da persone e programmi (JSON).
data-button = Scarica i miei dati
delete-summary = Elimina il mio account
delete-warning = Il tuo account, il tuo indirizzo e le tue sessioni saranno eliminati subito e definitivamente.
delete-button = Elimina ora il mio account

new-address-heading = Cambia indirizzo e-mail
new-address-lead = L’indirizzo del tuo account è { $address }. Cambierà quando inserirai il codice che invieremo a quello nuovo.
new-address-label = Nuovo indirizzo e-mail
new-address-keep = Mantieni l’indirizzo attuale

not-me-heading = Non hai richiesto un codice?
not-me-lead = Allora qualcuno ha inserito il tuo indirizzo, molto probabilmente per errore. Senza il codice che hai ricevuto non può farci nulla.
not-me-offer = Se vuoi, annulliamo i codici ancora validi per il tuo indirizzo e non te ne inviamo altri per { $duration }.
not-me-label = Token dell’e-mail
not-me-hint = Dodici lettere e cifre in tre gruppi, in fondo all’e-mail.
not-me-button = Blocca i codici
not-me-done-heading = I codici sono stati annullati
not-me-done = Non ne invieremo altri al tuo indirizzo per { $duration }.
not-me-done-next = Non devi fare altro; puoi eliminare l’e-mail. Se un codice serve a te, richiedilo tra { $duration }, oppure ora da un browser in cui hai già effettuato l’accesso con questo indirizzo.
start-link = Vai alla pagina iniziale

mailbox-hint = Nessuna e-mail esce da questa macchina: il codice è nella { $link }.
mailbox-hint-link = casella di posta di sviluppo

not-found-heading = Pagina non trovata
not-found = L’indirizzo potrebbe essere errato oppure la pagina è stata spostata.
forbidden-heading = Questo modulo proveniva da un altro sito
forbidden = Non è stato elaborato. Apri la pagina su questo sito e compila il modulo lì.
elsewhere-heading = Questa pagina ha un altro indirizzo
elsewhere = Il suo indirizzo è { $address }. Aprila lì e riprova.
method-heading = Richiesta non consentita
method = Usa i moduli delle nostre pagine.
too-large-heading = Troppi dati
too-large = I dati inviati superano il limite di tutti i moduli di questo sito. Torna indietro e riducili.
timeout-heading = Tempo scaduto
timeout = Non abbiamo ricevuto tutti i dati inviati. Controlla la connessione, torna indietro e riprova.
uri-heading = Questo indirizzo web è troppo lungo
uri = Nessun indirizzo di questo sito è così lungo. Riparti dalla pagina iniziale.
head-heading = Il tuo browser ha inviato troppi dati
head = Elimina i cookie di questo sito e riprova.
too-many-heading = Troppe connessioni
too-many = La tua rete ha più connessioni aperte di quante ne possiamo gestire. Riprova tra qualche secondo.
busy-heading = In questo momento ci sono troppe richieste
busy = Non hai perso nulla. Riprova tra qualche secondo.
bad-request-heading = Non abbiamo capito la richiesta
bad-request = Torna indietro e riprova.
internal-heading = Qualcosa è andato storto da parte nostra
internal = Non hai perso nulla. Riprova tra poco.

language-label = Lingua

mail-subject = { $code } è il tuo codice { $service }
mail-subject-without = Il tuo codice { $service }
mail-heading = Il tuo codice { $service }
mail-code-is = Il tuo codice { $service }:
mail-preheader = Inseriscilo nella pagina in cui l’hai richiesto. È valido per { $lifetime }.
mail-preheader-without = Apri questa e-mail per vedere il codice. È valido per { $lifetime }.
mail-use = Inseriscilo nella pagina in cui l’hai richiesto. È valido per { $lifetime }. Non condividerlo con nessuno.
mail-who = Richiesto { $moment }.
mail-who-without = Qualcuno, molto probabilmente tu, ha richiesto un codice { $service } { $moment } circa. Il codice è più in basso: per continuare, inseriscilo nella pagina in cui l’hai richiesto e non condividerlo con nessuno. È valido per { $lifetime }. È così in basso perché non si veda a colpo d’occhio su uno schermo bloccato o in un elenco di e-mail.
mail-not-you = Se non l’hai richiesto tu, puoi ignorare questa e-mail: senza il codice nessuno può usare il tuo indirizzo. Se ne ricevi spesso, apri
mail-not-you-new-address = Con questo codice, il tuo indirizzo diventa quello di un account. Se l’account non è tuo, non inserire il codice e non condividerlo con nessuno; non devi fare altro. Se queste e-mail ti disturbano, apri
mail-paste = e incolla questo token:
mail-voids = Annulleremo i codici che ti abbiamo inviato e non ne riceverai altri per un giorno.

mail-notice-preheader = Se non l’hai fatto tu, continua a leggere.
mail-changed-subject = Il tuo account { $service } ha un nuovo indirizzo
mail-changed = L’indirizzo del tuo account { $service } è stato cambiato { $moment } circa. Da allora i codici dell’account arrivano al nuovo indirizzo e non più a questo.
mail-changed-you = Se l’hai fatto tu, non devi fare altro.
mail-changed-not-you = Se non l’hai fatto tu, qualcuno ha usato un browser in cui avevi effettuato l’accesso, oppure legge la tua posta. Se in uno dei tuoi browser la sessione è ancora attiva, apri subito il tuo account in quel browser, esci dalle altre sessioni e ripristina il vecchio indirizzo. Altrimenti avvisa subito chi gestisce { $service }, perché non puoi più accedere all’account. Assicurati che nessun altro legga questa casella.
mail-deleted-subject = Il tuo account { $service } è stato eliminato
mail-deleted = Il tuo account { $service } è stato eliminato { $moment } circa, insieme al tuo indirizzo e alle tue sessioni.
mail-deleted-you = Se l’hai fatto tu, non devi fare altro. Se vuoi di nuovo un account, registrati con questo indirizzo come la prima volta.
mail-deleted-not-you = Se non l’hai fatto tu, qualcuno ha usato un browser in cui avevi effettuato l’accesso, oppure legge la tua posta. L’account non può essere recuperato. Assicurati che nessun altro legga questa casella, registrati di nuovo e avvisa chi gestisce { $service }.
