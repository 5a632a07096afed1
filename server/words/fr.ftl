# Français

title-address = Inscription
title-code = Saisir le code
title-account = Votre compte
title-new-address = Changer d’adresse e-mail
title-not-me = Ce n’était pas moi
title-not-me-done = Les codes sont annulés
title-error = Erreur : { $title }

address-heading = S’inscrire ou se connecter
address-lead = Saisissez votre adresse e-mail. Nous vous envoyons un code à six chiffres ; aucun mot de passe n’est nécessaire.
address-label = Adresse e-mail
address-hint = Le code n’est envoyé qu’à cette adresse.
address-button = M’envoyer un code
sending-button = Envoi du code…
address-meant = Vouliez-vous dire { $address } ?
proving = Nous envoyons plus d’e-mails que d’habitude, votre navigateur doit donc d’abord faire un calcul. Cela prend quelques secondes.

code-heading = Saisir le code
code-lead = Il est envoyé à { $address }
code-meant = Vouliez-vous dire { $domain } ? Alors changez l’adresse.
code-label = Code
code-hint-for = Six chiffres. Le code est valable { $lifetime }.
code-hint-until = Six chiffres, envoyés aussitôt si vous les collez. Le code est valable jusqu’à { $time }.
code-hint-over = Votre code a expiré. Demandez-en un autre.
code-button = Continuer
code-button-busy = Un instant…
resend-button = Envoyer un autre code
resend-wait = Vous pourrez demander un autre code dans { $wait }.
resend-now = Vous pouvez maintenant demander un autre code.
resend-sent = Nous avons envoyé un autre code à { $address }.
resend-failed = Le dernier e-mail n’a pas été envoyé.
change-button = Changer l’adresse
webmail = Chercher l’e-mail dans { $name }

delivery-sending = L’e-mail est en route vers notre serveur de messagerie.
delivery-slow = L’e-mail est en route vers notre serveur de messagerie, qui tarde à répondre. Il peut encore arriver ; vous pouvez aussi demander un autre code dès maintenant.
delivery-reload = Rechargez cette page pour voir où il en est.
delivery-accepted = L’e-mail a été envoyé à { $time }. Il peut mettre une minute à arriver ; regardez aussi dans les indésirables.
delivery-unknown = La connexion à notre serveur de messagerie a été coupée. L’e-mail a peut-être été envoyé ; si rien n’arrive, demandez un autre code.
delivery-retrying-later = L’e-mail n’a pas encore pu être envoyé : le serveur de messagerie est occupé. Nous continuons d’essayer ; vous pouvez aussi demander un autre code dès maintenant.
delivery-retrying-unreachable = L’e-mail n’a pas encore pu être envoyé : notre serveur de messagerie est injoignable. Nous continuons d’essayer ; vous pouvez aussi demander un autre code dès maintenant.
delivery-retrying-insecure = L’e-mail n’a pas encore pu être envoyé : la connexion à notre serveur de messagerie n’était pas sûre. Nous continuons d’essayer ; vous pouvez aussi demander un autre code dès maintenant.
delivery-retrying-other = L’e-mail n’a pas encore pu être envoyé : le serveur de messagerie l’a refusé. Nous continuons d’essayer ; vous pouvez aussi demander un autre code dès maintenant.
delivery-failed-recipient = L’e-mail n’a pas pu être envoyé : le serveur de messagerie de { $domain } indique que cette boîte n’existe pas. Vérifiez l’adresse.
delivery-failed-full = L’e-mail n’a pas pu être envoyé : le serveur de messagerie de { $domain } indique que cette boîte est pleine. Faites de la place, puis réessayez tout de suite.
delivery-failed-unsupported = L’e-mail n’a pas pu être envoyé : notre serveur de messagerie ne peut pas écrire à ce genre d’adresse. Utilisez-en une autre.
delivery-failed-rejected = L’e-mail n’a pas pu être envoyé : le serveur de messagerie l’a refusé. Vérifiez l’adresse ou réessayez tout de suite.
delivery-failed-later = L’e-mail n’a pas pu être envoyé : le serveur de messagerie est occupé. Réessayez tout de suite ; inutile d’attendre.
delivery-failed-unreachable = L’e-mail n’a pas pu être envoyé : notre serveur de messagerie est injoignable. Réessayez tout de suite ; inutile d’attendre.
delivery-failed-insecure = L’e-mail n’a pas pu être envoyé : la connexion à notre serveur de messagerie n’était pas sûre. Réessayez tout de suite ; inutile d’attendre.

