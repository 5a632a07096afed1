# Chinese, simplified (简体中文)
# Polite (您, left out wherever the sentence does without it): as 163, Alipay and Google have it; right for any service.

title-error = 错误：{ $title }

address-heading = 登录或注册
address-lead = 输入邮箱地址，我们会向您发送6位数字验证码，无需密码。
address-label = 邮箱地址
address-button = 获取验证码
sending-button = 正在发送验证码…
address-meant = 您要输入的是 { $address } 吗？
proving = 当前访问量较大，需先检查您的浏览器，大约几秒钟。

code-heading = 请查收邮件
code-lead-sending = 正在将6位数字验证码发送至
code-lead-sent = 6位数字验证码已发送至
code-lead-tried = 我们已尝试将6位数字验证码发送至
change-button = 更改
code-label = 6位数字验证码
code-hint-for = 验证码有效期为{ $lifetime }。
code-hint-until = 验证码在 { $time } 之前有效。
code-hint-over = 验证码已过期。
code-button = 继续
code-button-busy = 正在验证…
resend-later = 没收到？请查看垃圾邮件箱，或在 { $wait } 后重新发送。
resend-offer = 没收到？请查看垃圾邮件箱，或{ $button }。
resend-button = 重新发送验证码
resend-wait = 再过{ $wait }即可重新发送验证码。
resend-now = 现在可以重新发送验证码了。
resend-sent = 新的验证码已发送至 { $address }。
webmail = 打开 { $name }

delivery-sending = 正在发送…
delivery-slow = 我们的邮件服务器响应较慢。验证码仍可能送达，您也可以现在重新发送。
delivery-reload = 刷新此页面可查看是否已发送。
delivery-accepted = 已于 { $time } 发送，可能需要一分钟左右送达。
delivery-unknown = 与我们邮件服务器的连接中断，邮件可能没有发出。
delivery-retrying-later = 尚未发出：邮件服务器繁忙。我们会继续尝试。
delivery-retrying-unreachable = 尚未发出：无法连接到我们的邮件服务器。我们会继续尝试。
delivery-retrying-insecure = 尚未发出：无法安全地连接到我们的邮件服务器。我们会继续尝试。
delivery-retrying-other = 尚未发出：邮件服务器没有接受邮件。我们会继续尝试。
delivery-failed-earlier = 新的验证码发送失败，之前发送的验证码仍然有效。

failed-heading = 验证码发送失败
delivery-failed-recipient = { $domain } 的邮件服务器表示该邮箱不存在。请检查地址是否有误。
delivery-failed-full = { $domain } 的邮件服务器表示该邮箱已满。请清理出空间，然后重试。
delivery-failed-unsupported = 我们的邮件服务器无法向这类地址发送邮件。请使用其他地址。
delivery-failed-rejected = 邮件服务器拒收了我们的邮件。请检查地址，或重试。
delivery-failed-later = 邮件服务器繁忙。您可以立即重试。
delivery-failed-unreachable = 无法连接到我们的邮件服务器。您可以立即重试。
delivery-failed-insecure = 无法安全地连接到我们的邮件服务器，因此没有发送任何内容。您可以立即重试。
expired-heading = 验证码已过期
expired = 如需继续，请获取新的验证码。
spent-heading = 验证码错误次数过多
retry-button = 重试
new-code-button = 获取新验证码
new-code-wait = 再过{ $wait }即可获取。
other-address-button = 使用其他邮箱地址

voided-heading = 这些验证码已失效
muted-heading = 无法向此地址发送验证码
proof-heading = 请稍候
limit-heading = 请稍后再试
cookies-heading = 请允许使用 Cookie

error-heading = 出现问题
error-domain = 不支持该域名的邮箱地址，请使用其他地址。
error-wrong-code = 验证码不正确。请查看最新的邮件，您还可以尝试{ $tries }次。
error-expired = 此验证码已过期。请输入最新的验证码，或重新获取。
error-already-used = 此验证码已使用过。请重新开始，获取新的验证码。
error-voided = 能查看该邮箱的人告知我们，自己没有请求过验证码。请检查地址，或使用其他地址。
error-overtaken = 另一个窗口中已有更改。请刷新此页面。
error-tries-spent = 为了您的安全，之前的验证码已失效。如需继续，请获取新的验证码。
error-nothing-pending = 此次验证已结束。如需新的验证码，请输入邮箱地址。
error-not-signed-in = 您当前未登录。
error-token = 无法识别此停用密钥。请从最新的邮件中完整复制：共12个字母和数字，分为三组。停用密钥有效期为一天。
error-address-taken = 您已有另一个使用此地址的账号。请退出登录后用此地址登录，或先删除那个账号。未作任何更改。
error-malformed = 表单未能正确送达，请重试。
error-cross-site = 此请求来自其他网站，因此未执行。
error-cookies = 您的浏览器未发回本站的 Cookie，因此我们没有发送验证码。请允许本站使用 Cookie，然后重试。
error-no-answer = 无法连接到服务器。请检查网络连接后重试。
error-internal = 我们的系统出现了问题。数据没有丢失，请重试。

