//! A sign of life: what takes more than a second says on a terminal what it is at and for how long, and nothing elsewhere.
//!
//! It stands on standard error, on one line that is gone before anything else is said ([`end`]).

use std::io::{IsTerminal, stderr};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{JoinHandle, spawn};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Common;

const LATE: Duration = Duration::from_secs(1);
const TICK: Duration = Duration::from_millis(120);

struct Shown {
    stop: Sender<()>,
    thread: JoinHandle<()>,
}

static SHOWN: Mutex<Option<Shown>> = Mutex::new(None);

/// In: what is being done, in a few words. It is shown once it lasts, until [`end`].
pub fn begin(common: &Common, what: &'static str) {
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    if common.quiet || !stderr().is_terminal() || variable("TERM") == "dumb" || !variable("CI").is_empty() {
        return;
    }
    end();
    let (stop, stopped) = channel();
    let thread = spawn(move || {
        if stopped.recv_timeout(LATE) != Err(RecvTimeoutError::Timeout) {
            return;
        }
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()).with_message(what).with_elapsed(LATE);
        // A template that is wrong leaves the usual one.
        if let Ok(style) = ProgressStyle::with_template("{spinner} {msg}… {elapsed}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(TICK);
        let _ = stopped.recv();
        bar.finish_and_clear();
    });
    *SHOWN.lock().unwrap_or_else(PoisonError::into_inner) = Some(Shown { stop, thread });
}

pub fn reads(common: &Common) {
    begin(common, common.speak().of("Lecture du plan", "Reading the plan"));
}

/// Before anything is written.
pub fn end() {
    let shown = SHOWN.lock().unwrap_or_else(PoisonError::into_inner).take();
    if let Some(Shown { stop, thread }) = shown {
        drop(stop);
        let _ = thread.join();
    }
}
