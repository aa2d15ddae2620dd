//! `setara retro`: the retro that goes on, with its cards, dots and actions; what came of the last one.

use clap::Subcommand;

use super::complete;
use super::context::{Context, joined, said, short};
use super::json::Doing;
use super::meetings::{self, Verb as Common};
use super::paper::{Look, piece};
use super::past_meetings::{self, Out};
use super::stop::Stop;
use crate::domain::decide::{ActOn, AddCard, AddTask, Command, GroupCards, Place, RetroSetup, StrikeCard};
use crate::domain::id::TaskId;
use crate::domain::meeting::{CardId, CardNames, Dots, Group, Meeting, MeetingKind};
use crate::words::words;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Args {
    #[arg(long, help = words().cmd_standup_last())]
    last: bool,
    #[arg(long, conflicts_with = "last", help = words().cmd_meeting_list())]
    list: bool,
    #[command(flatten)]
    out: Out,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = words().cmd_retro_start())]
    Start(Start),
    #[command(about = words().cmd_retro_formats())]
    Formats,
    #[command(about = words().cmd_retro_card())]
    Card(Card),
    #[command(about = words().cmd_retro_cards())]
    Cards,
    #[command(about = words().cmd_retro_ready())]
    Ready,
    #[command(about = words().cmd_retro_reveal())]
    Reveal,
    #[command(about = words().cmd_retro_named())]
    Named,
    #[command(about = words().cmd_retro_group())]
    Group(Grouping),
    #[command(about = words().cmd_retro_apart())]
    Apart(Number),
    #[command(about = words().cmd_retro_strike())]
    Strike(Strike),
    #[command(about = words().cmd_retro_vote())]
    Vote(Vote),
    #[command(about = words().cmd_retro_count())]
    Count,
    #[command(about = words().cmd_retro_act())]
    Act(Act),
    #[command(flatten)]
    Common(Common),
}

#[derive(clap::Args)]
struct Start {
    #[arg(long, value_name = "FORMAT", help = words().cmd_retro_format())]
    format: Option<String>,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', conflicts_with = "format", help = words().cmd_retro_columns())]
    columns: Vec<String>,
    #[arg(long, help = words().cmd_retro_hidden())]
    hidden: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=20), help = words().cmd_retro_dots())]
    dots: Option<u32>,
}

#[derive(clap::Args)]
struct Card {
    #[arg(value_name = "COLUMN", help = words().cmd_retro_column())]
    column: String,
    #[arg(required = true, value_name = "TEXT", help = words().cmd_retro_text())]
    text: Vec<String>,
}

#[derive(clap::Args)]
struct Grouping {
    #[arg(value_name = "NUMBER", help = words().cmd_retro_number())]
    to: usize,
    #[arg(value_name = "NUMBER", help = words().cmd_retro_others())]
    others: Vec<usize>,
    #[arg(long, value_name = "NAME", help = words().cmd_retro_name())]
    name: Option<String>,
}

#[derive(clap::Args)]
struct Number {
    #[arg(value_name = "NUMBER", help = words().cmd_retro_number())]
    number: usize,
}

#[derive(clap::Args)]
struct Strike {
    #[arg(value_name = "NUMBER", help = words().cmd_retro_number())]
    number: usize,
    #[arg(required = true, value_name = "WHY", help = words().cmd_retro_why())]
    why: Vec<String>,
}

#[derive(clap::Args)]
struct Vote {
    #[arg(required = true, value_name = "NUMBER", help = words().cmd_retro_votes())]
    numbers: Vec<usize>,
}

#[derive(clap::Args)]
struct Act {
    #[arg(required_unless_present = "task", value_name = "TITLE", help = words().cmd_retro_title())]
    title: Vec<String>,
    #[arg(long, value_name = "TASK", add = complete::task(), conflicts_with = "title", help = words().cmd_retro_task())]
    task: Option<String>,
}

const KIND: MeetingKind = MeetingKind::Retro;

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        match self.verb {
            None if self.last => meetings::last(context, KIND, &self.out),
            None if self.list => past_meetings::list(context, KIND),
            None => meetings::show(context, KIND),
            Some(Verb::Start(start)) => {
                let setup = start.setup(context)?;
                meetings::start(context, KIND, Some(setup))
            }
            Some(Verb::Formats) => formats(context),
            Some(Verb::Cards) => cards(context),
            Some(Verb::Common(verb)) => verb.run(context, KIND),
            Some(verb) => verb.run(context),
        }
    }
}

impl Start {
    fn setup(self, context: &mut Context) -> Result<RetroSetup, Stop> {
        let formats = context.environment.formats();
        let names = if self.hidden { CardNames::Hidden } else { CardNames::Named };
        let dots = self.dots.map_or(Dots::default(), |each| Dots { each, on_one: each.min(2) });
        if !self.columns.is_empty() {
            return Ok(RetroSetup { format: None, columns: self.columns, names, dots });
        }
        let known = || formats.iter().map(|format| format.key.as_str()).collect::<Vec<_>>().join(", ");
        let format = match &self.format {
            None => formats.first(),
            Some(key) => formats.iter().find(|format| format.key == *key),
        };
        let format = format.ok_or_else(|| {
            Stop::refused(words().out_retro_no_format(known()), words().out_retro_formats_hint())
        })?;
        let (name, columns) = (format.name.clone(), format.columns.clone());
        Ok(RetroSetup { format: Some(name), columns, names, dots })
    }
}

