# Japanese (日本語)

title-address = 新規登録
title-code = コードの入力
title-account = アカウント
title-new-address = メールアドレスの変更
title-delivery = メール
title-not-me = 心当たりのないコード
title-not-me-done = コードを無効にしました
title-error = エラー: { $title }

address-heading = 新規登録・ログイン
address-lead = メールアドレスを入力してください。6 桁のコードをメールでお送りします。パスワードは不要です。
address-label = メールアドレス
address-hint = コードはこのアドレスにのみ送信されます。
address-button = コードを送信
sending-button = コードを送信中…
address-meant = { $address } ではありませんか？
proving = 現在、通常より多くのメールを送信しているため、先にお使いのブラウザーで計算を行います。数秒かかります。

code-heading = コードの入力
code-lead = コードの送信先: { $address }
code-meant = { $domain } ではありませんか？ その場合は、アドレスを変更してください。
code-label = コード
code-hint-for = 6 桁の数字です。コードの有効時間は { $lifetime }です。
code-hint-until = 6 桁の数字です。貼り付けるとすぐに送信されます。コードは { $time } まで有効です。
code-hint-over = コードの有効期限が切れました。コードを再送信してください。
code-button = 次へ
code-button-busy = お待ちください…
resend-button = コードを再送信
resend-wait = あと { $wait }でコードを再送信できます。
resend-now = コードを再送信できます。
change-button = アドレスを変更
webmail = { $name } でメールを確認

delivery-sending = メールを当サイトのメールサーバーに送っています。
delivery-slow = メールを当サイトのメールサーバーに送っていますが、サーバーの応答に時間がかかっています。このまま届くこともありますが、今すぐコードを再送信することもできます。
delivery-accepted = メールは { $time } に送信されました。届くまでに 1 分ほどかかることがあります。迷惑メールフォルダーもご確認ください。
delivery-unknown = 当サイトのメールサーバーとの接続が切れました。メールは送信された可能性があります。届かない場合は、コードを再送信してください。
delivery-retrying-later = メールサーバーが混み合っているため、メールをまだ送信できていません。引き続き送信を試みます。今すぐコードを再送信することもできます。
delivery-retrying-unreachable = 当サイトのメールサーバーに接続できなかったため、メールをまだ送信できていません。引き続き送信を試みます。今すぐコードを再送信することもできます。
delivery-retrying-insecure = 当サイトのメールサーバーを安全に利用できなかったため、メールをまだ送信できていません。引き続き送信を試みます。今すぐコードを再送信することもできます。
delivery-retrying-other = メールサーバーに拒否されたため、メールをまだ送信できていません。引き続き送信を試みます。今すぐコードを再送信することもできます。
delivery-failed-recipient = メールを送信できませんでした。{ $domain } のメールサーバーによると、このメールボックスは存在しません。アドレスをご確認ください。
delivery-failed-full = メールを送信できませんでした。{ $domain } のメールサーバーによると、このメールボックスは容量がいっぱいです。空き容量を確保すれば、すぐにもう一度お試しいただけます。
delivery-failed-unsupported = メールを送信できませんでした。当サイトのメールサーバーは、この種類のアドレスには送信できません。別のアドレスをご利用ください。
delivery-failed-rejected = メールサーバーに拒否されたため、メールを送信できませんでした。アドレスをご確認いただくか、もう一度お試しください。
delivery-failed-later = メールサーバーが混み合っているため、メールを送信できませんでした。待たずに、今すぐもう一度お試しいただけます。
delivery-failed-unreachable = 当サイトのメールサーバーに接続できなかったため、メールを送信できませんでした。待たずに、今すぐもう一度お試しいただけます。
delivery-failed-insecure = 当サイトのメールサーバーを安全に利用できなかったため、メールを送信できませんでした。待たずに、今すぐもう一度お試しいただけます。

