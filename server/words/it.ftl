# Italiano (Italian)

title-address = Registrati
title-code = Inserisci il codice
title-account = Il tuo account
title-new-address = Cambia indirizzo e-mail
title-not-me = Non l’ho richiesto io
title-not-me-done = Codici annullati
title-error = Errore: { $title }

address-heading = Registrati o accedi
address-lead = Scrivi il tuo indirizzo e-mail. Ti inviamo un codice di sei cifre; non serve una password.
address-label = Indirizzo e-mail
address-hint = Il codice viene inviato solo a questo indirizzo.
address-button = Invia il codice
sending-button = Invio del codice…
address-meant = Volevi scrivere { $address }?
proving = Stiamo inviando più e-mail del solito, quindi il tuo browser deve prima fare un calcolo. Ci vuole qualche secondo.

code-heading = Inserisci il codice
code-lead = Lo inviamo a { $address }
code-meant = Volevi scrivere { $domain }? Allora cambia l’indirizzo.
code-label = Codice
code-hint-for = Sei cifre. Il codice è valido per { $lifetime }.
code-hint-until = Sei cifre; se le incolli, vengono inviate subito. Il codice è valido fino alle ore { $time }.
code-hint-over = Il tuo codice è scaduto. Richiedine un altro.
code-button = Continua
code-button-busy = Un momento…
resend-button = Richiedi un altro codice
resend-wait = Puoi richiedere un altro codice tra { $wait }.
resend-now = Ora puoi richiedere un altro codice.
resend-sent = Abbiamo inviato un altro codice a { $address }.
resend-failed = L’ultima e-mail non è stata inviata.
change-button = Cambia indirizzo
webmail = Cerca l’e-mail su { $name }

delivery-sending = L’e-mail sta andando al nostro server di posta.
delivery-slow = L’e-mail sta andando al nostro server di posta, che tarda a rispondere. Può ancora arrivare; puoi anche richiedere un altro codice adesso.
delivery-reload = Ricarica questa pagina per vedere che cosa ne è stato.
delivery-accepted = L’e-mail è stata inviata alle ore { $time }. Può metterci un minuto ad arrivare; guarda anche nella cartella dello spam.
delivery-unknown = La connessione con il nostro server di posta si è interrotta. L’e-mail potrebbe essere partita; se non arriva nulla, richiedi un altro codice.
delivery-retrying-later = Non è stato ancora possibile inviare l’e-mail: il server di posta è occupato. Continuiamo a provare; puoi anche richiedere un altro codice adesso.
delivery-retrying-unreachable = Non è stato ancora possibile inviare l’e-mail: non siamo riusciti a raggiungere il nostro server di posta. Continuiamo a provare; puoi anche richiedere un altro codice adesso.
delivery-retrying-insecure = Non è stato ancora possibile inviare l’e-mail: non si poteva usare il nostro server di posta in modo sicuro. Continuiamo a provare; puoi anche richiedere un altro codice adesso.
delivery-retrying-other = Non è stato ancora possibile inviare l’e-mail: il server di posta l’ha rifiutata. Continuiamo a provare; puoi anche richiedere un altro codice adesso.
delivery-failed-recipient = Non è stato possibile inviare l’e-mail: secondo il server di posta di { $domain } questa casella non esiste. Controlla l’indirizzo.
delivery-failed-full = Non è stato possibile inviare l’e-mail: secondo il server di posta di { $domain } questa casella è piena. Libera un po’ di spazio, poi riprova adesso.
delivery-failed-unsupported = Non è stato possibile inviare l’e-mail: il nostro server di posta non può inviare a indirizzi di questo tipo. Usane un altro.
delivery-failed-rejected = Non è stato possibile inviare l’e-mail: il server di posta l’ha rifiutata. Controlla l’indirizzo o riprova adesso.
delivery-failed-later = Non è stato possibile inviare l’e-mail: il server di posta è occupato. Riprova adesso; non serve aspettare.
delivery-failed-unreachable = Non è stato possibile inviare l’e-mail: non siamo riusciti a raggiungere il nostro server di posta. Riprova adesso; non serve aspettare.
delivery-failed-insecure = Non è stato possibile inviare l’e-mail: non si poteva usare il nostro server di posta in modo sicuro. Riprova adesso; non serve aspettare.