impl Verb {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        context.acting()?;
        let Some(meeting) = meetings::open(context, KIND)? else { return Err(meetings::none(KIND)) };
        let id = meeting.id;
        let command = match self {
            Verb::Card(card) => {
                let column = column(&meeting, &card.column)?;
                let text = said(joined(&card.text))?;
                if meeting.cards.are_hidden() {
                    context.acting()?.hide_card(id, column, &text)?;
                    return tell(context, words().hidden_written());
                }
                Command::AddCard(AddCard { meeting: id, column, text })
            }
            Verb::Ready => {
                context.acting()?.be_ready(id, true)?;
                return tell(context, words().hidden_ready());
            }
            Verb::Reveal => {
                let done = context.acting()?.reveal(id)?;
                return context.say(&done);
            }
            Verb::Named => {
                let done = context.acting()?.throw_away(id)?;
                return context.say(&done);
            }
            Verb::Count => {
                let done = context.acting()?.count_dots(id)?;
                return context.say(&done);
            }
            Verb::Vote(vote) => {
                let groups = meeting.cards.groups();
                let on = vote
                    .numbers
                    .iter()
                    .map(|n| Ok(numbered(&groups, *n)?.id))
                    .collect::<Result<Vec<_>, Stop>>()?;
                context.acting()?.vote(id, &on)?;
                return tell(context, words().hidden_dots_put(on.len()));
            }
            Verb::Group(grouping) => {
                let groups = meeting.cards.groups();
                let to = numbered(&groups, grouping.to)?;
                let cards =
                    grouping.others.iter().map(|n| numbered(&groups, *n)).collect::<Result<Vec<_>, _>>()?;
                let all =
                    |group: &&Group<'_>| group.cards.iter().map(|card| card.id).collect::<Vec<CardId>>();
                let cards = cards.iter().flat_map(all).collect();
                Command::GroupCards(GroupCards { meeting: id, group: to.id, cards, name: grouping.name })
            }
            Verb::Apart(number) => {
                let groups = meeting.cards.groups();
                let group = numbered(&groups, number.number)?;
                let alone = |card: CardId| {
                    Command::GroupCards(GroupCards {
                        meeting: id,
                        group: card,
                        cards: vec![card],
                        name: None,
                    })
                };
                let commands: Vec<Command> = group.cards.iter().map(|card| alone(card.id)).collect();
                return context.perform_all(&commands).map(drop);
            }
            Verb::Strike(strike) => {
                let groups = meeting.cards.groups();
                let card = numbered(&groups, strike.number)?.id;
                Command::StrikeCard(StrikeCard { meeting: id, card, why: said(joined(&strike.why))? })
            }
            Verb::Act(act) => {
                if let Some(task) = &act.task {
                    let task: TaskId = context.session()?.find(task)?;
                    Command::ActOn(ActOn { meeting: id, task })
                } else {
                    let task = TaskId(context.acting()?.new_id());
                    let add = AddTask::titled(task, joined(&act.title), Place::End);
                    let acted = ActOn { meeting: id, task };
                    return context.perform_all(&[Command::AddTask(add), Command::ActOn(acted)]).map(drop);
                }
            }
            Verb::Start(_) | Verb::Formats | Verb::Cards | Verb::Common(_) => return Ok(()),
        };
        context.perform(&command).map(drop)
    }
}

/// Says something that is no record.
fn tell(context: &mut Context, sentence: String) -> Result<(), Stop> {
    match context.json() {
        true => context.paper.json(&Doing { sentence, subject: None }),
        false => context.paper.line(sentence),
    }
}

/// A column by its number, counted from 1, or by its name.
fn column(meeting: &Meeting, typed: &str) -> Result<u32, Stop> {
    let columns = &meeting.cards.columns;
    let by_number = typed.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < columns.len());
    let lower = typed.to_lowercase();
    let at =
        by_number.or_else(|| columns.iter().position(|column| column.to_lowercase().starts_with(&lower)));
    let names: Vec<String> = (1..).zip(columns).map(|(n, name)| words().refused_blocker(n, name)).collect();
    let none = || Stop::refused(words().out_retro_columns(names.join(", ")), words().hidden_card_hint());
    at.and_then(|at| u32::try_from(at).ok()).ok_or_else(none)
}

/// One of the numbered cards, counted from 1.
fn numbered<'g, 'm>(groups: &'g [Group<'m>], n: usize) -> Result<&'g Group<'m>, Stop> {
    let found = n.checked_sub(1).and_then(|at| groups.get(at));
    found.ok_or_else(|| {
        Stop::refused(words().out_retro_no_card(n, groups.len()), words().out_retro_cards_hint())
    })
}

fn formats(context: &mut Context) -> Result<(), Stop> {
    for format in context.environment.formats() {
        context.paper.line(words().out_retro_format(format.key, format.columns.join(", ")))?;
    }
    Ok(())
}

/// The cards with their numbers; of hidden ones nothing.
fn cards(context: &mut Context) -> Result<(), Stop> {
    let Some(meeting) = meetings::open(context, KIND)? else { return Err(meetings::none(KIND)) };
    if meeting.cards.are_hidden() {
        return Err(Stop::refused(words().refused_cards_hidden(), words().out_retro_reveal_hint()));
    }
    let groups = meeting.cards.groups();
    if groups.is_empty() {
        return context.paper.line(piece(words().retro_no_cards(), Look::Quiet));
    }
    for (n, group) in (1..).zip(&groups) {
        let column = group.cards.first().and_then(|card| meeting.cards.columns.get(card.column as usize));
        let column = column.cloned().unwrap_or_default();
        context.paper.line(words().out_retro_card(
            n,
            column,
            short(group.title),
            group.cards.len(),
            group.dots,
        ))?;
    }
    Ok(())
}
