//! `setara agree`: one's own yes to an agreement, and with words of its own one that others can agree to.

use clap::builder::PossibleValuesParser;

use super::complete;
use super::context::{Context, changed_list, changed_text, is_none, joined, said};
use super::stop::Stop;
use crate::domain::agreement::{AgreementKind, EXIT_MOST, Way, Wording};
use crate::domain::calendar::Day;
use crate::domain::decide::{
    AgreeTo, AmendAgreement, Command, DraftAgreement, LeaveAgreement, RenewAgreement, WithdrawAgreement,
};
use crate::domain::id::{AgreementId, DecisionId, MemberId};
use crate::words::words;

const YES: &str = "yes";
const NO: &str = "no";

#[derive(clap::Args)]
#[command(after_help = words().cmd_edit_none(), group = clap::ArgGroup::new("word").multiple(false))]
pub struct Args {
    #[arg(required_unless_present = "decision", value_name = "HANDLE", add = complete::agreement(), help = words().cmd_agree_what())]
    what: Vec<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_agree_text())]
    text: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = kinds(), conflicts_with_all = ["amend", "word"], help = words().cmd_agree_kind())]
    kind: Option<String>,
    #[command(flatten)]
    says: Says,
    #[arg(long, value_name = "HANDLE", add = complete::decision(), conflicts_with = "word", help = words().cmd_agree_decision())]
    decision: Option<String>,
    #[arg(long, help = words().cmd_agree_amend())]
    amend: bool,
    #[arg(long, value_name = "TITLE", allow_hyphen_values = true, requires = "amend", help = words().cmd_agree_title())]
    title: Option<String>,
    #[arg(long, group = "word", conflicts_with_all = ["text", "amend"], help = words().cmd_agree_leave())]
    leave: bool,
    #[arg(long, value_name = "DAY", requires = "leave", help = words().cmd_agree_on())]
    on: Option<String>,
    #[arg(long, value_name = "WHY", group = "word", allow_hyphen_values = true, conflicts_with_all = ["text", "amend"], help = words().cmd_agree_withdraw())]
    withdraw: Option<String>,
    #[arg(long, value_name = "DAY", group = "word", conflicts_with_all = ["text", "amend"], help = words().cmd_agree_renew())]
    renew: Option<String>,
}

/// What an agreement says besides its title and text.
#[derive(clap::Args)]
struct Says {
    #[arg(long = "with", value_name = "NAMES", add = complete::member(), help = words().cmd_agree_with())]
    with: Vec<String>,
    #[arg(long = "about", value_name = "WHAT", allow_hyphen_values = true, help = words().cmd_agree_about())]
    about: Vec<String>,
    #[arg(long, value_name = "HOW", value_parser = ways(), help = words().cmd_agree_way())]
    way: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..), help = words().cmd_agree_quorum())]
    quorum: Option<u32>,
    #[arg(long, value_name = "VALUE", value_parser = PossibleValuesParser::new([YES, NO]), help = words().cmd_agree_silence())]
    silence: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_agree_criteria())]
    criteria: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_agree_duties())]
    duties: Option<String>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_agree_share())]
    share: Option<String>,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(..=i64::from(EXIT_MOST)), help = words().cmd_agree_exit())]
    exit: Option<u32>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, help = words().cmd_agree_dispute())]
    dispute: Option<String>,
    #[arg(long, value_name = "DAY", help = words().cmd_agree_review())]
    review: Option<String>,
}

fn kinds() -> PossibleValuesParser {
    PossibleValuesParser::new(AgreementKind::ALL.map(AgreementKind::as_str))
}

fn ways() -> PossibleValuesParser {
    let none = ["none"];
    PossibleValuesParser::new(Way::ALL.map(Way::as_str).into_iter().chain(none))
}

