# Korean (한국어)
# Formal (합니다체, requests in -해 주세요): as Naver and Google have it; right for any service, where 해요체 would suit only some.

title-error = 오류: { $title }

address-heading = 로그인 또는 회원가입
address-lead = 이메일 주소를 입력하면 6자리 인증번호를 보내 드립니다. 비밀번호는 필요 없습니다.
address-label = 이메일 주소
address-button = 인증번호 받기
sending-button = 인증번호를 보내는 중…
address-meant = 혹시 { $address } 주소를 입력하려고 하셨나요?
proving = 지금 이용자가 평소보다 많아 먼저 브라우저를 확인하고 있습니다. 몇 초 정도 걸립니다.

code-heading = 메일을 확인해 주세요
code-lead-sending = 아래 주소로 6자리 인증번호를 보내고 있습니다.
code-lead-sent = 아래 주소로 6자리 인증번호를 보냈습니다.
code-lead-tried = 아래 주소로 6자리 인증번호 발송을 시도했습니다.
change-button = 변경
code-label = 인증번호 6자리
code-hint-for = 인증번호 유효 시간은 { $lifetime }입니다.
code-hint-until = 인증번호는 { $time }까지 유효합니다.
code-hint-over = 인증번호가 만료되었습니다.
code-button = 계속
code-button-busy = 확인 중…
resend-later = 메일이 오지 않았나요? 스팸메일함을 확인하거나 { $wait } 후에 다시 받아 주세요.
resend-offer = 메일이 오지 않았나요? 스팸메일함을 확인하거나 { $button }를 눌러 주세요.
resend-button = 인증번호 다시 받기
resend-wait = { $wait } 후에 인증번호를 다시 받을 수 있습니다.
resend-now = 지금 인증번호를 다시 받을 수 있습니다.
resend-sent = { $address } 주소로 새 인증번호를 보냈습니다.
webmail = { $name } 열기

delivery-sending = 보내는 중…
delivery-slow = 저희 메일 서버의 응답이 느립니다. 인증번호가 도착할 수도 있으며, 지금 다시 받을 수도 있습니다.
delivery-reload = 발송되었는지 보려면 이 페이지를 새로 고쳐 주세요.
delivery-accepted = { $time }에 보냈습니다. 도착하기까지 1분 정도 걸릴 수 있습니다.
delivery-unknown = 저희 메일 서버와의 연결이 끊어져 메일이 발송되지 않았을 수 있습니다.
delivery-retrying-later = 메일 서버가 혼잡하여 아직 보내지 못했습니다. 계속 시도하겠습니다.
delivery-retrying-unreachable = 저희 메일 서버에 연결할 수 없어 아직 보내지 못했습니다. 계속 시도하겠습니다.
delivery-retrying-insecure = 저희 메일 서버에 안전하게 연결할 수 없어 아직 보내지 못했습니다. 계속 시도하겠습니다.
delivery-retrying-other = 메일 서버가 메일을 받지 않아 아직 보내지 못했습니다. 계속 시도하겠습니다.
delivery-failed-earlier = 새 인증번호를 보내지 못했습니다. 앞서 보낸 인증번호는 아직 유효합니다.

failed-heading = 인증번호를 보내지 못했습니다
delivery-failed-recipient = { $domain } 메일 서버에서 존재하지 않는 메일함이라고 응답했습니다. 주소에 오타가 없는지 확인해 주세요.
delivery-failed-full = { $domain } 메일 서버에서 메일함이 가득 찼다고 응답했습니다. 공간을 비운 다음 다시 시도해 주세요.
delivery-failed-unsupported = 저희 메일 서버는 이런 형식의 주소로 메일을 보낼 수 없습니다. 다른 주소를 사용해 주세요.
delivery-failed-rejected = 메일 서버가 메일을 거부했습니다. 주소를 확인하거나 다시 시도해 주세요.
delivery-failed-later = 메일 서버가 혼잡합니다. 지금 바로 다시 시도할 수 있습니다.
delivery-failed-unreachable = 저희 메일 서버에 연결할 수 없습니다. 지금 바로 다시 시도할 수 있습니다.
delivery-failed-insecure = 저희 메일 서버에 안전하게 연결할 수 없어 아무것도 보내지 않았습니다. 지금 바로 다시 시도할 수 있습니다.
expired-heading = 인증번호가 만료되었습니다
expired = 계속하려면 새 인증번호를 받아 주세요.
spent-heading = 인증번호 입력 횟수를 초과했습니다
retry-button = 다시 시도
new-code-button = 새 인증번호 받기
new-code-wait = { $wait } 후에 받을 수 있습니다.
other-address-button = 다른 이메일 주소 사용

