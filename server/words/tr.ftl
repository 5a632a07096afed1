# Türkçe (Turkish)

title-address = Kaydolun
title-code = Kodu girin
title-account = Hesabınız
title-new-address = E-posta adresinizi değiştirin
title-not-me = Kodu ben istemedim
title-not-me-done = Kodlar geçersiz kılındı
title-error = Hata: { $title }

address-heading = Kaydolun veya oturum açın
address-lead = E-posta adresinizi girin. Size altı haneli bir kod göndereceğiz; parola gerekmez.
address-label = E-posta adresi
address-hint = Kod yalnızca bu adrese gönderilir.
address-button = Bana kod gönder
sending-button = Kod gönderiliyor…
address-meant = Şunu mu demek istediniz: { $address }?
proving = Her zamankinden fazla e-posta gönderiyoruz, bu yüzden tarayıcınızın önce bir hesap yapması gerekiyor. Bu birkaç saniye sürer.

code-heading = Kodu girin
code-lead = Kodu şu adrese gönderiyoruz: { $address }
code-meant = Şunu mu demek istediniz: { $domain }? Öyleyse adresi değiştirin.
code-label = Kod
code-hint-for = Altı rakam. Kod { $lifetime } geçerlidir.
code-hint-until = Altı rakam; yapıştırdığınızda hemen gönderilir. Kodun son geçerlilik saati: { $time }.
code-hint-over = Kodunuzun süresi doldu. Yeni bir kod gönderin.
code-button = Devam et
code-button-busy = Bir saniye…
resend-button = Yeni kod gönder
resend-wait = Yeni kodu { $wait } sonra gönderebilirsiniz.
resend-now = Şimdi yeni bir kod gönderebilirsiniz.
resend-sent = Yeni bir kod gönderdik: { $address }.
resend-failed = Son e-posta gönderilmedi.
change-button = Adresi değiştir
webmail = E-postaya şurada bakın: { $name }

delivery-sending = E-posta, e-posta sunucumuza gönderiliyor.
delivery-slow = E-posta, e-posta sunucumuza gönderiliyor ancak sunucu yavaş yanıt veriyor. E-posta yine de ulaşabilir; isterseniz şimdi yeni bir kod da gönderebilirsiniz.
delivery-reload = Ne olduğunu görmek için bu sayfayı yenileyin.
delivery-accepted = E-posta gönderildi (saat { $time }). Ulaşması bir dakikayı bulabilir; spam klasörüne de bakın.
delivery-unknown = E-posta sunucumuzla bağlantı koptu. E-posta gönderilmiş olabilir; bir şey gelmezse yeni bir kod gönderin.
delivery-retrying-later = E-posta henüz gönderilemedi: e-posta sunucusu meşgul. Denemeye devam ediyoruz; isterseniz şimdi yeni bir kod da gönderebilirsiniz.
delivery-retrying-unreachable = E-posta henüz gönderilemedi: e-posta sunucumuza ulaşamadık. Denemeye devam ediyoruz; isterseniz şimdi yeni bir kod da gönderebilirsiniz.
delivery-retrying-insecure = E-posta henüz gönderilemedi: e-posta sunucumuz güvenli biçimde kullanılamadı. Denemeye devam ediyoruz; isterseniz şimdi yeni bir kod da gönderebilirsiniz.
delivery-retrying-other = E-posta henüz gönderilemedi: e-posta sunucusu kabul etmedi. Denemeye devam ediyoruz; isterseniz şimdi yeni bir kod da gönderebilirsiniz.
delivery-failed-recipient = E-posta gönderilemedi: { $domain } alan adının e-posta sunucusu böyle bir posta kutusu olmadığını bildiriyor. Adresi kontrol edin.
delivery-failed-full = E-posta gönderilemedi: { $domain } alan adının e-posta sunucusu bu posta kutusunun dolu olduğunu bildiriyor. Kutuda yer açın, ardından hemen yeniden deneyin.
delivery-failed-unsupported = E-posta gönderilemedi: e-posta sunucumuz bu tür adreslere gönderim yapamıyor. Lütfen başka bir adres kullanın.
delivery-failed-rejected = E-posta gönderilemedi: e-posta sunucusu kabul etmedi. Adresi kontrol edin veya şimdi yeniden deneyin.
delivery-failed-later = E-posta gönderilemedi: e-posta sunucusu meşgul. Şimdi yeniden deneyin; beklemenize gerek yok.
delivery-failed-unreachable = E-posta gönderilemedi: e-posta sunucumuza ulaşamadık. Şimdi yeniden deneyin; beklemenize gerek yok.
delivery-failed-insecure = E-posta gönderilemedi: e-posta sunucumuz güvenli biçimde kullanılamadı. Şimdi yeniden deneyin; beklemenize gerek yok.

