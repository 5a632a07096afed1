# Français
# Formal (vous): as Orange, La Poste, banks and public services write; neutral for any service.

title-error = Erreur : { $title }

address-heading = S’inscrire ou se connecter
address-lead = Saisissez votre adresse e-mail pour recevoir un code à 6 chiffres. Pas besoin de mot de passe.
address-label = Adresse e-mail
address-button = Recevoir un code par e-mail
sending-button = Envoi du code…
address-meant = Vouliez-vous dire { $address } ?
proving = Il y a plus d’affluence que d’habitude : nous vérifions d’abord votre navigateur. Cela prend quelques secondes.

code-heading = Consultez vos e-mails
code-lead-sending = Nous envoyons un code à 6 chiffres à
code-lead-sent = Nous avons envoyé un code à 6 chiffres à
code-lead-tried = Nous avons essayé d’envoyer un code à 6 chiffres à
change-button = Modifier
code-label = Code à 6 chiffres
code-hint-for = Le code est encore valable { $lifetime }.
code-hint-until = Le code est valable jusqu’à { $time }.
code-hint-over = Le code a expiré.
code-button = Continuer
code-button-busy = Vérification…
resend-later = Rien reçu ? Regardez dans vos courriers indésirables ou demandez un nouveau code dans { $wait }.
resend-offer = Rien reçu ? Regardez dans vos courriers indésirables ou { $button }.
resend-button = demandez un nouveau code
resend-wait = Vous pourrez demander un nouveau code dans { $wait }.
resend-now = Vous pouvez maintenant demander un nouveau code.
resend-sent = Nous avons envoyé un nouveau code à { $address }.
webmail = Ouvrir { $name }

delivery-sending = Envoi en cours…
delivery-slow = Notre serveur de messagerie tarde à répondre. Le code peut encore arriver ; vous pouvez aussi en demander un nouveau.
delivery-reload = Actualisez cette page pour savoir si le code a été envoyé.
delivery-accepted = Envoyé à { $time }. La réception peut prendre une minute.
delivery-unknown = La connexion à notre serveur de messagerie a été coupée : l’e-mail n’est peut-être pas parti.
delivery-retrying-later = Pas encore envoyé : le serveur de messagerie est surchargé. Nous réessayons.
delivery-retrying-unreachable = Pas encore envoyé : notre serveur de messagerie est injoignable. Nous réessayons.
delivery-retrying-insecure = Pas encore envoyé : pas de connexion sécurisée à notre serveur de messagerie. Nous réessayons.
delivery-retrying-other = Pas encore envoyé : le serveur de messagerie n’a pas accepté l’e-mail. Nous réessayons.
delivery-failed-earlier = Nous n’avons pas pu envoyer de nouveau code. Le précédent est toujours valable.

failed-heading = Nous n’avons pas pu envoyer le code
delivery-failed-recipient = Le serveur de messagerie du domaine { $domain } indique que cette boîte mail n’existe pas. Vérifiez l’orthographe de l’adresse.
delivery-failed-full = Le serveur de messagerie du domaine { $domain } indique que cette boîte mail est pleine. Faites-y de la place, puis réessayez.
delivery-failed-unsupported = Notre serveur de messagerie ne peut pas envoyer d’e-mail à ce type d’adresse. Veuillez en utiliser une autre.
delivery-failed-rejected = Le serveur de messagerie a refusé notre e-mail. Vérifiez l’adresse ou réessayez.
delivery-failed-later = Le serveur de messagerie est surchargé. Vous pouvez réessayer tout de suite.
delivery-failed-unreachable = Notre serveur de messagerie est injoignable. Vous pouvez réessayer tout de suite.
delivery-failed-insecure = Nous n’avons pas pu établir de connexion sécurisée à notre serveur de messagerie ; rien n’a été envoyé. Vous pouvez réessayer tout de suite.
expired-heading = Votre code a expiré
expired = Demandez-en un nouveau pour continuer.
spent-heading = Trop de codes incorrects
retry-button = Réessayer
new-code-button = Demander un nouveau code
new-code-wait = Possible dans { $wait }.
other-address-button = Utiliser une autre adresse e-mail

