# Español (Spanish)

title-address = Crear una cuenta
title-code = Escriba el código
title-account = Su cuenta
title-new-address = Cambiar la dirección de correo
title-not-me = No he sido yo
title-not-me-done = Códigos anulados
title-error = Error: { $title }

address-heading = Crear una cuenta o iniciar sesión
address-lead = Escriba su dirección de correo electrónico. Le enviaremos un código de seis cifras; no hace falta contraseña.
address-label = Dirección de correo electrónico
address-hint = El código se envía solo a esta dirección.
address-button = Enviar código
sending-button = Enviando el código…
address-meant = ¿Quiso decir { $address }?
proving = Estamos enviando más correos de lo habitual, así que su navegador tiene que hacer antes un cálculo. Tardará unos segundos.

code-heading = Escriba el código
code-lead = Lo enviamos a { $address }
code-meant = ¿Quiso decir { $domain }? En ese caso, cambie la dirección.
code-label = Código
code-hint-for = Seis cifras. El código es válido durante { $lifetime }.
code-hint-until = Seis cifras; si las pega, se envían al momento. El código es válido hasta las { $time }.
code-hint-over = Su código ha caducado. Pida otro.
code-button = Continuar
code-button-busy = Un momento…
resend-button = Pedir otro código
resend-wait = Podrá pedir otro código dentro de { $wait }.
resend-now = Ya puede pedir otro código.
resend-sent = Hemos enviado otro código a { $address }.
resend-failed = El último correo no se envió.
change-button = Cambiar la dirección
webmail = Buscar el correo en { $name }

delivery-sending = El correo va camino de nuestro servidor de correo.
delivery-slow = El correo va camino de nuestro servidor de correo, que tarda en responder. Todavía puede llegar; también puede pedir otro código ahora.
delivery-reload = Vuelva a cargar esta página para ver qué ha sido de él.
delivery-accepted = El correo se envió a las { $time }. Puede tardar un minuto en llegar; mire también en la carpeta de correo no deseado.
delivery-unknown = Se cortó la conexión con nuestro servidor de correo. Es posible que el correo se haya enviado; si no le llega nada, pida otro código.
delivery-retrying-later = Aún no se ha podido enviar el correo: el servidor de correo está ocupado. Seguimos intentándolo; también puede pedir otro código ahora.
delivery-retrying-unreachable = Aún no se ha podido enviar el correo: no hemos podido conectar con nuestro servidor de correo. Seguimos intentándolo; también puede pedir otro código ahora.
delivery-retrying-insecure = Aún no se ha podido enviar el correo: no era posible usar nuestro servidor de correo de forma segura. Seguimos intentándolo; también puede pedir otro código ahora.
delivery-retrying-other = Aún no se ha podido enviar el correo: el servidor de correo lo ha rechazado. Seguimos intentándolo; también puede pedir otro código ahora.
delivery-failed-recipient = No se ha podido enviar el correo: según el servidor de correo de { $domain }, este buzón no existe. Compruebe la dirección.
delivery-failed-full = No se ha podido enviar el correo: según el servidor de correo de { $domain }, este buzón está lleno. Libere espacio y vuelva a intentarlo ahora.
delivery-failed-unsupported = No se ha podido enviar el correo: nuestro servidor de correo no puede enviar a direcciones de este tipo. Use otra, por favor.
delivery-failed-rejected = No se ha podido enviar el correo: el servidor de correo lo ha rechazado. Compruebe la dirección o vuelva a intentarlo ahora.
delivery-failed-later = No se ha podido enviar el correo: el servidor de correo está ocupado. Vuelva a intentarlo ahora; no hace falta esperar.
delivery-failed-unreachable = No se ha podido enviar el correo: no hemos podido conectar con nuestro servidor de correo. Vuelva a intentarlo ahora; no hace falta esperar.
delivery-failed-insecure = No se ha podido enviar el correo: no era posible usar nuestro servidor de correo de forma segura. Vuelva a intentarlo ahora; no hace falta esperar.

