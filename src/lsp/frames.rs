//! The frames of the protocol: a length, an empty line, a body. Editors and what stands between them get both wrong now
//! and then: whatever comes, reading goes on with the next frame that can be read.

use std::io::{self, BufRead, Cursor, Read};

use lsp_server::Message;
use serde_json::Value;

/// No body is longer than this: a plan's largest file, each of its characters spelt out, is not.
const LONGEST_BODY: u64 = 256 << 20;
/// A line of a header is no longer than this; what is longer is none.
const LONGEST_LINE: u64 = 8 << 10;

const LENGTH: &[u8] = b"content-length";

pub struct Frames<R> {
    input: R,
    /// What was read with an earlier frame and belongs to a later one.
    back: Cursor<Vec<u8>>,
}

pub enum Frame {
    Message(Box<Message>),
    /// One frame that is no message, and why; the next may be one.
    Unreadable(String),
    /// There is no more to read, or reading on is no use; why, where there is something to say.
    End(Option<String>),
}

impl<R: BufRead> Frames<R> {
    pub fn new(input: R) -> Self {
        Frames { input, back: Cursor::default() }
    }

    pub fn next(&mut self) -> Frame {
        self.body().map_or_else(|frame| frame, |body| self.message(body))
    }

    fn input(&mut self) -> impl BufRead + '_ {
        (&mut self.back).chain(&mut self.input)
    }

    /// The next body, or what stands in its place.
    fn body(&mut self) -> Result<Vec<u8>, Frame> {
        let length = self.length()?;
        // What is announced is taken as it comes, never reserved.
        let mut body = Vec::new();
        self.input().take(length).read_to_end(&mut body).map_err(failed)?;
        if body.len() as u64 == length { Ok(body) } else { Err(Frame::End(None)) }
    }

    /// The length that the next header tells.
    fn length(&mut self) -> Result<u64, Frame> {
        let mut told: Option<String> = None;
        loop {
            let mut line = Vec::new();
            if self.input().take(LONGEST_LINE).read_until(b'\n', &mut line).map_err(failed)? == 0 {
                return Err(Frame::End(None));
            }
            if let Some(length) = length_in(&line) {
                told = Some(String::from_utf8_lossy(length).into_owned());
            } else if line.trim_ascii().is_empty()
                && let Some(told) = told.take()
            {
                if told.is_empty() || !told.bytes().all(|digit| digit.is_ascii_digit()) {
                    return Err(Frame::Unreadable(format!("`Content-Length: {told}` is no length")));
                }
                return told
                    .parse()
                    .ok()
                    .filter(|length| *length <= LONGEST_BODY)
                    .ok_or_else(|| Frame::End(Some(format!("a message of {told} bytes is too long (at most {LONGEST_BODY})"))));
            }
        }
    }

    /// The message of a body. Where its length was wrong, what belongs to the next frame is kept for it.
    fn message(&mut self, body: Vec<u8>) -> Frame {
        let body = mended(body);
        let error = match serde_json::from_slice(&body) {
            Ok(message) => return Frame::Message(Box::new(message)),
            Err(error) => error,
        };
        let mut values = serde_json::Deserializer::from_slice(&body).into_iter::<Value>();
        let value = values.next().and_then(Result::ok);
        let end = if value.is_some() { values.byte_offset() } else { 0 };
        let rest = &body[end..];
        if !rest.trim_ascii().is_empty()
            && let Some(at) = next_header(rest)
        {
            let mut bytes = rest[at..].to_vec();
            bytes.extend_from_slice(self.back.get_ref().get(self.back.position() as usize..).unwrap_or_default());
            self.back = Cursor::new(bytes);
        }
        match value.and_then(|value| serde_json::from_value(value).ok()) {
            Some(message) => Frame::Message(Box::new(message)),
            None => Frame::Unreadable(format!("a message of {} bytes cannot be read: {error}", body.len())),
        }
    }
}

fn failed(error: io::Error) -> Frame {
    Frame::End(Some(error.to_string()))
}

/// What a line says of the length, if anything. After a wrong length the line may begin with the end of a body.
fn length_in(line: &[u8]) -> Option<&[u8]> {
    let at = line.windows(LENGTH.len()).rposition(|some| some.eq_ignore_ascii_case(LENGTH))?;
    let told = line[at + LENGTH.len()..].trim_ascii_start().strip_prefix(b":")?;
    Some(told.trim_ascii())
}

/// Where the header of a next frame begins, or may begin at the very end.
fn next_header(rest: &[u8]) -> Option<usize> {
    (0..rest.len()).find(|at| {
        let some = &rest[*at..rest.len().min(at + LENGTH.len())];
        some.eq_ignore_ascii_case(&LENGTH[..some.len()])
    })
}

