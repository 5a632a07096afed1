# Português (Portuguese)

title-address = Criar conta
title-code = Insira o código
title-account = A sua conta
title-new-address = Alterar o endereço de e-mail
title-not-me = Não fui eu
title-not-me-done = Códigos anulados
title-error = Erro: { $title }

address-heading = Criar conta ou entrar
address-lead = Insira o seu endereço de e-mail. Enviaremos um código de seis dígitos; não é preciso senha.
address-label = Endereço de e-mail
address-hint = O código é enviado apenas para este endereço.
address-button = Enviar código
sending-button = Envio do código em curso…
address-meant = Quis dizer { $address }?
proving = O número de e-mails que enviamos está acima do habitual; por isso, o seu navegador tem de fazer primeiro um cálculo. Demora alguns segundos.

code-heading = Insira o código
code-lead = O código vai para { $address }
code-meant = Quis dizer { $domain }? Nesse caso, altere o endereço.
code-label = Código
code-hint-for = Seis dígitos. O código é válido por { $lifetime }.
code-hint-until = Seis dígitos; se os colar, são enviados de imediato. O código é válido até às { $time }.
code-hint-over = O seu código expirou. Peça outro.
code-button = Continuar
code-button-busy = Um momento…
resend-button = Pedir outro código
resend-wait = Poderá pedir outro código daqui a { $wait }.
resend-now = Já pode pedir outro código.
resend-sent = Enviámos outro código para { $address }.
resend-failed = O último e-mail não foi enviado.
change-button = Alterar o endereço
webmail = Procurar o e-mail em { $name }

delivery-sending = O e-mail está a caminho do nosso servidor de e-mail.
delivery-slow = O e-mail está a caminho do nosso servidor de e-mail, que demora a responder. Ainda pode chegar; também pode pedir outro código agora.
delivery-reload = Recarregue esta página para ver o que lhe aconteceu.
delivery-accepted = O e-mail foi enviado às { $time }. Pode demorar um minuto a chegar; veja também na pasta de spam.
delivery-unknown = A conexão com o nosso servidor de e-mail foi interrompida. É possível que o e-mail tenha sido enviado; se não chegar nada, peça outro código.
delivery-retrying-later = Ainda não foi possível enviar o e-mail: o servidor de e-mail está ocupado. Continuamos a tentar; também pode pedir outro código agora.
delivery-retrying-unreachable = Ainda não foi possível enviar o e-mail: não conseguimos chegar ao nosso servidor de e-mail. Continuamos a tentar; também pode pedir outro código agora.
delivery-retrying-insecure = Ainda não foi possível enviar o e-mail: não era possível usar o nosso servidor de e-mail com segurança. Continuamos a tentar; também pode pedir outro código agora.
delivery-retrying-other = Ainda não foi possível enviar o e-mail: o servidor de e-mail recusou o envio. Continuamos a tentar; também pode pedir outro código agora.
delivery-failed-recipient = Não foi possível enviar o e-mail: segundo o servidor de e-mail de { $domain }, esta caixa de correio não existe. Verifique o endereço.
delivery-failed-full = Não foi possível enviar o e-mail: segundo o servidor de e-mail de { $domain }, esta caixa de correio está cheia. Abra espaço nela e tente de novo agora.
delivery-failed-unsupported = Não foi possível enviar o e-mail: o nosso servidor de e-mail não consegue enviar para endereços deste tipo. Use outro, por favor.
delivery-failed-rejected = Não foi possível enviar o e-mail: o servidor de e-mail recusou o envio. Verifique o endereço ou tente de novo agora.
delivery-failed-later = Não foi possível enviar o e-mail: o servidor de e-mail está ocupado. Tente de novo agora; não é preciso esperar.
delivery-failed-unreachable = Não foi possível enviar o e-mail: não conseguimos chegar ao nosso servidor de e-mail. Tente de novo agora; não é preciso esperar.
delivery-failed-insecure = Não foi possível enviar o e-mail: não era possível usar o nosso servidor de e-mail com segurança. Tente de novo agora; não é preciso esperar.

