//! Standard input and output as a connection. Reading never waits for an answer to be written, so that all the changes
//! of a burst are seen together; and a message that is no JSON-RPC costs itself only.

use std::io::{stdin, stdout};
use std::thread::{JoinHandle, spawn};

use lsp_server::Connection;

use super::frames::{Frame, Frames};

/// The connection, and the writer to wait for once the connection is dropped.
pub fn connect() -> (Connection, JoinHandle<()>) {
    let (ours, theirs) = Connection::memory();
    let Connection { sender, receiver } = theirs;
    spawn(move || {
        let mut frames = Frames::new(stdin().lock());
        loop {
            match frames.next() {
                Frame::Message(message) => {
                    if sender.send(*message).is_err() {
                        return;
                    }
                }
                Frame::Unreadable(why) => super::note(&why),
                // The connection ends with this thread, and the server with the connection.
                Frame::End(why) => return why.iter().for_each(|why| super::note(why)),
            }
        }
    });
    let writer = spawn(move || {
        let mut output = stdout().lock();
        for message in receiver {
            if message.write(&mut output).is_err() {
                return;
            }
        }
    });
    (ours, writer)
}
