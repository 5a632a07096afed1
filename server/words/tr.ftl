# Türkçe (Turkish)
# Formal (siz): as Google, Microsoft, Trendyol and e-Devlet have it, right for any service; buttons in the bare imperative as theirs.

title-error = Hata: { $title }

address-heading = Kaydolun veya giriş yapın
address-lead = E-posta adresinizi girin, size 6 haneli bir kod gönderelim. Şifre gerekmez.
address-label = E-posta adresi
address-button = Kod gönder
sending-button = Kod gönderiliyor…
address-meant = Şunu mu demek istediniz: { $address }?
proving = Şu anda her zamankinden yoğunuz, bu yüzden önce tarayıcınızı kontrol ediyoruz. Bu birkaç saniye sürer.

code-heading = E-postanızı kontrol edin
code-lead-sending = Şu adrese 6 haneli bir kod gönderiyoruz:
code-lead-sent = Şu adrese 6 haneli bir kod gönderdik:
code-lead-tried = Şu adrese 6 haneli bir kod göndermeye çalıştık:
change-button = Değiştir
code-label = 6 haneli kod
code-hint-for = Kod { $lifetime } geçerlidir.
code-hint-until = Kod şu saate kadar geçerlidir: { $time }.
code-hint-over = Kodun süresi doldu.
code-button = Devam et
code-button-busy = Kontrol ediliyor…
resend-later = Kod gelmedi mi? Spam klasörünüze bakın veya { $wait } sonra kodu yeniden gönderin.
resend-offer = Kod gelmedi mi? Spam klasörünüze bakın veya { $button }.
resend-button = kodu yeniden gönderin
resend-wait = Kodu { $wait } sonra yeniden gönderebilirsiniz.
resend-now = Kodu şimdi yeniden gönderebilirsiniz.
resend-sent = { $address } adresine yeni bir kod gönderdik.
webmail = { $name } sayfasını aç

delivery-sending = Gönderiliyor…
delivery-slow = E-posta sunucumuz yavaş yanıt veriyor. Kod yine de gelebilir; isterseniz şimdi yeniden gönderebilirsiniz.
delivery-reload = Kodun gönderilip gönderilmediğini görmek için bu sayfayı yenileyin.
delivery-accepted = Gönderildi (saat { $time }). Ulaşması bir dakikayı bulabilir.
delivery-unknown = E-posta sunucumuzla bağlantımız koptu, bu yüzden e-posta gönderilmemiş olabilir.
delivery-retrying-later = Henüz gönderilemedi: e-posta sunucusu meşgul. Denemeye devam ediyoruz.
delivery-retrying-unreachable = Henüz gönderilemedi: e-posta sunucumuza ulaşamıyoruz. Denemeye devam ediyoruz.
delivery-retrying-insecure = Henüz gönderilemedi: e-posta sunucumuza güvenli bir şekilde bağlanamıyoruz. Denemeye devam ediyoruz.
delivery-retrying-other = Henüz gönderilemedi: e-posta sunucusu e-postayı kabul etmedi. Denemeye devam ediyoruz.
delivery-failed-earlier = Yeni bir kod gönderemedik. Daha önce gönderdiğimiz kod hâlâ geçerli.

failed-heading = Kodu gönderemedik
delivery-failed-recipient = { $domain } e-posta sunucusu, bu posta kutusunun bulunmadığını bildiriyor. Adreste yazım hatası olup olmadığını kontrol edin.
delivery-failed-full = { $domain } e-posta sunucusu, bu posta kutusunun dolu olduğunu bildiriyor. Kutuda yer açıp yeniden deneyin.
delivery-failed-unsupported = E-posta sunucumuz bu tür adreslere gönderim yapamıyor. Lütfen başka bir adres kullanın.
delivery-failed-rejected = E-posta sunucusu e-postamızı kabul etmedi. Adresi kontrol edin veya yeniden deneyin.
delivery-failed-later = E-posta sunucusu meşgul. Hemen yeniden deneyebilirsiniz.
delivery-failed-unreachable = E-posta sunucumuza ulaşamıyoruz. Hemen yeniden deneyebilirsiniz.
delivery-failed-insecure = E-posta sunucumuza güvenli bir şekilde bağlanamadığımız için hiçbir şey göndermedik. Hemen yeniden deneyebilirsiniz.
expired-heading = Kodunuzun süresi doldu
expired = Devam etmek için yeni bir kod alın.
spent-heading = Çok fazla yanlış kod girildi
retry-button = Yeniden dene
new-code-button = Yeni kod gönder
new-code-wait = Bunu { $wait } sonra yapabilirsiniz.
other-address-button = Başka bir adres kullan