error-heading = 問題があります
error-domain = このドメインのアドレスはご利用いただけません。別のアドレスをご利用ください。
error-wrong-code = コードが正しくありません。最新のメールをご確認ください。あと { $tries } 回入力できます。
error-expired = このコードは有効期限が切れています。コードを再送信して、新しいコードを入力してください。
error-already-used = このコードはすでに使用されています。最初からやり直して、新しいコードを取得してください。
error-voided = このアドレスのメールを受け取った方から、コードをリクエストしていないとの連絡があったため、これらのコードは無効になりました。アドレスをご確認ください。
error-overtaken = 別のウィンドウで先に操作が行われました。このページを再読み込みしてください。
error-tries-spent = 誤ったコードの入力回数が上限に達しました。「{ change-button }」を押して、新しいコードでやり直してください。アドレスは同じままでかまいません。
error-nothing-pending = コードの入力待ちは終了しています。新しいコードを取得するには、アドレスを入力してください。
error-not-signed-in = すでにログアウトしています。
error-token = この停止用キーは確認できませんでした。最新のメールから全体をコピーしてください。停止用キーは英数字 12 文字で、3 つに区切られています。有効期間は 1 日です。
error-address-taken = このアドレスのアカウントがほかにあります。ログアウトしてそのアドレスでログインするか、先にそのアカウントを削除してください。何も変更されていません。
error-malformed = フォームの内容を正しく受信できませんでした。もう一度お試しください。
error-cross-site = このリクエストは別のサイトから送られたため、実行されませんでした。
error-no-answer = サーバーから応答がありません。接続を確認して、もう一度お試しください。
error-internal = 当サイトで問題が発生しました。失われたデータはありません。もう一度お試しください。

address-empty = メールアドレスを入力してください。
address-too-long = メールアドレスとして長すぎます。
address-no-at = メールアドレスには、name@example.org のように @ が必要です。
address-no-local-part = @ の前の部分も入力してください。
address-no-domain = example.org のように、@ の後の部分も入力してください。
address-several = メールアドレスは 1 つだけ入力してください。
address-blank = メールアドレスに空白は使えません。
address-control = このアドレスには目に見えない文字が含まれています。コピーせずに、直接入力してください。
address-quoted = 引用符を含むアドレスはご利用いただけません。
address-comment = かっこを含むアドレスはご利用いただけません。
address-character = 使えない文字が含まれています。name@example.org のように、アドレスだけを入力してください。
address-dot = @ の前のドットの位置が正しくありません。
address-domain = @ の後の部分が、example.org のようなドメインになっていません。
address-incomplete-domain = @ の後の部分が不完全です。.org のような末尾が必要です。

code-empty = メールに記載された 6 桁の数字を入力してください。
code-not-digits = コードは数字のみです。
code-too-short = 短すぎます。コードは 6 桁です。
code-too-long = 長すぎます。コードは 6 桁です。

limit-resend = このアドレスには先ほどコードを送信しました。あと { $wait }で再送信できます。
limit-address = このアドレスには多数のコードが送信されています。あと { $wait }で再送信できます。
limit-domain = このドメインのアドレスには多数のコードが送信されています。あと { $wait }でコードを送信できます。
limit-client = お使いのネットワークから多数のコードがリクエストされています。あと { $wait }でコードを送信できます。
limit-queue = 当サイトのメールサーバーの処理が遅れており、多くの方がコードをお待ちです。あと { $wait }で、もう一度お試しいただけます。
limit-total = 通常より多くのメールを送信しているため、送信を一時的に止めています。あと { $wait }で、もう一度お試しいただけます。
limit-proof = 通常より多くのメールを送信しているため、時間がかかっています。待ち時間は { $wait }です。その後、もう一度ボタンを押してください。
limit-failures = このアドレスに対して誤ったコードが何度も入力されました。あと { $wait }で、もう一度お試しいただけます。
limit-muted = このアドレスのメールを受け取っている方のご希望により、現在コードの送信を停止しています。あと { $wait }で、もう一度リクエストできます。

seconds = { $count } 秒
minutes = { $count } 分
hours = { $count } 時間
less-than-a-minute = 1 分未満

