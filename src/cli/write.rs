//! Writes whole files or nothing: into a neighbour first, then into place.

use std::io::{self, Write};
use std::path::Path;

/// A file that appears complete, or not at all.
pub fn whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".strategy-");
    #[cfg(unix)]
    {
        // What a new file may be, less what the user's umask takes away; a temporary file is otherwise its owner's alone.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}