address-empty = 请输入邮箱地址。
address-too-long = 邮箱地址过长。
address-no-at = 请输入包含 @ 的邮箱地址，例如 name@example.org。
address-no-local-part = 请补充 @ 前面的部分。
address-no-domain = 请补充 @ 后面的部分，例如 example.org。
address-several = 请只输入一个邮箱地址。
address-blank = 邮箱地址中不能有空格。
address-control = 此地址中含有不可见的字符，请手动输入。
address-quoted = 不支持带引号的地址。
address-comment = 不支持带括号的地址。
address-character = 请只输入地址，例如 name@example.org。其中含有不允许的字符。
address-dot = @ 前面部分的点（.）位置不正确。
address-domain = @ 后面的部分不是 example.org 这样的域名。
address-incomplete-domain = @ 后面的部分不完整，还需要 .org 这样的后缀。

code-empty = 请输入邮件中的6位数字验证码。
code-not-digits = 验证码只包含数字。
code-too-short = 位数不足，验证码为6位数字。
code-too-long = 位数过多，验证码为6位数字。

limit-resend = 刚刚已向此地址发送过验证码。再过{ $wait }即可重新获取。
limit-address = 已向此地址发送过很多验证码。再过{ $wait }即可重新获取。
limit-domain = 已向该域名的邮箱地址发送过很多验证码。再过{ $wait }即可重新获取。
limit-client = 您所在的网络请求了很多验证码。再过{ $wait }即可重新获取。
limit-queue = 我们的邮件服务器较慢，其他用户也在等待。请在{ $wait }后重试。
limit-total = 当前发送的邮件比平时多，已暂停发送。请在{ $wait }后重试。
limit-proof = 当前访问量较大。请等待{ $wait }，然后再次点击按钮。
limit-failures = 此地址的验证码错误次数过多。再过{ $wait }即可重试。
limit-muted = 能查看该邮箱的人要求我们暂停发送。您可以在{ $wait }后重新获取，或使用其他邮箱地址。
limit-code-works = 您已收到的验证码仍然有效。

seconds = { $count }秒
minutes = { $count }分钟
hours = { $count }小时
less-than-a-minute = 不到1分钟

month = { $month }
day = { $year }年{ $month }月{ $day }日
moment = { day } { $time }

account-heading = 我的账号
account-who = 您已使用 { $address } 登录。
account-since = 创建于{ $date }
account-since-today = 今天创建
sign-out-button = 退出登录
signed-out = 您已退出登录。
browsers-heading = 已登录的浏览器
browser-since = { $date }登录
browser-since-today = 今天登录
browser-seen = 最近使用：{ $ago }
browser-this = 当前浏览器
ago-now = 1小时内
ago-hours = { $count }小时前
ago-days = { $count }天前
browser-on = { $system } 上的 { $agent }
browser-agent = { $agent }
browser-program = 程序
browser-program-on = { $system } 上的程序
browser-unknown = 浏览器
browser-unknown-on = { $system } 上的浏览器
browser-sign-out = 退出登录：{ $browser }
others-button = 在其他所有浏览器上退出登录
everywhere-button = 在所有浏览器上退出登录
browser-signed-out = 该浏览器已退出登录。
others-signed-out = 其他所有浏览器都已退出登录。
address-changed = 邮箱地址已更改。已登录的浏览器仍保持登录状态，您可以在这里让它们退出登录。
email-button = 更改邮箱地址
data-heading = 我的数据
data-hint = 我们保存的与此账号有关的全部信息，汇总为一个文件（JSON）。
data-button = 下载我的数据
delete-summary = 删除我的账号
delete-warning = 您的账号、邮箱地址和登录信息将立即删除，无法恢复。
delete-button = 立即删除我的账号

new-address-heading = 更改邮箱地址
new-address-lead = 您账号的邮箱地址是 { $address }。输入发送到新地址的验证码后才会更改。
new-address-label = 新邮箱地址
new-address-keep = 保留原地址