voided-heading = Bu kodlar artık geçerli değil
muted-heading = Bu adrese kod gönderemiyoruz
proof-heading = Bir saniye lütfen
limit-heading = Lütfen bekleyin
cookies-heading = Devam etmek için çerezlere izin verin

error-heading = Bir sorun oluştu
error-domain = Bu alan adındaki e-posta adreslerini kabul etmiyoruz. Lütfen başka bir adres kullanın.
error-wrong-code = { $tries ->
        [one] Bu kod doğru değil. En son gelen e-postaya bakın; { $tries } deneme hakkınız kaldı.
       *[other] Bu kod doğru değil. En son gelen e-postaya bakın; { $tries } deneme hakkınız kaldı.
    }
error-expired = Bu kodun süresi doldu. En son gelen kodu girin veya yeni bir kod alın.
error-already-used = Bu kod daha önce kullanıldı. Yeni bir kod almak için baştan başlayın.
error-voided = Bu posta kutusuna erişimi olan biri, kod istemediğini bize bildirdi. Adresi kontrol edin veya başka bir adres kullanın.
error-overtaken = Başka bir pencerede bir şey değişti. Bu sayfayı yenileyin.
error-tries-spent = Güvenliğiniz için eski kod artık geçerli değil. Devam etmek için yeni bir kod alın.
error-nothing-pending = Artık sizden bir kod beklemiyoruz. Yeni bir kod almak için e-posta adresinizi girin.
error-not-signed-in = Oturumunuz sona erdi.
error-token = Bu anahtarı tanımıyoruz. En son gelen e-postadan tamamını kopyalayın: üç grup hâlinde 12 harf ve rakam. Anahtar bir gün geçerlidir.
error-address-taken = Bu adresle başka bir hesabınız var. Çıkış yapıp bu adresle giriş yapın ya da önce o hesabı silin. Hiçbir şey değiştirilmedi.
error-malformed = Form bize düzgün ulaşmadı. Lütfen yeniden deneyin.
error-cross-site = Bu istek başka bir siteden geldiği için yerine getirmedik.
error-cookies = Tarayıcınız çerezimizi geri göndermedi, bu yüzden kod göndermedik. Bu site için çerezlere izin verip tekrar deneyin.
error-no-answer = Sunucuya ulaşamadık. İnternet bağlantınızı kontrol edip yeniden deneyin.
error-internal = Bizden kaynaklanan bir sorun oluştu. Hiçbir şey kaybolmadı; lütfen yeniden deneyin.

address-empty = E-posta adresinizi girin.
address-too-long = Bu e-posta adresi çok uzun.
address-no-at = @ işareti içeren bir e-posta adresi girin, örneğin name@example.org.
address-no-local-part = @ işaretinden önceki bölümü de girin.
address-no-domain = @ işaretinden sonraki bölümü de girin, örneğin example.org.
address-several = Yalnızca bir e-posta adresi girin.
address-blank = E-posta adresinde boşluk olamaz.
address-control = Bu adreste görünmeyen bir karakter var. Adresi elle yazın.
address-quoted = Tırnak işareti içeren adresleri kabul etmiyoruz.
address-comment = Parantez içeren adresleri kabul etmiyoruz.
address-character = Adreste olmaması gereken bir karakter var. Yalnızca adresi girin, örneğin name@example.org.
address-dot = @ işaretinden önce yanlış yerde bir nokta var.
address-domain = @ işaretinden sonraki bölüm, example.org gibi bir alan adı değil.
address-incomplete-domain = @ işaretinden sonraki bölüm eksik. Sonunda .org gibi bir uzantı olmalı.

code-empty = E-postadaki 6 haneli kodu girin.
code-not-digits = Kod yalnızca rakamlardan oluşur.
code-too-short = Kod çok kısa. 6 haneli olmalı.
code-too-long = Kod çok uzun. 6 haneli olmalı.

limit-resend = Bu adrese az önce bir kod gönderdik. Yenisini { $wait } sonra isteyebilirsiniz.
limit-address = Bu adrese çok sayıda kod gönderdik. Yenisini { $wait } sonra isteyebilirsiniz.
limit-domain = Bu alan adındaki adreslere çok sayıda kod gönderdik. Yenisini { $wait } sonra isteyebilirsiniz.
limit-client = Ağınızdan çok sayıda kod istendi. Yenisini { $wait } sonra isteyebilirsiniz.
limit-queue = E-posta sunucumuz yavaş ve başkaları da bekliyor. Lütfen { $wait } sonra yeniden deneyin.
limit-total = Her zamankinden fazla e-posta gönderiyoruz ve ara vermemiz gerekiyor. Lütfen { $wait } sonra yeniden deneyin.
limit-proof = Şu anda her zamankinden yoğunuz. Lütfen { $wait } bekleyin, ardından düğmeye yeniden basın.
limit-failures = Bu adres için çok fazla yanlış kod girildi. Lütfen { $wait } sonra yeniden deneyin.
limit-muted = Bu posta kutusuna erişimi olan biri, şimdilik kod göndermememizi istedi. Yeni bir kodu { $wait } sonra isteyebilir veya başka bir adres kullanabilirsiniz.
limit-code-works = Daha önce aldığınız kod hâlâ geçerli.

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