error-heading = C’è un problema
error-domain = Qui non si accettano indirizzi di questo dominio. Usane un altro.
error-wrong-code = { $tries ->
        [one] Questo codice non è corretto. Controlla l’e-mail più recente; ti resta { $tries } tentativo.
       *[other] Questo codice non è corretto. Controlla l’e-mail più recente; ti restano { $tries } tentativi.
    }
error-expired = Questo codice è scaduto. Richiedine un altro e inserisci quello nuovo.
error-already-used = Questo codice è già stato usato. Ricomincia per riceverne uno nuovo.
error-voided = Questi codici non sono più validi: chi legge la posta di questo indirizzo non li ha richiesti. Controlla l’indirizzo.
error-overtaken = Un’altra tua finestra è stata più veloce. Ricarica questa pagina.
error-tries-spent = Troppi codici sbagliati. Premi «{ resend-button }» per ricominciare con un nuovo codice.
error-nothing-pending = La tua richiesta non è più in attesa di un codice. Scrivi il tuo indirizzo per riceverne uno nuovo.
error-not-signed-in = La tua sessione non è più attiva.
error-token = Non conosciamo questo token. Copialo per intero dall’e-mail più recente: dodici lettere e cifre in tre gruppi. È valido per un giorno.
error-address-taken = Hai un altro account con questo indirizzo. Esci e accedi con quello, oppure elimina prima quell’account. Non è stato cambiato nulla.
error-malformed = Il modulo non è arrivato come doveva. Riprova.
error-cross-site = Questa richiesta proveniva da un altro sito e non è stata eseguita.
error-no-answer = Il server non risponde. Controlla la connessione e riprova.
error-internal = Qualcosa è andato storto da parte nostra. Non è andato perso nulla; riprova.

address-empty = Scrivi il tuo indirizzo e-mail.
address-too-long = È più lungo di quanto possa essere un indirizzo e-mail.
address-no-at = Un indirizzo e-mail contiene una @, come in name@example.org.
address-no-local-part = Scrivi anche la parte prima della @.
address-no-domain = Scrivi anche la parte dopo la @, come in example.org.
address-several = Scrivi un solo indirizzo e-mail.
address-blank = Un indirizzo e-mail non contiene spazi.
address-control = In questo indirizzo c’è un carattere invisibile. Scrivilo a mano.
address-quoted = Qui non si accettano indirizzi con virgolette.
address-comment = Qui non si accettano indirizzi con parentesi.
address-character = Scrivi solo l’indirizzo, come in name@example.org; c’è un carattere di troppo.
address-dot = C’è un punto nel posto sbagliato prima della @.
address-domain = La parte dopo la @ non è un dominio come example.org.
address-incomplete-domain = La parte dopo la @ è incompleta; manca una terminazione come .org.

code-empty = Inserisci le sei cifre dell’e-mail.
code-not-digits = Il codice contiene solo cifre.
code-too-short = È troppo corto; il codice ha sei cifre.
code-too-long = È troppo lungo; il codice ha sei cifre.

limit-resend = Un codice è stato inviato a questo indirizzo poco fa. Puoi richiederne un altro tra { $wait }.
limit-address = Sono stati inviati molti codici a questo indirizzo. Puoi richiederne un altro tra { $wait }.
limit-domain = Sono stati inviati molti codici a indirizzi di questo dominio. Puoi richiederne un altro tra { $wait }.
limit-client = Dalla tua rete sono stati richiesti molti codici. Puoi richiederne un altro tra { $wait }.
limit-queue = Il nostro server di posta è lento e molte persone aspettano il loro codice. Riprova tra { $wait }.
limit-total = Stiamo inviando più e-mail del solito e dobbiamo fare una pausa. Riprova tra { $wait }.
limit-proof = Stiamo inviando più e-mail del solito, quindi ci vuole più tempo. Aspetta { $wait }, poi premi di nuovo il pulsante.
limit-failures = Sono stati inseriti troppi codici sbagliati per questo indirizzo. Puoi riprovare tra { $wait }.
limit-muted = Chi legge la posta di questo indirizzo ci ha chiesto di non inviare altri codici per ora. Potrai fare di nuovo richiesta tra { $wait }.

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
day = { $day } { month } { $year }
moment = { day }, ore { $time }

