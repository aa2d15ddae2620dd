//! `setara decide`: what is proposed, what each says to it, and that it is adopted.

mod stance;

use clap::Subcommand;
use clap::builder::PossibleValuesParser;

use super::complete;
use super::context::{Context, changed_text, joined, said};
use super::page;
use super::stop::Stop;
use crate::domain::decide::{
    Adopt, Amend, CarryDecision, Command, JudgeTrial, MoveDecision, Proposal, Propose, RenewDecision,
    ScheduleDecision, ShowStances, WithdrawDecision,
};
use crate::domain::decision::{DecisionKind, Hide, Judgement, Phase, Trial, Word};
use crate::domain::id::{DecisionId, MemberId, RoleId};
use crate::words::words;

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Args {
    #[arg(required = true, value_name = "TITLE", help = words().cmd_decide_title())]
    title: Vec<String>,
    #[arg(long, value_name = "KIND", value_parser = kinds(), help = words().cmd_decide_kind())]
    kind: Option<String>,
    #[command(flatten)]
    about: About,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', add = complete::member(), help = words().cmd_decide_with())]
    with: Vec<String>,
    #[arg(long, value_name = "NAMES", value_delimiter = ',', add = complete::member(), help = words().cmd_decide_ask())]
    ask: Vec<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help = words().cmd_decide_quorum())]
    quorum: Option<u32>,
    #[arg(long, value_name = "HOW", value_parser = hides(), help = words().cmd_decide_hide())]
    hide: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_decide_closes())]
    closes: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_decide_review())]
    review: Option<String>,
    #[arg(long, value_name = "ROLE", add = complete::role(), help = words().cmd_decide_role())]
    role: Option<String>,
    #[arg(long, value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_replaces())]
    replaces: Vec<String>,
    #[arg(long, help = words().cmd_decide_anyway())]
    anyway: bool,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What a version says besides its title.
#[derive(clap::Args)]
struct About {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_decide_why())]
    why: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_decide_text())]
    text: Option<String>,
    #[arg(long, value_name = "NAME", add = complete::member(), help = words().cmd_decide_nominee())]
    nominee: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_decide_tried())]
    tried: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_decide_judged())]
    judged: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_decide_stop())]
    stop: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_decide_ends())]
    ends: Option<String>,
    #[arg(long = "option", value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_decide_option())]
    options: Vec<String>,
}

#[derive(Subcommand)]
enum Verb {
    #[command(about = words().cmd_decide_amend())]
    Amend(Amended),
    #[command(about = words().cmd_decide_say())]
    Say(stance::Say),
    #[command(about = words().cmd_decide_ask_question())]
    Ask(stance::Ask),
    #[command(about = words().cmd_decide_answer())]
    Answer(stance::Answer),
    #[command(about = words().cmd_decide_test())]
    Test(stance::Test),
    #[command(about = words().cmd_decide_join())]
    Join(One),
    #[command(about = words().cmd_decide_step_out())]
    StepOut(One),
    #[command(about = words().cmd_decide_move())]
    Move(Moved),
    #[command(about = words().cmd_decide_park())]
    Park(Parked),
    #[command(about = words().cmd_decide_days())]
    Days(Days),
    #[command(about = words().cmd_decide_adopt())]
    Adopt(Adopted),
    #[command(about = words().cmd_decide_reveal())]
    Reveal(One),
    #[command(about = words().cmd_decide_withdraw())]
    Withdraw(End),
    #[command(about = words().cmd_decide_carry_on())]
    CarryOn(One),
    #[command(about = words().cmd_decide_judge())]
    Judge(Judged),
    #[command(about = words().cmd_decide_renew())]
    Renew(Renewed),
    #[command(about = words().cmd_decide_show())]
    Show(One),
}

#[derive(clap::Args)]
struct One {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
}

#[derive(clap::Args)]
struct Amended {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(long, value_name = "TITLE", allow_hyphen_values = true, help = words().cmd_decide_new_title())]
    title: Option<String>,
    #[command(flatten)]
    about: About,
}

#[derive(clap::Args)]
struct Moved {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(value_name = "STATE", value_parser = phases(), help = words().cmd_decide_phase())]
    to: String,
}

#[derive(clap::Args)]
struct Parked {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(value_name = "REASON", help = words().cmd_reason())]
    why: Vec<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_decide_until())]
    until: Option<String>,
}

#[derive(clap::Args)]
struct Days {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(long, value_name = "DAY", help = words().cmd_decide_closes())]
    closes: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_decide_review())]
    review: Option<String>,
}

#[derive(clap::Args)]
struct Adopted {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(long, value_name = "DAY", help = words().cmd_decide_review())]
    review: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_decide_took())]
    took: Option<String>,
}

