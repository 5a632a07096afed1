# Chinese, simplified (简体中文)

title-address = 注册
title-code = 输入验证码
title-account = 您的账号
title-new-address = 更改邮箱地址
title-delivery = 邮件
title-not-me = 不是我本人操作
title-not-me-done = 验证码已作废
title-error = 错误：{ $title }

address-heading = 注册或登录
address-lead = 请输入您的邮箱地址。我们会通过邮件发送一个六位数验证码，无需密码。
address-label = 邮箱地址
address-hint = 验证码只会发送到这个地址。
address-button = 发送验证码
sending-button = 正在发送验证码…
address-meant = 您要输入的是 { $address } 吗？
proving = 目前我们发送的邮件比平时多，因此您的浏览器需要先完成一次计算，大约需要几秒钟。

code-heading = 输入验证码
code-lead = 验证码发往 { $address }
code-meant = 您要输入的是 { $domain } 吗？如果是，请更改地址。
code-label = 验证码
code-hint-for = 六位数字。验证码有效期为{ $lifetime }。
code-hint-until = 六位数字，粘贴后会立即提交。验证码在 { $time } 之前有效。
code-hint-over = 验证码已过期，请重新发送。
code-button = 继续
code-button-busy = 请稍候…
resend-button = 重新发送验证码
resend-wait = 再过{ $wait }即可重新发送验证码。
resend-now = 现在可以重新发送验证码了。
change-button = 更改地址
webmail = 前往 { $name } 查看邮件

delivery-sending = 邮件正在发往我们的邮件服务器。
delivery-slow = 邮件正在发往我们的邮件服务器，但服务器响应较慢。邮件仍有可能送达；您也可以现在重新发送验证码。
delivery-accepted = 邮件已于 { $time } 发出，可能需要一分钟左右才能送达；请同时查看垃圾邮件文件夹。
delivery-unknown = 与我们邮件服务器的连接中断了。邮件可能已经发出；如果没有收到，请重新发送验证码。
delivery-retrying-later = 邮件尚未发出：邮件服务器繁忙。我们会继续尝试；您也可以现在重新发送验证码。
delivery-retrying-unreachable = 邮件尚未发出：无法连接到我们的邮件服务器。我们会继续尝试；您也可以现在重新发送验证码。
delivery-retrying-insecure = 邮件尚未发出：无法安全地使用我们的邮件服务器。我们会继续尝试；您也可以现在重新发送验证码。
delivery-retrying-other = 邮件尚未发出：邮件服务器拒收。我们会继续尝试；您也可以现在重新发送验证码。
delivery-failed-recipient = 邮件发送失败：{ $domain } 的邮件服务器表示该邮箱不存在。请检查地址。
delivery-failed-full = 邮件发送失败：{ $domain } 的邮件服务器表示该邮箱已满。请清理出空间，然后即可重试。
delivery-failed-unsupported = 邮件发送失败：我们的邮件服务器无法向这类地址发送邮件。请使用其他地址。
delivery-failed-rejected = 邮件发送失败：邮件服务器拒收。请检查地址，或现在重试。
delivery-failed-later = 邮件发送失败：邮件服务器繁忙。现在就可以重试，无需等待。
delivery-failed-unreachable = 邮件发送失败：无法连接到我们的邮件服务器。现在就可以重试，无需等待。
delivery-failed-insecure = 邮件发送失败：无法安全地使用我们的邮件服务器。现在就可以重试，无需等待。

error-heading = 出现问题
error-domain = 此处不接受该域名的邮箱地址，请使用其他地址。
error-wrong-code = 验证码不正确。请查看最新的邮件；您还可以尝试{ $tries }次。
error-expired = 此验证码已过期。请重新发送，并输入新的验证码。
error-already-used = 此验证码已使用过。请重新开始以获取新的验证码。
error-voided = 这些验证码已失效：该邮箱的使用者表示并未请求过验证码。请检查地址。
error-overtaken = 您已在另一个窗口中先行操作。请重新加载此页面。
error-tries-spent = 验证码输错次数过多。请点击“{ change-button }”，用新的验证码重新开始；地址可以保持不变。
error-nothing-pending = 您的注册已不再等待验证码。请输入您的地址以获取新的验证码。
error-not-signed-in = 您的登录状态已失效。
error-token = 无法识别此停用密钥。请从最新的邮件中完整复制：共十二个字母和数字，分为三组。停用密钥有效期为一天。
error-address-taken = 您已有另一个使用此地址的账户。请退出登录后用此地址登录，或先删除那个账户。未作任何更改。
error-malformed = 表单未能正确送达，请重试。
error-cross-site = 此请求来自其他网站，未予执行。
error-no-answer = 服务器没有响应。请检查网络连接后重试。
error-internal = 我们这边出了点问题。您的内容没有丢失，请重试。