voided-heading = 이 인증번호는 더 이상 사용할 수 없습니다
muted-heading = 이 주소로는 인증번호를 보낼 수 없습니다
proof-heading = 잠시만 기다려 주세요
limit-heading = 잠시 후 다시 시도해 주세요
cookies-heading = 쿠키를 허용해 주세요

error-heading = 문제가 있습니다
error-domain = 이 도메인의 이메일 주소는 사용할 수 없습니다. 다른 주소를 사용해 주세요.
error-wrong-code = 인증번호가 맞지 않습니다. 가장 최근에 받은 메일을 확인해 주세요. { $tries }번 더 시도할 수 있습니다.
error-expired = 만료된 인증번호입니다. 가장 최근에 받은 인증번호를 입력하거나 새로 받아 주세요.
error-already-used = 이미 사용한 인증번호입니다. 새 인증번호를 받으려면 처음부터 다시 시작해 주세요.
error-voided = 이 메일함으로 메일을 받는 분이 인증번호를 요청하지 않았다고 알려 왔습니다. 주소를 확인하거나 다른 주소를 사용해 주세요.
error-overtaken = 다른 창에서 변경된 내용이 있습니다. 이 페이지를 새로 고쳐 주세요.
error-tries-spent = 보안을 위해 이전 인증번호는 더 이상 사용할 수 없습니다. 계속하려면 새 인증번호를 받아 주세요.
error-nothing-pending = 인증번호 입력 단계가 종료되었습니다. 새 인증번호를 받으려면 이메일 주소를 입력해 주세요.
error-not-signed-in = 로그인 상태가 아닙니다.
error-token = 확인할 수 없는 중지 키입니다. 가장 최근에 받은 메일에서 키 전체를 복사해 주세요. 중지 키는 세 묶음으로 된 영문자와 숫자 12자이며, 하루 동안 유효합니다.
error-address-taken = 이 주소를 사용하는 다른 계정이 있습니다. 로그아웃한 뒤 이 주소로 로그인하거나, 먼저 그 계정을 삭제해 주세요. 변경된 내용은 없습니다.
error-malformed = 양식이 제대로 전송되지 않았습니다. 다시 시도해 주세요.
error-cross-site = 다른 사이트에서 보낸 요청이어서 처리하지 않았습니다.
error-cookies = 브라우저가 쿠키를 다시 보내지 않아 코드를 보내지 않았습니다. 이 사이트의 쿠키를 허용한 후 다시 시도해 주세요.
error-no-answer = 서버에 연결할 수 없습니다. 네트워크 상태를 확인하고 다시 시도해 주세요.
error-internal = 저희 쪽에서 문제가 발생했습니다. 손실된 데이터는 없으니 다시 시도해 주세요.

