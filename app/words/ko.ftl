# Korean (한국어)

title-address = 회원가입
title-code = 인증 코드 입력
title-account = 내 계정
title-new-address = 이메일 주소 변경
title-delivery = 메일
title-not-me = 내가 요청하지 않은 코드
title-not-me-done = 코드를 무효화했습니다
title-error = 오류: { $title }

address-heading = 회원가입 또는 로그인
address-lead = 이메일 주소를 입력해 주세요. 6자리 인증 코드를 메일로 보내 드립니다. 비밀번호는 필요 없습니다.
address-label = 이메일 주소
address-hint = 코드는 이 주소로만 보냅니다.
address-button = 코드 받기
sending-button = 코드를 보내는 중…
address-meant = 혹시 { $address } 주소인가요?
proving = 지금 평소보다 많은 메일을 보내고 있어 브라우저가 먼저 계산을 해야 합니다. 몇 초 정도 걸립니다.

code-heading = 인증 코드 입력
code-lead = 코드를 받을 주소: { $address }
code-meant = 혹시 { $domain } 주소인가요? 그렇다면 주소를 변경해 주세요.
code-label = 인증 코드
code-hint-for = 숫자 6자리입니다. 코드는 { $lifetime } 동안 유효합니다.
code-hint-until = 숫자 6자리이며, 붙여 넣으면 바로 전송됩니다. 코드는 { $time }까지 유효합니다.
code-hint-over = 코드가 만료되었습니다. 코드를 다시 보내 주세요.
code-button = 계속
code-button-busy = 잠시만요…
resend-button = 코드 다시 보내기
resend-wait = { $wait } 후에 코드를 다시 보낼 수 있습니다.
resend-now = 지금 코드를 다시 보낼 수 있습니다.
change-button = 주소 변경
webmail = { $name }에서 메일 확인하기

delivery-sending = 메일을 저희 메일 서버로 보내고 있습니다.
delivery-slow = 메일을 저희 메일 서버로 보내고 있지만 서버의 응답이 느립니다. 메일이 도착할 수도 있으며, 지금 코드를 다시 보낼 수도 있습니다.
delivery-accepted = { $time }에 메일을 보냈습니다. 도착하기까지 1분 정도 걸릴 수 있습니다. 스팸 메일함도 확인해 주세요.
delivery-unknown = 저희 메일 서버와의 연결이 끊어졌습니다. 메일이 발송되었을 수도 있습니다. 메일이 오지 않으면 코드를 다시 보내 주세요.
delivery-retrying-later = 메일 서버가 혼잡하여 아직 메일을 보내지 못했습니다. 계속 시도하고 있으며, 지금 코드를 다시 보낼 수도 있습니다.
delivery-retrying-unreachable = 저희 메일 서버에 연결할 수 없어 아직 메일을 보내지 못했습니다. 계속 시도하고 있으며, 지금 코드를 다시 보낼 수도 있습니다.
delivery-retrying-insecure = 저희 메일 서버를 안전하게 사용할 수 없어 아직 메일을 보내지 못했습니다. 계속 시도하고 있으며, 지금 코드를 다시 보낼 수도 있습니다.
delivery-retrying-other = 메일 서버가 거부하여 아직 메일을 보내지 못했습니다. 계속 시도하고 있으며, 지금 코드를 다시 보낼 수도 있습니다.
delivery-failed-recipient = 메일을 보내지 못했습니다. { $domain } 메일 서버에 따르면 이 메일함은 존재하지 않습니다. 주소를 확인해 주세요.
delivery-failed-full = 메일을 보내지 못했습니다. { $domain } 메일 서버에 따르면 이 메일함이 가득 찼습니다. 공간을 비운 다음 바로 다시 시도해 주세요.
delivery-failed-unsupported = 메일을 보내지 못했습니다. 저희 메일 서버는 이런 형식의 주소로 메일을 보낼 수 없습니다. 다른 주소를 사용해 주세요.
delivery-failed-rejected = 메일 서버가 거부하여 메일을 보내지 못했습니다. 주소를 확인하거나 지금 다시 시도해 주세요.
delivery-failed-later = 메일 서버가 혼잡하여 메일을 보내지 못했습니다. 기다릴 필요 없이 지금 다시 시도해 주세요.
delivery-failed-unreachable = 저희 메일 서버에 연결할 수 없어 메일을 보내지 못했습니다. 기다릴 필요 없이 지금 다시 시도해 주세요.
delivery-failed-insecure = 저희 메일 서버를 안전하게 사용할 수 없어 메일을 보내지 못했습니다. 기다릴 필요 없이 지금 다시 시도해 주세요.

