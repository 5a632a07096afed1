# Português (Portuguese)
# Neutral (você): as Brazilian consumer services write.

title-error = Erro: { $title }

address-heading = Criar conta ou entrar
address-lead = Insira seu e-mail e enviaremos um código de 6 dígitos. Sem senha.
address-label = Endereço de e-mail
address-button = Receber código
sending-button = Enviando código…
address-meant = Você quis dizer { $address }?
proving = Há mais acessos do que o normal, então vamos verificar seu navegador primeiro. Leva alguns segundos.

code-heading = Confira seu e-mail
code-lead-sending = Estamos enviando um código de 6 dígitos para
code-lead-sent = Enviamos um código de 6 dígitos para
code-lead-tried = Tentamos enviar um código de 6 dígitos para
change-button = Alterar
code-label = Código de 6 dígitos
code-hint-for = O código vale por { $lifetime }.
code-hint-until = O código vale até as { $time }.
code-hint-over = O código expirou.
code-button = Continuar
code-button-busy = Verificando…
resend-later = Não recebeu? Veja a caixa de spam ou reenvie em { $wait }.
resend-offer = Não recebeu? Veja a caixa de spam ou { $button }.
resend-button = reenvie o código
resend-wait = Você poderá reenviar o código em { $wait }.
resend-now = Você já pode reenviar o código.
resend-sent = Enviamos outro código para { $address }.
webmail = Abrir { $name }

delivery-sending = Enviando…
delivery-slow = Nosso servidor de e-mail está lento. O código ainda pode chegar; você também pode reenviá-lo agora.
delivery-reload = Recarregue esta página para saber se foi enviado.
delivery-accepted = Enviado às { $time }. Pode levar um minuto.
delivery-unknown = A conexão com nosso servidor de e-mail caiu. Talvez o e-mail não tenha sido enviado.
delivery-retrying-later = Ainda não enviado: o servidor de e-mail está ocupado. Continuamos tentando.
delivery-retrying-unreachable = Ainda não enviado: nosso servidor de e-mail está inacessível. Continuamos tentando.
delivery-retrying-insecure = Ainda não enviado: a conexão com nosso servidor de e-mail não é segura. Continuamos tentando.
delivery-retrying-other = Ainda não enviado: o servidor de e-mail recusou a mensagem. Continuamos tentando.
delivery-failed-earlier = Não conseguimos enviar outro código. O anterior ainda vale.

failed-heading = Não conseguimos enviar o código
delivery-failed-recipient = O servidor de { $domain } informa que este endereço não existe. Confira se está correto.
delivery-failed-full = O servidor de { $domain } informa que esta caixa de entrada está cheia. Libere espaço e tente de novo.
delivery-failed-unsupported = Nosso servidor de e-mail não consegue enviar para endereços como este. Use outro.
delivery-failed-rejected = O servidor de e-mail recusou nossa mensagem. Confira o endereço ou tente de novo.
delivery-failed-later = O servidor de e-mail está ocupado. Você pode tentar de novo agora.
delivery-failed-unreachable = Nosso servidor de e-mail está inacessível. Você pode tentar de novo agora.
delivery-failed-insecure = A conexão com nosso servidor de e-mail não era segura, por isso não enviamos nada. Você pode tentar de novo agora.
expired-heading = Seu código expirou
expired = Peça um novo para continuar.
spent-heading = Muitos códigos incorretos
retry-button = Tentar de novo
new-code-button = Receber novo código
new-code-wait = Disponível em { $wait }.
other-address-button = Usar outro e-mail

voided-heading = Esses códigos não valem mais
muted-heading = Não enviamos códigos para este endereço
proof-heading = Um momento
limit-heading = Aguarde um pouco
cookies-heading = Permita cookies para continuar

error-heading = Há um problema
error-domain = Não aceitamos endereços deste domínio. Use outro.
error-wrong-code = { $tries ->
        [one] Código incorreto. Confira o e-mail mais recente; resta { $tries } tentativa.
       *[other] Código incorreto. Confira o e-mail mais recente; restam { $tries } tentativas.
    }
error-expired = Este código expirou. Insira o mais recente ou peça outro.
error-already-used = Este código já foi usado. Comece de novo para receber outro.
error-voided = Alguém com acesso a esta caixa de entrada nos informou que não pediu um código. Confira o endereço ou use outro.
error-overtaken = Algo mudou em outra janela. Recarregue esta página.
error-tries-spent = Para sua segurança, o código anterior não vale mais. Peça um novo para continuar.
error-nothing-pending = Não há mais nenhum código pendente. Insira seu endereço para receber um novo.
error-not-signed-in = Sua sessão não está mais aberta.
error-token = Não reconhecemos este token. Copie-o por inteiro do e-mail mais recente: doze letras e números em três grupos. Ele vale por um dia.
error-address-taken = Você já tem outra conta com este endereço. Encerre a sessão e entre com ele ou exclua essa conta primeiro. Nada foi alterado.
error-malformed = O formulário não chegou como deveria. Tente de novo.
error-cross-site = Esta solicitação veio de outro site e não foi processada.
error-cookies = Seu navegador não devolveu nosso cookie, por isso não enviamos um código. Permita cookies para este site e tente de novo.
error-no-answer = O servidor não está respondendo. Verifique sua conexão e tente de novo.
error-internal = Ocorreu um erro do nosso lado. Nada se perdeu; tente de novo.

