use crate::{Mail, Mailcode, Visitor, until};

/// The built-in development mailbox, read through its pages.
pub struct DevMailbox {
    reader: Visitor,
}

impl DevMailbox {
    /// The development mailbox of this server.
    #[must_use]
    pub fn new(mailcode: &Mailcode) -> Self {
        Self { reader: Visitor::new(mailcode) }
    }

    /// The mails to this address, newest first.
    pub async fn mails(&self, address: &str) -> Vec<Mail> {
        let list = self.reader.open("/dev/mailbox").await;
        assert_eq!(list.status, 200, "the development mailbox is there");
        let mut mails = Vec::new();
        for path in list.attributes("#mails a", "href") {
            let page = self.reader.open(&path).await;
            let part = |css| page.texts(css).next().unwrap_or_else(|| panic!("no {css} at {path}:\n{}", page.html));
            let mail = Mail { headers: part("#mail-headers"), text: part("#mail-text"), html: part("#mail-html") };
            if mail.header("To").is_some_and(|to| to.trim_matches(['<', '>']) == address) {
                mails.push(mail);
            }
        }
        mails
    }

    /// Waits until there are `count` mails to this address, and returns the newest.
    pub async fn newest(&self, address: &str, count: usize) -> Mail {
        until(format!("mail {count} to {address}"), async || {
            let mails = self.mails(address).await;
            assert!(mails.len() <= count, "{} mails to {address} instead of {count}", mails.len());
            if mails.len() == count { mails.into_iter().next() } else { None }
        })
        .await
    }

    /// How many mails went to this address.
    pub async fn count(&self, address: &str) -> usize {
        self.mails(address).await.len()
    }

    /// The code in the first and only mail to this address.
    pub async fn code(&self, address: &str) -> String {
        self.newest(address, 1).await.code()
    }
}