error-heading = 문제가 있습니다
error-domain = 이 도메인의 주소는 사용할 수 없습니다. 다른 주소를 사용해 주세요.
error-wrong-code = 코드가 맞지 않습니다. 가장 최근에 받은 메일을 확인해 주세요. { $tries }번 더 시도할 수 있습니다.
error-expired = 이 코드는 만료되었습니다. 코드를 다시 보낸 다음 새 코드를 입력해 주세요.
error-already-used = 이미 사용한 코드입니다. 새 코드를 받으려면 처음부터 다시 시작해 주세요.
error-voided = 이 주소로 메일을 받는 분이 코드를 요청하지 않았다고 알려 와서 코드가 무효화되었습니다. 주소를 확인해 주세요.
error-overtaken = 다른 창에서 먼저 처리되었습니다. 이 페이지를 새로 고쳐 주세요.
error-tries-spent = 잘못된 코드를 너무 많이 입력했습니다. “{ change-button }” 버튼을 눌러 새 코드로 다시 시작해 주세요. 주소는 그대로 두어도 됩니다.
error-nothing-pending = 더 이상 코드 입력을 기다리고 있지 않습니다. 새 코드를 받으려면 주소를 입력해 주세요.
error-not-signed-in = 로그인 상태가 아닙니다.
error-token = 확인할 수 없는 중지 키입니다. 가장 최근에 받은 메일에서 키 전체를 복사해 주세요. 중지 키는 세 묶음으로 된 영문자와 숫자 12자이며, 하루 동안 유효합니다.
error-address-taken = 이 주소를 쓰는 다른 계정이 있습니다. 로그아웃한 뒤 그 주소로 로그인하거나, 먼저 그 계정을 삭제해 주세요. 변경된 내용은 없습니다.
error-malformed = 양식이 제대로 전송되지 않았습니다. 다시 시도해 주세요.
error-cross-site = 다른 사이트에서 보낸 요청이어서 처리하지 않았습니다.
error-no-answer = 서버에서 응답이 없습니다. 연결 상태를 확인하고 다시 시도해 주세요.
error-internal = 저희 쪽에서 문제가 발생했습니다. 사라진 내용은 없으니 다시 시도해 주세요.

address-empty = 이메일 주소를 입력해 주세요.
address-too-long = 이메일 주소로 쓰기에는 너무 깁니다.
address-no-at = 이메일 주소에는 name@example.org처럼 @ 기호가 있어야 합니다.
address-no-local-part = @ 앞부분도 입력해 주세요.
address-no-domain = example.org처럼 @ 뒷부분도 입력해 주세요.
address-several = 이메일 주소를 하나만 입력해 주세요.
address-blank = 이메일 주소에는 공백을 넣을 수 없습니다.
address-control = 주소에 보이지 않는 문자가 있습니다. 주소를 직접 입력해 주세요.
address-quoted = 따옴표가 있는 주소는 사용할 수 없습니다.
address-comment = 괄호가 있는 주소는 사용할 수 없습니다.
address-character = 사용할 수 없는 문자가 있습니다. name@example.org처럼 주소만 입력해 주세요.
address-dot = @ 앞부분에 점이 잘못된 위치에 있습니다.
address-domain = @ 뒷부분이 example.org와 같은 도메인이 아닙니다.
address-incomplete-domain = @ 뒷부분이 완전하지 않습니다. .org와 같은 끝부분이 필요합니다.

code-empty = 메일에 있는 숫자 6자리를 입력해 주세요.
code-not-digits = 코드는 숫자로만 되어 있습니다.
code-too-short = 너무 짧습니다. 코드는 숫자 6자리입니다.
code-too-long = 너무 깁니다. 코드는 숫자 6자리입니다.

limit-resend = 방금 이 주소로 코드를 보냈습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-address = 이 주소로 코드를 많이 보냈습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-domain = 이 도메인의 주소로 코드를 많이 보냈습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-client = 사용 중인 네트워크에서 코드를 많이 요청했습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-queue = 저희 메일 서버가 느려 많은 분이 코드를 기다리고 있습니다. { $wait } 후에 다시 시도해 주세요.
limit-total = 평소보다 많은 메일을 보내고 있어 잠시 멈춰야 합니다. { $wait } 후에 다시 시도해 주세요.
limit-proof = 평소보다 많은 메일을 보내고 있어 시간이 더 걸립니다. { $wait } 후에 버튼을 다시 눌러 주세요.
limit-failures = 이 주소에 잘못된 코드를 너무 많이 입력했습니다. { $wait } 후에 다시 시도할 수 있습니다.
limit-muted = 이 주소로 메일을 받는 분이 당분간 코드를 보내지 말아 달라고 요청했습니다. { $wait } 후에 다시 요청할 수 있습니다.

seconds = { $count }초
minutes = { $count }분
hours = { $count }시간
less-than-a-minute = 1분이 안 되는 시간

