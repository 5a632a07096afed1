# Español (Spanish)
# Formal (usted): one neutral choice for any service, as banks and public services write.

title-error = Error: { $title }

address-heading = Crear una cuenta o iniciar sesión
address-lead = Introduzca su dirección de correo y le enviaremos un código de 6 dígitos. No necesita contraseña.
address-label = Dirección de correo electrónico
address-button = Enviarme un código
sending-button = Enviando el código…
address-meant = ¿Quiso decir { $address }?
proving = Hay más actividad de lo habitual, así que primero comprobamos su navegador. Solo llevará unos segundos.

code-heading = Revise su correo
code-lead-sending = Estamos enviando un código de 6 dígitos a
code-lead-sent = Hemos enviado un código de 6 dígitos a
code-lead-tried = Hemos intentado enviar un código de 6 dígitos a
change-button = Cambiar
code-label = Código de 6 dígitos
code-hint-for = El código es válido durante { $lifetime }.
code-hint-until = El código es válido hasta las { $time }.
code-hint-over = El código ha caducado.
code-button = Continuar
code-button-busy = Comprobando…
resend-later = ¿No lo ha recibido? Mire en la carpeta de spam o reenvíelo dentro de { $wait }.
resend-offer = ¿No lo ha recibido? Mire en la carpeta de spam o { $button }.
resend-button = reenvíe el código
resend-wait = Podrá reenviar el código dentro de { $wait }.
resend-now = Ya puede reenviar el código.
resend-sent = Hemos enviado otro código a { $address }.
webmail = Abrir { $name }

delivery-sending = Enviando…
delivery-slow = Nuestro servidor de correo está tardando en responder. El código aún puede llegar; si lo prefiere, reenvíelo ahora.
delivery-reload = Recargue esta página para saber si se ha enviado.
delivery-accepted = Enviado a las { $time }. Puede tardar un minuto en llegar.
delivery-unknown = Se ha cortado la conexión con nuestro servidor de correo, así que es posible que el código no llegue.
delivery-retrying-later = Aún sin enviar: el servidor de correo está ocupado. Seguimos intentándolo.
delivery-retrying-unreachable = Aún sin enviar: no podemos conectar con nuestro servidor de correo. Seguimos intentándolo.
delivery-retrying-insecure = Aún sin enviar: la conexión con nuestro servidor de correo no es segura. Seguimos intentándolo.
delivery-retrying-other = Aún sin enviar: el servidor de correo ha rechazado el mensaje. Seguimos intentándolo.
delivery-failed-earlier = No hemos podido enviar otro código. El anterior sigue siendo válido.

failed-heading = No hemos podido enviar el código
delivery-failed-recipient = El servidor de { $domain } indica que este buzón no existe. Compruebe que la dirección esté bien escrita.
delivery-failed-full = El servidor de { $domain } indica que este buzón está lleno. Libere espacio e inténtelo de nuevo.
delivery-failed-unsupported = Nuestro servidor de correo no puede enviar mensajes a direcciones como esta. Use otra.
delivery-failed-rejected = El servidor de correo ha rechazado nuestro mensaje. Compruebe la dirección o inténtelo de nuevo.
delivery-failed-later = El servidor de correo está ocupado. Puede intentarlo de nuevo ahora mismo.
delivery-failed-unreachable = No podemos conectar con nuestro servidor de correo. Puede intentarlo de nuevo ahora mismo.
delivery-failed-insecure = La conexión con nuestro servidor de correo no era segura y no hemos enviado nada. Puede intentarlo de nuevo ahora mismo.
expired-heading = Su código ha caducado
expired = Pida uno nuevo para continuar.
spent-heading = Demasiados códigos incorrectos
retry-button = Reintentar
new-code-button = Enviarme un código nuevo
new-code-wait = Podrá hacerlo dentro de { $wait }.
other-address-button = Usar otra dirección

voided-heading = Los códigos ya no son válidos
muted-heading = No enviamos códigos a esta dirección
proof-heading = Un momento, por favor
limit-heading = Espere un poco
cookies-heading = Permita las cookies para continuar

error-heading = Hay un problema
error-domain = Aquí no se aceptan direcciones de este dominio. Use otra.
error-wrong-code = { $tries ->
        [one] Este código no es correcto. Compruebe el correo más reciente; le queda { $tries } intento.
       *[other] Este código no es correcto. Compruebe el correo más reciente; le quedan { $tries } intentos.
    }
