//! `setara settings`: what holds, and how it is changed. The file is the person's own; a board is not needed.

use super::context::{Context, is_none};
use super::json;
use super::screens::{self, Change, Preferences};
use super::stop::Stop;
use crate::session::editor;
use crate::settings::{Complaint, Name};
use crate::words::words;

#[derive(clap::Args)]
pub struct Args {
    #[arg(value_name = "NAME", help = words().cmd_settings_name())]
    name: Option<String>,
    #[arg(value_name = "VALUE", help = words().cmd_settings_value())]
    value: Vec<String>,
}

/// Takes a value back.
const DEFAULT: &str = "default";

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        if self.name.as_deref() == Some("edit") {
            return edit(context);
        }
        let (preferences, complaints) = screens::preferences(&context.environment);
        match self.name.as_deref() {
            None if context.json() => context.paper.json(&json::Settings::of(
                context.environment.settings_file(),
                &preferences.settings,
                screens::keys(),
                &complaints,
            )),
            None => {
                complain(context, &complaints);
                let text = context.environment.settings_text()?;
                text.lines().try_for_each(|line| context.paper.line(line))
            }
            Some("keys") => keys(context),
            Some(name) => match change(name, &self.value)? {
                None => show(context, &preferences, name),
                Some(change) => set(context, &preferences, &change),
            },
        }
    }
}

/// What a name and values ask for; nothing where there is no value.
fn change(name: &str, typed: &[String]) -> Result<Option<Change>, Stop> {
    let is_default = typed == [DEFAULT];
    if let Some(setting) = Name::named(name) {
        let to = (!is_default).then(|| typed.join(" ")).filter(|value| value != setting.default());
        return Ok((!typed.is_empty()).then_some(Change::Value(setting, to)));
    }
    let actions = screens::keys();
    let Some((action, ..)) = actions.iter().find(|(action, ..)| *action == name) else {
        let settings: Vec<&str> =
            Name::ALL.iter().map(|name| name.as_str()).chain(["keys", "edit"]).collect();
        let known: Vec<&str> =
            settings.iter().copied().chain(actions.iter().map(|(action, ..)| *action)).collect();
        let Complaint { message, hint, .. } = Complaint::of_name(name, &known);
        return Err(Stop::usage(message, hint.unwrap_or_else(|| words().set_takes(settings.join(", ")))));
    };
    let keys = match typed {
        [only] if is_none(only) => Vec::new(),
        keys => keys.to_vec(),
    };
    Ok((!typed.is_empty()).then_some(Change::Keys(action, (!is_default).then_some(keys))))
}

fn show(context: &mut Context, preferences: &Preferences, name: &str) -> Result<(), Stop> {
    match Name::named(name) {
        Some(setting) if context.json() => {
            context.paper.json(&json::Setting::of(&preferences.settings, setting))
        }
        Some(setting) => context.paper.line(preferences.settings.get(setting)),
        None => {
            let keys = screens::keys().into_iter().find(|(action, ..)| *action == name);
            let (action, keys, does) = keys.expect("a name is that of a setting or of an action");
            match context.json() {
                true => context.paper.json(&json::Keys { action, keys, does }),
                false => context.paper.line(keys.join(" ")),
            }
        }
    }
}

fn set(context: &mut Context, preferences: &Preferences, change: &Change) -> Result<(), Stop> {
    if let Some(Complaint { message, hint, .. }) = preferences.refuses(change) {
        return Err(Stop::usage(message, hint.unwrap_or_else(|| words().set_no_action_hint())));
    }
    context.environment.change_settings(|text| change.made(text))?;
    context.acted();
    let sentence = change.sentence();
    match context.json() {
        true => context.paper.json(&json::Doing { sentence, subject: None }),
        false => context.paper.line(sentence),
    }
}

/// Every action with its keys.
fn keys(context: &mut Context) -> Result<(), Stop> {
    let all = screens::keys().into_iter();
    if context.json() {
        let keys: Vec<_> = all.map(|(action, keys, does)| json::Keys { action, keys, does }).collect();
        return context.paper.json(&keys);
    }
    for (action, keys, does) in all {
        context.paper.line(format!("{action:<18} {:<16} {does}", keys.join(" ")))?;
    }
    Ok(())
}

/// The file in the person's editor, and then what is wrong with it.
fn edit(context: &mut Context) -> Result<(), Stop> {
    // Written as it is: so it is there, with its comments, to be edited.
    context.environment.write_settings_once()?;
    let file = context.environment.settings_file().expect("without a home nothing was written");
    let editor = editor::command();
    if let Some(waits) = editor::made_to_wait(&editor) {
        let hint = format!("EDITOR=\"{waits}\" setara settings edit");
        return Err(Stop::refused(words().form_editor_wait(&editor, waits), hint));
    }
    let status = editor::run(&editor, &file);
    if !status.is_ok_and(|status| status.success()) {
        return Err(Stop::refused(words().set_no_editor(&editor), words().set_no_editor_hint()));
    }
    let (_, complaints) = screens::preferences(&context.environment);
    complain(context, &complaints);
    match complaints.is_empty() {
        true => context.paper.line(words().set_in_order()),
        false => Err(Stop::Left(1)),
    }
}

/// Says on the standard error what is not understood of the file: the output stays the file.
fn complain(context: &Context, complaints: &[Complaint]) {
    for complaint in complaints {
        super::tell(&Stop::Refused(context.environment.complaint(complaint)), context.json());
    }
}
