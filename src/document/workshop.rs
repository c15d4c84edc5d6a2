//! The folder and the command of a Typst outside the process. Whoever interrupts the build (Ctrl-C, `kill`, a terminal
//! that closes) ends the command too, and leaves nothing of a plan behind: a draft may be confidential.

use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use tempfile::TempDir;

/// A folder of its own, gone when this is dropped. There is one at a time.
pub struct Workshop {
    path: PathBuf,
}

struct Busy {
    folder: TempDir,
    child: Option<Child>,
}

/// What an interruption has to end. Held while the folder is filled or a command started, so that neither is half done
/// when the interruption looks, and never while a command runs.
static BUSY: Mutex<Option<Busy>> = Mutex::new(None);
static LISTENING: Once = Once::new();

/// As a shell says that a command was interrupted.
const INTERRUPTED: i32 = 130;
const MOMENT: Duration = Duration::from_millis(10);

impl Workshop {
    pub fn open(fill: impl FnOnce(&Path) -> io::Result<()>) -> io::Result<Workshop> {
        // A process that cannot listen builds all the same.
        LISTENING.call_once(|| drop(ctrlc::set_handler(interrupted)));
        let mut busy = busy();
        let folder = tempfile::Builder::new().prefix("strategy-").tempdir()?;
        let path = folder.path().to_owned();
        fill(&path)?;
        *busy = Some(Busy { folder, child: None });
        Ok(Workshop { path })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Runs a command to its end. Out: how it ended, and what it said on standard error.
    pub fn run(&self, command: &mut Command) -> io::Result<(ExitStatus, Vec<u8>)> {
        // A script that calls Typst is ended with all that it calls.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(command, 0);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        let errors = {
            let mut busy = busy();
            let mut child = command.spawn()?;
            let errors = child.stderr.take();
            if let Some(busy) = busy.as_mut() {
                busy.child = Some(child);
            }
            errors
        };
        let mut said = Vec::new();
        errors.map_or(Ok(0), |mut errors| errors.read_to_end(&mut said))?;
        loop {
            if let Some(busy) = busy().as_mut()
                && let Some(child) = &mut busy.child
                && let Some(status) = child.try_wait()?
            {
                busy.child = None;
                return Ok((status, said));
            }
            sleep(MOMENT);
        }
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        *busy() = None;
    }
}

fn busy() -> MutexGuard<'static, Option<Busy>> {
    BUSY.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Keeps `BUSY` until the process ends, so that nothing is written any more.
fn interrupted() {
    let mut busy = busy();
    if let Some(Busy { folder, child }) = busy.take() {
        if let Some(mut child) = child {
            #[cfg(unix)]
            let _ = rustix::process::kill_process_group(rustix::process::Pid::from_child(&child), rustix::process::Signal::KILL);
            let _ = child.kill();
            let _ = child.wait();
        }
        let path = folder.keep();
        // What the command called may take a moment to die, and write meanwhile.
        for _ in 0..100 {
            if std::fs::remove_dir_all(&path).is_ok() || !path.exists() {
                break;
            }
            sleep(MOMENT);
        }
    }
    std::process::exit(INTERRUPTED);
}