account-heading = Ciao!
account-who = Hai effettuato l’accesso come { $address }.
account-since = Account creato in data { $date }.
sign-out-button = Esci
signed-out = La sessione è stata chiusa.
browsers-heading = Dove hai effettuato l’accesso
browser-since = Accesso effettuato in data { $date }.
browser-seen = Ultima attività: { $ago }.
browser-this = È quello che stai usando.
ago-now = nell’ultima ora
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
browser-unknown = Un browser
browser-unknown-on = Un browser su { $system }
browser-sign-out = Esci: { $browser }
others-button = Esci ovunque tranne qui
everywhere-button = Esci ovunque
browser-signed-out = La sessione in quel browser è stata chiusa.
others-signed-out = Le sessioni in tutti gli altri browser sono state chiuse.
address-changed = Il tuo indirizzo è stato cambiato. Nei browser in cui avevi effettuato l’accesso la sessione resta attiva; se vuoi, puoi chiuderla qui.
email-heading = Il tuo indirizzo e-mail
email-button = Cambia indirizzo e-mail
data-heading = I tuoi dati
data-hint = Tutto ciò che conserviamo su questo account, in un file leggibile da persone e programmi (JSON).
data-button = Scarica i miei dati
delete-summary = Elimina il mio account
delete-warning = Il tuo account, il tuo indirizzo e le tue sessioni saranno eliminati subito e per sempre.
delete-button = Elimina ora
new-address-heading = Cambia indirizzo e-mail
new-address-lead = L’indirizzo del tuo account è { $address }. Cambierà quando avrai inserito il codice che inviamo a quello nuovo.
new-address-label = Nuovo indirizzo e-mail
new-address-keep = Mantieni il vecchio indirizzo
new-code-lead = Lo inviamo al tuo nuovo indirizzo, { $address }

not-me-heading = Non l’ho richiesto io
not-me-lead = Hai ricevuto per e-mail un codice che non hai richiesto? Allora qualcuno ha scritto il tuo indirizzo, molto probabilmente per errore. Senza il codice non può farci nulla.
not-me-offer = Se vuoi, mettiamo fine alla cosa: i codici in attesa per il tuo indirizzo non saranno più validi e non te ne invieremo altri per { $duration }.
not-me-label = Token dell’e-mail
not-me-hint = Dodici lettere e cifre in tre gruppi, alla fine dell’e-mail.
not-me-button = Blocca i codici
not-me-done-heading = I codici sono annullati
not-me-done = I codici in attesa per il tuo indirizzo non sono più validi e non te ne invieremo altri per { $duration }.
not-me-done-next = Non devi fare altro; puoi eliminare l’e-mail. Se vuoi un codice per te, richiedilo tra { $duration }, oppure ora da un browser in cui hai già effettuato l’accesso con questo indirizzo.
start-link = Vai all’inizio

mailbox-hint = Nessuna e-mail esce da questa macchina: il codice è nella { $link }.
mailbox-hint-link = casella di posta di sviluppo