moment = { $month ->
       *[1] { $year } 年 1 月 { $day } 日 { $time }
        [2] { $year } 年 2 月 { $day } 日 { $time }
        [3] { $year } 年 3 月 { $day } 日 { $time }
        [4] { $year } 年 4 月 { $day } 日 { $time }
        [5] { $year } 年 5 月 { $day } 日 { $time }
        [6] { $year } 年 6 月 { $day } 日 { $time }
        [7] { $year } 年 7 月 { $day } 日 { $time }
        [8] { $year } 年 8 月 { $day } 日 { $time }
        [9] { $year } 年 9 月 { $day } 日 { $time }
        [10] { $year } 年 10 月 { $day } 日 { $time }
        [11] { $year } 年 11 月 { $day } 日 { $time }
        [12] { $year } 年 12 月 { $day } 日 { $time }
    }

account-heading = こんにちは
account-who = { $address } でログインしています。
account-since = このアカウントは { $day } に作成されました。
sign-out-button = ログアウト
browsers-heading = ログイン中のブラウザー
browser-since = { $day } にログイン。
browser-seen = 最終利用: { $ago }。
browser-this = 現在お使いのブラウザーです。
ago-now = 1 時間以内
ago-hours = { $count } 時間前
ago-days = { $count } 日前
browser-on = { $system } の { $agent }
browser-agent = { $agent }
browser-program = プログラム
browser-program-on = { $system } のプログラム
browser-unknown = ブラウザー
browser-unknown-on = { $system } のブラウザー
browser-sign-out = ログアウト: { $browser }
others-button = ほかのすべてのブラウザーからログアウト
everywhere-button = すべてのブラウザーからログアウト
browser-signed-out = そのブラウザーからログアウトしました。
others-signed-out = ほかのすべてのブラウザーからログアウトしました。
address-changed = アドレスを変更しました。ログイン中のブラウザーはそのままです。必要に応じて、ここでログアウトしてください。
email-heading = メールアドレス
email-button = メールアドレスを変更
data-heading = お客様のデータ
data-hint = このアカウントについて保存しているすべての情報を、人にもプログラムにも読めるファイル (JSON) でお渡しします。
data-button = データをダウンロード
delete-summary = アカウントを削除
delete-warning = アカウントと、一緒に保存されているすべての情報は、すぐに削除され、元に戻せません。
delete-button = 今すぐ削除
new-address-heading = メールアドレスの変更
new-address-lead = アカウントのアドレスは { $address } です。新しいアドレスに送信するコードを入力すると変更されます。
new-address-label = 新しいメールアドレス
new-address-keep = 元のアドレスのままにする
new-code-lead = コードの送信先 (新しいアドレス): { $address }
new-code-button = アドレスを変更する

not-me-heading = コードに心当たりがない場合
not-me-lead = リクエストしていないコードがメールで届きましたか？ どなたかがお客様のアドレスを入力したものと思われます。おそらく入力間違いです。コードがなければ、お客様のアドレスで何もすることはできません。
not-me-offer = ご希望であれば、コードの送信を停止します。お客様のアドレス宛ての未使用のコードはすべて無効になり、今後 { $duration }は新しいコードをお送りしません。
not-me-label = メールに記載の停止用キー
not-me-hint = メールの末尾にある、3 つに区切られた英数字 12 文字です。
not-me-button = コードを停止
not-me-done-heading = コードを無効にしました
not-me-done = お客様のアドレス宛ての未使用のコードはすべて無効になりました。今後 { $duration }は新しいコードをお送りしません。
not-me-done-next = ほかに必要な操作はありません。メールは削除してかまいません。ご自身でコードが必要になった場合は、{ $duration }たってからリクエストしてください。このアドレスでログインしたことのあるブラウザーからは、今すぐリクエストできます。
start-link = 最初のページへ

mailbox-hint = メールはこのコンピューターの外には送信されません。コードは{ $link }にあります。
mailbox-hint-link = 開発用メールボックス