/// The same JSON with U+FFFD for what is no character: half of a surrogate pair, as editors send it while an emoji is
/// typed, and bytes that are no UTF-8. No document is lost for a character.
fn mended(mut body: Vec<u8>) -> Vec<u8> {
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'\\', &body[at..]) {
        at += next;
        at += match escaped(&body[at..]) {
            Some(0xD800..=0xDBFF) if matches!(escaped(&body[at + 6..]), Some(0xDC00..=0xDFFF)) => 12,
            Some(0xD800..=0xDFFF) => {
                body[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            // A backslash that is itself escaped begins no other escape.
            _ => 2,
        };
        at = at.min(body.len());
    }
    match String::from_utf8(body) {
        Ok(text) => text.into_bytes(),
        Err(error) => String::from_utf8_lossy(error.as_bytes()).into_owned().into_bytes(),
    }
}

/// The unit that `\uXXXX` stands for.
fn escaped(bytes: &[u8]) -> Option<u16> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |value, digit| Some(value << 4 | char::from(*digit).to_digit(16)? as u16))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The methods of what comes through, `!` for a frame that cannot be read, and how it ends.
    fn read(input: &[u8]) -> String {
        let mut frames = Frames::new(input);
        let mut seen = Vec::new();
        loop {
            match frames.next() {
                Frame::Message(message) => match *message {
                    Message::Notification(notification) => seen.push(notification.method),
                    other => seen.push(format!("{other:?}")),
                },
                Frame::Unreadable(_) => seen.push("!".to_owned()),
                Frame::End(why) => {
                    seen.push(why.map_or("end".to_owned(), |why| format!("end: {why}")));
                    return seen.join(" ");
                }
            }
        }
    }

    fn frame(header: &str, method: &str) -> Vec<u8> {
        let body = format!("{{\"jsonrpc\":\"2.0\",\"method\":\"{method}\"}}");
        format!("{}\r\n\r\n{body}", header.replace('#', &body.len().to_string())).into_bytes()
    }

    #[test]
    fn headers_as_the_rules_allow_them() {
        let headers = [
            "Content-Length: #",
            "Content-Length:#",
            "content-length :  #  ",
            "Content-Type: x; charset=utf-8\r\nCONTENT-LENGTH: #",
            "Content-Length: #\r\nContent-Type:x",
        ];
        for header in headers {
            assert_eq!(read(&[frame(header, "a"), frame(header, "b")].concat()), "a b end", "{header}");
        }
        let bare = String::from_utf8(frame("Content-Length: #", "a")).unwrap().replace("\r\n", "\n");
        assert_eq!(read(bare.as_bytes()), "a end");
        assert_eq!(read(b"Content-Length: 400\r\n\r\n{}"), "end", "an editor that dies in the middle of a frame");
    }

    #[test]
    fn after_a_wrong_length_the_next_frame_is_found() {
        let good = frame("Content-Length: #", "good");
        let length = good.len() - good.windows(4).position(|some| some == b"\r\n\r\n").unwrap() - 4;
        for wrong in 0..length + good.len() {
            let first = frame(&format!("Content-Length: {wrong}"), "good");
            let seen = read(&[first, good.clone(), good.clone()].concat());
            assert!(seen.ends_with("good end"), "{wrong} in place of {length}: {seen}");
            assert!(wrong < length || seen.matches("good").count() == 3, "{wrong} in place of {length}: {seen}");
        }
        for header in ["Content-Length: x", "Content-Length: -3", "Content-Length:", "Length: 3", "garbage"] {
            let seen = read(&[frame(header, "bad"), b"\r\n".to_vec(), good.clone()].concat());
            assert!(seen.ends_with("good end"), "{header}: {seen}");
        }
    }

    #[test]
    fn a_frame_has_a_bound() {
        for length in ["268435457", "8000000000", "99999999999999999", "99999999999999999999999"] {
            let seen = read(format!("Content-Length: {length}\r\n\r\n{{}}").as_bytes());
            assert_eq!(seen, format!("end: a message of {length} bytes is too long (at most 268435456)"));
        }
    }

    #[test]
    fn no_document_is_lost_for_a_character() {
        for (sent, expected) in [
            (&br"\ud83d"[..], "\u{fffd}"),
            (br"\uDE00", "\u{fffd}"),
            (br"\ud83d\ude00", "😀"),
            (br"\uD83D\uD83D\uDE00", "\u{fffd}😀"),
            (br"\ude00\ud83d", "\u{fffd}\u{fffd}"),
            (br"\ud83dx\u00e9", "\u{fffd}xé"),
            (br"\\ud83d", "\\ud83d"),
            (br"\\\ud83d", "\\\u{fffd}"),
            (b"\xed\xa0\xbd", "\u{fffd}\u{fffd}\u{fffd}"),
            (b"\xe9", "\u{fffd}"),
        ] {
            let body = [&b"\""[..], sent, b"\""].concat();
            let text: String = serde_json::from_slice(&mended(body)).unwrap();
            assert_eq!(text, expected, "{}", String::from_utf8_lossy(sent));
        }
        for cut in [&br"\"[..], br"\u", br"\ud83", br"\ud83d\", br"\ud83d\ude0"] {
            mended(cut.to_vec());
        }
    }
}
