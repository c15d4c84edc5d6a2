//! The same data without pages: a text to read in a merge request, a workbook to check, dates for a diary.

mod diary;
mod markdown;
mod workbook;

pub use diary::{Event, diary};
pub use markdown::{markdown, markdown_of};
pub use workbook::{Grid, Look, Value, Workbook, csv, xlsx};