error-heading = Il y a un problème
error-domain = Les adresses de ce domaine ne sont pas acceptées ici. Veuillez en utiliser une autre.
error-wrong-code = { $tries ->
        [one] Ce code n’est pas le bon. Regardez l’e-mail le plus récent ; il vous reste { $tries } essai.
       *[other] Ce code n’est pas le bon. Regardez l’e-mail le plus récent ; il vous reste { $tries } essais.
    }
error-expired = Ce code a expiré. Demandez-en un autre et saisissez le nouveau.
error-already-used = Ce code a déjà servi. Recommencez pour en recevoir un autre.
error-voided = Ces codes ne sont plus valables : la personne qui lit les e-mails de cette adresse ne les a pas demandés. Vérifiez l’adresse.
error-overtaken = Une autre de vos fenêtres a été plus rapide. Rechargez cette page.
error-tries-spent = Trop de codes erronés. Appuyez sur « { resend-button } » pour recommencer avec un nouveau code.
error-nothing-pending = Votre inscription n’attend plus de code. Saisissez votre adresse pour en recevoir un nouveau.
error-not-signed-in = Votre session est terminée.
error-token = Nous ne connaissons pas cette clé. Copiez-la en entier depuis l’e-mail le plus récent : douze lettres et chiffres en trois groupes. Elle est valable un jour.
error-address-taken = Vous avez un autre compte avec cette adresse. Déconnectez-vous puis reconnectez-vous avec cette adresse, ou supprimez d’abord cet autre compte. Rien n’a été changé.
error-malformed = Le formulaire n’est pas arrivé comme il faut. Veuillez réessayer.
error-cross-site = Cette demande venait d’un autre site et n’a pas été exécutée.
error-no-answer = Pas de réponse du serveur. Vérifiez votre connexion et réessayez.
error-internal = Une erreur s’est produite de notre côté. Rien n’est perdu ; veuillez réessayer.

address-empty = Saisissez votre adresse e-mail.
address-too-long = C’est trop long pour une adresse e-mail.
address-no-at = Une adresse e-mail contient un @, comme dans name@example.org.
address-no-local-part = Saisissez aussi ce qui se trouve avant le @.
address-no-domain = Saisissez aussi ce qui se trouve après le @, par exemple example.org.
address-several = Saisissez une seule adresse e-mail.
address-blank = Une adresse e-mail ne contient pas d’espaces.
address-control = Cette adresse contient un caractère invisible. Tapez-la à la main.
address-quoted = Les adresses avec des guillemets ne sont pas acceptées ici.
address-comment = Les adresses avec des parenthèses ne sont pas acceptées ici.
address-character = Saisissez seulement l’adresse, comme dans name@example.org ; elle contient un caractère de trop.
address-dot = Un point est mal placé avant le @.
address-domain = Ce qui suit le @ n’est pas un domaine comme example.org.
address-incomplete-domain = Ce qui suit le @ est incomplet ; il manque une terminaison comme .org.

code-empty = Saisissez les six chiffres de l’e-mail.
code-not-digits = Le code ne contient que des chiffres.
code-too-short = C’est trop court ; le code a six chiffres.
code-too-long = C’est trop long ; le code a six chiffres.

limit-resend = Un code vient d’être envoyé à cette adresse. Vous pourrez en demander un autre dans { $wait }.
limit-address = Beaucoup de codes ont été envoyés à cette adresse. Vous pourrez en demander un autre dans { $wait }.
limit-domain = Beaucoup de codes ont été envoyés à des adresses de ce domaine. Vous pourrez en demander un autre dans { $wait }.
limit-client = Beaucoup de codes ont été demandés depuis votre réseau. Vous pourrez en demander un autre dans { $wait }.
limit-queue = Notre serveur de messagerie est lent, et de nombreuses personnes attendent leur code. Veuillez réessayer dans { $wait }.
limit-total = Nous envoyons plus d’e-mails que d’habitude et devons faire une pause. Veuillez réessayer dans { $wait }.
limit-proof = Nous envoyons plus d’e-mails que d’habitude, c’est donc plus long. Attendez { $wait }, puis appuyez de nouveau sur le bouton.
limit-failures = Trop de codes erronés ont été saisis pour cette adresse. Vous pourrez réessayer dans { $wait }.
limit-muted = La personne qui lit les e-mails de cette adresse ne veut plus de codes pour l’instant. Vous pourrez en redemander dans { $wait }.

