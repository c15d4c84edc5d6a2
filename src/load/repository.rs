//! A plan's git repository, begun.

use std::path::Path;

use git2::Repository;

/// Makes a repository of a folder, unless it lies in one already. In: the folder, and the file of settings in it that git is to take up.
/// Out: was one made? Fails with what git says.
pub fn begin(folder: &Path, settings: &str) -> Result<bool, String> {
    if Repository::discover(folder).is_ok() {
        return Ok(false);
    }
    let made = Repository::init(folder).and_then(|repository| repository.config()?.set_str("include.path", &format!("../{settings}")));
    made.map(|()| true).map_err(|error| error.message().to_owned())
}
