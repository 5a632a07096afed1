use crate::view::{Flow, Form, Keys, SignUpView, Table};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// The view that the browser has read from JSON; `None` if it is none, or of a version whose forms are others.
pub(crate) fn view_of(json: &JsValue) -> Option<SignUpView> {
    let text = |name| property(json, name).as_string();
    let name = text("form")?;
    Some(SignUpView {
        flow: match &*text("flow")? {
            "SignUp" => Flow::SignUp,
            "EmailChange" => Flow::EmailChange,
            _ => return None,
        },
        form: Form::ALL.into_iter().find(|form| form.name() == name)?,
        path: text("path")?,
        texts: table(&property(json, "texts"), |value| value.as_string()),
        // A float that is too large becomes the largest number.
        #[allow(clippy::cast_possible_truncation)]
        numbers: table(&property(json, "numbers"), |value| value.as_f64().map(|number| number as i64)),
    })
}

/// The values of the names that this version knows; the others are passed over.
fn table<K: Keys, V: Clone + Default + PartialEq>(json: &JsValue, value: impl Fn(JsValue) -> Option<V>) -> Table<K, V> {
    K::NAMES.iter().map(|name| value(property(json, name)).unwrap_or_default()).collect()
}

fn property(json: &JsValue, name: &str) -> JsValue {
    Reflect::get(json, &name.into()).unwrap_or_default()
}
