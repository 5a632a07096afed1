use super::{DnsLookupError, DnsResolver, SystemDnsResolver};
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

/// A resolver that asks the test's name server.
async fn resolver(knows_root: bool) -> SystemDnsResolver {
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
    SystemDnsResolver(Some(resolver.expect("a resolver")))
}

#[tokio::test]
async fn the_strings_of_a_txt_record_are_joined() {
    let texts = resolver(true).await.txt_records("two.example").await.expect("an answer");
    assert_eq!(texts, ["v=spf1 -all", "other \u{fffd}"]);
}

#[tokio::test]
async fn a_missing_record_is_an_answer_and_a_failed_query_is_not() {
    let resolver = resolver(true).await;
    assert_eq!(resolver.txt_records("missing.example").await, Ok(Vec::new()));
    assert_eq!(resolver.txt_records("empty.example").await, Ok(Vec::new()));
    assert_eq!(resolver.txt_records("broken.example").await, Err(DnsLookupError));
    assert_eq!(resolver.txt_records("no name at all..").await, Err(DnsLookupError));
    let start = tokio::time::Instant::now();
    assert_eq!(resolver.txt_records("silent.example").await, Err(DnsLookupError));
    assert!(start.elapsed() < SystemDnsResolver::WITHIN * 2);
    assert_eq!(SystemDnsResolver(None).txt_records("two.example").await, Err(DnsLookupError));
}

#[tokio::test]
async fn a_name_server_that_denies_the_root_is_not_believed_about_missing_names() {
    let resolver = resolver(false).await;
    assert_eq!(resolver.txt_records("missing.example").await, Err(DnsLookupError));
    assert_eq!(resolver.txt_records("two.example").await.map(|texts| texts.len()), Ok(2), "what it has is taken");
}
