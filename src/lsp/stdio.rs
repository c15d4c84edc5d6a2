//! Standard input and output as a connection. Reading never waits for an answer to be written, so that all the changes
//! of a burst are seen together; and a message that is no JSON-RPC costs itself only.

use std::io::{ErrorKind, stdin, stdout};
use std::thread::{JoinHandle, spawn};

use lsp_server::{Connection, Message};

/// The connection, and the writer to wait for once the connection is dropped.
pub fn connect() -> (Connection, JoinHandle<()>) {
    let (ours, theirs) = Connection::memory();
    let Connection { sender, receiver } = theirs;
    spawn(move || {
        let mut input = stdin().lock();
        loop {
            match Message::read(&mut input) {
                Ok(Some(message)) => {
                    if sender.send(message).is_err() {
                        return;
                    }
                }
                Ok(None) => return,
                Err(error) if error.kind() == ErrorKind::InvalidData => super::note(&error.to_string()),
                Err(error) => return super::note(&error.to_string()),
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