error-heading = Bir sorun var
error-domain = Bu alan adındaki adresler burada kabul edilmiyor. Lütfen başka bir adres kullanın.
error-wrong-code = { $tries ->
        [one] Bu kod doğru değil. En son gelen e-postaya bakın; { $tries } deneme hakkınız kaldı.
       *[other] Bu kod doğru değil. En son gelen e-postaya bakın; { $tries } deneme hakkınız kaldı.
    }
error-expired = Bu kodun süresi doldu. Yeni bir kod gönderin ve onu girin.
error-already-used = Bu kod daha önce kullanıldı. Yeni bir kod almak için baştan başlayın.
error-voided = Bu kodlar artık geçerli değil: bu adrese gelen e-postaları okuyan kişi bunları istemedi. Adresi kontrol edin.
error-overtaken = Açık olan başka bir pencereniz daha hızlı davrandı. Bu sayfayı yeniden yükleyin.
error-tries-spent = Çok fazla yanlış kod girildi. Yeni bir kodla baştan başlamak için “{ resend-button }” düğmesine basın.
error-nothing-pending = Kaydınız artık kod beklemiyor. Yeni bir kod almak için adresinizi girin.
error-not-signed-in = Oturumunuz artık açık değil.
error-token = Bu anahtarı tanımıyoruz. En son gelen e-postadan tamamını kopyalayın: üç grup hâlinde on iki harf ve rakam. Anahtar bir gün geçerlidir.
error-address-taken = Bu adresle başka bir hesabınız var. Çıkış yapıp o adresle giriş yapın ya da önce o hesabı silin. Hiçbir şey değiştirilmedi.
error-malformed = Form bize düzgün ulaşmadı. Lütfen yeniden deneyin.
error-cross-site = Bu istek başka bir siteden geldi ve yerine getirilmedi.
error-no-answer = Sunucudan yanıt gelmedi. Bağlantınızı kontrol edip yeniden deneyin.
error-internal = Bizim tarafımızda bir sorun oluştu. Hiçbir şey kaybolmadı; lütfen yeniden deneyin.

address-empty = E-posta adresinizi girin.
address-too-long = Bir e-posta adresi bu kadar uzun olamaz.
address-no-at = E-posta adresinde @ işareti bulunur, örneğin name@example.org.
address-no-local-part = @ işaretinden önceki bölümü de yazın.
address-no-domain = @ işaretinden sonraki bölümü de yazın, örneğin example.org.
address-several = Yalnızca bir e-posta adresi girin.
address-blank = E-posta adresinde boşluk olmaz.
address-control = Bu adreste görünmeyen bir karakter var. Adresi elle yazın.
address-quoted = Tırnak işareti içeren adresler burada kabul edilmiyor.
address-comment = Parantez içeren adresler burada kabul edilmiyor.
address-character = Yalnızca adresi yazın, örneğin name@example.org; içinde olmaması gereken bir karakter var.
address-dot = @ işaretinden önce yanlış yerde bir nokta var.
address-domain = @ işaretinden sonraki bölüm, example.org gibi bir alan adı değil.
address-incomplete-domain = @ işaretinden sonraki bölüm eksik; sonunda .org gibi bir uzantı olmalı.

code-empty = E-postadaki altı rakamı girin.
code-not-digits = Kod yalnızca rakamlardan oluşur.
code-too-short = Bu çok kısa; kod altı rakamdan oluşur.
code-too-long = Bu çok uzun; kod altı rakamdan oluşur.

limit-resend = Bu adrese az önce bir kod gönderildi. Yenisini { $wait } sonra isteyebilirsiniz.
limit-address = Bu adrese çok sayıda kod gönderildi. Yenisini { $wait } sonra isteyebilirsiniz.
limit-domain = Bu alan adındaki adreslere çok sayıda kod gönderildi. Yenisini { $wait } sonra isteyebilirsiniz.
limit-client = Ağınızdan çok sayıda kod istendi. Yenisini { $wait } sonra isteyebilirsiniz.
limit-queue = E-posta sunucumuz yavaş ve birçok kişi kodunu bekliyor. Lütfen { $wait } sonra yeniden deneyin.
limit-total = Her zamankinden fazla e-posta gönderiyoruz ve ara vermemiz gerekiyor. Lütfen { $wait } sonra yeniden deneyin.
limit-proof = Her zamankinden fazla e-posta gönderdiğimiz için bu daha uzun sürüyor. Lütfen { $wait } bekleyin, sonra düğmeye yeniden basın.
limit-failures = Bu adres için çok fazla yanlış kod girildi. Lütfen { $wait } sonra yeniden deneyin.
limit-muted = Bu adrese gelen e-postaları okuyan kişi, şimdilik kod göndermememizi istedi. Yeni bir kodu { $wait } sonra isteyebilirsiniz.

