# हिन्दी (Hindi)

## What a window is called. A form whose answer was an error says so first.
title-address = साइन अप करें
title-code = कोड डालें
title-account = आपका खाता
title-delivery = ईमेल
title-not-me = कोड मैंने नहीं माँगा
title-not-me-done = कोड रद्द हो गए
title-error = गड़बड़ी: { $title }

## The address form
address-heading = साइन अप या साइन इन करें
address-lead = अपना ईमेल पता डालें। हम आपको छह अंकों का कोड भेजेंगे; पासवर्ड की ज़रूरत नहीं है।
address-label = ईमेल पता
address-hint = कोड सिर्फ़ इसी पते पर भेजा जाएगा।
address-button = मुझे कोड भेजें
sending-button = कोड भेजा जा रहा है…
address-meant = क्या आपका मतलब { $address } था?
proving = इस समय हम सामान्य से ज़्यादा ईमेल भेज रहे हैं, इसलिए आपके ब्राउज़र को पहले थोड़ी गणना करनी होगी। इसमें कुछ सेकंड लगेंगे।

## The code form
code-heading = कोड डालें
code-lead = कोड इस पते पर भेजा जा रहा है: { $address }
code-meant = क्या आपका मतलब { $domain } था? अगर हाँ, तो पता बदलें।
code-label = कोड
code-hint-for = छह अंक। कोड { $lifetime } तक मान्य है।
code-hint-until = छह अंक; पेस्ट करते ही ये अपने-आप भेज दिए जाते हैं। कोड { $time } तक मान्य है।
code-hint-over = आपके कोड की समय-सीमा समाप्त हो गई है। नया कोड भेजें।
code-button = आगे बढ़ें
code-button-busy = एक पल…
resend-button = नया कोड भेजें
resend-wait = आप { $wait } के बाद नया कोड भेज सकते हैं।
resend-now = अब आप नया कोड भेज सकते हैं।
change-button = पता बदलें
webmail = { $name } में ईमेल देखें

## What became of the mail. $time is a time of day, $domain the part of the address behind the @.
delivery-sending = ईमेल हमारे मेल सर्वर को भेजा जा रहा है।
delivery-slow = ईमेल हमारे मेल सर्वर को भेजा जा रहा है, लेकिन वह धीमे जवाब दे रहा है। ईमेल अब भी पहुँच सकता है; आप चाहें तो अभी नया कोड भी भेज सकते हैं।
delivery-accepted = ईमेल { $time } पर भेज दिया गया। इसे पहुँचने में एक मिनट लग सकता है; स्पैम फ़ोल्डर में भी देखें।
delivery-unknown = हमारे मेल सर्वर से संपर्क टूट गया। हो सकता है कि ईमेल भेज दिया गया हो; अगर कुछ न आए, तो नया कोड भेजें।
delivery-retrying-later = ईमेल अभी तक नहीं भेजा जा सका: मेल सर्वर व्यस्त है। हम कोशिश जारी रखे हुए हैं; आप चाहें तो अभी नया कोड भी भेज सकते हैं।
delivery-retrying-unreachable = ईमेल अभी तक नहीं भेजा जा सका: हमारे मेल सर्वर से संपर्क नहीं हो पाया। हम कोशिश जारी रखे हुए हैं; आप चाहें तो अभी नया कोड भी भेज सकते हैं।
delivery-retrying-insecure = ईमेल अभी तक नहीं भेजा जा सका: हमारे मेल सर्वर का सुरक्षित रूप से उपयोग नहीं हो पाया। हम कोशिश जारी रखे हुए हैं; आप चाहें तो अभी नया कोड भी भेज सकते हैं।
delivery-retrying-other = ईमेल अभी तक नहीं भेजा जा सका: मेल सर्वर ने इसे स्वीकार नहीं किया। हम कोशिश जारी रखे हुए हैं; आप चाहें तो अभी नया कोड भी भेज सकते हैं।
delivery-failed-recipient = ईमेल नहीं भेजा जा सका: { $domain } के मेल सर्वर के अनुसार यह मेलबॉक्स मौजूद नहीं है। पता जाँच लें।
delivery-failed-full = ईमेल नहीं भेजा जा सका: { $domain } के मेल सर्वर के अनुसार यह मेलबॉक्स भरा हुआ है। उसमें जगह बनाएँ, फिर तुरंत दोबारा कोशिश करें।
delivery-failed-unsupported = ईमेल नहीं भेजा जा सका: हमारा मेल सर्वर इस तरह के पतों पर ईमेल नहीं भेज सकता। कृपया कोई दूसरा पता इस्तेमाल करें।
delivery-failed-rejected = ईमेल नहीं भेजा जा सका: मेल सर्वर ने इसे स्वीकार नहीं किया। पता जाँच लें या अभी दोबारा कोशिश करें।
delivery-failed-later = ईमेल नहीं भेजा जा सका: मेल सर्वर व्यस्त है। अभी दोबारा कोशिश करें; इंतज़ार करने की ज़रूरत नहीं है।
delivery-failed-unreachable = ईमेल नहीं भेजा जा सका: हमारे मेल सर्वर से संपर्क नहीं हो पाया। अभी दोबारा कोशिश करें; इंतज़ार करने की ज़रूरत नहीं है।
delivery-failed-insecure = ईमेल नहीं भेजा जा सका: हमारे मेल सर्वर का सुरक्षित रूप से उपयोग नहीं हो पाया। अभी दोबारा कोशिश करें; इंतज़ार करने की ज़रूरत नहीं है।

