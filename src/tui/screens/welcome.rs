//! The first screen, where there is no board yet: what this is, and four ways on.
//!
//! It reads no file and makes no board: it answers with a [`Way`], and the app does it. A file is first only read
//! ([`Way::Read`]), so that what will come in is seen before anything is written.

mod banner;
mod menu;

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::{buffer::Buffer, layout::Rect};

use crate::domain::calendar::Day;
use crate::domain::folding::folded;
use crate::domain::member::alike::may_be_one;
use crate::tui::kit::draw::{self, Focus, Pane};
use crate::tui::kit::overlay::reader::Reader;
use crate::tui::kit::overlay::wrap::Paragraph;
use crate::tui::kit::overlay::{Answer, Confirm, Field, Form, Outcome, Prompt, Value};
use crate::tui::kit::theme::Theme;
use crate::words::words;
use menu::Menu;

/// Rows that the two questions take below what an import brings.
const QUESTIONS: u16 = 6;

/// Of so many people of a file it is asked at most whether they are whoever brings it.
const ASKED: usize = 5;

/// What somebody chose to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// A new board with its first member.
    StartBoard { team: String, name: String },
    /// The sample team.
    Demo,
    /// The sample team, with the tutor.
    Learn,
    /// Look what this file holds, then say it by [`Welcome::found`] or [`Welcome::complain`].
    Read { path: String },
    /// A new board with its first member, and what this file holds. Its members of these names are the first member, too.
    Import { path: String, team: String, name: String, same: Vec<String> },
}

/// The first screen.
#[derive(Debug, Clone)]
pub struct Welcome {
    menu: Menu,
    asking: Asking,
    today: Day,
}

