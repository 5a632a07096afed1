use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;
use std::marker::PhantomData;

/// The keys of a [`Table`]: a closed set, in the order of their discriminants.
pub trait Keys: Copy + 'static {
    /// Names of the keys in the serialized form.
    const NAMES: &'static [&'static str];

    /// Index of this key.
    fn place(self) -> usize;
}

/// A value for each key. A key that was not set has the default value.
///
/// The serialized form is a map from names to the values that are not the default. Unknown names are skipped and missing ones get the
/// default, so that a page of another version can read it. One loop over the names replaces the code per field of a derived implementation,
/// which would add several kilobytes to the bundle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<K, V> {
    values: Vec<V>,
    keys: PhantomData<K>,
}

impl<K: Keys, V: Clone + Default + PartialEq> Table<K, V> {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: K) -> &V {
        &self.values[key.place()]
    }

    /// Sets the value of a key.
    pub fn set(&mut self, key: K, value: V) {
        self.values[key.place()] = value;
    }
}

impl<K: Keys, V: Clone + Default> Default for Table<K, V> {
    fn default() -> Self {
        Self { values: vec![V::default(); K::NAMES.len()], keys: PhantomData }
    }
}

impl<K, V> FromIterator<V> for Table<K, V> {
    /// Collects the values in the order of the keys, one per key.
    fn from_iter<I: IntoIterator<Item = V>>(values: I) -> Self {
        Self { values: values.into_iter().collect(), keys: PhantomData }
    }
}

impl<K: Keys, V: Serialize + Default + PartialEq> Serialize for Table<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let empty = V::default();
        let mut map = serializer.serialize_map(None)?;
        for (name, value) in K::NAMES.iter().zip(&self.values).filter(|(_, value)| **value != empty) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de, K: Keys, V: Deserialize<'de> + Clone + Default> Deserialize<'de> for Table<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(TableVisitor(Self::default()))
    }
}

struct TableVisitor<K, V>(Table<K, V>);

impl<'de, K: Keys, V: Deserialize<'de>> Visitor<'de> for TableVisitor<K, V> {
    type Value = Table<K, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        while let Some((name, value)) = map.next_entry::<String, V>()? {
            if let Some(place) = K::NAMES.iter().position(|known| *known == name) {
                self.0.values[place] = value;
            }
        }
        Ok(self.0)
    }
}

/// Declares the keys of a table.
macro_rules! keys {
    ($(#[$about:meta])* $name:ident { $($(#[$about_key:meta])* $key:ident,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$about_key])* $key,)*
        }

        impl crate::view::Keys for $name {
            const NAMES: &'static [&'static str] = &[$(stringify!($key),)*];

            fn place(self) -> usize {
                self as usize
            }
        }
    };
}

pub(super) use keys;