moment = { $month ->
       *[1] { $year }년 1월 { $day }일 { $time }
        [2] { $year }년 2월 { $day }일 { $time }
        [3] { $year }년 3월 { $day }일 { $time }
        [4] { $year }년 4월 { $day }일 { $time }
        [5] { $year }년 5월 { $day }일 { $time }
        [6] { $year }년 6월 { $day }일 { $time }
        [7] { $year }년 7월 { $day }일 { $time }
        [8] { $year }년 8월 { $day }일 { $time }
        [9] { $year }년 9월 { $day }일 { $time }
        [10] { $year }년 10월 { $day }일 { $time }
        [11] { $year }년 11월 { $day }일 { $time }
        [12] { $year }년 12월 { $day }일 { $time }
    }

account-heading = 안녕하세요!
account-who = { $address } 주소로 로그인되어 있습니다.
account-since = 이 계정은 { $day }에 만들어졌습니다.
sign-out-button = 로그아웃
browsers-heading = 로그인된 브라우저
browser-since = { $day }에 로그인했습니다.
browser-seen = 마지막 사용: { $ago }.
browser-this = 지금 사용 중인 브라우저입니다.
ago-now = 한 시간 이내
ago-hours = { $count }시간 전
ago-days = { $count }일 전
browser-on = { $system }의 { $agent }
browser-agent = { $agent }
browser-program = 프로그램
browser-program-on = { $system }의 프로그램
browser-unknown = 브라우저
browser-unknown-on = { $system }의 브라우저
browser-sign-out = 로그아웃: { $browser }
others-button = 다른 모든 곳에서 로그아웃
everywhere-button = 모든 곳에서 로그아웃
browser-signed-out = 그 브라우저에서 로그아웃했습니다.
others-signed-out = 다른 모든 브라우저에서 로그아웃했습니다.
address-changed = 주소를 변경했습니다. 로그인되어 있던 브라우저는 그대로이며, 원하시면 여기서 로그아웃할 수 있습니다.
email-heading = 이메일 주소
email-button = 이메일 주소 변경
data-heading = 내 데이터
data-hint = 이 계정에 대해 저장된 모든 내용을 사람과 프로그램이 읽을 수 있는 파일(JSON)로 드립니다.
data-button = 내 데이터 내려받기
delete-summary = 내 계정 삭제
delete-warning = 계정 및 계정과 함께 저장된 모든 내용이 즉시 영구적으로 삭제됩니다.
delete-button = 지금 삭제
new-address-heading = 이메일 주소 변경
new-address-lead = 계정의 주소: { $address }. 새 주소로 보내 드리는 코드를 입력하면 변경됩니다.
new-address-label = 새 이메일 주소
new-address-keep = 기존 주소 유지
new-code-lead = 코드를 받을 새 주소: { $address }
new-code-button = 내 주소 변경

not-me-heading = 내가 요청하지 않은 코드
not-me-lead = 요청하지 않은 코드를 메일로 받으셨나요? 누군가가 주소를 잘못 입력했을 가능성이 큽니다. 코드가 없으면 그 사람은 이 주소로 아무것도 할 수 없습니다.
not-me-offer = 원하시면 코드를 중지해 드립니다. 이 주소로 보낸 대기 중인 코드는 모두 무효가 되고, { $duration } 동안 다른 코드를 보내지 않습니다.
not-me-label = 메일에 있는 중지 키
not-me-hint = 메일 끝부분에 있는, 세 묶음으로 된 영문자와 숫자 12자입니다.
not-me-button = 코드 중지
not-me-done-heading = 코드를 무효화했습니다
not-me-done = 이 주소로 보낸 대기 중인 코드는 모두 무효가 되었으며, { $duration } 동안 다른 코드를 보내지 않습니다.
not-me-done-next = 더 하실 일은 없으며, 메일은 삭제하셔도 됩니다. 직접 코드가 필요하시면 { $duration } 후에 요청하거나, 이 주소로 로그인한 적이 있는 브라우저에서 지금 요청해 주세요.
start-link = 첫 페이지로 이동

mailbox-hint = 메일은 이 컴퓨터 밖으로 나가지 않습니다. 코드는 { $link }에 있습니다.
mailbox-hint-link = 개발용 메일함