error-heading = Hay un problema
error-domain = Aquí no se aceptan direcciones de este dominio. Use otra, por favor.
error-wrong-code = { $tries ->
        [one] Este código no es correcto. Mire el correo más reciente; le queda { $tries } intento.
       *[other] Este código no es correcto. Mire el correo más reciente; le quedan { $tries } intentos.
    }
error-expired = Este código ha caducado. Pida otro y escriba el nuevo.
error-already-used = Este código ya se ha usado. Empiece de nuevo para recibir otro.
error-voided = Estos códigos ya no son válidos: quien lee el correo de esta dirección no los pidió. Compruebe la dirección.
error-overtaken = Otra de sus ventanas se ha adelantado. Vuelva a cargar esta página.
error-tries-spent = Demasiados códigos incorrectos. Pulse «{ resend-button }» para empezar de nuevo con otro código.
error-nothing-pending = Su solicitud ya no está a la espera de un código. Escriba su dirección para recibir uno nuevo.
error-not-signed-in = Su sesión ya no está abierta.
error-token = No conocemos este token. Cópielo entero del correo más reciente: doce letras y cifras en tres grupos. Es válido durante un día.
error-address-taken = Tiene otra cuenta con esta dirección. Cierre la sesión e iníciela con esa dirección, o elimine antes la otra cuenta. No se ha cambiado nada.
error-malformed = El formulario no ha llegado bien. Inténtelo de nuevo, por favor.
error-cross-site = Esta solicitud venía de otro sitio web y no se ha realizado.
error-no-answer = El servidor no responde. Compruebe su conexión e inténtelo de nuevo.
error-internal = Se ha producido un error por nuestra parte. No se ha perdido nada; inténtelo de nuevo, por favor.

address-empty = Escriba su dirección de correo electrónico.
address-too-long = Es más larga de lo que puede ser una dirección de correo electrónico.
address-no-at = Una dirección de correo electrónico lleva una @, como en name@example.org.
address-no-local-part = Escriba también lo que va delante de la @.
address-no-domain = Escriba también lo que va detrás de la @, como en example.org.
address-several = Escriba una sola dirección de correo electrónico.
address-blank = Una dirección de correo electrónico no lleva espacios.
address-control = Hay un carácter invisible en esta dirección. Escríbala a mano.
address-quoted = Aquí no se aceptan direcciones con comillas.
address-comment = Aquí no se aceptan direcciones con paréntesis.
address-character = Escriba solo la dirección, como en name@example.org; contiene un carácter que sobra.
address-dot = Hay un punto mal colocado delante de la @.
address-domain = Lo que va detrás de la @ no es un dominio como example.org.
address-incomplete-domain = Lo que va detrás de la @ está incompleto; le falta una terminación como .org.

code-empty = Escriba las seis cifras del correo.
code-not-digits = El código solo tiene cifras.
code-too-short = Es demasiado corto; el código tiene seis cifras.
code-too-long = Es demasiado largo; el código tiene seis cifras.

limit-resend = Acabamos de enviar un código a esta dirección. Podrá pedir otro dentro de { $wait }.
limit-address = Se han enviado muchos códigos a esta dirección. Podrá pedir otro dentro de { $wait }.
limit-domain = Se han enviado muchos códigos a direcciones de este dominio. Podrá pedir otro dentro de { $wait }.
limit-client = Se han pedido muchos códigos desde su red. Podrá pedir otro dentro de { $wait }.
limit-queue = Nuestro servidor de correo va lento y muchas personas esperan su código. Vuelva a intentarlo dentro de { $wait }, por favor.
limit-total = Estamos enviando más correos de lo habitual y tenemos que hacer una pausa. Vuelva a intentarlo dentro de { $wait }, por favor.
limit-proof = Estamos enviando más correos de lo habitual y por eso esto tarda más. Espere { $wait } y vuelva a pulsar el botón.
limit-failures = Se han escrito demasiados códigos incorrectos para esta dirección. Podrá volver a intentarlo dentro de { $wait }.
limit-muted = Quien lee el correo de esta dirección nos pidió que no enviáramos más códigos por ahora. Podrá volver a pedir uno dentro de { $wait }.