error-expired = Este código ha caducado. Introduzca el más reciente o pida otro.
error-already-used = Este código ya se ha usado. Empiece de nuevo para recibir otro.
error-voided = Alguien con acceso a este buzón nos ha dicho que no pidió ningún código. Compruebe la dirección o use otra.
error-overtaken = Algo ha cambiado en otra ventana. Recargue esta página.
error-tries-spent = Por su seguridad, el código anterior ya no es válido. Pida uno nuevo para continuar.
error-nothing-pending = Ya no hay ningún código pendiente. Introduzca su dirección para recibir uno nuevo.
error-not-signed-in = Su sesión ya no está abierta.
error-token = No reconocemos esta referencia. Cópiela entera del correo más reciente: doce letras y números en tres grupos. Es válida durante un día.
error-address-taken = Ya tiene otra cuenta con esta dirección. Cierre la sesión e iníciela con ella, o elimine antes esa cuenta. No se ha cambiado nada.
error-malformed = No hemos recibido bien el formulario. Inténtelo de nuevo, por favor.
error-cross-site = Esta solicitud procedía de otro sitio web y no se ha tramitado.
error-cookies = Su navegador no ha devuelto nuestra cookie, así que no hemos enviado ningún código. Permita las cookies de este sitio e inténtelo de nuevo.
error-no-answer = El servidor no responde. Compruebe su conexión e inténtelo de nuevo.
error-internal = Se ha producido un error por nuestra parte. No se ha perdido nada; inténtelo de nuevo, por favor.

address-empty = Introduzca su dirección de correo electrónico.
address-too-long = Es demasiado larga para ser una dirección de correo electrónico.
address-no-at = Incluya una @ en la dirección, como en nombre@example.org.
address-no-local-part = Escriba también lo que va delante de la @.
address-no-domain = Escriba también lo que va detrás de la @, como en example.org.
address-several = Escriba una sola dirección de correo electrónico.
address-blank = Una dirección de correo electrónico no puede llevar espacios.
address-control = Hay un carácter invisible en esta dirección. Escríbala a mano.
address-quoted = Aquí no se aceptan direcciones con comillas.
address-comment = Aquí no se aceptan direcciones con paréntesis.
address-character = Escriba solo la dirección, como nombre@example.org; contiene un carácter que sobra.
address-dot = Hay un punto mal colocado delante de la @.
address-domain = Lo que va detrás de la @ no es un dominio como example.org.
address-incomplete-domain = Lo que va detrás de la @ está incompleto; le falta una terminación como .org.

code-empty = Introduzca los 6 dígitos del código.
code-not-digits = El código solo contiene números.
code-too-short = Faltan dígitos: el código tiene 6.
code-too-long = Sobran dígitos: el código tiene 6.

limit-resend = Acabamos de enviar un código a esta dirección. Podrá pedir otro dentro de { $wait }.
limit-address = Se han enviado muchos códigos a esta dirección. Podrá pedir otro dentro de { $wait }.
limit-domain = Se han enviado muchos códigos a direcciones de este dominio. Podrá pedir otro dentro de { $wait }.
limit-client = Se han pedido muchos códigos desde su red. Podrá pedir otro dentro de { $wait }.
limit-queue = Nuestro servidor de correo va lento y muchas personas esperan su código. Vuelva a intentarlo dentro de { $wait }, por favor.
limit-total = Estamos enviando más correos de lo habitual y tenemos que hacer una pausa. Vuelva a intentarlo dentro de { $wait }, por favor.
limit-proof = Hay más actividad de lo habitual. Espere { $wait } y pulse de nuevo el botón.
limit-failures = Ha habido demasiados intentos fallidos con esta dirección. Podrá volver a intentarlo dentro de { $wait }.
limit-muted = Alguien con acceso a este buzón nos ha pedido que no enviemos nada por ahora. Podrá pedir un código dentro de { $wait }; si lo prefiere, use otra dirección.
limit-code-works = El código que ya haya recibido sigue siendo válido.

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

account-heading = Su cuenta
account-who = Ha iniciado sesión como { $address }.
account-since = Cuenta creada el { $date }
account-since-today = Cuenta creada hoy
sign-out-button = Cerrar sesión
signed-out = Se ha cerrado su sesión.
browsers-heading = Sesiones abiertas
browser-since = Sesión iniciada el { $date }
browser-since-today = Sesión iniciada hoy
browser-seen = Última actividad: { $ago }
browser-this = Este navegador
ago-now = hace menos de una hora
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
email-button = Cambiar la dirección
data-heading = Sus datos
data-hint = Todo lo que guardamos sobre esta cuenta, en un archivo que pueden leer personas y programas (JSON).
data-button = Descargar mis datos
delete-summary = Eliminar mi cuenta
delete-warning = Su cuenta, su dirección y sus sesiones se eliminarán de inmediato y para siempre.
delete-button = Eliminar mi cuenta ahora

new-address-heading = Cambiar la dirección de correo
new-address-lead = La dirección de su cuenta es { $address }. Cambiará cuando introduzca el código que enviaremos a la nueva.
new-address-label = Nueva dirección de correo electrónico
new-address-keep = Mantener la dirección actual

not-me-heading = ¿Ha recibido un código que no pidió?
not-me-lead = Alguien ha escrito su dirección, muy probablemente por error. Sin el código, nadie puede usarla.
not-me-offer = Si quiere, podemos bloquear los códigos: los pendientes dejarán de ser válidos y no enviaremos más a su dirección durante { $duration }.
not-me-label = Referencia del correo
not-me-hint = Doce letras y números en tres grupos, al final del correo.
not-me-button = Bloquear los códigos
not-me-done-heading = Hemos bloqueado los códigos
not-me-done = Los códigos pendientes ya no son válidos y no enviaremos más a su dirección durante { $duration }.
not-me-done-next = No tiene que hacer nada más; puede borrar el correo. Si quiere un código para usted, podrá pedirlo dentro de { $duration }, o ahora mismo desde un navegador en el que haya iniciado sesión con esta dirección.
start-link = Ir al inicio