## Errors at a form
error-heading = कोई समस्या है
error-domain = इस डोमेन के पते यहाँ स्वीकार नहीं किए जाते। कृपया कोई दूसरा पता इस्तेमाल करें।
error-wrong-code = { $tries ->
        [one] यह कोड सही नहीं है। सबसे नया ईमेल देखें; आपके पास { $tries } मौका बचा है।
       *[other] यह कोड सही नहीं है। सबसे नया ईमेल देखें; आपके पास { $tries } मौके बचे हैं।
    }
error-expired = इस कोड की समय-सीमा समाप्त हो गई है। नया कोड भेजें और उसे डालें।
error-already-used = यह कोड पहले ही इस्तेमाल हो चुका है। नया कोड पाने के लिए फिर से शुरू करें।
error-voided = ये कोड अब काम नहीं करते: इस पते के ईमेल पढ़ने वाले व्यक्ति ने इन्हें नहीं माँगा था। पता जाँच लें।
error-overtaken = आपकी किसी दूसरी विंडो में यह काम पहले हो गया। यह पेज फिर से लोड करें।
error-tries-spent = बहुत बार ग़लत कोड डाला गया। नए कोड के साथ फिर से शुरू करने के लिए “{ change-button }” दबाएँ; पता वही रह सकता है।
error-nothing-pending = आपका साइन अप अब किसी कोड का इंतज़ार नहीं कर रहा है। नया कोड पाने के लिए अपना पता डालें।
error-not-signed-in = आप अब साइन इन नहीं हैं।
error-token = हम इस टोकन को नहीं पहचानते। सबसे नए ईमेल से पूरा टोकन कॉपी करें: तीन समूहों में बारह अक्षर और अंक। यह एक दिन तक मान्य है।
error-malformed = फ़ॉर्म हम तक ठीक से नहीं पहुँचा। कृपया दोबारा कोशिश करें।
error-cross-site = यह अनुरोध किसी दूसरी साइट से आया था और पूरा नहीं किया गया।
error-no-answer = सर्वर से कोई जवाब नहीं मिला। अपना कनेक्शन जाँचें और दोबारा कोशिश करें।
error-internal = हमारी ओर से कुछ गड़बड़ी हुई। कुछ भी खोया नहीं है; कृपया दोबारा कोशिश करें।

