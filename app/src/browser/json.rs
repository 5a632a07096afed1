use crate::view::{Flow, Form, Keys, SignUpView, Table};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// Converts parsed JSON to a view; `None` if it is not a view, or has a form that this version does not know.
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
        // The cast saturates.
        #[allow(clippy::cast_possible_truncation)]
        numbers: table(&property(json, "numbers"), |value| value.as_f64().map(|number| number as i64)),
    })
}

/// Reads the values of the known names and ignores others.
fn table<K: Keys, V: Clone + Default + PartialEq>(json: &JsValue, value: impl Fn(JsValue) -> Option<V>) -> Table<K, V> {
    K::NAMES.iter().map(|name| value(property(json, name)).unwrap_or_default()).collect()
}

fn property(json: &JsValue, name: &str) -> JsValue {
    Reflect::get(json, &name.into()).unwrap_or_default()
}
