# Japanese (日本語)
# Polite (です・ます, ください): as Yahoo! JAPAN, docomo and Google have it; honorifics only where leaving them out would sound curt.

title-error = エラー：{ $title }

address-heading = ログイン・新規登録
address-lead = メールアドレスを入力すると、6 桁の確認コードが届きます。パスワードは不要です。
address-label = メールアドレス
address-button = 確認コードを送信
sending-button = 確認コードを送信中…
address-meant = { $address } ではありませんか？
proving = ただいま通常より混み合っているため、先にお使いのブラウザーを確認しています。数秒かかります。

code-heading = メールをご確認ください
code-lead-sending = 次のアドレスに 6 桁の確認コードを送信しています。
code-lead-sent = 次のアドレスに 6 桁の確認コードを送信しました。
code-lead-tried = 次のアドレスに 6 桁の確認コードの送信を試みました。
change-button = 変更
code-label = 確認コード（6 桁）
code-hint-for = 確認コードの有効時間は { $lifetime }です。
code-hint-until = 確認コードは { $time } まで有効です。
code-hint-over = 確認コードの有効期限が切れました。
code-button = 次へ
code-button-busy = 確認中…
resend-later = 届かない場合は、迷惑メールフォルダーをご確認ください。あと { $wait } で再送信できます。
resend-offer = 届かない場合は、迷惑メールフォルダーを確認するか、{ $button }してください。
resend-button = 確認コードを再送信
resend-wait = あと { $wait }で確認コードを再送信できます。
resend-now = 確認コードを再送信できます。
resend-sent = { $address } に新しい確認コードを送信しました。
webmail = { $name } を開く

delivery-sending = 送信中…
delivery-slow = 当サイトのメールサーバーの応答が遅れています。このまま届くこともありますが、今すぐ再送信することもできます。
delivery-reload = 送信されたかどうかは、このページを再読み込みすると確認できます。
delivery-accepted = { $time } に送信しました。届くまで 1 分ほどかかることがあります。
delivery-unknown = 当サイトのメールサーバーとの接続が切れたため、メールを送信できていない可能性があります。
delivery-retrying-later = メールサーバーが混み合っているため、まだ送信できていません。引き続き送信を試みます。
delivery-retrying-unreachable = 当サイトのメールサーバーに接続できないため、まだ送信できていません。引き続き送信を試みます。
delivery-retrying-insecure = 当サイトのメールサーバーに安全に接続できないため、まだ送信できていません。引き続き送信を試みます。
delivery-retrying-other = メールサーバーに受け付けられなかったため、まだ送信できていません。引き続き送信を試みます。
delivery-failed-earlier = 新しい確認コードを送信できませんでした。前に送信した確認コードは引き続き有効です。

failed-heading = 確認コードを送信できませんでした
delivery-failed-recipient = { $domain } のメールサーバーによると、このメールボックスは存在しません。アドレスに間違いがないかご確認ください。
delivery-failed-full = { $domain } のメールサーバーによると、このメールボックスは容量がいっぱいです。空きを作ってから、もう一度お試しください。
delivery-failed-unsupported = 当サイトのメールサーバーは、このようなアドレスには送信できません。別のアドレスをご利用ください。
delivery-failed-rejected = メールサーバーがメールの受信を拒否しました。アドレスを確認するか、もう一度お試しください。
delivery-failed-later = メールサーバーが混み合っています。今すぐもう一度お試しいただけます。
delivery-failed-unreachable = 当サイトのメールサーバーに接続できません。今すぐもう一度お試しいただけます。
delivery-failed-insecure = 当サイトのメールサーバーに安全に接続できなかったため、何も送信していません。今すぐもう一度お試しいただけます。
expired-heading = 確認コードの有効期限が切れました
expired = 続けるには、新しい確認コードを取得してください。
spent-heading = 確認コードの入力回数が上限に達しました
retry-button = もう一度試す
new-code-button = 新しい確認コードを送信
new-code-wait = あと { $wait }で送信できます。
other-address-button = 別のメールアドレスを使う