mailbox-hint = Ningún correo sale de esta máquina: el código está en el { $link }.
mailbox-hint-link = buzón de desarrollo

not-found-heading = Esta página no existe
not-found = Puede que la dirección esté mal escrita o que la página se haya movido.
forbidden-heading = Este formulario procedía de otro sitio web
forbidden = No se ha tramitado. Abra la página en este sitio y rellene aquí el formulario.
elsewhere-heading = Esta página tiene otra dirección
elsewhere = Su dirección es { $address }. Ábrala allí e inténtelo de nuevo.
method-heading = Así no funciona
method = Use los formularios de nuestras páginas.
too-large-heading = Demasiados datos
too-large = Lo que se ha enviado es mayor que cualquier formulario de este sitio. Vuelva atrás y acórtelo.
timeout-heading = El envío ha tardado demasiado
timeout = No ha llegado todo lo que se envió. Compruebe su conexión, vuelva atrás e inténtelo de nuevo.
uri-heading = Esta dirección web es demasiado larga
uri = Ninguna dirección de este sitio es tan larga. Abra la página de inicio y empiece desde ahí.
head-heading = Su navegador ha enviado demasiados datos
head = Borre las cookies de este sitio e inténtelo de nuevo.
too-many-heading = Demasiadas conexiones
too-many = Su red tiene abiertas más conexiones de las que podemos atender. Inténtelo de nuevo dentro de unos segundos.
busy-heading = Ahora mismo estamos saturados
busy = No se ha perdido nada. Inténtelo de nuevo dentro de unos segundos, por favor.
bad-request-heading = No hemos entendido la solicitud
bad-request = Vuelva atrás e inténtelo de nuevo.
internal-heading = Se ha producido un error por nuestra parte
internal = No se ha perdido nada. Inténtelo de nuevo dentro de un momento, por favor.

language-label = Idioma

mail-subject = { $code } es su código de { $service }
mail-subject-without = Su código de { $service }
mail-heading = Su código de { $service }
mail-code-is = Su código de { $service }:
mail-preheader = Introdúzcalo en la página donde lo pidió. Es válido durante { $lifetime }.
mail-preheader-without = Abra este correo para ver el código. Es válido durante { $lifetime }.
mail-use = Introdúzcalo en la página donde lo pidió. Es válido durante { $lifetime }. No lo comparta con nadie.
mail-who = Este código se pidió { $moment }.
mail-who-without = Alguien, muy probablemente usted, pidió un código en { $service } { $moment } (hora aproximada). El código está más abajo: para continuar, introdúzcalo en la página donde lo pidió y no lo comparta con nadie. Es válido durante { $lifetime }. Está tan abajo para que no se vea en la pantalla de bloqueo ni en la lista de correos.
mail-not-you = Si no ha sido usted, puede ignorar este correo: sin el código, nadie puede usar su dirección. Si recibe muchos como este, abra
mail-not-you-new-address = Con este código, esta dirección pasa a ser la de una cuenta. Si esa cuenta no es suya, no lo introduzca ni lo comparta con nadie; no tiene que hacer nada más. Si estos correos le molestan, abra
mail-paste = y pegue allí esta referencia:
mail-voids = Así se anulan los códigos que se le han enviado y no recibirá otros durante un día.

mail-notice-preheader = Si no ha sido usted, siga leyendo.
mail-changed-subject = Se ha cambiado la dirección de su cuenta de { $service }
mail-changed = La dirección de su cuenta de { $service } se cambió { $moment } (hora aproximada). Desde entonces, los códigos de la cuenta se envían a la nueva dirección y ya no a esta.
mail-changed-you = Si ha sido usted, no tiene que hacer nada más.
mail-changed-not-you = Si no ha sido usted, alguien ha usado un navegador en el que su sesión estaba abierta, o lee su correo. Si su sesión sigue abierta en alguno de sus navegadores, abra allí su cuenta de inmediato, cierre las demás sesiones y restablezca la dirección anterior. De lo contrario, avise enseguida a los responsables de { $service }, porque ya no puede entrar en la cuenta. Asegúrese de que nadie más lea este buzón.
mail-deleted-subject = Se ha eliminado su cuenta de { $service }
mail-deleted = Su cuenta de { $service } se eliminó { $moment } (hora aproximada), junto con su dirección y sus sesiones.
mail-deleted-you = Si ha sido usted, no tiene que hacer nada más. Si quiere volver a tener una cuenta, créela con esta dirección como la primera vez.
mail-deleted-not-you = Si no ha sido usted, alguien ha usado un navegador en el que su sesión estaba abierta, o lee su correo. La cuenta no se puede recuperar. Asegúrese de que nadie más lea este buzón, cree una cuenta nueva y avise a los responsables de { $service }.