/// What is asked, in words.
pub enum WelcomeQuestion<'a> {
    /// What this is, the ways on by their numbers, and what went wrong.
    Ways(Vec<String>),
    Line(&'a Prompt),
    /// Fields, after what is to be known before they are filled.
    Form(Vec<String>, &'a Form<()>),
    YesOrNo(&'a Confirm),
}

/// What it asks now.
#[derive(Debug, Clone)]
enum Asking {
    Way,
    Team(Box<Form<()>>),
    File(Prompt),
    Import {
        path: String,
        members: Vec<String>,
        summary: Reader,
        form: Box<Form<()>>,
    },
    /// Whether somebody of the file is whoever brings it: one after the other, the last of the list first.
    Same {
        way: Way,
        left: Vec<String>,
        confirm: Confirm,
    },
}

impl Welcome {
    /// A board would come to lie in `file`.
    pub fn new(today: Day, file: String) -> Welcome {
        Welcome { menu: Menu::new(file), asking: Asking::Way, today }
    }

    /// What it asks now.
    pub fn question(&self) -> WelcomeQuestion<'_> {
        match &self.asking {
            Asking::Way => WelcomeQuestion::Ways(self.menu.in_words()),
            Asking::Team(form) => WelcomeQuestion::Form(Vec::new(), form),
            Asking::File(prompt) => WelcomeQuestion::Line(prompt),
            Asking::Same { confirm, .. } => WelcomeQuestion::YesOrNo(confirm),
            Asking::Import { summary, form, .. } => {
                let lines = summary.paragraphs().iter().map(|line| line.text().into_owned());
                WelcomeQuestion::Form(lines.collect(), form)
            }
        }
    }

    /// What the file that was asked for holds: the lines of its summary, the names of its members, and the team's name if it
    /// says one.
    pub fn found(&mut self, path: &str, summary: &[String], members: Vec<String>, team: Option<&str>) {
        let lines = summary.iter().map(|line| {
            let indent = line.len() - line.trim_start().len();
            Paragraph::plain(line.clone()).hanging(indent + 2)
        });
        self.asking = Asking::Import {
            path: path.to_owned(),
            members,
            summary: Reader::new(lines.collect()),
            form: Box::new(self.questions(
                words().welcome_title_import(),
                words().welcome_does_bring(),
                team.unwrap_or_default(),
            )),
        };
    }

    /// Says why it was not done; what was typed stays.
    pub fn complain(&mut self, why: &str) {
        match &mut self.asking {
            Asking::Way => self.menu.complain(why),
            Asking::Team(form) | Asking::Import { form, .. } => form.complain(why),
            Asking::File(prompt) => prompt.complain(why),
            Asking::Same { .. } => {
                // It was all asked: what is left to do is to choose again.
                self.asking = Asking::Way;
                self.menu.complain(why);
            }
        }
    }

    pub fn key(&mut self, key: KeyEvent, screen: Rect) -> Outcome<Way> {
        match &mut self.asking {
            Asking::Way => return self.choose(key),
            Asking::Team(form) => match form.key(key, self.menu.below(screen)) {
                Outcome::Stay => {}
                Outcome::Leave => self.asking = Asking::Way,
                Outcome::Chosen(Answer::Filled(values, _)) => {
                    let (team, name) = two(values);
                    return Outcome::Chosen(Way::StartBoard { team, name });
                }
                Outcome::Chosen(_) => {}
            },
            Asking::File(prompt) => match prompt.key(key) {
                Outcome::Stay => {}
                Outcome::Leave => self.asking = Asking::Way,
                Outcome::Chosen(path) => return Outcome::Chosen(Way::Read { path }),
            },
            Asking::Same { way: Way::Import { path, .. }, .. } if key.code == KeyCode::Esc => {
                let prompt = file_prompt().with(path);
                self.asking = Asking::File(prompt);
            }
            Asking::Same { way, left, confirm } => {
                let is_same = match confirm.key(key) {
                    Outcome::Stay => return Outcome::Stay,
                    Outcome::Chosen(()) => true,
                    Outcome::Leave => false,
                };
                let asked = left.pop();
                if let (true, Way::Import { same, .. }) = (is_same, &mut *way) {
                    same.extend(asked);
                }
                match left.last() {
                    Some(next) => *confirm = same_question(next),
                    None => return Outcome::Chosen(way.clone()),
                }
            }
            Asking::Import { path, members, summary, form } => {
                if matches!(key.code, KeyCode::PageUp | KeyCode::PageDown) {
                    summary.key(key, summary_area(screen));
                    return Outcome::Stay;
                }
                match form.key(key, screen) {
                    Outcome::Stay => {}
                    Outcome::Leave => {
                        let prompt = file_prompt().with(path);
                        self.asking = Asking::File(prompt);
                    }
                    Outcome::Chosen(Answer::Filled(values, _)) => {
                        let (team, name) = two(values);
                        let is_known = members.iter().any(|member| folded(member) == folded(&name));
                        let mut left: Vec<String> = members.clone();
                        left.retain(|member| !is_known && may_be_one(member, &name));
                        left.truncate(ASKED);
                        left.reverse();
                        let way = Way::Import { path: path.clone(), team, name, same: Vec::new() };
                        let Some(next) = left.last() else { return Outcome::Chosen(way) };
                        let confirm = same_question(next);
                        self.asking = Asking::Same { way, left, confirm };
                    }
                    Outcome::Chosen(_) => {}
                }
            }
        }
        Outcome::Stay
    }

    pub fn paste(&mut self, text: &str) {
        match &mut self.asking {
            Asking::Way | Asking::Same { .. } => {}
            Asking::Team(form) | Asking::Import { form, .. } => form.paste(text),
            Asking::File(prompt) => prompt.paste(text),
        }
    }

    pub fn view(&self, screen: Rect, buf: &mut Buffer, theme: &Theme) {
        let screen = screen.intersection(buf.area);
        draw::clear(buf, screen);
        match &self.asking {
            Asking::Way => self.menu.view(screen, buf, theme),
            Asking::Team(form) => form.view(self.menu.view_above(screen, buf, theme), buf, theme),
            Asking::File(prompt) => prompt.view(self.menu.view_above(screen, buf, theme), buf, theme),
            Asking::Same { confirm, .. } => {
                confirm.view(self.menu.view_above(screen, buf, theme), buf, theme);
            }
            Asking::Import { summary, form, .. } => {
                let area = summary_area(screen);
                if !area.is_empty() {
                    let title = &words().welcome_summary();
                    let place =
                        Rect { height: area.height + 2, y: area.y - 1, x: screen.x, width: screen.width };
                    let pane =
                        Pane { number: None, title, fact: &summary.fact(area), focus: Focus::Elsewhere };
                    draw::pane(buf, place, &pane, theme);
                    summary.view(area, buf);
                }
                form.view(questions_area(screen), buf, theme);
            }
        }
    }

    fn choose(&mut self, key: KeyEvent) -> Outcome<Way> {
        match self.menu.key(key) {
            Outcome::Stay => Outcome::Stay,
            Outcome::Leave => Outcome::Leave,
            Outcome::Chosen(menu::Entry::Demo) => Outcome::Chosen(Way::Demo),
            Outcome::Chosen(menu::Entry::Learn) => Outcome::Chosen(Way::Learn),
            Outcome::Chosen(menu::Entry::Start) => {
                let form = self.questions(words().welcome_title_start(), words().welcome_does_start(), "");
                self.asking = Asking::Team(Box::new(form));
                Outcome::Stay
            }
            Outcome::Chosen(menu::Entry::Import) => {
                self.asking = Asking::File(file_prompt());
                Outcome::Stay
            }
        }
    }

    /// The two questions that every board begins with.
    fn questions(&self, title: String, does: String, team: &str) -> Form<()> {
        let words = words();
        let fields = vec![
            Field::text(words.welcome_ask_team(), team).needed().hint(words.welcome_ask_team_hint()),
            Field::text(words.welcome_ask_name(), "").needed().hint(words.welcome_ask_name_hint()),
        ];
        let form = Form::new(title, does, fields, self.today);
        if team.is_empty() { form } else { form.from_field(1) }
    }
}

/// Whether somebody of the file is whoever brings it.
fn same_question(name: &str) -> Confirm {
    let words = words();
    Confirm::new(words.welcome_title_same(), &words.welcome_same(name))
        .ways(words.welcome_same_yes(), words.welcome_same_no())
}

fn file_prompt() -> Prompt {
    let words = words();
    let hint = format!("{}, {}", words.welcome_import_detail(), words.welcome_ask_file_hint());
    Prompt::new(words.welcome_title_import()).hint(hint).does(words.welcome_does_read())
}

/// The answers to the two questions.
fn two(values: Vec<Value<()>>) -> (String, String) {
    let mut texts = values.into_iter().map(|value| value.text().unwrap_or_default());
    (texts.next().unwrap_or_default(), texts.next().unwrap_or_default())
}

/// Where the summary of an import is, inside of its border; empty where the questions need all the room.
fn summary_area(screen: Rect) -> Rect {
    if screen.height < QUESTIONS + 4 || screen.width < 8 {
        return Rect { height: 0, ..screen };
    }
    let height = screen.height - QUESTIONS - 2;
    Rect { x: screen.x + 2, y: screen.y + 1, width: screen.width - 4, height }
}

fn questions_area(screen: Rect) -> Rect {
    match summary_area(screen).height {
        0 => screen,
        height => Rect { y: screen.y + height + 2, height: screen.height - height - 2, ..screen },
    }
}

#[cfg(test)]
mod tests;