seconds = { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }
minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
hours = { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }
less-than-a-minute = moins d’une minute

month = { $month ->
    *[1] janvier
     [2] février
     [3] mars
     [4] avril
     [5] mai
     [6] juin
     [7] juillet
     [8] août
     [9] septembre
     [10] octobre
     [11] novembre
     [12] décembre
    }
day = { $day ->
        [1] 1er
       *[other] { $day }
    } { month } { $year }
moment = { $time } le { day }

account-heading = Bonjour !
account-who = Votre session est ouverte avec { $address }.
account-since = Vous avez ce compte depuis le { $date }.
sign-out-button = Se déconnecter
signed-out = Votre session est fermée.
browsers-heading = Vos navigateurs connectés
browser-since = Connexion le { $date }.
browser-seen = Vu pour la dernière fois { $ago }.
browser-this = C’est celui que vous utilisez.
ago-now = il y a moins d’une heure
ago-hours = { $count ->
        [one] il y a { $count } heure
       *[other] il y a { $count } heures
    }
ago-days = { $count ->
        [one] il y a { $count } jour
       *[other] il y a { $count } jours
    }
browser-on = { $agent } sur { $system }
browser-agent = { $agent }
browser-program = Un programme
browser-program-on = Un programme sur { $system }
browser-unknown = Un navigateur
browser-unknown-on = Un navigateur sur { $system }
browser-sign-out = Déconnecter : { $browser }
others-button = Déconnecter tous les autres
everywhere-button = Se déconnecter partout
browser-signed-out = Le navigateur choisi est déconnecté.
others-signed-out = Tous les autres navigateurs sont déconnectés.
address-changed = Votre adresse a été changée. Les navigateurs qui étaient connectés le restent ; vous pouvez les déconnecter ici.
email-heading = Votre adresse e-mail
email-button = Changer l’adresse e-mail
data-heading = Vos données
data-hint = Tout ce que nous conservons sur ce compte, dans un fichier lisible par les personnes et les programmes (JSON).
data-button = Télécharger mes données
delete-summary = Supprimer mon compte
delete-warning = Votre compte, votre adresse et vos sessions seront supprimés immédiatement et définitivement.
delete-button = Supprimer maintenant
new-address-heading = Changer d’adresse e-mail
new-address-lead = L’adresse de votre compte est { $address }. Elle changera dès que vous aurez saisi le code que nous envoyons à la nouvelle.
new-address-label = Nouvelle adresse e-mail
new-address-keep = Garder l’ancienne adresse
new-code-lead = Il est envoyé à votre nouvelle adresse, { $address }

not-me-heading = Ce n’était pas moi
not-me-lead = Vous avez reçu un code sans l’avoir demandé ? Quelqu’un a saisi votre adresse, très probablement par erreur. Sans le code, cette personne ne peut rien en faire.
not-me-offer = Si vous le souhaitez, nous y mettons fin : aucun code en attente pour votre adresse ne fonctionnera plus, et nous ne lui en enverrons pas d’autres pendant { $duration }.
not-me-label = Clé de l’e-mail
not-me-hint = Douze lettres et chiffres en trois groupes, à la fin de l’e-mail.
not-me-button = Arrêter les codes
not-me-done-heading = Les codes sont annulés
not-me-done = Aucun code en attente pour votre adresse ne fonctionne plus, et nous ne lui en enverrons pas d’autres pendant { $duration }.
not-me-done-next = Il n’y a rien d’autre à faire ; vous pouvez supprimer l’e-mail. Si vous voulez vous-même un code, demandez-le dans { $duration }, ou dès maintenant dans un navigateur où vous avez déjà ouvert une session avec cette adresse.
start-link = Aller à l’accueil

mailbox-hint = Aucun e-mail ne quitte cette machine : le code est dans la { $link }.
mailbox-hint-link = boîte de développement

