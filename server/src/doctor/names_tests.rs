use super::{Names, NoAnswer, SystemNames};
use hickory_resolver::TokioResolver;
use hickory_resolver::config::{NameServerConfig, ResolverConfig};
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::op::{Message, MessageType, ResponseCode};
use hickory_resolver::proto::rr::rdata::{NS, TXT};
use hickory_resolver::proto::rr::{Name, RData, Record};
use std::net::Ipv4Addr;
use tokio::net::UdpSocket;

/// The answer of the test's name server to a query, with or without knowledge of the root.
fn answer(query: &[u8], knows_root: bool) -> Option<Vec<u8>> {
    let query = Message::from_vec(query).ok()?;
    let question = query.queries.first()?.clone();
    let mut answer = Message::response(query.metadata.id, query.metadata.op_code);
    answer.metadata.message_type = MessageType::Response;
    match question.name().to_string().as_str() {
        "two.example." => {
            for text in [TXT::new(vec!["v=spf1 ".to_owned(), "-all".to_owned()]), TXT::from_bytes(vec![b"other \xff"])] {
                answer.answers.push(Record::from_rdata(question.name().clone(), 60, RData::TXT(text)));
            }
        }
        "silent.example." => return None,
        "broken.example." => answer.metadata.response_code = ResponseCode::ServFail,
        "empty.example." => {}
        "." if knows_root => {
            answer.answers.push(Record::from_rdata(Name::root(), 60, RData::NS(NS(Name::from_ascii("a.root.example.").ok()?))));
        }
        _ => answer.metadata.response_code = ResponseCode::NXDomain,
    }
    answer.queries.push(question);
    answer.to_vec().ok()
}

/// Names that are looked up at the test's name server.
async fn names(knows_root: bool) -> SystemNames {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
    let mut server = NameServerConfig::udp(Ipv4Addr::LOCALHOST.into());
    server.connections[0].port = socket.local_addr().expect("an address").port();
    tokio::spawn(async move {
        let mut query = [0; 2048];
        while let Ok((length, client)) = socket.recv_from(&mut query).await {
            if let Some(answer) = answer(&query[..length], knows_root) {
                let _ = socket.send_to(&answer, client).await;
            }
        }
    });
    let config = ResolverConfig::from_parts(None, Vec::new(), vec![server]);
    let resolver = TokioResolver::builder_with_config(config, TokioRuntimeProvider::default()).build();
    SystemNames(Some(resolver.expect("a resolver")))
}

#[tokio::test]
async fn the_strings_of_a_txt_record_are_joined() {
    let texts = names(true).await.texts("two.example").await.expect("an answer");
    assert_eq!(texts, ["v=spf1 -all", "other \u{fffd}"]);
}

#[tokio::test]
async fn a_missing_record_is_an_answer_and_a_failed_query_is_not() {
    let names = names(true).await;
    assert_eq!(names.texts("missing.example").await, Ok(Vec::new()));
    assert_eq!(names.texts("empty.example").await, Ok(Vec::new()));
    assert_eq!(names.texts("broken.example").await, Err(NoAnswer));
    assert_eq!(names.texts("no name at all..").await, Err(NoAnswer));
    let start = tokio::time::Instant::now();
    assert_eq!(names.texts("silent.example").await, Err(NoAnswer));
    assert!(start.elapsed() < SystemNames::WITHIN * 2);
    assert_eq!(SystemNames(None).texts("two.example").await, Err(NoAnswer));
}

#[tokio::test]
async fn a_name_server_that_denies_the_root_is_not_believed_about_missing_names() {
    let names = names(false).await;
    assert_eq!(names.texts("missing.example").await, Err(NoAnswer));
    assert_eq!(names.texts("two.example").await.map(|texts| texts.len()), Ok(2), "what it has is taken");
}