error-heading = Há um problema
error-domain = Aqui não aceitamos endereços deste domínio. Use outro, por favor.
error-wrong-code = { $tries ->
        [one] Este código não está certo. Veja o e-mail mais recente; resta { $tries } tentativa.
       *[other] Este código não está certo. Veja o e-mail mais recente; restam { $tries } tentativas.
    }
error-expired = Este código expirou. Peça outro e insira o novo.
error-already-used = Este código já foi usado. Comece de novo para receber outro.
error-voided = Estes códigos já não são válidos: quem lê o e-mail deste endereço não os pediu. Verifique o endereço.
error-overtaken = Outra das suas janelas foi mais rápida. Recarregue esta página.
error-tries-spent = Foram inseridos muitos códigos errados. Clique em “{ resend-button }” para começar de novo com outro código.
error-nothing-pending = O seu pedido já não está à espera de um código. Insira o seu endereço para receber um novo.
error-not-signed-in = A sua sessão já não está aberta.
error-token = Não conhecemos este token. Copie-o por inteiro do e-mail mais recente: doze letras e dígitos em três grupos. É válido por um dia.
error-address-taken = Já tem outra conta com este endereço. Encerre a sessão e entre com ele, ou apague primeiro essa conta. Nada foi alterado.
error-malformed = O formulário não chegou como devia. Tente de novo, por favor.
error-cross-site = Este pedido veio de outro site e não foi executado.
error-no-answer = O servidor não responde. Verifique a sua conexão e tente de novo.
error-internal = Ocorreu um erro do nosso lado. Nada se perdeu; tente de novo, por favor.

address-empty = Insira o seu endereço de e-mail.
address-too-long = É mais longo do que um endereço de e-mail pode ser.
address-no-at = Um endereço de e-mail tem uma @, como em name@example.org.
address-no-local-part = Escreva também o que vem antes da @.
address-no-domain = Escreva também o que vem depois da @, como em example.org.
address-several = Insira um só endereço de e-mail.
address-blank = Um endereço de e-mail não tem espaços.
address-control = Há um símbolo invisível neste endereço. Escreva-o à mão.
address-quoted = Aqui não aceitamos endereços com aspas.
address-comment = Aqui não aceitamos endereços com parênteses.
address-character = Escreva só o endereço, como em name@example.org; há nele um símbolo a mais.
address-dot = Há um ponto no lugar errado antes da @.
address-domain = O que vem depois da @ não é um domínio como example.org.
address-incomplete-domain = O que vem depois da @ está incompleto; falta uma terminação como .org.

code-empty = Insira os seis dígitos do e-mail.
code-not-digits = O código só tem dígitos.
code-too-short = É curto demais; o código tem seis dígitos.
code-too-long = É longo demais; o código tem seis dígitos.

limit-resend = Foi enviado há pouco um código para este endereço. Poderá pedir outro daqui a { $wait }.
limit-address = Foram enviados muitos códigos para este endereço. Poderá pedir outro daqui a { $wait }.
limit-domain = Foram enviados muitos códigos para endereços deste domínio. Poderá pedir outro daqui a { $wait }.
limit-client = Foram pedidos muitos códigos a partir da sua rede. Poderá pedir outro daqui a { $wait }.
limit-queue = O nosso servidor de e-mail está lento e há muitas pessoas à espera do código. Tente de novo daqui a { $wait }, por favor.
limit-total = O número de e-mails que enviamos está acima do habitual e temos de fazer uma pausa. Tente de novo daqui a { $wait }, por favor.
limit-proof = O número de e-mails que enviamos está acima do habitual; por isso, demora mais. Espere { $wait } e clique de novo no botão.
limit-failures = Foram inseridos muitos códigos errados para este endereço. Poderá tentar de novo daqui a { $wait }.
limit-muted = Quem lê o e-mail deste endereço pediu que não enviássemos mais códigos por agora. Poderá pedir de novo daqui a { $wait }.

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
less-than-a-minute = menos de um minuto

