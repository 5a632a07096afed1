# The words of Mailcode's pages and mails, in Fluent's syntax (projectfluent.org). Every language has the same messages with the same
# variables; a test holds that. Write as a native writer of sign-in pages would: short, plain, friendly sentences that say what happened
# and what to do. In no sentence may stand what only the code's owner should know.

## The title of a window is the heading of its page, before the service's name. A page whose form was refused says so first.
title-error = Error: { $title }

## The address form
address-heading = Sign up or sign in
address-lead = Enter your email and we’ll send you a 6‑digit code. No password needed.
address-label = Email address
address-button = Email me a code
# On the button while the email is being sent.
sending-button = Sending the code…
# $address is a button that takes it over.
address-meant = Did you mean { $address }?
# While the browser finds a proof of work.
proving = We’re busier than usual, so we’re checking your browser first. This takes a few seconds.

## The code form
code-heading = Check your email
# Each of the three stands above the address, which has a line of its own.
code-lead-sending = We’re sending a 6‑digit code to
code-lead-sent = We sent a 6‑digit code to
# It may or may not have been sent.
code-lead-tried = We tried to send a 6‑digit code to
# Beside the address: a button that leads back to the form where it is entered.
change-button = Change
code-label = 6‑digit code
# $lifetime is a duration, as in "10 minutes".
code-hint-for = The code works for { $lifetime }.
# $time is a time of day.
code-hint-until = The code works until { $time }.
code-hint-over = The code has expired.
code-button = Continue
code-button-busy = Checking…
# $wait is minutes and seconds, as in 0:59.
resend-later = Didn’t get it? Check your spam folder, or resend it in { $wait }.
# The same when the wait is over. $button is a button within the sentence; it says resend-button.
resend-offer = Didn’t get it? Check your spam folder, or { $button }.
resend-button = resend the code
# To those who do not see the two above. $wait is a duration.
resend-wait = You can resend the code in { $wait }.
resend-now = You can resend the code now.
resend-sent = We sent another code to { $address }.
# A button that opens the mailbox of a provider such as Gmail.
webmail = Open { $name }

## What became of the email, in one quiet line. $time is a time of day.
delivery-sending = Sending…
delivery-slow = Our mail server is slow to answer. The code may still arrive; you can also resend it now.
# Behind one of the two above, or a delivery-retrying, where no script shows more by itself.
delivery-reload = Reload this page to see if it was sent.
delivery-accepted = Sent at { $time }. It may take a minute.
delivery-unknown = We lost the connection to our mail server, so the code may not arrive.
delivery-retrying-later = Not sent yet: the mail server is busy. We’ll keep trying.
delivery-retrying-unreachable = Not sent yet: we can’t reach our mail server. We’ll keep trying.
delivery-retrying-insecure = Not sent yet: we can’t connect to our mail server securely. We’ll keep trying.
delivery-retrying-other = Not sent yet: the mail server turned it away. We’ll keep trying.
# The newest email could not be sent, but an earlier one was.
delivery-failed-earlier = We couldn’t send another code. The one we sent before still works.

## In place of the code form while no code can be entered: a heading, what happened, the address, and a button.
failed-heading = We couldn’t send the code
# $domain is the part of the address after the @.
delivery-failed-recipient = The mail server for { $domain } says this mailbox doesn’t exist. Check the address for typos.
delivery-failed-full = The mail server for { $domain } says this mailbox is full. Make some room in it, then try again.
delivery-failed-unsupported = Our mail server can’t send to addresses like this one. Please use a different one.
delivery-failed-rejected = The mail server refused our email. Check the address, or try again.
delivery-failed-later = The mail server is busy. You can try again right away.
delivery-failed-unreachable = We can’t reach our mail server. You can try again right away.
delivery-failed-insecure = We couldn’t connect to our mail server securely, so we sent nothing. You can try again right away.
expired-heading = Your code has expired
expired = Get a new one to continue.
spent-heading = Too many wrong codes
retry-button = Try again
new-code-button = Send a new code
# Below new-code-button while it cannot be pressed yet. $wait is a duration, or minutes and seconds as in 0:59.
new-code-wait = You can do this in { $wait }.
other-address-button = Use a different email

## Headings of the address form after a refusal; the sentence below each is the error or limit of the same name.
voided-heading = Those codes no longer work
muted-heading = We can’t send codes to this address
proof-heading = Please try again in a moment
limit-heading = Please try again later
cookies-heading = Allow cookies to continue