address-empty = 이메일 주소를 입력해 주세요.
address-too-long = 이메일 주소로는 너무 깁니다.
address-no-at = name@example.org처럼 @가 있는 이메일 주소를 입력해 주세요.
address-no-local-part = @ 앞부분도 입력해 주세요.
address-no-domain = example.org처럼 @ 뒷부분도 입력해 주세요.
address-several = 이메일 주소를 하나만 입력해 주세요.
address-blank = 이메일 주소에는 공백을 넣을 수 없습니다.
address-control = 주소에 보이지 않는 문자가 있습니다. 주소를 직접 입력해 주세요.
address-quoted = 따옴표가 있는 주소는 사용할 수 없습니다.
address-comment = 괄호가 있는 주소는 사용할 수 없습니다.
address-character = name@example.org처럼 주소만 입력해 주세요. 사용할 수 없는 문자가 있습니다.
address-dot = @ 앞부분의 점(.) 위치가 올바르지 않습니다.
address-domain = @ 뒷부분이 example.org 같은 도메인 형식이 아닙니다.
address-incomplete-domain = @ 뒷부분이 완전하지 않습니다. .org 같은 끝부분이 필요합니다.

code-empty = 메일에 있는 6자리 인증번호를 입력해 주세요.
code-not-digits = 인증번호는 숫자로만 되어 있습니다.
code-too-short = 너무 짧습니다. 인증번호는 6자리입니다.
code-too-long = 너무 깁니다. 인증번호는 6자리입니다.

limit-resend = 방금 이 주소로 인증번호를 보냈습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-address = 이 주소로 인증번호를 많이 보냈습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-domain = 이 도메인의 주소로 인증번호를 많이 보냈습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-client = 사용 중인 네트워크에서 인증번호를 많이 요청했습니다. { $wait } 후에 다시 요청할 수 있습니다.
limit-queue = 저희 메일 서버의 처리가 늦어져 다른 분들도 기다리고 있습니다. { $wait } 후에 다시 시도해 주세요.
limit-total = 평소보다 많은 메일을 보내고 있어 발송을 잠시 중단했습니다. { $wait } 후에 다시 시도해 주세요.
limit-proof = 이용자가 평소보다 많습니다. { $wait } 후에 버튼을 다시 눌러 주세요.
limit-failures = 이 주소에 잘못된 인증번호가 너무 많이 입력되었습니다. { $wait } 후에 다시 시도할 수 있습니다.
limit-muted = 이 메일함으로 메일을 받는 분이 당분간 보내지 말아 달라고 요청했습니다. { $wait } 후에 다시 요청하거나 다른 이메일 주소를 사용할 수 있습니다.
limit-code-works = 이미 받은 인증번호는 계속 사용할 수 있습니다.

seconds = { $count }초
minutes = { $count }분
hours = { $count }시간
less-than-a-minute = 1분 미만

month = { $month }
day = { $year }년 { $month }월 { $day }일
moment = { day } { $time }

account-heading = 내 계정
account-who = { $address } 주소로 로그인되어 있습니다.
account-since = 생성일: { $date }
account-since-today = 생성일: 오늘
sign-out-button = 로그아웃
signed-out = 로그아웃되었습니다.
browsers-heading = 로그인된 브라우저
browser-since = { $date }에 로그인
browser-since-today = 오늘 로그인
browser-seen = 마지막 사용: { $ago }
browser-this = 현재 브라우저
ago-now = 한 시간 이내
ago-hours = { $count }시간 전
ago-days = { $count }일 전
browser-on = { $agent } ({ $system })
browser-agent = { $agent }
browser-program = 프로그램
browser-program-on = 프로그램 ({ $system })
browser-unknown = 브라우저
browser-unknown-on = 브라우저 ({ $system })
browser-sign-out = 로그아웃: { $browser }
others-button = 다른 모든 브라우저에서 로그아웃
everywhere-button = 모든 브라우저에서 로그아웃
browser-signed-out = 해당 브라우저에서 로그아웃되었습니다.
others-signed-out = 다른 모든 브라우저에서 로그아웃되었습니다.
address-changed = 이메일 주소가 변경되었습니다. 로그인된 브라우저는 로그인 상태가 유지되며, 여기서 로그아웃할 수 있습니다.
email-button = 이메일 주소 변경
data-heading = 내 데이터
data-hint = 이 계정에 관해 보관 중인 모든 정보를 파일 하나(JSON)에 담았습니다.
data-button = 내 데이터 다운로드
delete-summary = 내 계정 삭제
delete-warning = 계정과 이메일 주소, 로그인 정보가 즉시 삭제되며 복구할 수 없습니다.
delete-button = 지금 내 계정 삭제