seconds = { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }
minutes = { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }
hours = { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }
less-than-a-minute = menos de un minuto

month = { $month ->
    *[1] enero
     [2] febrero
     [3] marzo
     [4] abril
     [5] mayo
     [6] junio
     [7] julio
     [8] agosto
     [9] septiembre
     [10] octubre
     [11] noviembre
     [12] diciembre
    }
day = { $day } de { month } de { $year }
moment = el { day } a las { $time }

account-heading = ¡Hola!
account-who = Ha iniciado sesión como { $address }.
account-since = Tiene esta cuenta desde el { $date }.
sign-out-button = Cerrar sesión
signed-out = Se ha cerrado su sesión.
browsers-heading = Dónde tiene la sesión abierta
browser-since = Sesión iniciada el { $date }.
browser-seen = Última actividad: { $ago }.
browser-this = Es el que está usando.
ago-now = en la última hora
ago-hours = { $count ->
        [one] hace { $count } hora
       *[other] hace { $count } horas
    }
ago-days = { $count ->
        [one] hace { $count } día
       *[other] hace { $count } días
    }
browser-on = { $agent } en { $system }
browser-agent = { $agent }
browser-program = Un programa
browser-program-on = Un programa en { $system }
browser-unknown = Un navegador
browser-unknown-on = Un navegador en { $system }
browser-sign-out = Cerrar sesión: { $browser }
others-button = Cerrar las demás sesiones
everywhere-button = Cerrar todas las sesiones
browser-signed-out = Se ha cerrado la sesión en ese navegador.
others-signed-out = Se ha cerrado la sesión en todos los demás navegadores.
address-changed = Se ha cambiado su dirección. La sesión sigue abierta en los navegadores donde ya lo estaba; si lo desea, puede cerrarla aquí.
email-heading = Su dirección de correo electrónico
email-button = Cambiar la dirección de correo
data-heading = Sus datos
data-hint = Todo lo que guardamos sobre esta cuenta, en un archivo que pueden leer personas y programas (JSON).
data-button = Descargar mis datos
delete-summary = Eliminar mi cuenta
delete-warning = Su cuenta, su dirección y sus sesiones se eliminarán de inmediato y para siempre.
delete-button = Eliminarla ahora
new-address-heading = Cambiar la dirección de correo
new-address-lead = La dirección de su cuenta es { $address }. Cambiará cuando escriba el código que enviaremos a la nueva.
new-address-label = Nueva dirección de correo electrónico
new-address-keep = Mantener la dirección anterior
new-code-lead = Lo enviamos a su nueva dirección, { $address }

not-me-heading = No he sido yo
not-me-lead = ¿Ha recibido por correo un código que no pidió? Entonces alguien ha escrito su dirección, muy probablemente por error. Sin el código no puede hacer nada con ella.
not-me-offer = Si quiere, lo detenemos: los códigos pendientes para su dirección dejarán de ser válidos y no le enviaremos otros durante { $duration }.
not-me-label = Token del correo
not-me-hint = Doce letras y cifras en tres grupos, al final del correo.
not-me-button = Detener los códigos
not-me-done-heading = Los códigos están anulados
not-me-done = Los códigos pendientes para su dirección ya no son válidos y no le enviaremos otros durante { $duration }.
not-me-done-next = No tiene que hacer nada más; puede borrar el correo. Si quiere un código para usted, pídalo dentro de { $duration }, o ahora mismo desde un navegador en el que haya iniciado sesión con esta dirección.
start-link = Ir al inicio

mailbox-hint = Ningún correo sale de esta máquina: el código está en el { $link }.
mailbox-hint-link = buzón de desarrollo