not-found-heading = Questa pagina non esiste
not-found = L’indirizzo potrebbe essere scritto male, oppure la pagina è stata spostata.
forbidden-heading = Questo modulo proveniva da un altro sito
forbidden = Non è stato elaborato. Apri la pagina qui e compila il suo modulo.
method-heading = Così non funziona
method = Usa i moduli delle nostre pagine.
too-large-heading = Troppi dati
too-large = Ciò che è stato inviato è più grande di qualsiasi modulo di questo sito. Torna indietro e accorcialo.
timeout-heading = Ci è voluto troppo tempo
timeout = Non è arrivato tutto ciò che è stato inviato. Controlla la connessione, torna indietro e riprova.
uri-heading = Questo indirizzo web è troppo lungo
uri = Nessun indirizzo di questo sito è così lungo. Apri la pagina iniziale e comincia da lì.
head-heading = Il tuo browser ha inviato troppi dati
head = Elimina i cookie che conserva per questo sito e riprova.
too-many-heading = Troppe connessioni
too-many = La tua rete ha più connessioni aperte di quante possiamo gestirne. Riprova tra qualche secondo.
busy-heading = In questo momento ci sono troppe richieste
busy = Non hai perso nulla. Riprova tra qualche secondo.
bad-request-heading = Non abbiamo capito la richiesta
bad-request = Torna indietro e riprova.
internal-heading = Qualcosa è andato storto da parte nostra
internal = Non hai perso nulla. Riprova tra poco.

language-label = Lingua
language-button = Cambia

mail-subject = { $code } è il tuo codice { $service }
mail-subject-without = Il tuo codice { $service }
mail-heading = Il tuo codice { $service }
mail-code-is = Il tuo codice { $service } è
mail-preheader = { $code } è valido per { $lifetime }.
mail-preheader-without = Apri questa e-mail per vedere il codice. È valido per { $lifetime }.
mail-use = È valido per { $lifetime }. Inseriscilo nella pagina in cui l’hai richiesto e non dirlo a nessuno.
mail-who = Qualcuno, molto probabilmente tu, l’ha richiesto a { $service } ({ $moment } circa).
mail-who-without = Qualcuno, molto probabilmente tu, ha richiesto un codice a { $service } ({ $moment } circa). Il codice è più in basso: per continuare, inseriscilo nella pagina in cui l’hai richiesto e non dirlo a nessuno. È valido per { $lifetime }. Si trova così in basso perché non lo si veda con uno sguardo a uno schermo bloccato o a un elenco di e-mail.
mail-not-you = Se non l’hai richiesto tu, non devi fare nulla: senza il codice nessuno può registrarsi con il tuo indirizzo. Se queste e-mail ti disturbano, apri
mail-not-you-new-address = Con questo codice, questo indirizzo diventa quello di un account. Se l’account non è tuo, non inserire il codice e non dirlo a nessuno; non devi fare altro. Se queste e-mail ti disturbano, apri
mail-paste = e incolla lì questo:
mail-voids = Così si annullano i codici che ti sono stati inviati e non ne riceverai altri per un giorno.
mail-notice-preheader = Se non l’hai fatto tu, continua a leggere.
mail-changed-subject = Il tuo account { $service } ha un altro indirizzo
mail-changed = L’indirizzo del tuo account { $service } è stato cambiato ({ $moment } circa). Da allora i codici dell’account arrivano al nuovo indirizzo e non più a questo.
mail-changed-you = Se l’hai fatto tu, non devi fare altro.
mail-changed-not-you = Se non l’hai fatto tu, qualcuno ha usato un browser in cui avevi effettuato l’accesso, oppure legge la tua posta. Se in uno dei tuoi browser la sessione è ancora attiva, apri subito il tuo account in quel browser, esci ovunque tranne che lì e ripristina il vecchio indirizzo. Altrimenti avvisa subito i responsabili di { $service }, perché non puoi più accedere all’account. Assicurati che nessun altro legga questa casella.
mail-deleted-subject = Il tuo account { $service } è stato eliminato
mail-deleted = Il tuo account { $service } è stato eliminato ({ $moment } circa) insieme al tuo indirizzo e alle tue sessioni.
mail-deleted-you = Se l’hai fatto tu, non devi fare altro. Se vuoi di nuovo un account, registrati con questo indirizzo come la prima volta.
mail-deleted-not-you = Se non l’hai fatto tu, qualcuno ha usato un browser in cui avevi effettuato l’accesso, oppure legge la tua posta. L’account non si può recuperare. Assicurati che nessun altro legga questa casella, registrati di nuovo e avvisa i responsabili di { $service }.