new-address-heading = 이메일 주소 변경
new-address-lead = 계정의 현재 주소는 { $address }입니다. 새 주소로 보내 드리는 인증번호를 입력하면 변경됩니다.
new-address-label = 새 이메일 주소
new-address-keep = 기존 주소 유지

not-me-heading = 인증번호를 요청하지 않으셨나요?
not-me-lead = 메일을 받으신 주소를 누군가가 입력했습니다. 실수로 입력했을 가능성이 큽니다. 인증번호가 없으면 그 주소로 아무것도 할 수 없습니다.
not-me-offer = 인증번호 발송을 중지할 수 있습니다. 지금까지 보낸 인증번호는 더 이상 사용할 수 없게 되고, { $duration } 동안 인증번호를 보내지 않습니다.
not-me-label = 메일에 있는 중지 키
not-me-hint = 메일 끝부분에 있는, 세 묶음으로 된 영문자와 숫자 12자입니다.
not-me-button = 인증번호 발송 중지
not-me-done-heading = 이 인증번호는 더 이상 사용할 수 없습니다
not-me-done = { $duration } 동안 해당 주소로 인증번호를 보내지 않습니다.
not-me-done-next = 더 하실 일은 없으며, 메일은 삭제하셔도 됩니다. 직접 인증번호가 필요하면 { $duration } 후에 요청하거나, 해당 주소로 로그인한 적이 있는 브라우저에서 지금 요청해 주세요.
start-link = 첫 페이지로 이동

mailbox-hint = 메일은 이 컴퓨터 밖으로 나가지 않습니다. 인증번호는 { $link }에 있습니다.
mailbox-hint-link = 개발용 메일함

not-found-heading = 페이지를 찾을 수 없습니다
not-found = 웹 주소에 오타가 없는지 확인해 주세요. 페이지가 이동했을 수도 있습니다.
forbidden-heading = 다른 사이트에서 보낸 양식입니다
forbidden = 양식을 처리하지 않았습니다. 이 사이트의 페이지를 열고 그곳의 양식을 작성해 주세요.
elsewhere-heading = 이 페이지의 주소는 다릅니다
elsewhere = 올바른 주소는 { $address }입니다. 그 주소에서 열어 다시 시도해 주세요.
method-heading = 이 방법으로는 이용할 수 없습니다
method = 저희 페이지에 있는 양식을 이용해 주세요.
too-large-heading = 내용이 너무 큽니다
too-large = 보낸 내용이 이 사이트의 양식에서 받을 수 있는 크기를 넘었습니다. 뒤로 돌아가 내용을 줄여 주세요.
timeout-heading = 시간이 너무 오래 걸렸습니다
timeout = 보낸 내용이 모두 도착하지 않았습니다. 네트워크 상태를 확인한 다음 뒤로 돌아가 다시 시도해 주세요.
uri-heading = 웹 주소가 너무 깁니다
uri = 이 사이트에는 이렇게 긴 웹 주소가 없습니다. 첫 페이지로 이동해 주세요.
head-heading = 브라우저가 너무 많은 데이터를 보냈습니다
head = 브라우저에 저장된 이 사이트의 쿠키를 삭제하고 다시 시도해 주세요.
too-many-heading = 연결이 너무 많습니다
too-many = 사용 중인 네트워크에서 저희가 처리할 수 있는 것보다 많은 연결이 열려 있습니다. 몇 초 후에 다시 시도해 주세요.
busy-heading = 지금은 이용자가 많습니다
busy = 손실된 데이터는 없습니다. 몇 초 후에 다시 시도해 주세요.
bad-request-heading = 요청을 이해하지 못했습니다
bad-request = 뒤로 돌아가 다시 시도해 주세요.
internal-heading = 저희 쪽에서 문제가 발생했습니다
internal = 손실된 데이터는 없습니다. 잠시 후에 다시 시도해 주세요.