account-heading = Hesabınız
account-who = { $address } adresiyle giriş yaptınız.
account-since = Oluşturulma tarihi: { $date }
account-since-today = Bugün oluşturuldu
sign-out-button = Çıkış yap
signed-out = Çıkış yaptınız.
browsers-heading = Giriş yaptığınız yerler
browser-since = Giriş tarihi: { $date }
browser-since-today = Bugün giriş yapıldı
browser-seen = Son etkinlik: { $ago }
browser-this = Bu tarayıcı
ago-now = bir saatten kısa süre önce
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
browser-program = Program
browser-program-on = Program ({ $system })
browser-unknown = Tarayıcı
browser-unknown-on = Tarayıcı ({ $system })
browser-sign-out = Çıkış yap: { $browser }
others-button = Diğer tarayıcılardan çıkış yap
everywhere-button = Her yerden çıkış yap
browser-signed-out = Seçilen tarayıcıdan çıkış yapıldı.
others-signed-out = Diğer tüm tarayıcılardan çıkış yapıldı.
address-changed = E-posta adresiniz değiştirildi. Giriş yaptığınız tarayıcılarda oturumunuz açık kaldı; buradan çıkış yapabilirsiniz.
email-button = E-posta adresini değiştir
data-heading = Verileriniz
data-hint = Bu hesapla ilgili sakladığımız her şey, tek bir dosyada (JSON).
data-button = Verilerimi indir
delete-summary = Hesabımı sil
delete-warning = Hesabınız, e-posta adresiniz ve oturumlarınız hemen silinir ve geri getirilemez.
delete-button = Hesabımı şimdi sil

new-address-heading = E-posta adresinizi değiştirin
new-address-lead = Hesabınızın adresi: { $address }. Bu adres, yeni adrese göndereceğimiz kodu girdiğinizde değişir.
new-address-label = Yeni e-posta adresi
new-address-keep = Mevcut adresi koru

not-me-heading = Kodu siz istemediniz mi?
not-me-lead = Biri, büyük olasılıkla yanlışlıkla, e-posta adresinizi girmiş. Kod olmadan bu adresle hiçbir şey yapamaz.
not-me-offer = Bunu durdurabilirsiniz: size gönderdiğimiz kodlar artık geçerli olmaz ve { $duration } boyunca yenisini göndermeyiz.
not-me-label = E-postadaki anahtar
not-me-hint = Üç grup hâlinde 12 harf ve rakam; e-postanın sonunda yer alır.
not-me-button = Kodları durdur
not-me-done-heading = Bu kodlar artık geçerli değil
not-me-done = Adresinize { $duration } boyunca yenisini göndermeyeceğiz.
not-me-done-next = Başka bir şey yapmanıza gerek yok; e-postayı silebilirsiniz. Size bir kod gerekirse { $duration } sonra ya da bu adresle daha önce giriş yaptığınız bir tarayıcıda hemen isteyebilirsiniz.
start-link = Ana sayfaya git

mailbox-hint = Bu bilgisayardan dışarıya e-posta gönderilmiyor. Kod şurada: { $link }.
mailbox-hint-link = geliştirme posta kutusu