month = { $month ->
    *[1] janeiro
     [2] fevereiro
     [3] março
     [4] abril
     [5] maio
     [6] junho
     [7] julho
     [8] agosto
     [9] setembro
     [10] outubro
     [11] novembro
     [12] dezembro
    }
day = { $day } de { month } de { $year }
moment = em { day }, às { $time }

account-heading = Olá!
account-who = Sessão iniciada como { $address }.
account-since = Tem esta conta desde { $date }.
sign-out-button = Encerrar sessão
signed-out = A sua sessão foi encerrada.
browsers-heading = Onde tem sessão iniciada
browser-since = Sessão iniciada em { $date }.
browser-seen = Última atividade: { $ago }.
browser-this = É o que usa neste momento.
ago-now = na última hora
ago-hours = { $count ->
        [one] há { $count } hora
       *[other] há { $count } horas
    }
ago-days = { $count ->
        [one] há { $count } dia
       *[other] há { $count } dias
    }
browser-on = { $agent } em { $system }
browser-agent = { $agent }
browser-program = Um programa
browser-program-on = Um programa em { $system }
browser-unknown = Um navegador
browser-unknown-on = Um navegador em { $system }
browser-sign-out = Encerrar sessão: { $browser }
others-button = Encerrar as outras sessões
everywhere-button = Encerrar todas as sessões
browser-signed-out = A sessão nesse navegador foi encerrada.
others-signed-out = As sessões em todos os outros navegadores foram encerradas.
address-changed = O seu endereço foi alterado. A sessão continua aberta nos navegadores onde já estava; se quiser, encerre-a aqui.
email-heading = O seu endereço de e-mail
email-button = Alterar o endereço de e-mail
data-heading = Os seus dados
data-hint = Tudo o que guardamos sobre esta conta, num formato que pessoas e programas podem ler (JSON).
data-button = Obter os meus dados
delete-summary = Apagar a minha conta
delete-warning = A sua conta, o seu endereço e as suas sessões serão apagados de imediato e para sempre.
delete-button = Apagar agora
new-address-heading = Alterar o endereço de e-mail
new-address-lead = O endereço da sua conta é { $address }. Será alterado quando inserir o código que enviamos para o novo.
new-address-label = Novo endereço de e-mail
new-address-keep = Manter o endereço antigo
new-code-lead = O código vai para o seu novo endereço, { $address }

not-me-heading = Não fui eu
not-me-lead = Recebeu por e-mail um código que não pediu? Então alguém inseriu o seu endereço, muito provavelmente por engano. Sem o código, essa pessoa não pode fazer nada com ele.
not-me-offer = Se quiser, paramos com isso: os códigos pendentes para o seu endereço deixarão de ser válidos e não enviaremos outros durante { $duration }.
not-me-label = Token do e-mail
not-me-hint = Doze letras e dígitos em três grupos, no fim do e-mail.
not-me-button = Parar os códigos
not-me-done-heading = Os códigos foram anulados
not-me-done = Os códigos pendentes para o seu endereço já não são válidos e não enviaremos outros durante { $duration }.
not-me-done-next = Não é preciso fazer mais nada; pode apagar o e-mail. Se quiser um código, peça-o daqui a { $duration }, ou agora num navegador em que já tenha entrado com este endereço.
start-link = Ir para o início

mailbox-hint = Nenhum e-mail sai desta máquina: o código está na { $link }.
mailbox-hint-link = caixa de correio de desenvolvimento