language-label = 언어

mail-subject = { $code } – { $service } 인증번호
mail-subject-without = { $service } 인증번호
mail-heading = { $service } 인증번호
mail-code-is = { $service } 인증번호:
mail-preheader = 인증번호를 요청한 페이지에 입력해 주세요. { $lifetime } 동안 유효합니다.
mail-preheader-without = 메일을 열어 인증번호를 확인해 주세요. { $lifetime } 동안 유효합니다.
mail-use = 인증번호를 요청한 페이지에 입력해 주세요. { $lifetime } 동안 유효합니다. 다른 사람에게 알려 주지 마세요.
mail-who = 이 인증번호는 { $moment }에 요청되었습니다.
mail-who-without = { $moment }에 { $service } 인증번호가 요청되었습니다. 인증번호를 요청한 페이지에 아래 인증번호를 입력해 주세요. { $lifetime } 동안 유효합니다. 다른 사람에게 알려 주지 마세요. 잠금 화면이나 메일 목록에 보이지 않도록 인증번호를 이렇게 아래쪽에 적었습니다.
mail-not-you = 본인이 요청하지 않았다면 이 메일을 무시하셔도 됩니다. 인증번호가 없으면 누구도 이 주소를 사용할 수 없습니다. 이런 메일이 계속 오면 다음 페이지를 열고
mail-not-you-new-address = 이 인증번호를 입력하면 이 주소가 계정의 이메일 주소로 설정됩니다. 본인의 계정이 아니라면 입력하지 말고, 다른 사람에게도 알려 주지 마세요. 더 하실 일은 없습니다. 이런 메일이 계속 오면 다음 페이지를 열고
mail-paste = 그곳에 이 중지 키를 붙여 넣어 주세요:
mail-voids = 그러면 지금까지 보낸 인증번호는 더 이상 사용할 수 없게 되고, 하루 동안 인증번호를 보내지 않습니다.

mail-notice-preheader = 본인이 한 일이 아니라면 아래 내용을 읽어 주세요.
mail-changed-subject = [{ $service }] 계정의 이메일 주소가 변경되었습니다
mail-changed = { $service } 계정의 이메일 주소가 { $moment }에 변경되었습니다. 앞으로 인증번호는 이 주소가 아닌 새 주소로 발송됩니다.
mail-changed-you = 본인이 변경했다면 더 하실 일은 없습니다.
mail-changed-not-you = 본인이 한 일이 아니라면, 로그인해 둔 브라우저를 다른 사람이 사용했거나 다른 사람이 메일을 읽을 수 있는 상태입니다. 아직 로그인되어 있는 브라우저가 있다면 바로 그 브라우저에서 계정을 열어 다른 모든 브라우저에서 로그아웃하고, 주소를 원래대로 변경해 주세요. 그런 브라우저가 없다면 더 이상 이 계정에 로그인할 수 없으니 바로 { $service } 측에 연락해 주세요. 다른 사람이 이 메일함을 읽지 못하게 해 주세요.
mail-deleted-subject = [{ $service }] 계정이 삭제되었습니다
mail-deleted = { $service } 계정이 { $moment }에 삭제되었으며, 이메일 주소와 로그인 정보도 함께 삭제되었습니다.
mail-deleted-you = 본인이 삭제했다면 더 하실 일은 없습니다. 다시 계정이 필요하면 전과 같이 이 주소로 가입해 주세요.
mail-deleted-not-you = 본인이 한 일이 아니라면, 로그인해 둔 브라우저를 다른 사람이 사용했거나 다른 사람이 메일을 읽을 수 있는 상태입니다. 계정은 복구할 수 없습니다. 다른 사람이 이 메일함을 읽지 못하게 한 뒤 다시 가입하고, { $service } 측에 연락해 주세요.