voided-heading = この確認コードは無効になりました
muted-heading = このアドレスには確認コードを送信できません
proof-heading = 少々お待ちください
limit-heading = しばらくお待ちください
cookies-heading = Cookieを許可してください

error-heading = 問題があります
error-domain = このドメインのメールアドレスはご利用いただけません。別のアドレスをご利用ください。
error-wrong-code = 確認コードが正しくありません。最新のメールをご確認ください。あと { $tries } 回入力できます。
error-expired = この確認コードは有効期限が切れています。最新のものを入力するか、新しい確認コードを取得してください。
error-already-used = この確認コードはすでに使用されています。最初からやり直して、新しい確認コードを取得してください。
error-voided = このメールボックスでメールを受け取っている方から、確認コードをリクエストしていないとの連絡がありました。アドレスを確認するか、別のアドレスをご利用ください。
error-overtaken = 別のウィンドウで変更がありました。このページを再読み込みしてください。
error-tries-spent = 安全のため、これまでの確認コードは無効になりました。続けるには、新しい確認コードを取得してください。
error-nothing-pending = 確認コードの入力受付は終了しました。新しい確認コードを取得するには、メールアドレスを入力してください。
error-not-signed-in = すでにログアウトしています。
error-token = この停止用キーを確認できません。最新のメールから全体をコピーしてください。停止用キーは 3 つに区切られた英数字 12 文字で、1 日間有効です。
error-address-taken = このアドレスは、お客様の別のアカウントで使用されています。ログアウトしてこのアドレスでログインするか、先にそのアカウントを削除してください。変更は行われていません。
error-malformed = フォームの内容を正しく受信できませんでした。もう一度お試しください。
error-cross-site = このリクエストは別のサイトから送られたため、実行しませんでした。
error-cookies = ブラウザーからCookieが返されなかったため、コードを送信していません。このサイトのCookieを許可して、もう一度お試しください。
error-no-answer = サーバーに接続できませんでした。通信環境を確認して、もう一度お試しください。
error-internal = 当サイトで問題が発生しました。データは失われていません。もう一度お試しください。

address-empty = メールアドレスを入力してください。
address-too-long = メールアドレスが長すぎます。
address-no-at = name@example.org のように、@ を含むメールアドレスを入力してください。
address-no-local-part = @ の前の部分も入力してください。
address-no-domain = example.org のような、@ の後の部分も入力してください。
address-several = メールアドレスは 1 つだけ入力してください。
address-blank = メールアドレスにスペースは使えません。
address-control = このアドレスには目に見えない文字が含まれています。キーボードで入力してください。
address-quoted = 引用符を含むアドレスはご利用いただけません。
address-comment = かっこを含むアドレスはご利用いただけません。
address-character = name@example.org のように、アドレスだけを入力してください。使えない文字が含まれています。
address-dot = @ の前のドットの位置が正しくありません。
address-domain = @ の後の部分が、example.org のようなドメインになっていません。
address-incomplete-domain = @ の後の部分が不完全です。.org のような末尾が必要です。

code-empty = メールに記載された 6 桁の確認コードを入力してください。
code-not-digits = 確認コードは数字のみです。
code-too-short = 桁数が足りません。確認コードは 6 桁です。
code-too-long = 桁数が多すぎます。確認コードは 6 桁です。

limit-resend = このアドレスには先ほど確認コードを送信しました。あと { $wait }でもう一度リクエストできます。
limit-address = このアドレスには多数の確認コードを送信しています。あと { $wait }でもう一度リクエストできます。
limit-domain = このドメインのアドレスには多数の確認コードを送信しています。あと { $wait }でもう一度リクエストできます。
limit-client = お使いのネットワークから多数の確認コードがリクエストされています。あと { $wait }でもう一度リクエストできます。
limit-queue = 当サイトのメールサーバーの処理が遅れており、ほかの方にもお待ちいただいています。あと { $wait }でもう一度お試しいただけます。
limit-total = 通常より多くのメールを送信しているため、送信を一時停止しています。あと { $wait }でもう一度お試しいただけます。
limit-proof = 通常より混み合っています。{ $wait }待ってから、もう一度ボタンを押してください。
limit-failures = このアドレスに対して、誤った確認コードが何度も入力されました。あと { $wait }でもう一度お試しいただけます。
limit-muted = このメールボックスでメールを受け取っている方のご希望により、現在送信を停止しています。あと { $wait }でもう一度リクエストできます。別のメールアドレスもご利用いただけます。
limit-code-works = すでに届いている確認コードは引き続き使えます。