seconds = { $count ->
        [one] { $count } saniye
       *[other] { $count } saniye
    }
minutes = { $count ->
        [one] { $count } dakika
       *[other] { $count } dakika
    }
hours = { $count ->
        [one] { $count } saat
       *[other] { $count } saat
    }
less-than-a-minute = bir dakikadan kısa bir süre

month = { $month ->
    *[1] Ocak
     [2] Şubat
     [3] Mart
     [4] Nisan
     [5] Mayıs
     [6] Haziran
     [7] Temmuz
     [8] Ağustos
     [9] Eylül
     [10] Ekim
     [11] Kasım
     [12] Aralık
    }
day = { $day } { month } { $year }
moment = { day }, { $time }

account-heading = Merhaba!
account-who = Giriş yapılan adres: { $address }.
account-since = Bu hesabın açıldığı gün: { $date }.
sign-out-button = Çıkış yap
signed-out = Oturumunuz kapatıldı.
browsers-heading = Giriş yaptığınız yerler
browser-since = Giriş günü: { $date }.
browser-seen = Son görülme: { $ago }.
browser-this = Şu anda bunu kullanıyorsunuz.
ago-now = son bir saat içinde
ago-hours = { $count ->
        [one] { $count } saat önce
       *[other] { $count } saat önce
    }
ago-days = { $count ->
        [one] { $count } gün önce
       *[other] { $count } gün önce
    }
browser-on = { $agent } ({ $system })
browser-agent = { $agent }
browser-program = Bir program
browser-program-on = Bir program ({ $system })
browser-unknown = Bir tarayıcı
browser-unknown-on = Bir tarayıcı ({ $system })
browser-sign-out = Çıkış yap: { $browser }
others-button = Diğer her yerden çıkış yap
everywhere-button = Her yerden çıkış yap
browser-signed-out = O tarayıcının oturumu kapatıldı.
others-signed-out = Diğer bütün tarayıcıların oturumu kapatıldı.
address-changed = Adresiniz değiştirildi. Oturumu açık olan tarayıcılarda oturum açık kaldı; isterseniz buradan kapatabilirsiniz.
email-heading = E-posta adresiniz
email-button = E-posta adresini değiştir
data-heading = Verileriniz
data-hint = Bu hesapla ilgili sakladığımız her şey, insanların ve programların okuyabileceği bir dosyada (JSON).
data-button = Verilerimi indir
delete-summary = Hesabımı sil
delete-warning = Hesabınız, adresiniz ve oturumlarınız hemen ve kalıcı olarak silinir.
delete-button = Şimdi sil
new-address-heading = E-posta adresinizi değiştirin
new-address-lead = Hesabınızın adresi: { $address }. Yeni adrese göndereceğimiz kodu girdiğinizde değişir.
new-address-label = Yeni e-posta adresi
new-address-keep = Eski adresi koru
new-code-lead = Kodu yeni adresinize gönderiyoruz: { $address }

not-me-heading = Kodu ben istemedim
not-me-lead = İstemediğiniz hâlde e-postayla bir kod mu aldınız? Öyleyse biri, büyük olasılıkla yanlışlıkla, sizin adresinizi yazmış. Kod olmadan bu adresle hiçbir şey yapamaz.
not-me-offer = İsterseniz bunu durdururuz: adresiniz için bekleyen kodların hiçbiri artık geçerli olmaz ve { $duration } boyunca yenisini göndermeyiz.
not-me-label = E-postadaki anahtar
not-me-hint = Üç grup hâlinde on iki harf ve rakam; e-postanın sonunda yer alır.
not-me-button = Kodları durdur
not-me-done-heading = Kodlar geçersiz kılındı
not-me-done = Adresiniz için bekleyen kodların hiçbiri artık geçerli değil ve { $duration } boyunca yenisini göndermeyeceğiz.
not-me-done-next = Başka bir şey yapmanıza gerek yok; e-postayı silebilirsiniz. Size bir kod gerekirse { $duration } sonra ya da bu adresle daha önce oturum açtığınız bir tarayıcıda hemen isteyebilirsiniz.
start-link = Başlangıca git

mailbox-hint = Bu bilgisayardan dışarıya e-posta gönderilmiyor. Kod şurada: { $link }.
mailbox-hint-link = geliştirici posta kutusu