not-found-heading = Cette page n’existe pas
not-found = L’adresse contient peut-être une faute de frappe, ou la page a été déplacée.
forbidden-heading = Ce formulaire venait d’un autre site
forbidden = Il n’a pas été pris en compte. Ouvrez la page ici et remplissez son formulaire.
method-heading = Cela ne fonctionne pas ainsi
method = Utilisez les formulaires de nos pages.
too-large-heading = Envoi trop volumineux
too-large = Ce qui a été envoyé dépasse la taille de tous nos formulaires. Revenez en arrière et raccourcissez-le.
timeout-heading = Cela a pris trop de temps
timeout = Tout n’est pas arrivé. Vérifiez votre connexion, revenez en arrière et réessayez.
uri-heading = Cette adresse est trop longue
uri = Aucune adresse n’est aussi longue ici. Ouvrez la page d’accueil et commencez par là.
head-heading = Votre navigateur a envoyé trop de données
head = Supprimez les cookies qu’il garde pour ce site, puis réessayez.
too-many-heading = Trop de connexions
too-many = Votre réseau a ouvert plus de connexions que nous ne pouvons en servir. Réessayez dans quelques secondes.
busy-heading = Nous sommes très occupés
busy = Rien n’est perdu. Veuillez réessayer dans quelques secondes.
bad-request-heading = Nous n’avons pas compris cette demande
bad-request = Revenez en arrière et réessayez.
internal-heading = Une erreur s’est produite de notre côté
internal = Rien n’est perdu. Veuillez réessayer dans un instant.

language-label = Langue
language-button = Changer

mail-subject = { $code } est votre code { $service }
mail-subject-without = Votre code { $service }
mail-heading = Votre code { $service }
mail-code-is = Votre code { $service } est
mail-preheader = { $code } est valable { $lifetime }.
mail-preheader-without = Ouvrez cet e-mail pour voir le code. Il est valable { $lifetime }.
mail-use = Il est valable { $lifetime }. Saisissez-le sur la page où vous l’avez demandé, et ne le donnez à personne.
mail-who = Quelqu’un, vous sans doute, l’a demandé à { $service } vers { $moment }.
mail-who-without = Quelqu’un, vous sans doute, a demandé un code à { $service } vers { $moment }. Pour continuer, saisissez le code ci-dessous sur la page où vous l’avez demandé, et ne le donnez à personne. Il est valable { $lifetime }. Il est placé aussi bas pour qu’un coup d’œil sur un écran verrouillé ou sur une liste d’e-mails ne le révèle pas.
mail-not-you = Si ce n’était pas vous, vous n’avez rien à faire : sans le code, personne ne peut s’inscrire avec votre adresse. Si de tels e-mails vous gênent, ouvrez
mail-not-you-new-address = Avec ce code, cette adresse devient celle d’un compte. Si ce compte n’est pas le vôtre, ne saisissez pas le code et ne le donnez à personne ; vous n’avez rien d’autre à faire. Si de tels e-mails vous gênent, ouvrez
mail-paste = et collez-y ceci :
mail-voids = Cela annule les codes qui vous ont été envoyés, et vous n’en recevrez plus pendant un jour.
mail-notice-preheader = Si ce n’était pas vous, lisez la suite.
mail-changed-subject = Votre compte { $service } a une autre adresse
mail-changed = Votre compte { $service } a une autre adresse ; elle a été changée vers { $moment }. Les codes du compte sont désormais envoyés à cette autre adresse, et non plus à celle-ci.
mail-changed-you = Si c’était vous, il n’y a rien d’autre à faire.
mail-changed-not-you = Si ce n’était pas vous, quelqu’un a utilisé un navigateur où votre session était ouverte, ou lit vos e-mails. Si l’un de vos navigateurs est encore connecté, ouvrez-y immédiatement votre compte, déconnectez tous les autres et rétablissez l’ancienne adresse. Sinon, prévenez tout de suite les responsables de { $service }, car vous ne pouvez plus vous connecter à ce compte. Veillez à ce que personne d’autre ne lise cette boîte e-mail.
mail-deleted-subject = Votre compte { $service } a été supprimé
mail-deleted = Votre compte { $service } a été supprimé vers { $moment }, ainsi que votre adresse et vos sessions.
mail-deleted-you = Si c’était vous, il n’y a rien d’autre à faire. Si vous voulez de nouveau un compte, inscrivez-vous avec cette adresse comme la première fois.
mail-deleted-not-you = Si ce n’était pas vous, quelqu’un a utilisé un navigateur où votre session était ouverte, ou lit vos e-mails. Le compte ne peut pas être rétabli. Veillez à ce que personne d’autre ne lise cette boîte e-mail, inscrivez-vous de nouveau et prévenez les responsables de { $service }.