## What is wrong with an address
address-empty = अपना ईमेल पता डालें।
address-too-long = ईमेल पता इतना लंबा नहीं हो सकता।
address-no-at = ईमेल पते में @ होता है, जैसे name@example.org में।
address-no-local-part = @ से पहले का हिस्सा भी लिखें।
address-no-domain = @ के बाद का हिस्सा, जैसे example.org, भी लिखें।
address-several = सिर्फ़ एक ईमेल पता डालें।
address-blank = ईमेल पते में ख़ाली जगह नहीं होती।
address-control = इस पते में एक अदृश्य चिह्न है। पता ख़ुद टाइप करें।
address-quoted = उद्धरण चिह्न वाले पते यहाँ स्वीकार नहीं किए जाते।
address-comment = कोष्ठक वाले पते यहाँ स्वीकार नहीं किए जाते।
address-character = सिर्फ़ पता लिखें, जैसे name@example.org; इसमें एक ऐसा चिह्न है जो नहीं होना चाहिए।
address-dot = @ से पहले एक बिंदु ग़लत जगह पर है।
address-domain = @ के बाद जो लिखा है, वह example.org जैसा डोमेन नहीं है।
address-incomplete-domain = @ के बाद का हिस्सा अधूरा है; उसके अंत में .org जैसा कुछ होना चाहिए।

## What is wrong with a code
code-empty = ईमेल में दिए गए छह अंक डालें।
code-not-digits = कोड में सिर्फ़ अंक होते हैं।
code-too-short = यह बहुत छोटा है; कोड में छह अंक होते हैं।
code-too-long = यह बहुत लंबा है; कोड में छह अंक होते हैं।

## Limits. $wait is a duration.
limit-resend = इस पते पर अभी-अभी एक कोड भेजा गया है। आप { $wait } के बाद दूसरा कोड माँग सकते हैं।
limit-address = इस पते पर बहुत-से कोड भेजे जा चुके हैं। आप { $wait } के बाद दूसरा कोड माँग सकते हैं।
limit-domain = इस डोमेन के पतों पर बहुत-से कोड भेजे जा चुके हैं। आप { $wait } के बाद दूसरा कोड माँग सकते हैं।
limit-client = आपके नेटवर्क से बहुत-से कोड माँगे गए हैं। आप { $wait } के बाद दूसरा कोड माँग सकते हैं।
limit-queue = हमारा मेल सर्वर धीमा है और बहुत-से लोग अपने कोड का इंतज़ार कर रहे हैं। कृपया { $wait } के बाद दोबारा कोशिश करें।
limit-total = हम सामान्य से ज़्यादा ईमेल भेज रहे हैं और हमें थोड़ा रुकना पड़ रहा है। कृपया { $wait } के बाद दोबारा कोशिश करें।
limit-proof = हम सामान्य से ज़्यादा ईमेल भेज रहे हैं, इसलिए इसमें ज़्यादा समय लग रहा है। { $wait } के बाद बटन फिर से दबाएँ।
limit-failures = इस पते के लिए बहुत-से ग़लत कोड डाले गए। आप { $wait } के बाद दोबारा कोशिश कर सकते हैं।
limit-muted = इस पते के ईमेल पढ़ने वाले व्यक्ति ने हमसे कहा है कि फ़िलहाल और कोड न भेजें। आप { $wait } के बाद फिर से कोड माँग सकते हैं।

## Durations, as they stand in the sentences above
seconds = { $count ->
        [one] { $count } सेकंड
       *[other] { $count } सेकंड
    }
minutes = { $count ->
        [one] { $count } मिनट
       *[other] { $count } मिनट
    }
hours = { $count ->
        [one] { $count } घंटे
       *[other] { $count } घंटे
    }
less-than-a-minute = एक मिनट से कम समय