voided-heading = Ces codes ne sont plus valables
muted-heading = Nous ne pouvons pas envoyer de code à cette adresse
proof-heading = Un instant
limit-heading = Veuillez patienter
cookies-heading = Autorisez les cookies pour continuer

error-heading = Il y a un problème
error-domain = Nous n’acceptons pas les adresses e-mail de ce domaine. Veuillez en utiliser une autre.
error-wrong-code = { $tries ->
        [one] Ce code est incorrect. Consultez l’e-mail le plus récent ; il vous reste { $tries } essai.
       *[other] Ce code est incorrect. Consultez l’e-mail le plus récent ; il vous reste { $tries } essais.
    }
error-expired = Ce code a expiré. Saisissez le plus récent ou demandez-en un nouveau.
error-already-used = Ce code a déjà été utilisé. Recommencez pour en recevoir un nouveau.
error-voided = Une personne qui a accès à cette boîte mail nous a indiqué ne pas avoir demandé de code. Vérifiez l’adresse ou utilisez-en une autre.
error-overtaken = Quelque chose a changé dans une autre fenêtre. Actualisez cette page.
error-tries-spent = Par mesure de sécurité, votre code n’est plus valable. Demandez-en un nouveau pour continuer.
error-nothing-pending = Nous n’attendons plus de code de votre part. Saisissez votre adresse e-mail pour en recevoir un nouveau.
error-not-signed-in = Votre session est terminée.
error-token = Nous ne reconnaissons pas cette clé. Copiez-la en entier depuis l’e-mail le plus récent : 12 lettres et chiffres en trois groupes. Elle est valable 24 heures.
error-address-taken = Vous avez un autre compte avec cette adresse. Déconnectez-vous, puis connectez-vous avec celle-ci, ou supprimez d’abord cet autre compte. Rien n’a été modifié.
error-malformed = Le formulaire n’a pas été reçu correctement. Veuillez réessayer.
error-cross-site = Cette demande provenait d’un autre site ; nous n’y avons pas donné suite.
error-cookies = Votre navigateur n’a pas renvoyé notre cookie ; nous n’avons donc pas envoyé de code. Autorisez les cookies pour ce site et réessayez.
error-no-answer = Impossible de joindre le serveur. Vérifiez votre connexion Internet et réessayez.
error-internal = Une erreur s’est produite de notre côté. Rien n’a été perdu ; veuillez réessayer.

address-empty = Saisissez votre adresse e-mail.
address-too-long = C’est trop long pour une adresse e-mail.
address-no-at = Saisissez une adresse e-mail avec un @, comme nom@example.org.
address-no-local-part = Saisissez aussi la partie avant le @.
address-no-domain = Saisissez aussi la partie après le @, comme example.org.
address-several = Saisissez une seule adresse e-mail.
address-blank = Une adresse e-mail ne peut pas contenir d’espace.
address-control = Cette adresse contient un caractère invisible. Tapez-la à la main.
address-quoted = Nous n’acceptons pas les adresses avec des guillemets.
address-comment = Nous n’acceptons pas les adresses avec des parenthèses.
address-character = Saisissez uniquement l’adresse, comme nom@example.org. Il y a un caractère en trop.
address-dot = Un point est mal placé avant le @.
address-domain = La partie après le @ n’est pas un domaine comme example.org.
address-incomplete-domain = La partie après le @ est incomplète. Il manque une terminaison comme .org.

code-empty = Saisissez le code à 6 chiffres reçu par e-mail.
code-not-digits = Le code ne contient que des chiffres.
code-too-short = C’est trop court. Le code comporte 6 chiffres.
code-too-long = C’est trop long. Le code comporte 6 chiffres.

