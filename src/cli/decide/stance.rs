//! What each says to a decision.

use clap::builder::PossibleValuesParser;

use super::super::complete;
use super::super::context::{Context, joined, said};
use super::super::stop::Stop;
use super::{text_of, which};
use crate::domain::decide::{
    AnswerDecision, AskDecision, Command, JoinDecision, NoDecision, Refusal, StepOut, TakeStance,
    TestObjection,
};
use crate::domain::decision::{Probe, Word};
use crate::domain::id::MemberId;
use crate::words::words;

#[derive(clap::Args)]
pub struct Say {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(value_name = "STANCE", value_parser = stances(), help = words().cmd_decide_stance())]
    stance: String,
    #[arg(value_name = "REASON", help = words().cmd_reason())]
    reason: Vec<String>,
    #[arg(long = "pick", value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help = words().cmd_decide_pick())]
    picks: Vec<u32>,
    #[arg(long = "member", value_name = "NAME", add = complete::member(), help = words().cmd_decide_nominate())]
    nominates: Option<String>,
}

#[derive(clap::Args)]
pub struct Ask {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(required = true, value_name = "TEXT", help = words().cmd_decide_question())]
    text: Vec<String>,
}

#[derive(clap::Args)]
pub struct Answer {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help = words().cmd_decide_number())]
    question: u32,
    #[arg(required = true, value_name = "TEXT", help = words().cmd_decide_answer_text())]
    text: Vec<String>,
}

#[derive(clap::Args)]
pub struct Test {
    #[arg(value_name = "DECISION", add = complete::decision(), help = words().cmd_decide_which())]
    decision: String,
    #[arg(value_name = "NAME", add = complete::member(), help = words().cmd_decide_test_whose())]
    whose: String,
    #[arg(value_name = "QUESTION", value_parser = probes(), help = words().cmd_decide_test_question())]
    question: String,
    #[arg(required = true, value_name = "TEXT", help = words().cmd_decide_view())]
    view: Vec<String>,
}

fn stances() -> PossibleValuesParser {
    PossibleValuesParser::new(Word::ALL.iter().rev().map(|word| word.as_str()))
}

fn probes() -> PossibleValuesParser {
    PossibleValuesParser::new(Probe::ALL.iter().map(|probe| probe.as_str()))
}

impl Say {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let id = which(context, &self.decision)?;
        let session = context.session()?;
        let decision = session.decision(id)?;
        let version = session.version_to_speak_of(&decision)?;
        let nominates: Option<MemberId> =
            self.nominates.as_deref().map(|name| session.find(name)).transpose()?;
        let stance = TakeStance {
            decision: id,
            version,
            word: Word::named(&self.stance).unwrap_or(Word::Abstain),
            reason: text_of(&self.reason),
            picks: self.picks.iter().map(|pick| pick - 1).collect(),
            nominates,
        };
        context.perform(&Command::TakeStance(stance)).map(drop)
    }
}

impl Ask {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let decision = which(context, &self.decision)?;
        let text = said(joined(&self.text))?;
        context.perform(&Command::AskDecision(AskDecision { decision, text })).map(drop)
    }
}

impl Answer {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let id = which(context, &self.decision)?;
        let text = said(joined(&self.text))?;
        let session = context.session()?;
        let decision = session.decision(id)?;
        let question = decision.questions.get(self.question as usize - 1).map(|question| question.id);
        let none = Refusal::Decision { decision: id, why: NoDecision::NoSuchQuestion };
        let question = question.ok_or_else(|| session.refused(&none))?;
        context.perform(&Command::AnswerDecision(AnswerDecision { decision: id, question, text })).map(drop)
    }
}

impl Test {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let id = which(context, &self.decision)?;
        let view = said(joined(&self.view))?;
        let session = context.session()?;
        let whose: MemberId = session.find(&self.whose)?;
        let decision = session.decision(id)?;
        let mut own = decision.stances.iter().rev();
        let objection = own.find(|stance| stance.by == whose && stance.word == Word::Objection);
        let none = Refusal::Decision { decision: id, why: NoDecision::NoSuchObjection };
        let objection = objection.map(|stance| stance.id).ok_or_else(|| session.refused(&none))?;
        let question = Probe::named(&self.question).unwrap_or(Probe::Harm);
        let test = TestObjection { decision: id, objection, question, view };
        context.perform(&Command::TestObjection(test)).map(drop)
    }
}

pub fn join(context: &mut Context, word: &str) -> Result<(), Stop> {
    let decision = which(context, word)?;
    context.perform(&Command::JoinDecision(JoinDecision { decision })).map(drop)
}

pub fn step_out(context: &mut Context, word: &str) -> Result<(), Stop> {
    let decision = which(context, word)?;
    context.perform(&Command::StepOut(StepOut { decision })).map(drop)
}