## A day and a time. $time is one such as 14:02 UTC, $month a number from 1 to 12.
moment = { $month ->
       *[1] { $day } जनवरी { $year }, { $time }
        [2] { $day } फ़रवरी { $year }, { $time }
        [3] { $day } मार्च { $year }, { $time }
        [4] { $day } अप्रैल { $year }, { $time }
        [5] { $day } मई { $year }, { $time }
        [6] { $day } जून { $year }, { $time }
        [7] { $day } जुलाई { $year }, { $time }
        [8] { $day } अगस्त { $year }, { $time }
        [9] { $day } सितंबर { $year }, { $time }
        [10] { $day } अक्टूबर { $year }, { $time }
        [11] { $day } नवंबर { $year }, { $time }
        [12] { $day } दिसंबर { $year }, { $time }
    }

## The page of those who did not ask for a code. $duration is a duration.
not-me-heading = कोड मैंने नहीं माँगा
not-me-lead = क्या आपको ईमेल से ऐसा कोड मिला है जो आपने नहीं माँगा था? तो किसी ने, संभवतः ग़लती से, आपका पता डाल दिया है। कोड के बिना इस पते से कुछ नहीं किया जा सकता।
not-me-offer = आप चाहें तो हम इसे रोक देंगे: आपके पते के लिए जारी कोई भी कोड अब काम नहीं करेगा, और हम { $duration } तक कोई नया कोड नहीं भेजेंगे।
not-me-label = ईमेल में दिया गया टोकन
not-me-hint = तीन समूहों में बारह अक्षर और अंक, ईमेल के अंत में।
not-me-button = कोड रोकें
not-me-done-heading = कोड रद्द हो गए
not-me-done = आपके पते के लिए जारी कोई भी कोड अब काम नहीं करता, और हम { $duration } तक कोई नया कोड नहीं भेजेंगे।
not-me-done-next = आपको और कुछ नहीं करना है; आप ईमेल मिटा सकते हैं। अगर आपको ख़ुद कोड चाहिए, तो { $duration } के बाद माँगें, या अभी किसी ऐसे ब्राउज़र में माँगें जिसमें आपने इस पते से साइन इन किया हो।
start-link = शुरुआत पर जाएँ

## Where the mails are while none is sent
mailbox-hint = इस कंप्यूटर से कोई ईमेल बाहर नहीं जाता: कोड { $link } में है।
mailbox-hint-link = डेवलपमेंट मेलबॉक्स

## Pages about errors
not-found-heading = ऐसा कोई पेज नहीं है
not-found = हो सकता है कि वेब पता ग़लत लिखा गया हो, या पेज कहीं और चला गया हो।
forbidden-heading = यह फ़ॉर्म किसी दूसरी साइट से आया है
forbidden = इस पर कोई कार्रवाई नहीं हुई। पेज यहाँ खोलें और उसी का फ़ॉर्म भरें।
method-heading = यह इस तरह काम नहीं करता
method = हमारे पेजों पर दिए गए फ़ॉर्म इस्तेमाल करें।
too-large-heading = यह बहुत ज़्यादा था
too-large = जो भेजा गया, वह यहाँ के किसी भी फ़ॉर्म से बड़ा है। वापस जाएँ और उसे छोटा करें।
timeout-heading = इसमें बहुत ज़्यादा समय लग गया
timeout = जो भेजा गया, वह पूरा नहीं पहुँचा। अपना कनेक्शन जाँचें, वापस जाएँ और दोबारा कोशिश करें।
uri-heading = यह वेब पता बहुत लंबा है
uri = यहाँ इतना लंबा कोई वेब पता नहीं है। पहला पेज खोलें और वहीं से शुरू करें।
head-heading = आपके ब्राउज़र ने बहुत ज़्यादा डेटा भेजा
head = इस साइट के लिए ब्राउज़र में सहेजी गई कुकी मिटाएँ और दोबारा कोशिश करें।
too-many-heading = बहुत ज़्यादा कनेक्शन
too-many = आपके नेटवर्क से इतने कनेक्शन खुले हैं कि हम उन्हें सँभाल नहीं सकते। कुछ सेकंड बाद दोबारा कोशिश करें।
busy-heading = इस समय हम बहुत व्यस्त हैं
busy = आपका कुछ भी खोया नहीं है। कृपया कुछ सेकंड बाद दोबारा कोशिश करें।
bad-request-heading = यह समझ में नहीं आया
bad-request = वापस जाएँ और दोबारा कोशिश करें।
internal-heading = हमारी ओर से कुछ गड़बड़ी हुई
internal = आपका कुछ भी खोया नहीं है। कृपया थोड़ी देर बाद दोबारा कोशिश करें।