address-empty = Insira seu endereço de e-mail.
address-too-long = Este endereço é longo demais.
address-no-at = Falta o @, como em nome@example.org.
address-no-local-part = Falta o que vem antes do @.
address-no-domain = Falta o que vem depois do @, como example.org.
address-several = Insira só um endereço de e-mail.
address-blank = Um endereço de e-mail não tem espaços.
address-control = Há um caractere invisível neste endereço. Digite o endereço em vez de colá-lo.
address-quoted = Não aceitamos endereços com aspas.
address-comment = Não aceitamos endereços com parênteses.
address-character = Há um caractere que não faz parte do endereço. Insira só o endereço, como nome@example.org.
address-dot = Há um ponto no lugar errado antes do @.
address-domain = O que vem depois do @ não é um domínio como example.org.
address-incomplete-domain = O que vem depois do @ está incompleto; falta um final como .org.

code-empty = Insira os 6 dígitos do e-mail.
code-not-digits = O código só tem dígitos.
code-too-short = Faltam dígitos; o código tem 6.
code-too-long = Há dígitos demais; o código tem 6.

limit-resend = Acabamos de enviar um código para este endereço. Você poderá pedir outro em { $wait }.
limit-address = Enviamos muitos códigos para este endereço. Você poderá pedir outro em { $wait }.
limit-domain = Enviamos muitos códigos para endereços deste domínio. Você poderá pedir outro em { $wait }.
limit-client = Muitos códigos foram pedidos a partir da sua rede. Você poderá pedir outro em { $wait }.
limit-queue = Nosso servidor de e-mail está lento e há muitas pessoas esperando um código. Tente de novo em { $wait }.
limit-total = Enviamos mais e-mails do que o normal e precisamos fazer uma pausa. Tente de novo em { $wait }.
limit-proof = Há mais acessos do que o normal. Aguarde { $wait } e pressione o botão de novo.
limit-failures = Muitos códigos incorretos foram inseridos para este endereço. Você poderá tentar de novo em { $wait }.
limit-muted = Alguém com acesso a esta caixa de entrada pediu que não enviássemos nada por enquanto. Peça de novo em { $wait } ou use outro e-mail.
limit-code-works = Um código que você já recebeu continua valendo.

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
day = { $day ->
        [1] 1º
       *[other] { $day }
    } de { month } de { $year }
moment = em { day }, às { $time }

account-heading = Sua conta
account-who = Você entrou como { $address }.
account-since = Conta criada em { $date }
account-since-today = Conta criada hoje
sign-out-button = Encerrar sessão
signed-out = Sua sessão foi encerrada.
browsers-heading = Onde você fez login
browser-since = Login em { $date }
browser-since-today = Login hoje
browser-seen = Última atividade { $ago }
browser-this = Este navegador
ago-now = há menos de uma hora
ago-hours = { $count ->
        [one] há { $count } hora
       *[other] há { $count } horas
    }
ago-days = { $count ->
        [one] há { $count } dia
       *[other] há { $count } dias
    }
browser-on = { $agent } no { $system }
browser-agent = { $agent }
browser-program = Um programa
browser-program-on = Um programa no { $system }
browser-unknown = Um navegador
browser-unknown-on = Um navegador no { $system }
browser-sign-out = Encerrar sessão: { $browser }
others-button = Encerrar as outras sessões
everywhere-button = Encerrar todas as sessões
browser-signed-out = A sessão nesse navegador foi encerrada.
others-signed-out = As sessões em todos os outros navegadores foram encerradas.
address-changed = Seu endereço foi alterado. As sessões já abertas continuam ativas; se quiser, encerre-as aqui.
email-button = Alterar e-mail
data-heading = Seus dados
data-hint = Tudo o que guardamos sobre esta conta, em um formato que pessoas e programas podem ler (JSON).
data-button = Baixar meus dados
delete-summary = Excluir minha conta
delete-warning = Sua conta, seu endereço e suas sessões serão excluídos imediatamente e para sempre.
delete-button = Excluir minha conta agora

new-address-heading = Alterar e-mail
new-address-lead = O endereço da sua conta é { $address }. Ele será alterado quando você inserir o código que enviaremos para o novo.
new-address-label = Novo endereço de e-mail
new-address-keep = Manter o endereço atual