seconds = { $count } 秒
minutes = { $count } 分
hours = { $count } 時間
less-than-a-minute = 1 分未満

month = { $month }
day = { $year } 年 { $month } 月 { $day } 日
moment = { day } { $time }

account-heading = アカウント
account-who = { $address } でログインしています。
account-since = 作成日：{ $date }
account-since-today = 作成日：今日
sign-out-button = ログアウト
signed-out = ログアウトしました。
browsers-heading = ログイン中のブラウザー
browser-since = ログイン：{ $date }
browser-since-today = ログイン：今日
browser-seen = 最終利用：{ $ago }
browser-this = このブラウザー
ago-now = 1 時間以内
ago-hours = { $count } 時間前
ago-days = { $count } 日前
browser-on = { $agent }（{ $system }）
browser-agent = { $agent }
browser-program = プログラム
browser-program-on = プログラム（{ $system }）
browser-unknown = ブラウザー
browser-unknown-on = ブラウザー（{ $system }）
browser-sign-out = ログアウト：{ $browser }
others-button = ほかのすべてのブラウザーからログアウト
everywhere-button = すべてのブラウザーからログアウト
browser-signed-out = そのブラウザーからログアウトしました。
others-signed-out = ほかのすべてのブラウザーからログアウトしました。
address-changed = メールアドレスを変更しました。どのブラウザーもログインしたままです。このページからログアウトできます。
email-button = メールアドレスを変更
data-heading = お客様のデータ
data-hint = このアカウントについて保存しているすべての情報を、1 つのファイル（JSON）にまとめたものです。
data-button = データをダウンロード
delete-summary = アカウントを削除
delete-warning = アカウント、メールアドレス、ログイン情報はすぐに削除され、元に戻せません。
delete-button = アカウントを今すぐ削除

new-address-heading = メールアドレスの変更
new-address-lead = 現在のメールアドレスは { $address } です。新しいアドレスに届く確認コードを入力すると変更されます。
new-address-label = 新しいメールアドレス
new-address-keep = 元のアドレスのままにする

not-me-heading = 確認コードに心当たりがない場合
not-me-lead = どなたかが、おそらく誤って、お客様のメールアドレスを入力しました。確認コードがなければ、そのアドレスを使って何かをすることはできません。
not-me-offer = 確認コードを停止できます。これまでにお送りした確認コードは無効になり、今後 { $duration }は新しい確認コードをお送りしません。
not-me-label = メールに記載の停止用キー
not-me-hint = メールの末尾にある、3 つに区切られた英数字 12 文字です。
not-me-button = 確認コードを停止
not-me-done-heading = 確認コードは無効になりました
not-me-done = 今後 { $duration }は、お客様のアドレスに確認コードをお送りしません。
not-me-done-next = ほかに必要な操作はありません。メールは削除してかまいません。ご自身で確認コードが必要な場合は、{ $duration }たってからリクエストしてください。このアドレスでログインしたことのあるブラウザーからは、今すぐリクエストできます。
start-link = 最初のページへ

mailbox-hint = メールはこのコンピューターの外には送信されません。確認コードは{ $link }にあります。
mailbox-hint-link = 開発用メールボックス