## Errors at a form
error-heading = There’s a problem
error-domain = We don’t accept email addresses at this domain. Please use a different one.
error-wrong-code = { $tries ->
        [one] That code isn’t right. Check the newest email. You have { $tries } try left.
       *[other] That code isn’t right. Check the newest email. You have { $tries } tries left.
    }
error-expired = That code has expired. Enter the newest one, or get another.
error-already-used = That code was already used. Start again to get a new one.
error-voided = Someone with access to this mailbox told us they didn’t ask for a code. Check the address, or use a different one.
error-overtaken = Something changed in another window. Reload this page.
error-tries-spent = For your security, the old code no longer works. Get a new one to continue.
error-nothing-pending = We’re not waiting for a code from you any more. Enter your email to get a new one.
error-not-signed-in = You’re not signed in any more.
error-token = We don’t recognize this stop code. Copy all of it from the newest email: 12 letters and digits in three groups. It works for 24 hours.
# Only who has entered the code that was sent to the address reads it.
error-address-taken = You have another account with this address. Sign out and sign in with it, or delete that account first. Nothing was changed.
error-malformed = The form didn’t arrive as it should. Please try again.
error-cross-site = This request came from another site, so we didn’t carry it out.
error-cookies = Your browser didn’t send back our cookie, so we haven’t sent a code. Allow cookies for this site and try again.
error-no-answer = We couldn’t reach the server. Check your connection and try again.
error-internal = Something went wrong on our side. Nothing is lost; please try again.

## What is wrong with an address
address-empty = Enter your email address.
address-too-long = This is too long for an email address.
address-no-at = Enter an email address with an @, like name@example.org.
address-no-local-part = Enter the part before the @ too.
address-no-domain = Enter the part after the @ too, like example.org.
address-several = Enter only one email address.
address-blank = An email address can’t contain spaces.
address-control = There’s an invisible character in this address. Type it by hand.
address-quoted = We don’t accept addresses with quotation marks.
address-comment = We don’t accept addresses with brackets.
address-character = Enter only the address, like name@example.org. It contains a character that doesn’t belong.
address-dot = There’s a dot in the wrong place before the @.
address-domain = The part after the @ isn’t a domain like example.org.
address-incomplete-domain = The part after the @ is incomplete. It needs an ending like .org.

## What is wrong with a code
code-empty = Enter the 6‑digit code from the email.
code-not-digits = The code contains only digits.
code-too-short = Enter all 6 digits of the code.
code-too-long = That’s too long. The code has 6 digits.

## Limits. $wait is a duration.
limit-resend = We just sent a code to this address. You can ask for another in { $wait }.
limit-address = We’ve sent too many codes to this address. You can ask for another in { $wait }.
limit-domain = We’ve sent too many codes to addresses at this domain. You can ask for another in { $wait }.
limit-client = Too many codes were requested from your network. You can ask for another in { $wait }.
limit-queue = Our mail server is slow, and others are waiting too. Please try again in { $wait }.
limit-total = We’re sending more email than usual and need to pause. Please try again in { $wait }.
limit-proof = We’re busier than usual. Wait { $wait }, then press the button again.
limit-failures = Too many wrong codes were entered for this address. You can try again in { $wait }.
limit-muted = Someone with access to this mailbox asked us to stop for now. You can ask again in { $wait }, or use a different email.
# Behind the limits of mails, where a code can be entered.
limit-code-works = A code you’ve already received still works.

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
account-heading = Your account
account-who = You’re signed in as { $address }.
account-since = Created on { $date }
account-since-today = Created today
sign-out-button = Sign out
signed-out = You’re signed out.
browsers-heading = Where you’re signed in
browser-since = Signed in on { $date }
browser-since-today = Signed in today
# $ago is one of the three below.
browser-seen = Active { $ago }
# A badge.
browser-this = This browser
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
others-button = Sign out other browsers
everywhere-button = Sign out everywhere
browser-signed-out = That browser is signed out.
others-signed-out = All other browsers are signed out.
address-changed = Your email address is changed. Browsers that were signed in still are; you can sign them out here.
email-button = Change email address
data-heading = Your data
data-hint = Everything we keep about this account, in one file (JSON).
data-button = Download my data
delete-summary = Delete my account
delete-warning = Your account, your email address and your sign-ins will be deleted right away and for good.
delete-button = Delete my account now

## Another address for the account. $address is that of the account.
new-address-heading = Change email address
new-address-lead = Your account’s address is { $address }. We’ll send a code to the new one; nothing changes until you enter it.
new-address-label = New email address
new-address-keep = Keep the current address