not-me-heading = Não pediu um código?
not-me-lead = Alguém inseriu seu endereço de e-mail, muito provavelmente por engano. Sem o código, essa pessoa não pode fazer nada com o endereço.
not-me-offer = Se quiser, podemos parar: os códigos pendentes para seu endereço deixarão de valer e não enviaremos outros por { $duration }.
not-me-label = Token do e-mail
not-me-hint = Doze letras e números em três grupos, no fim do e-mail.
not-me-button = Parar de receber códigos
not-me-done-heading = Os códigos pendentes não valem mais
not-me-done = Não enviaremos outros para seu endereço por { $duration }.
not-me-done-next = Você não precisa fazer mais nada; pode excluir o e-mail. Se quiser um código, peça daqui a { $duration } ou agora em um navegador em que você já tenha entrado com este endereço.
start-link = Ir para a página inicial

mailbox-hint = Nenhum e-mail sai desta máquina: o código está na { $link }.
mailbox-hint-link = caixa de entrada de desenvolvimento

not-found-heading = Esta página não existe
not-found = O endereço pode estar errado ou a página pode ter mudado de lugar.
forbidden-heading = Este formulário veio de outro site
forbidden = Por isso não foi processado. Abra a página neste site e preencha o formulário dela.
elsewhere-heading = Esta página tem outro endereço
elsewhere = O endereço dela é { $address }. Abra-a lá e tente de novo.
method-heading = Isso não funciona assim
method = Use os formulários das nossas páginas.
too-large-heading = Dados demais
too-large = Você enviou mais do que qualquer formulário deste site comporta. Volte à página anterior e encurte o texto.
timeout-heading = Demorou demais
timeout = Nem tudo o que você enviou chegou. Verifique sua conexão, volte à página anterior e tente de novo.
uri-heading = O endereço desta página é longo demais
uri = Nenhum endereço deste site é tão longo. Abra a página inicial e comece por ela.
head-heading = Seu navegador enviou dados demais
head = Limpe os cookies deste site e tente de novo.
too-many-heading = Conexões demais
too-many = Sua rede tem mais conexões abertas do que podemos atender. Tente de novo em alguns segundos.
busy-heading = Muitos acessos no momento
busy = Você não perdeu nada. Tente de novo em alguns segundos.
bad-request-heading = Não entendemos a solicitação
bad-request = Volte à página anterior e tente de novo.
internal-heading = Ocorreu um erro do nosso lado
internal = Você não perdeu nada. Tente de novo daqui a pouco.

language-label = Idioma

mail-subject = { $code } é o seu código para { $service }
mail-subject-without = Seu código para { $service }
mail-heading = Seu código para { $service }
mail-code-is = Seu código para { $service } é
mail-preheader = Insira-o na página em que você o pediu. Ele vale por { $lifetime }.
mail-preheader-without = Abra este e-mail para ver o código. Ele vale por { $lifetime }.
mail-use = Insira-o na página em que você o pediu. Ele vale por { $lifetime }. Não o compartilhe com ninguém.
mail-who = Código pedido { $moment }.
mail-who-without = Alguém, provavelmente você, pediu um código para { $service } { $moment } (hora aproximada). O código está mais abaixo: para continuar, insira-o na página em que você o pediu e não o compartilhe com ninguém. Ele vale por { $lifetime }. Está tão abaixo para que ninguém o veja de relance na tela de um celular bloqueado ou em uma lista de e-mails.
mail-not-you = Se não foi você, ignore este e-mail: sem o código, ninguém pode usar seu endereço. Se receber muitos como este, abra
mail-not-you-new-address = Este código vincula este endereço a uma conta. Se essa conta não for sua, não insira o código nem o compartilhe com ninguém; você não precisa fazer mais nada. Se não quiser receber e-mails assim, abra
mail-paste = e cole este token:
mail-voids = Isso anula os códigos já enviados a você, e não enviaremos outros por um dia.

mail-notice-preheader = Se não foi você, continue lendo.
mail-changed-subject = O endereço da sua conta em { $service } mudou
mail-changed = O endereço da sua conta em { $service } foi alterado { $moment } (hora aproximada). A partir de agora, os códigos da conta vão para o novo endereço, e não mais para este.
mail-changed-you = Se foi você, não precisa fazer mais nada.
mail-changed-not-you = Se não foi você, alguém usou um navegador em que sua sessão estava aberta ou lê seus e-mails. Se sua sessão ainda estiver aberta em algum dos seus navegadores, acesse sua conta nele imediatamente, encerre as outras sessões e restaure o endereço anterior. Caso contrário, avise imediatamente os responsáveis por { $service }, porque você não consegue mais entrar na conta. Certifique-se de que ninguém mais tenha acesso a esta caixa de entrada.
mail-deleted-subject = Sua conta em { $service } foi excluída
mail-deleted = Sua conta em { $service } foi excluída { $moment } (hora aproximada), junto com seu endereço e suas sessões.
mail-deleted-you = Se foi você, não precisa fazer mais nada. Se quiser ter uma conta de novo, crie-a com este endereço, como da primeira vez.
mail-deleted-not-you = Se não foi você, alguém usou um navegador em que sua sessão estava aberta ou lê seus e-mails. Não é possível recuperar a conta. Certifique-se de que ninguém mais tenha acesso a esta caixa de entrada, crie uma nova conta e avise os responsáveis por { $service }.