address-empty = 请输入您的邮箱地址。
address-too-long = 输入的内容超出了邮箱地址的最大长度。
address-no-at = 邮箱地址中应包含 @，例如 name@example.org。
address-no-local-part = 请同时输入 @ 前面的部分。
address-no-domain = 请同时输入 @ 后面的部分，例如 example.org。
address-several = 请只输入一个邮箱地址。
address-blank = 邮箱地址中不能有空格。
address-control = 此地址中含有不可见的字符，请手动输入地址。
address-quoted = 此处不接受带引号的地址。
address-comment = 此处不接受带括号的地址。
address-character = 请只输入地址，例如 name@example.org；其中含有不应出现的字符。
address-dot = @ 前面有一个点的位置不对。
address-domain = @ 后面的部分不是 example.org 这样的域名。
address-incomplete-domain = @ 后面的部分不完整，还需要 .org 这样的后缀。

code-empty = 请输入邮件中的六位数字。
code-not-digits = 验证码只包含数字。
code-too-short = 太短了，验证码是六位数字。
code-too-long = 太长了，验证码是六位数字。

limit-resend = 刚刚已向此地址发送过验证码。再过{ $wait }即可再次获取。
limit-address = 已向此地址发送过很多验证码。再过{ $wait }即可再次获取。
limit-domain = 已向该域名的邮箱地址发送过很多验证码。再过{ $wait }即可再次获取。
limit-client = 您所在的网络请求了很多验证码。再过{ $wait }即可再次获取。
limit-queue = 我们的邮件服务器较慢，很多人正在等待验证码。再过{ $wait }即可重试。
limit-total = 我们发送的邮件比平时多，需要暂停一下。再过{ $wait }即可重试。
limit-proof = 我们发送的邮件比平时多，因此需要更长时间。请等待{ $wait }，然后再次点击按钮。
limit-failures = 此地址的验证码输错次数过多。再过{ $wait }即可重试。
limit-muted = 该邮箱的使用者要求我们暂时不再发送验证码。再过{ $wait }即可再次获取。

seconds = { $count }秒
minutes = { $count }分钟
hours = { $count }小时
less-than-a-minute = 不到1分钟

moment = { $month ->
       *[1] { $year }年1月{ $day }日 { $time }
        [2] { $year }年2月{ $day }日 { $time }
        [3] { $year }年3月{ $day }日 { $time }
        [4] { $year }年4月{ $day }日 { $time }
        [5] { $year }年5月{ $day }日 { $time }
        [6] { $year }年6月{ $day }日 { $time }
        [7] { $year }年7月{ $day }日 { $time }
        [8] { $year }年8月{ $day }日 { $time }
        [9] { $year }年9月{ $day }日 { $time }
        [10] { $year }年10月{ $day }日 { $time }
        [11] { $year }年11月{ $day }日 { $time }
        [12] { $year }年12月{ $day }日 { $time }
    }

account-heading = 您好！
account-who = 您已用 { $address } 登录。
account-since = 此账户创建于 { $day }。
sign-out-button = 退出登录
browsers-heading = 已登录的浏览器
browser-since = { $day } 登录。
browser-seen = 最近使用：{ $ago }。
browser-this = 您正在使用这个浏览器。
ago-now = 一小时以内
ago-hours = { $count } 小时前
ago-days = { $count } 天前
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
address-changed = 您的地址已更改。已登录的浏览器仍保持登录状态；如有需要，可在此处退出。
email-heading = 您的邮箱地址
email-button = 更改邮箱地址
data-heading = 您的数据
data-hint = 我们保存的有关此账户的全部内容，以文件形式提供，人和程序都可读取（JSON）。
data-button = 下载我的数据
delete-summary = 删除我的账户
delete-warning = 账户以及随之保存的一切将立即永久删除。
delete-button = 立即删除
new-address-heading = 更改邮箱地址
new-address-lead = 您账户的地址是 { $address }。输入我们发送到新地址的验证码后，地址即会更改。
new-address-label = 新邮箱地址
new-address-keep = 保留原地址
new-code-lead = 验证码发往您的新地址 { $address }
new-code-button = 更改我的地址

