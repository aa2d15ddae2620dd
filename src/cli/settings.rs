//! `setara settings`: what holds, and how it is changed. The file is the person's own; a board is not needed.

use super::desk::Desk;
use super::paper::{Look, piece};
use super::screens;
use super::stop::Stop;
use crate::settings::{Complaint, Name, with_value};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "NAME", help = words().cmd_settings_name())]
    name: Option<String>,
    #[arg(value_name = "VALUE", help = words().cmd_settings_value())]
    value: Option<String>,
}

impl Args {
    pub fn run(self, desk: &mut Desk) -> Result<(), Stop> {
        let (settings, complaints) = desk.surroundings.read_settings();
        for complaint in &complaints {
            desk.paper.line(piece(desk.surroundings.said(complaint), Look::Alert))?;
        }
        let Some(name) = self.name else {
            let text = desk.surroundings.settings_text()?;
            return text.lines().try_for_each(|line| desk.paper.line(line));
        };
        if name == "keys" {
            return screens::keys().into_iter().try_for_each(|(action, keys, doc)| {
                desk.paper.line(format!("{action:<18} {keys:<16} {doc}"))
            });
        }
        let named = Name::named(&name).ok_or_else(|| {
            let known: Vec<&str> = Name::ALL.iter().map(|name| name.as_str()).chain(["keys"]).collect();
            usage(Complaint::of_name(&name, &known), &known)
        })?;
        let Some(value) = self.value else { return desk.paper.line(settings.get(named)) };
        let to = Some(value.as_str()).filter(|value| *value != "default" && *value != named.default());
        if let Some(to) = to {
            named.check(to).map_err(|complaint| usage(complaint, &[]))?;
            if named == Name::Theme {
                screens::check_theme(to, &desk.surroundings).map_err(|complaint| usage(complaint, &[]))?;
            }
        }
        let settings = desk.surroundings.change_settings(|text| with_value(text, named, to))?;
        desk.paper.line(words().set_done(named.as_str(), settings.get(named)))
    }
}

fn usage(complaint: Complaint, known: &[&str]) -> Stop {
    let hint = complaint.hint.unwrap_or_else(|| words().set_takes(known.join(", ")));
    Stop::usage(complaint.message, hint)
}