## The menu of languages
language-label = भाषा
language-button = बदलें

## The mail with the code. $service is the service's name, $lifetime a duration, $moment a day and a time, $code six digits.
mail-subject = { $code } आपका { $service } कोड है
mail-subject-without = आपका { $service } कोड
mail-heading = आपका { $service } कोड
mail-code-is = आपका { $service } कोड है
mail-preheader = { $code } कोड { $lifetime } तक मान्य है।
mail-preheader-without = कोड देखने के लिए यह ईमेल खोलें। कोड { $lifetime } तक मान्य है।
mail-use = कोड { $lifetime } तक मान्य है। इसे उसी पेज पर डालें जहाँ आपने इसे माँगा था, और किसी को न बताएँ।
mail-who = किसी ने, संभवतः आपने ही, { $moment } के आस-पास { $service } से यह कोड माँगा था।
mail-who-without = किसी ने, संभवतः आपने ही, { $moment } के आस-पास { $service } से एक कोड माँगा था। आगे बढ़ने के लिए नीचे दिया गया कोड उसी पेज पर डालें जहाँ आपने इसे माँगा था, और किसी को न बताएँ। कोड { $lifetime } तक मान्य है। इसे इतना नीचे इसलिए रखा गया है कि लॉक स्क्रीन या ईमेल की सूची पर एक नज़र डालने से यह किसी को न दिखे।
mail-not-you = अगर यह आपने नहीं माँगा था, तो आपको कुछ नहीं करना है: कोड के बिना कोई भी आपके पते से साइन अप नहीं कर सकता। अगर ऐसे ईमेल से आपको परेशानी हो रही है, तो यह पेज खोलें:
mail-paste = और वहाँ यह पेस्ट करें:
mail-voids = इससे आपको भेजे गए कोड रद्द हो जाएँगे, और एक दिन तक आपको कोई नया कोड नहीं भेजा जाएगा।

## The account. $day is a date such as 2026-11-23, $browser a browser as below.
account-heading = Hello!
account-who = You are signed in as { $address }.
account-since = You have had this account since { $day }.
sign-out-button = Sign out
browsers-heading = Where you are signed in
browser-since = Signed in on { $day }.
# $ago is one of the three below.
browser-seen = Last seen { $ago }.
browser-this = It is the one you are using.
ago-now = within the last hour
ago-hours = { $count ->
        [one] { $count } hour ago
       *[other] { $count } hours ago
    }
ago-days = { $count ->
        [one] { $count } day ago
       *[other] { $count } days ago
    }
# $agent is a name such as Firefox, $system one such as Linux.
browser-on = { $agent } on { $system }
browser-agent = { $agent }
browser-program = A program
browser-program-on = A program on { $system }
browser-unknown = A browser
browser-unknown-on = A browser on { $system }
# Says to a screen reader which one the button is for.
browser-sign-out = Sign out: { $browser }
others-button = Sign out everywhere else
everywhere-button = Sign out everywhere
browser-signed-out = That browser is signed out.
others-signed-out = All other browsers are signed out.
delete-summary = Delete my account
delete-warning = The account and everything kept with it will be gone at once and for good.
delete-button = Delete it now
data-heading = Your data
data-hint = All that we keep about this account, as a file for people and programs (JSON).
data-button = Download my data