not-found-heading = Sayfa bulunamadı
not-found = Adreste yazım hatası olup olmadığını kontrol edin; sayfa taşınmış da olabilir.
forbidden-heading = Bu form başka bir siteden geldi
forbidden = Formu işleme almadık. Sayfayı buradan açıp oradaki formu doldurun.
elsewhere-heading = Bu sayfanın adresi farklı
elsewhere = Adresi { $address }. Sayfayı oradan açıp yeniden deneyin.
method-heading = Bu işlem böyle yapılamıyor
method = Sayfalarımızdaki formları kullanın.
too-large-heading = Çok fazla veri gönderildi
too-large = Formlarımızın kabul ettiğinden fazla veri gönderdiniz. Geri dönüp kısaltın.
timeout-heading = İşlem çok uzun sürdü
timeout = Gönderdiklerinizin tamamı ulaşmadı. İnternet bağlantınızı kontrol edin, geri dönüp yeniden deneyin.
uri-heading = Bu bağlantı çok uzun
uri = Sitemizde bu kadar uzun bir bağlantı yok. Ana sayfaya gidin.
head-heading = Tarayıcınız çok fazla veri gönderdi
head = Tarayıcınızın bu site için sakladığı çerezleri silip yeniden deneyin.
too-many-heading = Çok fazla bağlantı var
too-many = Ağınızdan bize, karşılayabileceğimizden fazla bağlantı açılmış. Birkaç saniye sonra yeniden deneyin.
busy-heading = Şu anda çok yoğunuz
busy = Hiçbir şey kaybolmadı. Lütfen birkaç saniye sonra yeniden deneyin.
bad-request-heading = İsteğinizi anlayamadık
bad-request = Geri dönüp yeniden deneyin.
internal-heading = Bizden kaynaklanan bir sorun oluştu
internal = Hiçbir şey kaybolmadı. Lütfen biraz sonra yeniden deneyin.

language-label = Dil

mail-subject = { $code } – { $service } kodunuz
mail-subject-without = { $service } kodunuz
mail-heading = { $service } kodunuz
mail-code-is = { $service } kodunuz:
mail-preheader = Kodu, talep ettiğiniz sayfaya girin. Kod { $lifetime } geçerlidir.
mail-preheader-without = Kodu görmek için bu e-postayı açın. Kod { $lifetime } geçerlidir.
mail-use = Kodu, talep ettiğiniz sayfaya girin. Kod { $lifetime } geçerlidir. Kimseyle paylaşmayın.
mail-who = Kodun istendiği tarih ve saat: { $moment }.
mail-who-without = { $service } için bir kod istendi ({ $moment }). Aşağıdaki kodu, talep ettiğiniz sayfaya girin. Kod { $lifetime } geçerlidir. Kimseyle paylaşmayın. Kilitli ekranda veya e-posta listesinde görünmesin diye kod bu kadar aşağıda yer alıyor.
mail-not-you = Kodu isteyen siz değilseniz bu e-postayı yok sayabilirsiniz: kod olmadan kimse adresinizi kullanamaz. Bu tür e-postalar gelmeye devam ederse şu sayfayı açın:
mail-not-you-new-address = Bu kod, bu e-posta adresini birinin hesabına bağlar. Hesap sizin değilse kodu girmeyin ve kimseyle paylaşmayın; başka bir şey yapmanıza gerek yok. Bu tür e-postalar gelmeye devam ederse şu sayfayı açın:
mail-paste = ve oraya şu anahtarı yapıştırın:
mail-voids = Böylece size gönderdiğimiz kodlar geçersiz olur ve bir gün boyunca yenisini göndermeyiz.

mail-notice-preheader = Bunu yapan siz değilseniz okumaya devam edin.
mail-changed-subject = { $service } hesabınızın e-posta adresi değiştirildi
mail-changed = { $service } hesabınızın e-posta adresi değiştirildi ({ $moment }). Kodlar artık bu adrese değil, yeni adrese gönderilecek.
mail-changed-you = Bunu yapan sizseniz başka bir şey yapmanıza gerek yok.
mail-changed-not-you = Bunu yapan siz değilseniz biri, oturumunuzun açık olduğu bir tarayıcıyı kullandı ya da e-postalarınızı okuyabiliyor. Tarayıcılarınızdan birinde oturumunuz hâlâ açıksa orada hemen hesabınızı açın, diğer tarayıcılardan çıkış yapın ve adresi yeniden eski adresinizle değiştirin. Hiçbirinde açık değilse hemen { $service } ile iletişime geçin, çünkü bu hesaba artık giriş yapamazsınız. Bu posta kutusuna başka kimsenin erişemediğinden emin olun.
mail-deleted-subject = { $service } hesabınız silindi
mail-deleted = { $service } hesabınız, e-posta adresiniz ve oturumlarınızla birlikte silindi ({ $moment }).
mail-deleted-you = Bunu yapan sizseniz başka bir şey yapmanıza gerek yok. Yeniden bir hesap isterseniz daha önce olduğu gibi bu adresle kaydolun.
mail-deleted-not-you = Bunu yapan siz değilseniz biri, oturumunuzun açık olduğu bir tarayıcıyı kullandı ya da e-postalarınızı okuyabiliyor. Hesap geri getirilemez. Bu posta kutusuna başka kimsenin erişemediğinden emin olun, yeniden kaydolun ve { $service } ile iletişime geçin.
