# The words of Mailcode's pages and mails, in Fluent's syntax (projectfluent.org). Every language has the same messages with the same
# variables; a test holds that. Write plain, short and friendly sentences that say what happened and what to do. In no sentence may
# stand what only the code's owner should know.

## What a window is called. A form whose answer was an error says so first.
title-address = Sign up
title-code = Type the code
title-account = Your account
title-new-address = Change your e-mail address
title-not-me = It was not me
title-not-me-done = The codes are void
title-error = Error: { $title }

## The address form
address-heading = Sign up or sign in
address-lead = Type your e-mail address. We mail you a six-digit code; no password is needed.
address-label = E-mail address
address-hint = The code goes to this address only.
address-button = Send me a code
# On the button while the mail is being sent.
sending-button = Sending the code…
# $address is a button that takes it over.
address-meant = Did you mean { $address }?
# While the browser finds a proof of work.
proving = We are sending more mails than usual, so your browser has to do a sum first. This takes a few seconds.

## The code form
code-heading = Type the code
code-lead = It goes to { $address }
# $domain is one such as gmail.com; the address that was typed looks like a slip of it.
code-meant = Did you mean { $domain }? Then change the address.
code-label = Code
# $lifetime is a duration, as in "10 minutes".
code-hint-for = Six digits. The code works for { $lifetime }.
# $time is a time of day.
code-hint-until = Six digits, sent at once when you paste them. The code works until { $time }.
code-hint-over = Your code has expired. Send another one.
code-button = Go on
code-button-busy = One moment…
resend-button = Send another code
# $wait is a duration, or minutes and seconds as in 0:59.
resend-wait = You can send another code in { $wait }.
resend-now = You can send another code now.
# Said once the mail was sent that was asked for by resend-button.
resend-sent = We sent another code to { $address }.
# At the button, once the mail could not be sent.
resend-failed = The last mail was not sent.
change-button = Change the address
# $name is a provider such as Gmail.
webmail = Look for the mail in { $name }

## What became of the mail. $time is a time of day, $domain the part of the address behind the @.
delivery-sending = The mail is on its way to our mail server.
delivery-slow = The mail is on its way to our mail server, which is slow to answer. It may still arrive; you can also send another code now.
# Behind one of the two above, or one that says that it is tried again, where no script tells more by itself.
delivery-reload = Load this page again to see what has become of it.
delivery-accepted = The mail was sent at { $time }. It can take a minute to arrive; look in the spam folder too.
delivery-unknown = The connection to our mail server broke off. The mail may have been sent; if nothing comes, send another code.
delivery-retrying-later = The mail could not be sent yet: the mail server is busy. We go on trying; you can also send another code now.
delivery-retrying-unreachable = The mail could not be sent yet: we could not reach our mail server. We go on trying; you can also send another code now.
delivery-retrying-insecure = The mail could not be sent yet: our mail server could not be used safely. We go on trying; you can also send another code now.
delivery-retrying-other = The mail could not be sent yet: the mail server refused it. We go on trying; you can also send another code now.
delivery-failed-recipient = The mail could not be sent: the mail server for { $domain } says that this mailbox does not exist. Check the address.
delivery-failed-full = The mail could not be sent: the mail server for { $domain } says that this mailbox is full. Make room in it, then try again now.
delivery-failed-unsupported = The mail could not be sent: our mail server cannot send to addresses of this kind. Please use another one.
delivery-failed-rejected = The mail could not be sent: the mail server refused it. Check the address, or try again now.
delivery-failed-later = The mail could not be sent: the mail server is busy. Try again now; there is no need to wait.
delivery-failed-unreachable = The mail could not be sent: we could not reach our mail server. Try again now; there is no need to wait.
delivery-failed-insecure = The mail could not be sent: our mail server could not be used safely. Try again now; there is no need to wait.

## Errors at a form
error-heading = There is a problem
error-domain = Addresses of this domain are not accepted here. Please use another one.
error-wrong-code = { $tries ->
        [one] This code is not right. Check the newest mail; you have { $tries } try left.
       *[other] This code is not right. Check the newest mail; you have { $tries } tries left.
    }
