use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::parse;
use std::collections::{BTreeMap, BTreeSet};

/// Why an operator's own texts are rejected.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OverrideError {
    /// The file is not in Fluent's syntax.
    #[error("line {line} is not in Fluent's syntax (projectfluent.org)")]
    Syntax {
        /// Number of the line, from 1.
        line: usize,
    },
    /// There is no such message.
    #[error("there is no message `{message}`")]
    Message {
        /// Name of the message.
        message: String,
    },
    /// The message is defined twice.
    #[error("the message `{message}` is defined twice")]
    Twice {
        /// Name of the message.
        message: String,
    },
    /// The message has no such variable.
    #[error("the message `{message}` has no variable `${variable}`")]
    Variable {
        /// Name of the message.
        message: String,
        /// Name of the variable.
        variable: String,
    },
    /// The built-in texts are broken, which their tests exclude.
    #[error("the built-in texts cannot be parsed")]
    Reference,
}

/// The messages of a file, each with the variables used by it or by the messages it refers to.
pub(super) type Messages = BTreeMap<String, BTreeSet<String>>;

/// Parses a file.
///
/// # Errors
/// [`OverrideError::Syntax`], [`OverrideError::Twice`].
pub(super) fn parse_messages(text: &str) -> Result<Messages, OverrideError> {
    let resource = parse(text).map_err(|(_, errors)| {
        let at = errors.first().map_or(0, |error| error.pos.start);
        OverrideError::Syntax { line: text.get(..at).unwrap_or(text).lines().count().max(1) }
    })?;
    let mut messages = Messages::new();
    let mut parts = Messages::new();
    for entry in resource.body {
        if let Entry::Message(message) = entry
            && let Some(pattern) = &message.value
        {
            let (mut variables, mut own_parts) = Default::default();
            collect(pattern, &mut variables, &mut own_parts);
            parts.insert(message.id.name.to_owned(), own_parts);
            if messages.insert(message.id.name.to_owned(), variables).is_some() {
                return Err(OverrideError::Twice { message: message.id.name.to_owned() });
            }
        }
    }
    // References are followed two levels deep, so circular ones end, too.
    for _ in 0..2 {
        for (message, own_parts) in &parts {
            let inherited: Vec<_> = own_parts.iter().filter_map(|part| messages.get(part)).flatten().cloned().collect();
            messages.entry(message.clone()).or_default().extend(inherited);
        }
    }
    Ok(messages)
}

/// Checks that a file has only known messages, with variables that they have.
///
/// # Errors
/// See [`OverrideError`].
pub(super) fn check(text: &str, reference: &Messages) -> Result<(), OverrideError> {
    for (message, variables) in parse_messages(text)? {
        let Some(known) = reference.get(&message) else {
            return Err(OverrideError::Message { message });
        };
        if let Some(variable) = variables.difference(known).next() {
            return Err(OverrideError::Variable { message, variable: variable.clone() });
        }
    }
    Ok(())
}

fn collect(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>, parts: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_of(expression, variables, parts);
        }
    }
}

fn collect_of(expression: &Expression<&str>, variables: &mut BTreeSet<String>, parts: &mut BTreeSet<String>) {
    let inline = match expression {
        Expression::Select { selector, variants } => {
            for variant in variants {
                collect(&variant.value, variables, parts);
            }
            selector
        }
        Expression::Inline(inline) => inline,
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            parts.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_of(expression, variables, parts),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                collect_of(&Expression::Inline(argument.clone()), variables, parts);
            }
        }
        _ => {}
    }
}