not-found-heading = ページが見つかりません
not-found = URL に間違いがないかご確認ください。ページが移動した可能性もあります。
forbidden-heading = このフォームは別のサイトから送信されました
forbidden = 処理は行いませんでした。当サイトのページを開いて、そのフォームに入力してください。
elsewhere-heading = このページのアドレスは別のものです
elsewhere = 正しいアドレスは { $address } です。そちらを開いて、もう一度お試しください。
method-heading = この方法ではご利用いただけません
method = 当サイトのページにあるフォームをご利用ください。
too-large-heading = データが大きすぎます
too-large = 送信された内容が、当サイトのフォームで受け付けられる大きさを超えています。前のページに戻り、短くしてください。
timeout-heading = 時間がかかりすぎました
timeout = 送信された内容の一部が届きませんでした。通信環境を確認し、前のページに戻ってもう一度お試しください。
uri-heading = URL が長すぎます
uri = 当サイトにこれほど長い URL はありません。最初のページからお進みください。
head-heading = ブラウザーから送信されたデータが多すぎます
head = ブラウザーに保存されている当サイトの Cookie を削除して、もう一度お試しください。
too-many-heading = 接続が多すぎます
too-many = お使いのネットワークからの接続数が、対応できる数を超えています。数秒後にもう一度お試しください。
busy-heading = ただいま混み合っています
busy = データは失われていません。数秒後にもう一度お試しください。
bad-request-heading = リクエストを理解できませんでした
bad-request = 前のページに戻って、もう一度お試しください。
internal-heading = 当サイトで問題が発生しました
internal = データは失われていません。しばらくしてからもう一度お試しください。

language-label = 言語

mail-subject = { $code } は { $service } の確認コードです
mail-subject-without = { $service } の確認コード
mail-heading = { $service } の確認コード
mail-code-is = { $service } の確認コード：
mail-preheader = リクエストしたページで入力してください。有効時間は { $lifetime }です。
mail-preheader-without = 確認コードはこのメールを開いてご確認ください。有効時間は { $lifetime }です。
mail-use = 確認コードをリクエストしたページで入力してください。有効時間は { $lifetime }です。誰にも教えないでください。
mail-who = この確認コードは { $moment } にリクエストされました。
mail-who-without = { $moment } に { $service } の確認コードがリクエストされました。リクエストしたページで、下記の確認コードを入力してください。有効時間は { $lifetime }です。誰にも教えないでください。ロック画面やメールの一覧に表示されないよう、確認コードは下のほうに記載しています。
mail-not-you = お心当たりがない場合は、このメールを無視していただいてかまいません。確認コードがなければ、誰もお客様のアドレスを使うことはできません。このようなメールが続く場合は、次のページを開き、
mail-not-you-new-address = この確認コードを入力すると、このアドレスがアカウントのメールアドレスとして設定されます。ご自身のアカウントでない場合は、入力せず、誰にも教えないでください。ほかに必要な操作はありません。このようなメールが続く場合は、次のページを開き、
mail-paste = そこに次の停止用キーを貼り付けてください：
mail-voids = これまでにお送りした確認コードは無効になり、その後 1 日間は新しい確認コードをお送りしません。

mail-notice-preheader = お心当たりがない場合は、続きをお読みください。
mail-changed-subject = { $service } にご登録のメールアドレスが変更されました
mail-changed = { $moment } に、{ $service } のアカウントのメールアドレスが変更されました。今後、確認コードは新しいアドレスに送信され、このアドレスには送信されません。
mail-changed-you = ご自身で変更された場合、ほかに必要な操作はありません。
mail-changed-not-you = お心当たりがない場合は、お客様がログインしていたブラウザーを誰かが使用したか、お客様のメールを誰かが読める状態になっています。まだログインしているブラウザーがある場合は、すぐにそこでアカウントを開き、ほかのすべてのブラウザーからログアウトして、アドレスを元に戻してください。ない場合は、このアカウントにはもうログインできないため、すぐに { $service } にご連絡ください。また、ほかの人がこのメールボックスのメールを読めないようにしてください。
mail-deleted-subject = { $service } のアカウントが削除されました
mail-deleted = { $moment } に、{ $service } のアカウントが、メールアドレスおよびログイン情報とともに削除されました。
mail-deleted-you = ご自身で削除された場合、ほかに必要な操作はありません。もう一度アカウントが必要になったときは、以前と同じようにこのアドレスで登録してください。
mail-deleted-not-you = お心当たりがない場合は、お客様がログインしていたブラウザーを誰かが使用したか、お客様のメールを誰かが読める状態になっています。アカウントを元に戻すことはできません。ほかの人がこのメールボックスのメールを読めないようにしてから、もう一度登録し、{ $service } にご連絡ください。
