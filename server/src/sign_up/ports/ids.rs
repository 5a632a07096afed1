use rand::CryptoRng;
use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! random_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub struct $name(pub [u8; 16]);

        impl $name {
            /// A new id of 128 random bits.
            pub fn generate(generator: &mut dyn CryptoRng) -> Self {
                let mut bytes = [0; 16];
                generator.fill_bytes(&mut bytes);
                Self(bytes)
            }

            /// The bytes, as the store keeps them.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; 16] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, "{}({:02x}{:02x}…)", stringify!($name), self.0[0], self.0[1])
            }
        }
    };
}

random_id! {
    /// The id of a sign-up.
    SignUpId
}
random_id! {
    /// The id of a mailed code.
    CodeId
}
random_id! {
    /// The id of an account.
    AccountId
}