not-me-heading = 不是我本人操作
not-me-lead = 收到了验证码邮件，但您并没有请求过？那是有人输入了您的地址，很可能是输错了。没有验证码，对方无法用您的地址做任何事。
not-me-offer = 如果您愿意，我们可以停止发送：发往您地址的待用验证码将全部失效，并且在接下来的{ $duration }内，我们不会再向该地址发送验证码。
not-me-label = 邮件中的停用密钥
not-me-hint = 十二个字母和数字，分为三组，位于邮件末尾。
not-me-button = 停止发送验证码
not-me-done-heading = 验证码已作废
not-me-done = 发往您地址的待用验证码已全部失效，并且在接下来的{ $duration }内，我们不会再向该地址发送验证码。
not-me-done-next = 您无需再做任何操作，可以删除该邮件。如果您自己需要验证码，请在{ $duration }后获取，或者现在就在曾用此地址登录过的浏览器中获取。
start-link = 前往首页

mailbox-hint = 邮件不会离开这台机器：验证码在{ $link }中。
mailbox-hint-link = 开发邮箱

not-found-heading = 页面不存在
not-found = 网址可能有误，或者页面已移动。
forbidden-heading = 此表单来自其他网站
forbidden = 表单未被处理。请打开本站的页面，填写其中的表单。
method-heading = 无法以这种方式操作
method = 请使用我们页面上的表单。
too-large-heading = 内容过大
too-large = 提交的内容超出了本站表单的上限。请返回并缩短内容。
timeout-heading = 用时过长
timeout = 提交的内容没有全部送达。请检查网络连接，然后返回重试。
uri-heading = 网址过长
uri = 本站没有这么长的网址。请打开首页，从那里开始。
head-heading = 您的浏览器发送的数据过多
head = 请删除浏览器为本站保存的 Cookie，然后重试。
too-many-heading = 连接过多
too-many = 您所在的网络与我们建立的连接数超出了我们的处理能力。请过几秒再试。
busy-heading = 系统正忙
busy = 您的内容没有丢失。请过几秒再试。
bad-request-heading = 无法理解此请求
bad-request = 请返回重试。
internal-heading = 我们这边出了点问题
internal = 您的内容没有丢失。请稍后再试。

language-label = 语言
language-button = 更改

mail-subject = { $code } 是您的 { $service } 验证码
mail-subject-without = 您的 { $service } 验证码
mail-heading = 您的 { $service } 验证码
mail-code-is = 您的 { $service } 验证码是
mail-preheader = { $code } 的有效期为{ $lifetime }。
mail-preheader-without = 打开此邮件查看验证码，有效期为{ $lifetime }。
mail-use = 验证码有效期为{ $lifetime }。请在您请求验证码的页面上输入，切勿告诉任何人。
mail-who = 有人（很可能是您本人）于 { $moment } 左右向 { $service } 请求了此验证码。
mail-who-without = 有人（很可能是您本人）于 { $moment } 左右向 { $service } 请求了验证码。要继续，请在您请求验证码的页面上输入下方的验证码，切勿告诉任何人。验证码有效期为{ $lifetime }。我们特意把验证码放在靠下的位置，以免别人看一眼锁定屏幕或邮件列表就能看到。
mail-not-you = 如果不是您本人操作，您无需理会：没有验证码，任何人都无法用您的地址注册。如果这类邮件打扰到您，请打开
mail-not-you-new-address = 输入此验证码后，本地址将成为某个账户的地址。如果那不是您的账户，请不要输入，也切勿告诉任何人；您无需再做其他操作。如果这类邮件打扰到您，请打开
mail-paste = 并在其中粘贴此停用密钥：
mail-voids = 这样，已发送给您的验证码将全部作废，并且一天之内不会再向您发送验证码。
mail-notice-preheader = 如果不是您本人操作，请继续阅读。
mail-changed-subject = 您的 { $service } 账户已更改地址
mail-changed = 您的 { $service } 账户的地址于 { $moment } 左右更改。今后，该账户的验证码将发送到新地址，不再发送到此地址。
mail-changed-you = 如果是您本人操作，您无需再做任何操作。
mail-changed-not-you = 如果不是您本人操作，说明有人使用了您已登录的浏览器，或者正在读取您的邮件。您已无法登录该账户，请立即告知 { $service } 的运营者。请确保没有其他人能读取此邮箱。
mail-deleted-subject = 您的 { $service } 账户已删除
mail-deleted = 您的 { $service } 账户于 { $moment } 左右删除，随之保存的一切均已清除。
mail-deleted-you = 如果是您本人操作，您无需再做任何操作。如果想再次拥有账户，请像第一次那样用此地址注册。
mail-deleted-not-you = 如果不是您本人操作，说明有人使用了您已登录的浏览器，或者正在读取您的邮件。账户无法恢复。请确保没有其他人能读取此邮箱，重新注册，并告知 { $service } 的运营者。
