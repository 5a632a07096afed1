use super::table::keys;

keys! {
    /// The texts of a view, in the visitor's language. Empty texts are not shown.
    Text {
        /// Title of the document.
        Title,
        /// Title of the document while there is an error.
        TitleError,
        /// Title of the document while the error provides the heading.
        TitleProblem,
        /// Message about a completed action, shown once.
        Done,
        /// Heading of an error.
        ErrorHeading,
        /// Why the last form was refused, and what to do.
        Error,
        /// Error of a request without a response.
        NoAnswer,
        /// Heading of the form.
        Heading,
        /// Heading that replaces that of the form, if the error has one.
        ProblemHeading,
        /// Lead of the form: the part before the address in it.
        LeadBefore,
        /// Expected next text of `LeadBefore`, for which room is reserved.
        LeadNext,
        /// The address that the form is about.
        LeadAddress,
        /// Lead of the form: the part after the address.
        LeadAfter,
        /// Label of the field.
        Label,
        /// Initial value of the field.
        Prefill,
        /// Label of the submit button.
        Submit,
        /// Label of the submit button while its request is in progress.
        SubmitBusy,
        /// Status while a proof of work is computed.
        Proving,
        /// Question whether another address was meant: the part before that address.
        MeantBefore,
        /// Question whether another address was meant: the part after that address.
        MeantAfter,
        /// Error of an empty field for the address.
        AddressEmpty,
        /// The error of an address without an `@`.
        AddressNoAt,
        /// Address that was probably meant, in the form for the code.
        Meant,
        /// Delivery state of the newest mail, with times in UTC.
        Status,
        /// Delivery state: the part before its time of day, if it contains one.
        StatusBefore,
        /// Delivery state: the part after its time of day.
        StatusAfter,
        /// Time of day in the delivery state: `14:02 UTC`.
        StatusTime,
        /// Time of the delivery state in RFC 3339.
        StatusMoment,
        /// Expected next delivery state, for which room is reserved.
        StatusNext,
        /// How to update the delivery state without script.
        StatusReload,
        /// Label of the link to the webmail.
        Webmail,
        /// URL of the webmail; empty while it cannot contain the mail.
        WebmailLink,
        /// For how long the code works.
        ExpiryFor,
        /// Until when the code works: the part before the time of day.
        ExpiryBefore,
        /// Until when the code works: the part after the time of day.
        ExpiryAfter,
        /// Time of day at which the code expires: `14:02 UTC`.
        ExpiryTime,
        /// Time at which the code expires, in RFC 3339.
        ExpiryMoment,
        /// Text after the code has expired.
        ExpiryOver,
        /// Error of an empty field for the code.
        CodeEmpty,
        /// Error of a code with characters other than digits.
        CodeNotDigits,
        /// Error of a code with too few digits.
        CodeTooShort,
        /// Error of a code with too many digits.
        CodeTooLong,
        /// Label of the button that requests another code.
        Resend,
        /// Label of that button while its request is in progress.
        ResendBusy,
        /// Offer of another code: the part before its button.
        ResendBefore,
        /// Offer of another code: the part after its button.
        ResendAfter,
        /// How long to wait for another code, in words.
        Wait,
        /// How long to wait for another code: the part before minutes and seconds.
        WaitBefore,
        /// How long to wait for another code: the part after minutes and seconds.
        WaitAfter,
        /// Announcement that the wait is over.
        WaitOver,
        /// Announcement that another code was sent.
        ResendSent,
        /// Label of the button that returns to the form for the address.
        Change,
        /// Label of the link that keeps the account's address.
        Keep,
    }
}

keys! {
    /// The numbers of a view. A yes-or-no value is 1 or 0.
    Number {
        /// Seconds until another code may be requested; 0 means now.
        ResendIn,
        /// Seconds until the code expires; 0 means that it has expired.
        ExpiresIn,
        /// When the code expires, in seconds since 1970 (UTC).
        ExpiresAt,
        /// When the relay accepted the newest mail, in seconds since 1970 (UTC).
        KnownSince,
        /// Whether the delivery state can no longer change.
        IsFinal,
        /// Whether the relay has accepted the newest mail.
        IsSent,
        /// Whether the newest mail failed while an earlier code works.
        IsTrouble,
        /// Whether the newest mail is retried automatically.
        IsRetrying,
        /// Whether the content of the field was refused.
        IsFieldInvalid,
        /// Whether another address is the likeliest remedy.
        LeadsToChange,
        /// Whether the form would be accepted with a proof of work.
        WantsProof,
    }
}