not-found-heading = 페이지를 찾을 수 없습니다
not-found = 웹 주소를 잘못 입력했거나 페이지가 이동했을 수 있습니다.
forbidden-heading = 다른 사이트에서 보낸 양식입니다
forbidden = 양식을 처리하지 않았습니다. 이 사이트의 페이지를 열고 그곳의 양식을 작성해 주세요.
method-heading = 이 방법으로는 이용할 수 없습니다
method = 저희 페이지에 있는 양식을 이용해 주세요.
too-large-heading = 내용이 너무 큽니다
too-large = 보낸 내용이 이 사이트의 양식에서 받을 수 있는 크기를 넘었습니다. 뒤로 돌아가 내용을 줄여 주세요.
timeout-heading = 시간이 너무 오래 걸렸습니다
timeout = 보낸 내용이 모두 도착하지 않았습니다. 연결 상태를 확인한 다음 뒤로 돌아가 다시 시도해 주세요.
uri-heading = 웹 주소가 너무 깁니다
uri = 이 사이트에는 이렇게 긴 웹 주소가 없습니다. 첫 페이지를 열고 거기서 시작해 주세요.
head-heading = 브라우저가 너무 많은 데이터를 보냈습니다
head = 브라우저에 저장된 이 사이트의 쿠키를 삭제하고 다시 시도해 주세요.
too-many-heading = 연결이 너무 많습니다
too-many = 사용 중인 네트워크에서 저희가 처리할 수 있는 것보다 많은 연결이 열려 있습니다. 몇 초 후에 다시 시도해 주세요.
busy-heading = 지금은 이용자가 많습니다
busy = 사라진 내용은 없습니다. 몇 초 후에 다시 시도해 주세요.
bad-request-heading = 요청을 이해하지 못했습니다
bad-request = 뒤로 돌아가 다시 시도해 주세요.
internal-heading = 저희 쪽에서 문제가 발생했습니다
internal = 사라진 내용은 없습니다. 잠시 후에 다시 시도해 주세요.

language-label = 언어
language-button = 변경

mail-subject = { $code } – { $service } 인증 코드
mail-subject-without = { $service } 인증 코드
mail-heading = { $service } 인증 코드
mail-code-is = { $service } 인증 코드:
mail-preheader = { $code } 코드는 { $lifetime } 동안 유효합니다.
mail-preheader-without = 메일을 열어 코드를 확인해 주세요. 코드는 { $lifetime } 동안 유효합니다.
mail-use = 코드는 { $lifetime } 동안 유효합니다. 코드를 요청한 페이지에 입력하고, 다른 사람에게는 알려 주지 마세요.
mail-who = { $moment } 무렵 누군가(아마도 본인)가 { $service }에 이 코드를 요청했습니다.
mail-who-without = { $moment } 무렵 누군가(아마도 본인)가 { $service }에 코드를 요청했습니다. 계속하려면 코드를 요청한 페이지에 아래 코드를 입력하고, 다른 사람에게는 알려 주지 마세요. 코드는 { $lifetime } 동안 유효합니다. 잠금 화면이나 메일 목록에서 언뜻 보이지 않도록 코드를 이렇게 아래쪽에 적었습니다.
mail-not-you = 본인이 요청하지 않았다면 아무것도 하지 않으셔도 됩니다. 코드가 없으면 누구도 이 주소로 가입할 수 없습니다. 이런 메일이 불편하시다면 다음 페이지를 열고
mail-not-you-new-address = 이 코드를 입력하면 이 주소가 어떤 계정의 주소가 됩니다. 본인의 계정이 아니라면 코드를 입력하지 말고, 다른 사람에게도 알려 주지 마세요. 더 하실 일은 없습니다. 이런 메일이 불편하시다면 다음 페이지를 열고
mail-paste = 그곳에 이 중지 키를 붙여 넣어 주세요:
mail-voids = 그러면 지금까지 받은 코드가 무효가 되고, 하루 동안 다른 코드를 보내지 않습니다.
mail-notice-preheader = 본인이 한 일이 아니라면 계속 읽어 주세요.
mail-changed-subject = { $service } 계정의 주소가 변경되었습니다
mail-changed = { $service } 계정의 주소가 { $moment } 무렵 변경되었습니다. 이제 계정의 코드는 이 주소가 아니라 새 주소로 보냅니다.
mail-changed-you = 본인이 한 일이라면 더 하실 일은 없습니다.
mail-changed-not-you = 본인이 한 일이 아니라면 본인이 로그인해 둔 브라우저를 누군가가 사용했거나 본인의 메일을 읽고 있는 것입니다. 더 이상 이 계정에 로그인할 수 없으니 바로 { $service } 운영자에게 알려 주세요. 다른 사람이 이 메일함을 읽지 못하게 해 주세요.
mail-deleted-subject = { $service } 계정이 삭제되었습니다
mail-deleted = { $service } 계정이 { $moment } 무렵 삭제되었고, 함께 저장된 모든 내용도 사라졌습니다.
mail-deleted-you = 본인이 한 일이라면 더 하실 일은 없습니다. 다시 계정이 필요하시면 처음처럼 이 주소로 가입해 주세요.
mail-deleted-not-you = 본인이 한 일이 아니라면 본인이 로그인해 둔 브라우저를 누군가가 사용했거나 본인의 메일을 읽고 있는 것입니다. 계정은 되돌릴 수 없습니다. 다른 사람이 이 메일함을 읽지 못하게 한 뒤, 새로 가입하고 { $service } 운영자에게 알려 주세요.