not-found-heading = Esta página não existe
not-found = O endereço pode estar mal escrito ou a página pode ter mudado de lugar.
forbidden-heading = Este formulário veio de outro site
forbidden = Não foi processado. Abra a página aqui e preencha o formulário dela.
method-heading = Não funciona desta maneira
method = Use os formulários das nossas páginas.
too-large-heading = Dados a mais
too-large = O que foi enviado é maior do que qualquer formulário deste site. Volte à página anterior e encurte o texto.
timeout-heading = Demorou demais
timeout = Nem tudo o que foi enviado chegou. Verifique a sua conexão, volte à página anterior e tente de novo.
uri-heading = Este endereço web é longo demais
uri = Nenhum endereço deste site é tão longo. Abra a página inicial e comece por aí.
head-heading = O seu navegador enviou dados a mais
head = Apague os cookies que ele guarda deste site e tente de novo.
too-many-heading = Conexões em excesso
too-many = A sua rede tem mais conexões abertas do que podemos atender. Tente de novo daqui a alguns segundos.
busy-heading = Neste momento há muitos pedidos
busy = Nada do que é seu se perdeu. Tente de novo daqui a alguns segundos, por favor.
bad-request-heading = Não entendemos o pedido
bad-request = Volte à página anterior e tente de novo.
internal-heading = Ocorreu um erro do nosso lado
internal = Nada do que é seu se perdeu. Tente de novo daqui a pouco, por favor.

language-label = Idioma
language-button = Alterar

mail-subject = { $code } é o seu código para { $service }
mail-subject-without = O seu código para { $service }
mail-heading = O seu código para { $service }
mail-code-is = O seu código para { $service } é
mail-preheader = { $code } é válido por { $lifetime }.
mail-preheader-without = Abra este e-mail para ver o código. É válido por { $lifetime }.
mail-use = É válido por { $lifetime }. Insira-o na página onde o pediu e não o diga a ninguém.
mail-who = Alguém, provavelmente o titular deste endereço, pediu este código a { $service } { $moment } (hora aproximada).
mail-who-without = Alguém, provavelmente o titular deste endereço, pediu um código a { $service } { $moment } (hora aproximada). O código está mais abaixo: para continuar, insira-o na página onde o pediu e não o diga a ninguém. É válido por { $lifetime }. Está tão abaixo para não ser visto por quem olhe de passagem para um telefone bloqueado ou para uma lista de e-mails.
mail-not-you = Se não fez este pedido, não é preciso fazer nada: sem o código, ninguém pode criar uma conta com o seu endereço. Se não quiser receber e-mails assim, abra
mail-not-you-new-address = Com este código, este endereço passa a ser o de uma conta. Se essa conta não for sua, não insira o código nem o diga a ninguém; não é preciso fazer mais nada. Se não quiser receber e-mails assim, abra
mail-paste = e cole lá isto:
mail-voids = Isso anula os códigos que lhe foram enviados, e não receberá outros durante um dia.
mail-notice-preheader = Se não foi por sua iniciativa, continue a ler.
mail-changed-subject = A sua conta em { $service } tem outro endereço
mail-changed = O endereço da sua conta em { $service } foi alterado { $moment } (hora aproximada). A partir de agora, os códigos da conta vão para o novo endereço e já não para este.
mail-changed-you = Se fez esta alteração, não é preciso fazer mais nada.
mail-changed-not-you = Se não fez esta alteração, alguém usou um navegador em que a sua sessão estava aberta, ou lê o seu e-mail. Se ainda tiver sessão iniciada num dos seus navegadores, abra aí a sua conta de imediato, encerre as outras sessões e volte a colocar o endereço antigo. Caso contrário, avise de imediato os responsáveis por { $service }, porque já não pode entrar na conta. Certifique-se de que mais ninguém lê esta caixa de correio.
mail-deleted-subject = A sua conta em { $service } foi apagada
mail-deleted = A sua conta em { $service } foi apagada { $moment } (hora aproximada), juntamente com o seu endereço e as suas sessões.
mail-deleted-you = Se fez este pedido, não é preciso fazer mais nada. Se quiser ter de novo uma conta, crie-a com este endereço como da primeira vez.
mail-deleted-not-you = Se não fez este pedido, alguém usou um navegador em que a sua sessão estava aberta, ou lê o seu e-mail. A conta não pode ser recuperada. Certifique-se de que mais ninguém lê esta caixa de correio, crie uma nova conta e avise os responsáveis por { $service }.