## The page of those who did not ask for a code. $duration is a duration.
not-me-heading = Didn’t ask for a code?
not-me-lead = Someone entered your email address, probably by mistake. Without the code they can’t do anything with it, and you can ignore the email.
not-me-offer = You can stop this: the codes we sent you will no longer work, and we won’t send you any more for { $duration }.
not-me-label = Stop code from the email
not-me-hint = 12 letters and digits in three groups, at the end of the email.
not-me-button = Stop the codes
not-me-done-heading = Those codes no longer work
not-me-done = We won’t send any more codes to your address for { $duration }.
not-me-done-next = There’s nothing else to do; you can delete the email. If you want a code yourself, ask for one in { $duration }, or now in a browser where you’ve signed in with this address.
start-link = Go to the home page

## Where the emails are while none is sent
# $link is a link that says mailbox-hint-link.
mailbox-hint = Development mode: no email leaves this machine. Codes arrive in the { $link }.
mailbox-hint-link = development mailbox

## Pages about errors
not-found-heading = Page not found
not-found = Check the link for typos. The page may also have moved.
forbidden-heading = This form came from another site
forbidden = We didn’t carry it out. Open the page here and fill in its form instead.
# To those who opened our page by another name. $address is as in https://sign-up.example.org.
elsewhere-heading = This page has another address
elsewhere = Its address is { $address }. Open it there and try again.
method-heading = That doesn’t work this way
method = Use the forms on our pages.
too-large-heading = That was too much
too-large = You sent more than any form here takes. Go back and shorten it.
timeout-heading = That took too long
timeout = Not everything you sent arrived. Check your connection, go back and try again.
uri-heading = This link is too long
uri = No link of ours is that long. Go to the home page instead.
head-heading = Your browser sent too much
head = Delete the cookies it keeps for this site, then try again.
too-many-heading = Too many connections
too-many = Your network has more connections to us open than we can serve. Try again in a few seconds.
busy-heading = We’re busy right now
busy = Nothing is lost. Please try again in a few seconds.
bad-request-heading = We didn’t understand that
bad-request = Go back and try again.
internal-heading = Something went wrong on our side
internal = Nothing is lost. Please try again in a moment.

## The menu of languages
language-label = Language

## The email with the code. $service is the service's name, $lifetime a duration, $moment a day and a time, $code six digits. In emails
## the apostrophe is ', so that the plain text stays plain.
mail-subject = { $code } is your { $service } code
mail-subject-without = Your { $service } code
mail-heading = Your { $service } code
mail-code-is = Your { $service } code is
# What a list of emails shows after the subject.
mail-preheader = Enter it on the page where you asked for it. It works for { $lifetime }.
mail-preheader-without = Open this email to see your code. It works for { $lifetime }.
mail-use = Enter it on the page where you asked for it. It works for { $lifetime }. Don't share it with anyone.
mail-who = It was requested at { $moment }.
# The code stands below this paragraph.
mail-who-without = A { $service } code was requested at { $moment }. Enter the code below on the page where you asked for it. It works for { $lifetime }. Don't share it with anyone. It stands this far down so that a locked screen or a list of emails doesn't show it.
mail-not-you = If it wasn't you, you can ignore this email: nobody can use your address without the code. If you keep getting these, open
# The same in the email with the code for the new address of an account; the end is as above.
mail-not-you-new-address = The code makes this the email address of someone's account. If that isn't you, don't enter it and don't share it; there's nothing else to do. If you keep getting these, open
mail-paste = and paste this stop code there:
mail-voids = The codes we sent you will stop working, and we won't send you any more for 24 hours.

## The emails that tell the owner that the account has another address, or is gone. $moment is a day and a time.
mail-notice-preheader = If this wasn't you, read on.
mail-changed-subject = Your { $service } email address was changed
mail-changed = The email address of your { $service } account was changed at { $moment }. From now on, codes go to the new address and no longer to this one.
mail-changed-you = If this was you, there's nothing else to do.
mail-changed-not-you = If it wasn't you, someone used a browser where you were signed in, or can read your email. If one of your browsers is still signed in, open your account there right away, sign out other browsers and change the address back. Otherwise contact { $service } right away, because you can't sign in to the account any more. Make sure nobody else can read this mailbox.
mail-deleted-subject = Your { $service } account was deleted
mail-deleted = Your { $service } account was deleted at { $moment }, together with your email address and your sign-ins.
mail-deleted-you = If this was you, there's nothing else to do. If you want an account again, sign up with this address as before.
mail-deleted-not-you = If it wasn't you, someone used a browser where you were signed in, or can read your email. The account can't be restored. Make sure nobody else can read this mailbox, sign up again, and contact { $service }.