not-me-heading = 没有请求过验证码？
not-me-lead = 有人输入了您的邮箱地址，很可能是输错了。没有验证码，对方无法使用该地址做任何事。
not-me-offer = 您可以停止接收：已发送给您的验证码将失效，并且在{ $duration }内，我们不会再向您发送验证码。
not-me-label = 邮件中的停用密钥
not-me-hint = 12个字母和数字，分为三组，位于邮件末尾。
not-me-button = 停止发送验证码
not-me-done-heading = 这些验证码已失效
not-me-done = 在{ $duration }内，我们不会再向您的地址发送验证码。
not-me-done-next = 您无需再做任何操作，可以删除该邮件。如果您自己需要验证码，请在{ $duration }后获取，或者现在就在曾用此地址登录过的浏览器中获取。
start-link = 前往首页

mailbox-hint = 邮件不会发送到这台计算机之外。验证码在{ $link }中。
mailbox-hint-link = 开发用邮箱

not-found-heading = 页面不存在
not-found = 请检查网址是否有误；页面也可能已移动。
forbidden-heading = 此表单来自其他网站
forbidden = 表单未被处理。请打开本站的页面，填写其中的表单。
elsewhere-heading = 此页面的网址不同
elsewhere = 正确的网址是 { $address }。请在那里打开，然后重试。
method-heading = 无法以这种方式操作
method = 请使用我们页面上的表单。
too-large-heading = 内容过大
too-large = 提交的内容超出了本站表单的上限。请返回并缩短内容。
timeout-heading = 用时过长
timeout = 提交的内容没有全部送达。请检查网络连接，然后返回重试。
uri-heading = 网址过长
uri = 本站没有这么长的网址。请前往首页。
head-heading = 您的浏览器发送的数据过多
head = 请删除浏览器为本站保存的 Cookie，然后重试。
too-many-heading = 连接过多
too-many = 您所在网络的连接数超出了我们的处理能力。请过几秒再试。
busy-heading = 系统繁忙
busy = 数据没有丢失。请过几秒再试。
bad-request-heading = 无法理解此请求
bad-request = 请返回重试。
internal-heading = 我们的系统出现了问题
internal = 数据没有丢失。请稍后再试。

language-label = 语言

mail-subject = { $code } 是您的 { $service } 验证码
mail-subject-without = 您的 { $service } 验证码
mail-heading = 您的 { $service } 验证码
mail-code-is = 您的 { $service } 验证码是：
mail-preheader = 请在请求验证码的页面上输入，有效期为{ $lifetime }。
mail-preheader-without = 打开此邮件查看验证码，有效期为{ $lifetime }。
mail-use = 请在请求验证码的页面上输入，有效期为{ $lifetime }。请勿泄露给他人。
mail-who = 此验证码的请求时间为 { $moment }。
mail-who-without = 有人于 { $moment } 请求了 { $service } 验证码。请在请求验证码的页面上输入下方的验证码，有效期为{ $lifetime }。请勿泄露给他人。为避免显示在锁屏界面或邮件列表中，验证码放在靠下的位置。
mail-not-you = 如果不是您本人操作，请忽略此邮件：没有验证码，任何人都无法使用您的地址。如果不断收到这类邮件，请打开
mail-not-you-new-address = 输入此验证码后，此地址将成为某个账号的邮箱地址。如果那不是您的账号，请不要输入，也请勿泄露给他人；您无需再做其他操作。如果不断收到这类邮件，请打开
mail-paste = 并在其中粘贴此停用密钥：
mail-voids = 这样，已发送给您的验证码将失效，并且一天之内我们不会再向您发送验证码。

mail-notice-preheader = 如果不是您本人操作，请继续阅读。
mail-changed-subject = 您的 { $service } 账号的邮箱地址已更改
mail-changed = 您的 { $service } 账号的邮箱地址已于 { $moment } 更改。今后，验证码将发送到新地址，不再发送到此地址。
mail-changed-you = 如果是您本人操作，则无需再做任何操作。
mail-changed-not-you = 如果不是您本人操作，说明有人使用了您已登录的浏览器，或者能够读取您的邮件。如果您的某个浏览器仍保持登录状态，请立即在其中打开您的账号，在其他所有浏览器上退出登录，并改回原地址。如果没有这样的浏览器，您已无法登录该账号，请立即联系 { $service }。请确保没有其他人能读取此邮箱中的邮件。
mail-deleted-subject = 您的 { $service } 账号已删除
mail-deleted = 您的 { $service } 账号已于 { $moment } 删除，您的邮箱地址和登录信息也已一并删除。
mail-deleted-you = 如果是您本人操作，则无需再做任何操作。如果以后又需要账号，请像之前一样用此地址注册。
mail-deleted-not-you = 如果不是您本人操作，说明有人使用了您已登录的浏览器，或者能够读取您的邮件。账号无法恢复。请确保没有其他人能读取此邮箱中的邮件，然后重新注册，并联系 { $service }。
