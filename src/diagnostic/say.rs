/// The two languages of messages and documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    #[default]
    Fr,
    En,
}

impl Lang {
    pub fn parse(text: &str) -> Option<Lang> {
        match text {
            "fr" => Some(Lang::Fr),
            "en" => Some(Lang::En),
            _ => None,
        }
    }

    pub fn code(self) -> &'static str {
        self.of("fr", "en")
    }

    pub fn of<T>(self, fr: T, en: T) -> T {
        match self {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }
}

/// One sentence in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Say {
    pub fr: String,
    pub en: String,
}

impl Say {
    /// The same words in both languages: a name, a number.
    pub fn same(text: impl Into<String>) -> Say {
        let fr = text.into();
        Say { en: fr.clone(), fr }
    }

    pub fn get(&self, lang: Lang) -> &str {
        lang.of(&self.fr, &self.en)
    }

    pub fn is_empty(&self) -> bool {
        self.fr.is_empty()
    }

    /// Adds a sentence, after a space.
    pub fn and(mut self, more: Say) -> Say {
        for (text, more) in [(&mut self.fr, more.fr), (&mut self.en, more.en)] {
            if !more.is_empty() {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(&more);
            }
        }
        self
    }
}

/// `say!("… {name}"; "… {name}")`: a [`Say`], French first.
#[macro_export]
macro_rules! say {
    ($fr:literal $(, $fa:expr)* ; $en:literal $(, $ea:expr)* $(,)?) => {
        $crate::diagnostic::Say { fr: format!($fr $(, $fa)*), en: format!($en $(, $ea)*) }
    };
}