not-found-heading = Böyle bir sayfa yok
not-found = Web adresi yanlış yazılmış veya sayfa taşınmış olabilir.
forbidden-heading = Bu form başka bir siteden geldi
forbidden = Bu form işlenmedi. Sayfayı buradan açıp oradaki formu doldurun.
method-heading = Bu şekilde olmuyor
method = Lütfen sayfalarımızdaki formları kullanın.
too-large-heading = Bu çok fazla
too-large = Gönderilen veri, buradaki tüm formlardan daha büyük. Geri dönüp kısaltın.
timeout-heading = Bu çok uzun sürdü
timeout = Gönderilenlerin tamamı ulaşmadı. Bağlantınızı kontrol edin, geri dönüp yeniden deneyin.
uri-heading = Bu web adresi çok uzun
uri = Burada bu kadar uzun bir web adresi yok. İlk sayfayı açıp oradan başlayın.
head-heading = Tarayıcınız çok fazla veri gönderdi
head = Tarayıcınızın bu site için sakladığı çerezleri silip yeniden deneyin.
too-many-heading = Çok fazla bağlantı var
too-many = Ağınızdan bize, karşılayabileceğimizden fazla bağlantı açılmış. Birkaç saniye sonra yeniden deneyin.
busy-heading = Şu anda çok yoğunuz
busy = Hiçbir veriniz kaybolmadı. Lütfen birkaç saniye sonra yeniden deneyin.
bad-request-heading = İsteğiniz anlaşılamadı
bad-request = Geri dönüp yeniden deneyin.
internal-heading = Bizim tarafımızda bir sorun oluştu
internal = Hiçbir veriniz kaybolmadı. Lütfen biraz sonra yeniden deneyin.

language-label = Dil
language-button = Değiştir

mail-subject = { $code } – { $service } kodunuz
mail-subject-without = { $service } kodunuz
mail-heading = { $service } kodunuz
mail-code-is = { $service } kodunuz:
mail-preheader = { $code } kodu { $lifetime } geçerlidir.
mail-preheader-without = Kodu görmek için bu e-postayı açın. Kod { $lifetime } geçerlidir.
mail-use = Kod { $lifetime } geçerlidir. Kodu, talep ettiğiniz sayfaya girin ve kimseyle paylaşmayın.
mail-who = Biri, büyük olasılıkla siz, { $moment } sularında { $service } hizmetinden bu kodu istedi.
mail-who-without = Biri, büyük olasılıkla siz, { $moment } sularında { $service } hizmetinden bir kod istedi. Devam etmek için aşağıdaki kodu, talep ettiğiniz sayfaya girin ve kimseyle paylaşmayın. Kod { $lifetime } geçerlidir. Kilitli bir ekrana veya e-posta listesine göz atan biri görmesin diye kod bu kadar aşağıda yer alıyor.
mail-not-you = İsteyen siz değilseniz bir şey yapmanıza gerek yok: kod olmadan kimse adresinizle kaydolamaz. Bu tür e-postalar sizi rahatsız ediyorsa şu sayfayı açın:
mail-not-you-new-address = Bu kod, bu adresi bir hesabın adresi yapar. O hesap sizin değilse kodu girmeyin ve kimseyle paylaşmayın; başka bir şey yapmanıza gerek yok. Bu tür e-postalar sizi rahatsız ediyorsa şu sayfayı açın:
mail-paste = ve oraya şunu yapıştırın:
mail-voids = Böylece size gönderilen kodlar geçersiz olur ve bir gün boyunca yenisi gönderilmez.
mail-notice-preheader = Bunu yapan siz değilseniz okumaya devam edin.
mail-changed-subject = { $service } hesabınızın adresi değişti
mail-changed = { $service } hesabınızın adresi { $moment } sularında değiştirildi. Hesabın kodları artık bu adrese değil, yeni adrese gönderilir.
mail-changed-you = Bunu yapan sizseniz başka bir şey yapmanıza gerek yok.
mail-changed-not-you = Bunu yapan siz değilseniz biri, oturumunuzun açık olduğu bir tarayıcıyı kullandı ya da e-postalarınızı okuyor. Oturumunuz tarayıcılarınızdan birinde hâlâ açıksa orada hemen hesabınızı açın, diğer her yerden çıkış yapın ve adresi yeniden eskisiyle değiştirin. Hiçbirinde açık değilse artık bu hesaba giriş yapamayacağınız için { $service } hizmetini yönetenlere hemen haber verin. Bu posta kutusunu başka kimsenin okumadığından emin olun.
mail-deleted-subject = { $service } hesabınız silindi
mail-deleted = { $service } hesabınız { $moment } sularında, adresiniz ve oturumlarınızla birlikte silindi.
mail-deleted-you = Bunu yapan sizseniz başka bir şey yapmanıza gerek yok. Yeniden bir hesap isterseniz ilk seferki gibi bu adresle kaydolun.
mail-deleted-not-you = Bunu yapan siz değilseniz biri, oturumunuzun açık olduğu bir tarayıcıyı kullandı ya da e-postalarınızı okuyor. Hesap geri getirilemez. Bu posta kutusunu başka kimsenin okumadığından emin olun, yeniden kaydolun ve { $service } hizmetini yönetenlere haber verin.
