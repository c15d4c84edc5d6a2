//! L7. The language server: the only room that knows the protocol.
//! Invariant: no JSON-RPC message ends the server but `exit`; a request sees every change sent before it; and
//! findings are published for all the files of a plan, open or not.

mod capabilities;
mod convert;
mod documents;
mod frames;
mod moves;
mod plans;
mod requests;
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

/// However long a burst of messages lasts, findings are never older than this.
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
            // What came while the last analysis ran is taken first: a burst of changes is looked at once.
            let message = connection.receiver.try_recv().or_else(|_| {
                server.refresh();
                connection.receiver.recv()
            });
            match message {
                Ok(message) => queue.push_back(message),
                Err(_) => return false,
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
        if since.is_some_and(|since| since.elapsed() > LATEST) {
            server.refresh();
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