not-found-heading = Esta página no existe
not-found = Puede que la dirección esté mal escrita o que la página haya cambiado de sitio.
forbidden-heading = Este formulario venía de otro sitio web
forbidden = No se ha tramitado. Abra la página aquí y rellene su formulario.
method-heading = Así no funciona
method = Use los formularios de nuestras páginas.
too-large-heading = Demasiados datos
too-large = Lo que se ha enviado es mayor que cualquier formulario de este sitio. Vuelva atrás y acórtelo.
timeout-heading = Ha tardado demasiado
timeout = No ha llegado todo lo que se envió. Compruebe su conexión, vuelva atrás e inténtelo de nuevo.
uri-heading = Esta dirección web es demasiado larga
uri = Ninguna dirección de este sitio es tan larga. Abra la página de inicio y empiece desde ahí.
head-heading = Su navegador ha enviado demasiado
head = Borre las cookies que guarda de este sitio e inténtelo de nuevo.
too-many-heading = Demasiadas conexiones
too-many = Su red tiene abiertas más conexiones de las que podemos atender. Inténtelo de nuevo en unos segundos.
busy-heading = Ahora mismo estamos saturados
busy = No ha perdido nada. Inténtelo de nuevo en unos segundos, por favor.
bad-request-heading = No hemos entendido la solicitud
bad-request = Vuelva atrás e inténtelo de nuevo.
internal-heading = Se ha producido un error por nuestra parte
internal = No ha perdido nada. Inténtelo de nuevo en un momento, por favor.

language-label = Idioma
language-button = Cambiar

mail-subject = { $code } es su código de { $service }
mail-subject-without = Su código de { $service }
mail-heading = Su código de { $service }
mail-code-is = Su código de { $service } es
mail-preheader = { $code } es válido durante { $lifetime }.
mail-preheader-without = Abra este correo para ver el código. Es válido durante { $lifetime }.
mail-use = Es válido durante { $lifetime }. Escríbalo en la página donde lo pidió y no se lo diga a nadie.
mail-who = Alguien, muy probablemente usted, lo pidió en { $service } { $moment } (hora aproximada).
mail-who-without = Alguien, muy probablemente usted, pidió un código en { $service } { $moment } (hora aproximada). El código está más abajo: para continuar, escríbalo en la página donde lo pidió y no se lo diga a nadie. Es válido durante { $lifetime }. Está tan abajo para que no se vea al mirar de pasada una pantalla bloqueada o una lista de correos.
mail-not-you = Si no ha sido usted, no tiene que hacer nada: sin el código, nadie puede crear una cuenta con su dirección. Si estos correos le molestan, abra
mail-not-you-new-address = Este código convierte esta dirección en la de una cuenta. Si esa cuenta no es suya, no lo escriba ni se lo diga a nadie; no tiene que hacer nada más. Si estos correos le molestan, abra
mail-paste = y pegue allí esto:
mail-voids = Así se anulan los códigos que se le han enviado y no recibirá otros durante un día.
mail-notice-preheader = Si no ha sido usted, siga leyendo.
mail-changed-subject = Su cuenta de { $service } tiene otra dirección
mail-changed = La dirección de su cuenta de { $service } se cambió { $moment } (hora aproximada). Desde entonces, los códigos de la cuenta se envían a la nueva dirección y ya no a esta.
mail-changed-you = Si ha sido usted, no tiene que hacer nada más.
mail-changed-not-you = Si no ha sido usted, alguien ha usado un navegador en el que su sesión estaba abierta, o lee su correo. Si su sesión sigue abierta en alguno de sus navegadores, abra allí su cuenta de inmediato, cierre las demás sesiones y vuelva a poner la dirección anterior. De lo contrario, avise enseguida a los responsables de { $service }, porque ya no puede entrar en la cuenta. Asegúrese de que nadie más lea este buzón.
mail-deleted-subject = Su cuenta de { $service } se ha eliminado
mail-deleted = Su cuenta de { $service } se eliminó { $moment } (hora aproximada), junto con su dirección y sus sesiones.
mail-deleted-you = Si ha sido usted, no tiene que hacer nada más. Si quiere volver a tener una cuenta, créela con esta dirección como la primera vez.
mail-deleted-not-you = Si no ha sido usted, alguien ha usado un navegador en el que su sesión estaba abierta, o lee su correo. La cuenta no se puede recuperar. Asegúrese de que nadie más lea este buzón, cree una cuenta nueva y avise a los responsables de { $service }.
