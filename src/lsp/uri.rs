//! `file:` addresses to paths and back.

use std::path::{Path, PathBuf};

/// The path of a `file:` address; none for `untitled:` and the rest.
pub fn to_path(uri: &str) -> Option<PathBuf> {
    path_text(uri, cfg!(windows)).map(PathBuf::from)
}

/// The address of a path, spelt as VS Code spells it.
pub fn from_path(path: &Path) -> String {
    address(path.as_os_str().as_encoded_bytes(), cfg!(windows))
}

fn path_text(uri: &str, windows: bool) -> Option<String> {
    let (scheme, rest) = uri.split_once(':')?;
    if !scheme.eq_ignore_ascii_case("file") {
        return None;
    }
    let decoded = decode(rest)?;
    let (host, path) = match decoded.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/')?),
        None => ("", decoded.as_str()),
    };
    let host = if host.eq_ignore_ascii_case("localhost") { "" } else { host };
    if !path.starts_with('/') || path.contains('\0') {
        return None;
    }
    if !windows {
        return host.is_empty().then(|| path.to_owned());
    }
    if !host.is_empty() {
        return Some(format!("\\\\{host}{}", path.replace('/', "\\")));
    }
    let mut chars = path[1..].chars();
    let (drive, colon) = (chars.next()?, chars.next()?);
    if !drive.is_ascii_alphabetic() || !matches!(colon, ':' | '|') {
        return None;
    }
    let below = chars.as_str().replace('/', "\\");
    Some(format!("{}:{}", drive.to_ascii_uppercase(), if below.is_empty() { "\\" } else { &below }))
}

fn address(path: &[u8], windows: bool) -> String {
    let mut path = path.to_owned();
    let mut uri = String::from("file://");
    if windows {
        path.iter_mut().filter(|byte| **byte == b'\\').for_each(|byte| *byte = b'/');
        if let Some(verbatim) = path.strip_prefix(b"//?/") {
            path = verbatim.to_owned();
        }
        if path.get(1) == Some(&b':') {
            path[0] = path[0].to_ascii_lowercase();
            path.insert(0, b'/');
        } else if path.starts_with(b"//") {
            path.drain(..2);
        }
    }
    for byte in path {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        // A `%` that encodes nothing stands for itself.
        let escaped = after.first_chunk::<2>().filter(|_| *first == b'%').and_then(|[high, low]| Some(hex(*high)? << 4 | hex(*low)?));
        bytes.push(escaped.unwrap_or(*first));
        rest = if escaped.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).ok()
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).map(|value| value as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(uri: &str, path: &str, windows: bool) {
        assert_eq!(path_text(uri, windows).as_deref(), Some(path));
        assert_eq!(address(path.as_bytes(), windows), uri);
    }

    #[test]
    fn unix_both_ways() {
        both("file:///plan/plan.dsl", "/plan/plan.dsl", false);
        both("file:///Mairie%20de%20B%C3%A9ziers/%23a%3Fb%25.dsl", "/Mairie de Béziers/#a?b%.dsl", false);
        both("file:///%F0%9F%98%80.dsl", "/😀.dsl", false);
        both("file:///c%3A/x.dsl", "/c:/x.dsl", false);
    }

    #[test]
    fn windows_both_ways() {
        both("file:///c%3A/Ville%20d%27Aix/plan.dsl", "C:\\Ville d'Aix\\plan.dsl", true);
        both("file://serveur/part%20age/plan.dsl", "\\\\serveur\\part age\\plan.dsl", true);
        assert_eq!(path_text("file:///C:/x.dsl", true).as_deref(), Some("C:\\x.dsl"));
        assert_eq!(path_text("FILE:///d|/x.dsl", true).as_deref(), Some("D:\\x.dsl"));
        assert_eq!(address(b"\\\\?\\C:\\x.dsl", true), "file:///c%3A/x.dsl");
        assert_eq!(path_text("file:///x.dsl", true), None);
    }

    #[test]
    fn other_spellings_are_read() {
        for uri in ["file:/plan/é.dsl", "file://localhost/plan/é.dsl", "file:///plan/%c3%a9.dsl", "file:///plan/é.dsl"] {
            assert_eq!(path_text(uri, false).as_deref(), Some("/plan/é.dsl"), "{uri}");
        }
        assert_eq!(path_text("file:///100%.dsl", false).as_deref(), Some("/100%.dsl"));
        for uri in
            ["untitled:Untitled-1", "", "file", "file:", "file://", "file://host", "file://host/x", "file:///a%00b", "file:///%FF", "x"]
        {
            assert_eq!(path_text(uri, false), None, "{uri}");
        }
    }
}