impl Args {
    pub fn run(self, context: &mut Context) -> Result<(), Stop> {
        let what = joined(&self.what);
        if self.amend {
            return self.amend(context, &what);
        }
        if self.decision.is_some() {
            return self.draft_decided(context, what);
        }
        if let Some(text) = self.text {
            let parties = context.acting()?.everybody_here()?;
            let wording = Wording { title: said(what)?, text: said(text)?, parties, ..Wording::default() };
            return draft(context, wording, self.kind.as_deref(), self.says);
        }
        let (on, next) = (context.maybe_day(self.on.as_deref())?, context.maybe_day(self.renew.as_deref())?);
        let agreement: AgreementId = context.acting()?.find(&what)?;
        let command = match (self.leave, self.withdraw, next) {
            (true, ..) => Command::LeaveAgreement(LeaveAgreement { agreement, on }),
            (_, Some(why), _) => Command::WithdrawAgreement(WithdrawAgreement { agreement, why: said(why)? }),
            (_, _, Some(next)) => Command::RenewAgreement(RenewAgreement { agreement, next }),
            _ => Command::AgreeTo(AgreeTo { agreement, version: None }),
        };
        context.perform(&command).map(drop)
    }

    /// What a decision says is agreed on because of it, by those who decided.
    fn draft_decided(self, context: &mut Context, what: String) -> Result<(), Stop> {
        let decision = self.decision.as_deref().unwrap_or_default();
        let session = context.acting()?;
        let mut wording = session.to_write_down(session.find(decision)?)?;
        if !what.is_empty() {
            wording.title = said(what)?;
        }
        if let Some(text) = self.text {
            wording.text = said(text)?;
        }
        draft(context, wording, self.kind.as_deref(), self.says)
    }

    /// What the decision says that is named.
    fn decided(&self, context: &mut Context) -> Result<Option<Wording>, Stop> {
        let Some(decision) = &self.decision else { return Ok(None) };
        let id: DecisionId = context.acting()?.find(decision)?;
        Ok(Some(context.session()?.decided_wording(id)?))
    }

    /// What is not named stays as it is.
    fn amend(self, context: &mut Context, what: &str) -> Result<(), Stop> {
        let agreement: AgreementId = context.acting()?.find(what)?;
        let mut wording = context.session()?.proposal(agreement)?;
        if let Some(decided) = self.decided(context)? {
            wording =
                Wording { title: decided.title, text: decided.text, decision: decided.decision, ..wording };
        }
        if let Some(title) = self.title {
            wording.title = said(title)?;
        }
        if let Some(text) = self.text {
            wording.text = said(text)?;
        }
        self.says.change(context, &mut wording)?;
        context.perform(&Command::AmendAgreement(AmendAgreement { agreement, wording })).map(drop)
    }
}

fn draft(context: &mut Context, mut wording: Wording, kind: Option<&str>, says: Says) -> Result<(), Stop> {
    // Who says how something is decided needs not say as well that it is about that.
    let decides = says.way.is_some() || says.quorum.is_some() || says.silence.is_some();
    let kind = kind.and_then(AgreementKind::named).unwrap_or(match decides {
        true => AgreementKind::Governance,
        false => AgreementKind::Working,
    });
    says.change(context, &mut wording)?;
    let id = AgreementId(context.acting()?.new_id());
    context.perform(&Command::DraftAgreement(DraftAgreement { id, kind, wording }))?;
    context.hint_of(|session| {
        let row = session.board().agreement_row(id, session.today())?;
        let waits = row.filter(|row| !row.owed.is_empty());
        Ok(waits.map(|row| words().out_hint_agreement(row.handle)))
    })
}

impl Says {
    fn change(self, context: &mut Context, wording: &mut Wording) -> Result<(), Stop> {
        let review: Option<Option<Day>> = context.changed_day(self.review.as_deref())?;
        if !self.with.is_empty() {
            let session = context.acting()?;
            let names = self.with.iter().flat_map(|names| names.split(',')).map(str::trim);
            let found = names.filter(|name| !name.is_empty()).map(|name| session.find::<MemberId>(name));
            wording.parties = found.collect::<Result<_, _>>()?;
        }
        if let Some(about) = changed_list(self.about) {
            wording.about = about;
        }
        if let Some(way) = self.way {
            wording.way = Way::named(&way).filter(|_| !is_none(&way));
        }
        wording.quorum = self.quorum.or(wording.quorum);
        wording.silence = self.silence.map(|word| word == YES).or(wording.silence);
        wording.exit = self.exit.or(wording.exit);
        let texts = [
            (self.criteria, &mut wording.criteria),
            (self.duties, &mut wording.duties),
            (self.share, &mut wording.share),
            (self.dispute, &mut wording.dispute),
        ];
        for (text, kept) in texts {
            if let Some(text) = changed_text(text)? {
                *kept = text;
            }
        }
        if let Some(review) = review {
            wording.review = review;
        }
        Ok(())
    }
}
