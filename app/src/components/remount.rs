use crate::state::State;
use leptos::html::p;
use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::types::{Element, Node};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::{Position, PositionState};

/// A part of a view that is replaced by new nodes when its value changes. Text nodes are never updated in place.
///
/// A browser that translates pages moves text nodes into elements of its own, where an update would not be visible. New nodes in a live
/// region are also announced again.
///
/// This keeps the bundle small, too: no code compares an old view with a new one, and all parts have one type.
pub(super) struct Remounted {
    key: String,
    view: Box<dyn Part>,
}

/// The mounted nodes of a [`Remounted`], and the value that they were rendered for.
pub(super) struct Mounted {
    key: String,
    view: Box<dyn Mountable>,
}

/// Operations of a view that is never compared with another one.
pub(super) trait Part: Send {
    fn build(self: Box<Self>) -> Box<dyn Mountable>;
    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable>;
    /// Exists on the server only: the vtable would keep it in the bundle even if nothing calls it.
    #[cfg(not(feature = "hydrate"))]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool, mark_branches: bool, extra: Vec<AnyAttribute>);
}

impl<V: RenderHtml<State: 'static>> Part for V {
    fn build(self: Box<Self>) -> Box<dyn Mountable> {
        Box::new(Render::build(*self))
    }

    fn hydrate(self: Box<Self>, cursor: &Cursor, position: &PositionState) -> Box<dyn Mountable> {
        Box::new(RenderHtml::hydrate::<true>(*self, cursor, position))
    }

    #[cfg(not(feature = "hydrate"))]
    fn write(self: Box<Self>, html: &mut String, position: &mut Position, escape: bool, mark_branches: bool, extra: Vec<AnyAttribute>) {
        self.to_html_with_buf(html, position, escape, mark_branches, extra);
    }
}

/// Renders the value of `key` with `render`, and again whenever the value changes.
pub(super) fn remount(
    state: State,
    key: fn(State) -> String,
    render: impl Fn(&str) -> Box<dyn Part> + Send + 'static,
) -> impl Fn() -> Remounted + Send + 'static {
    remount_erased(state, key, Box::new(render))
}

/// A part that renders nothing while the text is empty.
pub(super) fn part_of<V: RenderHtml<State: 'static> + 'static>(text: &str, view: impl FnOnce(String) -> V) -> Box<dyn Part> {
    if text.is_empty() { part(()) } else { part(view(text.to_owned())) }
}

type RenderPart = Box<dyn Fn(&str) -> Box<dyn Part> + Send>;

/// Erases the type of a view.
pub(super) fn part<V: RenderHtml<State: 'static> + 'static>(view: V) -> Box<dyn Part> {
    Box::new(view)
}

/// Has no generic parameters, so that the code that renders a part is compiled only once.
fn remount_erased(state: State, key: fn(State) -> String, render: RenderPart) -> impl Fn() -> Remounted + Send + 'static {
    move || {
        let key = key(state);
        Remounted { view: render(&key), key }
    }
}

impl Render for Remounted {
    type State = Mounted;

    fn build(self) -> Self::State {
        Mounted { key: self.key, view: self.view.build() }
    }

    fn rebuild(self, state: &mut Self::State) {
        if self.key != state.key {
            let mut old = std::mem::replace(state, Render::build(self));
            old.insert_before_this(state);
            old.unmount();
        }
    }
}

impl RenderHtml for Remounted {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        #[cfg(not(feature = "hydrate"))]
        self.view.write(buf, position, escape, mark_branches, extra_attrs);
        #[cfg(feature = "hydrate")]
        let _ = (buf, position, escape, mark_branches, extra_attrs);
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> Self::State {
        Mounted { key: self.key, view: self.view.hydrate(cursor, position) }
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Attributes are never added to a part from outside.
impl AddAnyAttr for Remounted {
    type Output<A: Attribute> = Self;

    fn add_any_attr<A: Attribute>(self, _: A) -> Self::Output<A> {
        self
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        self.view.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        self.view.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.view.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.view.elements()
    }
}

/// A paragraph that is rendered only while its text is not empty.
#[component]
pub(super) fn Line(
    state: State,
    id: &'static str,
    /// The text, tracked.
    text: fn(State) -> String,
    /// The CSS class.
    #[prop(optional_no_strip)]
    class: Option<&'static str>,
) -> impl IntoView {
    remount(state, text, move |text| {
        // `view!` would render `None` as an empty attribute.
        part_of(text, |text| p().attr("class", class).id(id).child(text))
    })
}

/// A text inside a live region. The caller renders the region permanently, so that changes are announced.
pub(super) fn announced(state: State, text: fn(State) -> String) -> impl IntoView {
    remount(state, text, |text| part_of(text, |text| view! { <span>{text}</span> }))
}
