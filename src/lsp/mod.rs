//! L7. The language server: the only room that knows the protocol.
//! Invariant: no JSON-RPC message ends the server but `exit`; a request sees every change sent before it; and
//! findings are published for all the files of a plan, open or not.

mod convert;
mod documents;
mod frames;
mod plans;
mod server;
mod stdio;
mod uri;

use std::collections::VecDeque;
use std::io::Write;
use std::time::{Duration, Instant};

use lsp_server::{Connection, ErrorCode, Message, RequestId, Response};

use crate::diagnostic::Lang;
use crate::load::Disk;
use server::{Flow, Server};

/// After a change, how long to wait for the next one of the same burst.
const QUIET: Duration = Duration::from_millis(10);
/// However long a burst lasts, findings are never older than this.
const LATEST: Duration = Duration::from_millis(300);

/// Serves one editor on standard input and output. Out: whether it took its leave properly.
pub fn run(disk: &Disk, lang: Option<Lang>) -> bool {
    let (connection, writer) = stdio::connect();
    let proper = serve(&connection, disk, lang);
    drop(connection);
    let _ = writer.join();
    proper
}

fn serve(connection: &Connection, disk: &Disk, lang: Option<Lang>) -> bool {
    let mut server = Server::new(connection, disk, lang);
    let mut queue = VecDeque::new();
    // When the oldest change that is not analysed yet came.
    let mut since: Option<Instant> = None;
    loop {
        if queue.is_empty() {
            let wait = match since {
                None => connection.receiver.recv().ok().map(Some),
                Some(since) => {
                    let wait = QUIET.min(LATEST.saturating_sub(since.elapsed()));
                    match connection.receiver.recv_timeout(wait) {
                        Ok(message) => Some(Some(message)),
                        Err(error) if error.is_timeout() => Some(None),
                        Err(_) => None,
                    }
                }
            };
            match wait {
                None => return false,
                Some(None) => server.refresh(),
                Some(Some(message)) => queue.push_back(message),
            }
        }
        while let Ok(message) = connection.receiver.try_recv() {
            match cancelled(&message) {
                Some(id) => cancel(connection, &mut queue, &id),
                None => queue.push_back(message),
            }
        }
        if let Some(message) = queue.pop_front()
            && let Flow::Exit { proper } = server.take(message)
        {
            return proper;
        }
        since = server.is_stale().then(|| since.unwrap_or_else(Instant::now));
    }
}

fn cancelled(message: &Message) -> Option<RequestId> {
    match message {
        Message::Notification(notification) if notification.method == "$/cancelRequest" => {
            serde_json::from_value(notification.params.get("id")?.clone()).ok()
        }
        _ => None,
    }
}

/// A request that has not been looked at yet gets its answer at once; one that was answered already is left alone.
fn cancel(connection: &Connection, queue: &mut VecDeque<Message>, id: &RequestId) {
    let waiting = queue.iter().position(|message| matches!(message, Message::Request(request) if request.id == *id));
    if let Some(at) = waiting {
        queue.remove(at);
        let answer = Response::new_err(id.clone(), ErrorCode::RequestCanceled as i32, "cancelled by the client".to_owned());
        let _ = connection.sender.send(answer.into());
    }
}

/// A word for the editor's log. That nobody reads it is no failure.
fn note(text: &str) {
    let _ = writeln!(std::io::stderr(), "strategy lsp: {text}");
}