limit-resend = Nous venons d’envoyer un code à cette adresse. Vous pourrez en demander un autre dans { $wait }.
limit-address = Nous avons envoyé beaucoup de codes à cette adresse. Vous pourrez en demander un autre dans { $wait }.
limit-domain = Nous avons envoyé beaucoup de codes à des adresses de ce domaine. Vous pourrez en demander un autre dans { $wait }.
limit-client = Beaucoup de codes ont été demandés depuis votre réseau. Vous pourrez en demander un autre dans { $wait }.
limit-queue = Notre serveur de messagerie est lent, et d’autres personnes attendent aussi. Veuillez réessayer dans { $wait }.
limit-total = Nous envoyons plus d’e-mails que d’habitude et devons faire une pause. Veuillez réessayer dans { $wait }.
limit-proof = Il y a plus d’affluence que d’habitude. Attendez { $wait }, puis appuyez de nouveau sur le bouton.
limit-failures = Trop de codes incorrects ont été saisis pour cette adresse. Vous pourrez réessayer dans { $wait }.
limit-muted = Une personne qui a accès à cette boîte mail nous a demandé de suspendre les envois. Redemandez un code dans { $wait } ou utilisez une autre adresse e-mail.
limit-code-works = Un code que vous avez déjà reçu reste valable.

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

account-heading = Votre compte
account-who = Votre session est ouverte avec { $address }.
account-since = Créé le { $date }
account-since-today = Créé aujourd’hui
sign-out-button = Se déconnecter
signed-out = Votre session est fermée.
browsers-heading = Vos sessions actives
browser-since = Connexion le { $date }
browser-since-today = Connexion aujourd’hui
browser-seen = Dernière activité { $ago }
browser-this = Ce navigateur
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
others-button = Se déconnecter partout ailleurs
everywhere-button = Se déconnecter partout
browser-signed-out = Le navigateur choisi est déconnecté.
others-signed-out = Tous les autres navigateurs sont déconnectés.
address-changed = Votre adresse e-mail a été modifiée. Les navigateurs qui étaient connectés le restent ; vous pouvez les déconnecter ici.
email-button = Modifier l’adresse e-mail
data-heading = Vos données
data-hint = Tout ce que nous conservons sur ce compte, dans un seul fichier (JSON).
data-button = Télécharger mes données
delete-summary = Supprimer mon compte
delete-warning = Votre compte, votre adresse e-mail et vos sessions seront supprimés immédiatement et définitivement.
delete-button = Supprimer mon compte maintenant

new-address-heading = Modifier l’adresse e-mail
new-address-lead = L’adresse de votre compte est { $address }. Elle changera dès que vous aurez saisi le code que nous enverrons à la nouvelle.
new-address-label = Nouvelle adresse e-mail
new-address-keep = Garder l’adresse actuelle

not-me-heading = Vous n’avez pas demandé de code ?
not-me-lead = Quelqu’un a saisi votre adresse e-mail, probablement par erreur. Sans le code, cette personne ne peut rien en faire.
not-me-offer = Vous pouvez y mettre fin : les codes que nous vous avons envoyés ne seront plus valables, et nous ne vous en enverrons plus pendant { $duration }.
not-me-label = Clé indiquée dans l’e-mail
not-me-hint = 12 lettres et chiffres en trois groupes, à la fin de l’e-mail.
not-me-button = Ne plus recevoir de codes
not-me-done-heading = Ces codes ne sont plus valables
not-me-done = Nous n’en enverrons plus à votre adresse pendant { $duration }.
not-me-done-next = Vous n’avez rien d’autre à faire ; vous pouvez supprimer l’e-mail. Si vous voulez vous-même un code, demandez-le dans { $duration }, ou dès maintenant depuis un navigateur déjà utilisé pour vous connecter avec cette adresse.
start-link = Aller à la page d’accueil

mailbox-hint = Aucun e-mail ne quitte cette machine. Le code se trouve dans la { $link }.
mailbox-hint-link = boîte mail de développement