error-expired = This code has expired. Send another code and type the new one.
error-already-used = This code was used already. Start again to get a new one.
error-voided = These codes work no more: whoever reads the mail of this address did not ask for them. Check the address.
error-overtaken = Another window of yours was quicker. Load this page again.
error-tries-spent = Too many wrong codes. Press “{ resend-button }” to start again with a new code.
error-nothing-pending = Your sign-up is no longer waiting for a code. Type your address to get a new one.
error-not-signed-in = You are not signed in any more.
error-token = We do not know this token. Copy all of it from the newest mail: twelve letters and digits in three groups. It works for a day.
# Only who has typed the code that was mailed to the address reads it.
error-address-taken = You have another account with this address. Sign out and sign in with it, or delete that account first. Nothing was changed.
error-malformed = The form did not arrive as it should. Please try again.
error-cross-site = This request came from another site and was not carried out.
error-no-answer = No answer from the server. Check your connection and try again.
error-internal = Something went wrong on our side. Nothing is lost; please try again.

## What is wrong with an address
address-empty = Type your e-mail address.
address-too-long = This is longer than an e-mail address can be.
address-no-at = An e-mail address has an @ in it, as in name@example.org.
address-no-local-part = Type what stands before the @ too.
address-no-domain = Type what stands after the @ too, as in example.org.
address-several = Type one e-mail address only.
address-blank = An e-mail address has no blanks in it.
address-control = There is an invisible character in this address. Type it by hand.
address-quoted = Addresses with quotation marks are not accepted here.
address-comment = Addresses with brackets are not accepted here.
address-character = Type the address alone, as in name@example.org; there is a character in it that does not belong.
address-dot = A dot stands in the wrong place before the @.
address-domain = What stands after the @ is not a domain such as example.org.
address-incomplete-domain = What stands after the @ is incomplete; it needs an ending such as .org.

## What is wrong with a code
code-empty = Type the six digits from the mail.
code-not-digits = The code has only digits.
code-too-short = That is too short; the code has six digits.
code-too-long = That is too long; the code has six digits.

## Limits. $wait is a duration.
limit-resend = A code was sent to this address a moment ago. You can ask for another in { $wait }.
limit-address = Many codes were sent to this address. You can ask for another in { $wait }.
limit-domain = Many codes were sent to addresses of this domain. You can ask for another in { $wait }.
limit-client = Many codes were asked for from your network. You can ask for another in { $wait }.
limit-queue = Our mail server is slow, and many wait for their codes. Please try again in { $wait }.
limit-total = We are sending more mails than usual and have to pause. Please try again in { $wait }.
limit-proof = We are sending more mails than usual, so this takes longer. Wait { $wait }, then press the button again.
limit-failures = Too many wrong codes were typed for this address. You can try again in { $wait }.
limit-muted = Whoever reads the mail of this address asked us to send no more codes for now. You can ask again in { $wait }.

## Durations, as they stand in the sentences above
seconds = { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }
minutes = { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }
hours = { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }
less-than-a-minute = less than a minute

## A day, and a day and a time. $time is one such as 14:02 UTC, $month a number from 1 to 12.
month = { $month ->
    *[1] January
     [2] February
     [3] March
     [4] April
     [5] May
     [6] June
     [7] July
     [8] August
     [9] September
     [10] October
     [11] November
     [12] December
    }
day = { $day } { month } { $year }
moment = { $time } on { day }

## The account. $date is a day as above, $browser a browser as below.
account-heading = Hello!
account-who = You are signed in as { $address }.
account-since = You have had this account since { $date }.
sign-out-button = Sign out
signed-out = You are signed out.
browsers-heading = Where you are signed in
browser-since = Signed in on { $date }.
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
address-changed = Your address is changed. Browsers that were signed in still are; sign them out here if you like.
email-heading = Your e-mail address
email-button = Change the e-mail address
data-heading = Your data
data-hint = All that we keep about this account, as a file for people and programs (JSON).
data-button = Download my data
delete-summary = Delete my account
delete-warning = Your account, your address and your sign-ins will be deleted at once and for good.
delete-button = Delete it now

## Another address for the account. $address is that of the account, then the new one.
new-address-heading = Change your address
new-address-lead = Your account has the address { $address }. It changes once you have typed the code that we mail to the new one.
new-address-label = New e-mail address
new-address-keep = Keep the old address
new-code-lead = It goes to your new address, { $address }