#[derive(clap::Args)]
struct End {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(value_name = "REASON", help = words().cmd_reason())]
    why: Vec<String>,
}

#[derive(clap::Args)]
struct Judged {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(value_name = "VERDICT", value_parser = verdicts(), help = words().cmd_decide_verdict())]
    verdict: String,
    #[arg(required = true, value_name = "REASON", help = words().cmd_reason())]
    why: Vec<String>,
}

#[derive(clap::Args)]
struct Renewed {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(required = true, value_name = "DAY", help = words().cmd_decide_review())]
    next: Vec<String>,
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(DecisionKind::ALL.iter().map(|kind| kind.as_str()))
}

fn hides() -> PossibleValuesParser {
    PossibleValuesParser::new(Hide::ALL.iter().map(|hide| hide.as_str()))
}

fn phases() -> PossibleValuesParser {
    let asked = Phase::ALL.iter().filter(|phase| **phase != Phase::Parked);
    PossibleValuesParser::new(asked.map(|phase| phase.as_str()))
}

fn verdicts() -> PossibleValuesParser {
    PossibleValuesParser::new(Judgement::ALL.iter().map(|verdict| verdict.as_str()))
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        match self.verb {
            None => self.propose(context),
            Some(Verb::Amend(amended)) => amended.run(context),
            Some(Verb::Say(say)) => say.run(context),
            Some(Verb::Ask(ask)) => ask.run(context),
            Some(Verb::Answer(answer)) => answer.run(context),
            Some(Verb::Test(test)) => test.run(context),
            Some(Verb::Join(one)) => stance::join(context, &one.decision),
            Some(Verb::StepOut(one)) => stance::step_out(context, &one.decision),
            Some(Verb::Move(moved)) => moved.run(context),
            Some(Verb::Park(parked)) => parked.run(context),
            Some(Verb::Days(days)) => days.run(context),
            Some(Verb::Adopt(adopted)) => adopted.run(context),
            Some(Verb::Reveal(one)) => {
                let decision = which(context, &one.decision)?;
                context.perform(&Command::ShowStances(ShowStances { decision })).map(drop)
            }
            Some(Verb::Withdraw(end)) => {
                let decision = which(context, &end.decision)?;
                let why = text_of(&end.why);
                context.perform(&Command::WithdrawDecision(WithdrawDecision { decision, why })).map(drop)
            }
            Some(Verb::CarryOn(one)) => {
                let decision = which(context, &one.decision)?;
                context.perform(&Command::CarryDecision(CarryDecision { decision })).map(drop)
            }
            Some(Verb::Judge(judged)) => {
                let decision = which(context, &judged.decision)?;
                let verdict = Judgement::named(&judged.verdict).unwrap_or(Judgement::Keep);
                let why = said(joined(&judged.why))?;
                context.perform(&Command::JudgeTrial(JudgeTrial { decision, verdict, why })).map(drop)
            }
            Some(Verb::Renew(renewed)) => {
                let decision = which(context, &renewed.decision)?;
                let next = Some(context.day(&joined(&renewed.next))?);
                context.perform(&Command::RenewDecision(RenewDecision { decision, next })).map(drop)
            }
            Some(Verb::Show(one)) => {
                let decision: DecisionId = context.session()?.find(&one.decision)?;
                page::print(context, decision.into())
            }
        }
    }

    fn propose(self, context: &mut Context) -> Result<(), Stop> {
        let title = said(joined(&self.title))?;
        context.acting()?;
        let kind = self.kind.as_deref().and_then(DecisionKind::named);
        let (kind, under) = context.session()?.decided_by(&title, kind, self.anyway)?;
        let parties = match self.with.is_empty() {
            true => context.session()?.board().members_to_decide()?,
            false => members(context, &self.with)?,
        };
        let asked = members(context, &self.ask)?;
        let proposal = self.about.over(Proposal { title, ..Proposal::default() }, context)?;
        let (closes, review) =
            (context.maybe_day(self.closes.as_deref())?, context.maybe_day(self.review.as_deref())?);
        let session = context.session()?;
        let role: Option<RoleId> = self.role.as_deref().map(|word| session.find(word)).transpose()?;
        let replaces: Vec<DecisionId> =
            self.replaces.iter().map(|word| session.find(word)).collect::<Result<_, _>>()?;
        let id = DecisionId(session.new_id());
        let agreed = under.map(|under| session.agreed_quorum(under, kind)).transpose()?;
        let propose = Propose {
            proposal,
            quorum: self.quorum.or(agreed.flatten()),
            hide: self.hide.as_deref().and_then(Hide::named),
            closes,
            review,
            role,
            asked,
            under: under.map(Into::into),
            replaces,
            ..Propose::titled(id, kind, String::new(), parties)
        };
        context.perform(&Command::Propose(propose))?;
        context.hint_of(|session| Ok(Some(words().out_hint_drafted(session.board().handle_of(id)?))))
    }
}

