use super::table::keys;

keys! {
    /// The texts of a view, in the visitor's language. Empty ones are not shown.
    Text {
        /// What the window is called.
        Title,
        /// The same while there is an error.
        TitleError,
        /// What was done before, told once.
        Done,
        /// Above an error.
        ErrorHeading,
        /// Why the last form was refused, and what to do.
        Error,
        /// The error of a request to which no answer came.
        NoAnswer,
        /// The heading of the form.
        Heading,
        /// What the form is for, before the address in it.
        LeadBefore,
        /// The address that the form is about.
        LeadAddress,
        /// What follows the address.
        LeadAfter,
        /// The field's label.
        Label,
        /// What to know before typing an address.
        Hint,
        /// What the field of a new form holds.
        Prefill,
        /// The button that sends the form.
        Submit,
        /// The same while the request is under way.
        SubmitBusy,
        /// While a proof of work is sought.
        Proving,
        /// Asks whether another address was meant, before that address.
        MeantBefore,
        /// What follows it.
        MeantAfter,
        /// The error of an empty field for an address.
        AddressEmpty,
        /// The error of an address without an `@`.
        AddressNoAt,
        /// Asks on the code's form whether another domain was meant.
        Slip,
        /// What is known of the newest mail, with times in UTC.
        Status,
        /// The same before a time of day, if there is one in it.
        StatusBefore,
        /// What follows that.
        StatusAfter,
        /// The time in it: `14:02 UTC`.
        StatusTime,
        /// The same moment in RFC 3339.
        StatusMoment,
        /// What is to be expected of it next, for which there is to be room.
        StatusNext,
        /// How more becomes known of it where no script runs.
        StatusReload,
        /// The link to where the mail can be looked for.
        Webmail,
        /// Its address; empty while there is nothing to be looked for.
        WebmailLink,
        /// For how long the code works.
        ExpiryFor,
        /// Until when it does, before the time of day.
        ExpiryBefore,
        /// What follows that.
        ExpiryAfter,
        /// The time in it: `14:02 UTC`.
        ExpiryTime,
        /// The same moment in RFC 3339.
        ExpiryMoment,
        /// That the code works no more.
        ExpiryOver,
        /// The error of an empty field for a code.
        CodeEmpty,
        /// The error of a code with other characters than digits.
        CodeNotDigits,
        /// The error of fewer digits than a code has.
        CodeTooShort,
        /// The error of more digits than a code has.
        CodeTooLong,
        /// The button that sends another code.
        Resend,
        /// The same while the request is under way.
        ResendBusy,
        /// How long to wait for that, in words.
        Wait,
        /// The same before minutes and seconds.
        WaitBefore,
        /// What follows those.
        WaitAfter,
        /// That the wait is over.
        WaitOver,
        /// That another code was sent.
        ResendSent,
        /// That the newest mail was not sent, at the button that sends another.
        ResendFailed,
        /// The button that leads back to the address.
        Change,
        /// The link that keeps the account's address.
        Keep,
    }
}

keys! {
    /// The numbers of a view. Those that answer a question are 0 for no and 1 for yes.
    Number {
        /// Seconds until another code may be asked for; 0: now.
        ResendIn,
        /// Seconds until the newest code stops working; 0: it has.
        ExpiresIn,
        /// When it does, in seconds since 1970 (UTC).
        ExpiresAt,
        /// Since when it is known what became of the newest mail, in seconds since 1970 (UTC).
        KnownSince,
        /// Whether nothing more will become known of it by itself.
        IsFinal,
        /// Whether the relay has taken it.
        IsSent,
        /// Whether the content of the field was refused.
        IsFieldInvalid,
        /// Whether the field is where to mend what was refused.
        LeadsToField,
        /// Whether the form is taken with a proof of work.
        WantsProof,
    }
}