## The page of those who did not ask for a code. $duration is a duration.
not-me-heading = It was not me
not-me-lead = You got a code by mail and did not ask for it? Then somebody has typed your address, most likely by mistake. Without the code they can do nothing with it.
not-me-offer = If you like, we stop it: no code that is waiting for your address will work any more, and we mail it no others for { $duration }.
not-me-label = Token from the mail
not-me-hint = Twelve letters and digits in three groups, at the end of the mail.
not-me-button = Stop the codes
not-me-done-heading = The codes are void
not-me-done = No code that was waiting for your address works any more, and we mail it no others for { $duration }.
not-me-done-next = There is nothing else to do; you can delete the mail. Should you want a code yourself, ask for it in { $duration }, or now in a browser in which you have signed in with this address.
start-link = Go to the start

## Where the mails are while none is sent
# $link is a link that says mailbox-hint-link.
mailbox-hint = No mail leaves this machine: the code is in the { $link }.
mailbox-hint-link = development mailbox

## Pages about errors
not-found-heading = There is no such page
not-found = The address may be mistyped, or the page has moved.
forbidden-heading = This form came from another site
forbidden = It was not carried out. Open the page here and fill in its form instead.
method-heading = That does not work this way
method = Use the forms of our pages.
too-large-heading = That was too much
too-large = What was sent is larger than any form here. Go back and shorten it.
timeout-heading = That took too long
timeout = Not all that was sent has arrived. Check your connection, go back and try again.
uri-heading = This address is too long
uri = No address here is as long. Open the first page and begin there.
head-heading = Your browser sent too much
head = Delete the cookies that it keeps for this site, and try again.
too-many-heading = Too many connections
too-many = Your network has more connections to us open than we can serve. Try again in a few seconds.
busy-heading = We are busy right now
busy = Nothing of yours is lost. Please try again in a few seconds.
bad-request-heading = That was not understood
bad-request = Go back and try again.
internal-heading = Something went wrong on our side
internal = Nothing of yours is lost. Please try again in a moment.

## The menu of languages
language-label = Language
language-button = Change

## The mail with the code. $service is the service's name, $lifetime a duration, $moment a day and a time, $code six digits.
mail-subject = { $code } is your { $service } code
mail-subject-without = Your { $service } code
mail-heading = Your { $service } code
mail-code-is = Your { $service } code is
mail-preheader = { $code } works for { $lifetime }.
mail-preheader-without = Open this mail to see the code. It works for { $lifetime }.
mail-use = It works for { $lifetime }. Type it on the page where you asked for it, and tell it to nobody.
mail-who = Somebody, most likely you, asked { $service } for it at about { $moment }.
mail-who-without = Somebody, most likely you, asked { $service } for a code at about { $moment }. To go on, type the code below on the page where you asked for it, and tell it to nobody. It works for { $lifetime }. It stands this far down so that a glance at a locked screen or at a list of mails does not give it away.
mail-not-you = If it was not you, you need do nothing: without the code nobody can sign up with your address. If such mails are a nuisance, open
# The same in the mail with the code for the new address of an account; the end is as above.
mail-not-you-new-address = It makes this the address of somebody's account. If that is not yours, do not type it, and tell it to nobody; you need do nothing else. If such mails are a nuisance, open
mail-paste = and paste this there:
mail-voids = That voids the codes sent to you, and you are mailed no others for a day.

## The mails that tell the owner that the account has another address, or is gone. $moment is a day and a time.
mail-notice-preheader = If it was not you, read on.
mail-changed-subject = Your { $service } account has another address
mail-changed = Your { $service } account has another address since about { $moment }. Codes for it go there from now on, and no longer to this one.
mail-changed-you = If it was you, there is nothing else to do.
mail-changed-not-you = If it was not you, somebody used a browser in which you were signed in, or reads your mail. Should a browser of yours still be signed in, open your account there at once, sign out everywhere else and change the address back. Otherwise tell those who run { $service } at once, since you cannot sign in to the account any more. See to it that nobody else reads this mailbox.
mail-deleted-subject = Your { $service } account was deleted
mail-deleted = Your { $service } account was deleted at about { $moment }, together with your address and your sign-ins.
mail-deleted-you = If it was you, there is nothing else to do. Should you want an account again, sign up with this address as before.
mail-deleted-not-you = If it was not you, somebody used a browser in which you were signed in, or reads your mail. The account cannot be brought back. See to it that nobody else reads this mailbox, sign up anew, and tell those who run { $service }.