impl About {
    /// What it says instead of what stood before; `none` empties a text.
    fn over(self, before: Proposal, context: &mut Context) -> Result<Proposal, Stop> {
        let why = changed_text(self.why)?.unwrap_or(before.why);
        let text = changed_text(self.text)?.unwrap_or(before.text);
        let nominee = match &self.nominee {
            Some(name) => Some(context.session()?.find::<MemberId>(name)?),
            None => before.nominee,
        };
        let ends = context.maybe_day(self.ends.as_deref())?;
        let was = before.trial;
        let part = |new: Option<String>, old: fn(&Trial) -> &String| {
            new.or_else(|| was.as_ref().map(|trial| old(trial).clone()))
        };
        let (tried, judged, stop) = (
            part(self.tried, |trial| &trial.tried),
            part(self.judged, |trial| &trial.judged),
            part(self.stop, |trial| &trial.stop),
        );
        let ends = ends.or(was.as_ref().map(|trial| trial.ends));
        // Three of the four are no trial: what lacks is said when it is to be adopted.
        let trial = match (tried, judged, stop, ends) {
            (Some(tried), Some(judged), Some(stop), Some(ends)) => Some(Trial { tried, judged, stop, ends }),
            (None, None, None, None) => None,
            _ => return Err(Stop::usage(words().out_trial_part(), words().out_trial_hint())),
        };
        let options = if self.options.is_empty() { before.options } else { self.options };
        Ok(Proposal { title: before.title, why, text, nominee, trial, options })
    }
}

impl Amended {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let id = which(context, &self.decision)?;
        let decision = context.session()?.decision(id)?;
        let heads = decision.heads(None);
        // Of versions that stand side by side the last one is what is changed, and all of them are replaced.
        let before = heads.last().and_then(|head| decision.version(*head)).map(Proposal::of);
        let mut before = before.unwrap_or_default();
        if let Some(title) = self.title {
            before.title = said(title)?;
        }
        let proposal = self.about.over(before, context)?;
        let objections = heads.iter().flat_map(|head| decision.standing(*head, None).into_values());
        let me = context.me()?;
        let meets = objections
            .filter(|stance| stance.word == Word::Objection && decision.shows(stance, Some(me)))
            .map(|stance| stance.id)
            .collect();
        let amend = Amend { decision: id, saw: heads, proposal, meets };
        context.perform(&Command::Amend(amend)).map(drop)
    }
}

impl Moved {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let decision = which(context, &self.decision)?;
        let to = Phase::named(&self.to).unwrap_or(Phase::Draft);
        let moved = MoveDecision { decision, to, until: None, why: None };
        context.perform(&Command::MoveDecision(moved)).map(drop)
    }
}

impl Parked {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let decision = which(context, &self.decision)?;
        let until = context.maybe_day(self.until.as_deref())?;
        let why = text_of(&self.why);
        let moved = MoveDecision { decision, to: Phase::Parked, until, why };
        context.perform(&Command::MoveDecision(moved)).map(drop)
    }
}

impl Days {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let decision = which(context, &self.decision)?;
        let closes = context.changed_day(self.closes.as_deref())?;
        let review = context.changed_day(self.review.as_deref())?;
        let days = ScheduleDecision { decision, closes, review };
        context.perform(&Command::ScheduleDecision(days)).map(drop)
    }
}

impl Adopted {
    fn run(self, context: &mut Context) -> Result<(), Stop> {
        let id = which(context, &self.decision)?;
        let review = context.maybe_day(self.review.as_deref())?;
        let session = context.session()?;
        let decision = session.decision(id)?;
        let version = session.version_to_speak_of(&decision)?;
        let adopt = Adopt { decision: id, version, review, took: self.took };
        context.perform(&Command::Adopt(adopt)).map(drop)
    }
}

fn members(context: &mut Context, names: &[String]) -> Result<Vec<MemberId>, Stop> {
    let session = context.session()?;
    let named = names.iter().map(|name| name.trim()).filter(|name| !name.is_empty());
    Ok(named.map(|name| session.find(name)).collect::<Result<_, _>>()?)
}

fn text_of(typed: &[String]) -> Option<String> {
    Some(joined(typed)).filter(|text| !text.trim().is_empty())
}

fn which(context: &mut Context, word: &str) -> Result<DecisionId, Stop> {
    Ok(context.acting()?.find(word)?)
}