not-found-heading = Page introuvable
not-found = Vérifiez l’adresse de la page ; elle a peut-être été déplacée.
forbidden-heading = Ce formulaire provenait d’un autre site
forbidden = Nous ne l’avons pas pris en compte. Ouvrez la page sur notre site et remplissez-y le formulaire.
elsewhere-heading = Cette page a une autre adresse
elsewhere = Son adresse est { $address }. Ouvrez-la à cette adresse et réessayez.
method-heading = Demande non prise en charge
method = Utilisez les formulaires de nos pages.
too-large-heading = Envoi trop volumineux
too-large = Vous avez envoyé plus que ce que nos formulaires acceptent. Revenez en arrière et raccourcissez votre saisie.
timeout-heading = Délai dépassé
timeout = Une partie de votre envoi ne nous est pas parvenue. Vérifiez votre connexion Internet, revenez en arrière et réessayez.
uri-heading = Ce lien est trop long
uri = Aucun de nos liens n’est aussi long. Allez plutôt à la page d’accueil.
head-heading = Votre navigateur a envoyé trop de données
head = Supprimez les cookies qu’il conserve pour ce site, puis réessayez.
too-many-heading = Trop de connexions
too-many = Votre réseau a ouvert plus de connexions que nous ne pouvons en traiter. Réessayez dans quelques secondes.
busy-heading = Il y a beaucoup d’affluence
busy = Rien n’a été perdu. Veuillez réessayer dans quelques secondes.
bad-request-heading = Nous n’avons pas compris votre demande
bad-request = Revenez en arrière et réessayez.
internal-heading = Une erreur s’est produite de notre côté
internal = Rien n’a été perdu. Veuillez réessayer dans un instant.

language-label = Langue

mail-subject = { $code } est votre code { $service }
mail-subject-without = Votre code { $service }
mail-heading = Votre code { $service }
mail-code-is = Votre code { $service } est
mail-preheader = Saisissez-le sur la page où vous l’avez demandé. Il est valable { $lifetime }.
mail-preheader-without = Ouvrez cet e-mail pour voir votre code. Il est valable { $lifetime }.
mail-use = Saisissez-le sur la page où vous l’avez demandé. Il est valable { $lifetime }. Ne le communiquez à personne.
mail-who = Il a été demandé à { $moment }.
mail-who-without = Un code { $service } a été demandé à { $moment }. Saisissez le code ci-dessous sur la page où vous l’avez demandé. Il est valable { $lifetime }. Ne le communiquez à personne. Il figure plus bas pour ne pas apparaître sur l’écran verrouillé ni dans la liste des e-mails.
mail-not-you = Si ce n’était pas vous, vous pouvez ignorer cet e-mail : sans le code, personne ne peut utiliser votre adresse. Si vous continuez à en recevoir, ouvrez
mail-not-you-new-address = Avec ce code, cette adresse devient l’adresse e-mail d’un compte. Si ce compte n’est pas le vôtre, ne saisissez pas le code et ne le communiquez à personne ; vous n’avez rien d’autre à faire. Si vous continuez à recevoir de tels e-mails, ouvrez
mail-paste = et collez-y cette clé :
mail-voids = Les codes que nous vous avons envoyés ne seront plus valables, et nous ne vous en enverrons plus pendant 24 heures.

mail-notice-preheader = Si ce n’était pas vous, lisez la suite.
mail-changed-subject = Votre adresse e-mail { $service } a été modifiée
mail-changed = L’adresse e-mail de votre compte { $service } a été modifiée à { $moment }. Les codes seront désormais envoyés à la nouvelle adresse, et non plus à celle-ci.
mail-changed-you = Si c’était vous, vous n’avez rien à faire.
mail-changed-not-you = Si ce n’était pas vous, quelqu’un a utilisé un navigateur où votre session était ouverte, ou peut lire vos e-mails. Si l’un de vos navigateurs est encore connecté, ouvrez-y immédiatement votre compte, déconnectez-vous partout ailleurs et rétablissez l’ancienne adresse. Sinon, contactez immédiatement { $service }, car vous ne pouvez plus vous connecter à ce compte. Assurez-vous que personne d’autre ne peut lire cette boîte mail.
mail-deleted-subject = Votre compte { $service } a été supprimé
mail-deleted = Votre compte { $service } a été supprimé à { $moment }, ainsi que votre adresse e-mail et vos sessions.
mail-deleted-you = Si c’était vous, vous n’avez rien à faire. Si vous voulez de nouveau un compte, inscrivez-vous avec cette adresse comme avant.
mail-deleted-not-you = Si ce n’était pas vous, quelqu’un a utilisé un navigateur où votre session était ouverte, ou peut lire vos e-mails. Le compte ne peut pas être récupéré. Assurez-vous que personne d’autre ne peut lire cette boîte mail, inscrivez-vous de nouveau et contactez { $service }.