not-found-heading = ページが見つかりません
not-found = URL が間違っているか、ページが移動した可能性があります。
forbidden-heading = このフォームは別のサイトから送信されました
forbidden = 処理は行われませんでした。当サイトのページを開いて、そのフォームに入力してください。
method-heading = この方法ではご利用いただけません
method = 当サイトのページにあるフォームをご利用ください。
too-large-heading = データが大きすぎます
too-large = 送信された内容が、当サイトのフォームで受け付けられる大きさを超えています。前のページに戻り、短くしてください。
timeout-heading = 時間がかかりすぎました
timeout = 送信された内容の一部が届きませんでした。接続を確認し、前のページに戻ってもう一度お試しください。
uri-heading = URL が長すぎます
uri = 当サイトにこれほど長い URL はありません。最初のページを開いて、そこから始めてください。
head-heading = ブラウザーから送信されたデータが多すぎます
head = ブラウザーに保存されている当サイトの Cookie を削除して、もう一度お試しください。
too-many-heading = 接続が多すぎます
too-many = お使いのネットワークからの接続数が、対応できる数を超えています。数秒後にもう一度お試しください。
busy-heading = ただいま混み合っています
busy = お客様のデータは失われていません。数秒後にもう一度お試しください。
bad-request-heading = リクエストを理解できませんでした
bad-request = 前のページに戻って、もう一度お試しください。
internal-heading = 当サイトで問題が発生しました
internal = お客様のデータは失われていません。しばらくしてからもう一度お試しください。

language-label = 言語
language-button = 変更

mail-subject = { $code } が { $service } のコードです
mail-subject-without = { $service } のコード
mail-heading = { $service } のコード
mail-code-is = { $service } のコード:
mail-preheader = { $code } の有効時間は { $lifetime }です。
mail-preheader-without = コードはこのメールを開いてご確認ください。有効時間は { $lifetime }です。
mail-use = 有効時間は { $lifetime }です。コードをリクエストしたページで入力してください。コードは誰にも教えないでください。
mail-who = このコードは、{ $moment } ごろに { $service } でリクエストされました。おそらくお客様ご自身によるものです。
mail-who-without = { $moment } ごろに { $service } でコードがリクエストされました。おそらくお客様ご自身によるものです。続けるには、コードをリクエストしたページで下記のコードを入力してください。コードは誰にも教えないでください。有効時間は { $lifetime }です。ロック画面やメールの一覧で人目に触れないよう、コードはこのように下のほうに記載しています。
mail-not-you = お心当たりがない場合は、特に何もする必要はありません。コードがなければ、誰もお客様のアドレスで登録することはできません。このようなメールがご迷惑な場合は、次のページを開き、
mail-not-you-new-address = このコードを入力すると、このアドレスがあるアカウントのアドレスになります。ご自身のアカウントでない場合は、コードを入力せず、誰にも教えないでください。ほかに必要な操作はありません。このようなメールがご迷惑な場合は、次のページを開き、
mail-paste = そこに次の停止用キーを貼り付けてください:
mail-voids = これにより、お客様に送信されたコードは無効になり、その後 1 日間は新しいコードが送信されません。
mail-notice-preheader = お心当たりがない場合は、続きをお読みください。
mail-changed-subject = { $service } のアカウントのアドレスが変更されました
mail-changed = { $service } のアカウントのアドレスが { $moment } ごろに変更されました。今後、アカウントのコードは新しいアドレスに送信され、このアドレスには送信されません。
mail-changed-you = ご自身で変更された場合、ほかに必要な操作はありません。
mail-changed-not-you = お心当たりがない場合は、お客様がログインしていたブラウザーを誰かが使用したか、お客様のメールを誰かが読んでいます。このアカウントにはログインできなくなっているため、すぐに { $service } の運営者にご連絡ください。また、ほかの人がこのメールボックスを読めないようにしてください。
mail-deleted-subject = { $service } のアカウントが削除されました
mail-deleted = { $service } のアカウントが { $moment } ごろに削除され、一緒に保存されていたすべての情報もなくなりました。
mail-deleted-you = ご自身で削除された場合、ほかに必要な操作はありません。もう一度アカウントが必要になった場合は、最初と同じようにこのアドレスで登録してください。
mail-deleted-not-you = お心当たりがない場合は、お客様がログインしていたブラウザーを誰かが使用したか、お客様のメールを誰かが読んでいます。アカウントを元に戻すことはできません。ほかの人がこのメールボックスを読めないようにしたうえで、新しく登録し、{ $service } の運営者にご連絡ください。
