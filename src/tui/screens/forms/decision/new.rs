//! A new proposal: from nothing, or from what is adopted or agreed on and is to be otherwise.

use super::proposed::{self, Proposed, rows};
use crate::domain::calendar::Day;
use crate::domain::decide::{Command, NoDecision, Proposal, Propose, Refusal};
use crate::domain::decision::{DecisionKind, Hide, State};
use crate::domain::folding::folded;
use crate::domain::id::{AgreementId, DecisionId, MemberId, RoleId};
use crate::domain::subject::Kind;
use crate::session::{Done, Error, Session};
use crate::tui::kit::overlay::{Field, Form, Item};
use crate::tui::screens::choices;
use crate::tui::shell::ask::{self, Pick, Question};
use crate::tui::shell::desk::Effect;
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// Nobody asks more to be heard: a team is smaller.
const QUORUM_MOST: u32 = 1000;

/// What the form of a new proposal begins with.
#[derive(Clone)]
struct Start {
    title: String,
    proposal: Proposal,
    role: Option<RoleId>,
    /// Who decides, or is asked for advice; of all who can decide nobody is named.
    named: Vec<MemberId>,
    quorum: Option<u32>,
    replaces: Option<DecisionId>,
    under: Option<AgreementId>,
}

impl Start {
    fn blank(kind: DecisionKind) -> Start {
        Start {
            title: words().form_propose(words().decision_kind(kind.as_str())),
            proposal: Proposal::default(),
            role: None,
            named: Vec::new(),
            quorum: None,
            replaces: None,
            under: None,
        }
    }
}

/// How it is decided, then what is proposed.
pub fn new_decision(_: &Session, _: &Overview) -> Result<Question, Error> {
    Ok(kind_first(|kind| {
        ask::with_board(move |session, overview| propose(session, overview, kind, Start::blank(kind)))
    }))
}

/// A change of what is adopted: all that it says, to be said otherwise. Those who decided it are asked again.
pub fn change_decision(session: &Session, overview: &Overview, id: DecisionId) -> Result<Question, Error> {
    let decision = session.decision(id)?;
    let Some(version) = decision.current().filter(|_| decision.state() == State::Adopted) else {
        return Err(session.refused(&Refusal::Decision { decision: id, why: NoDecision::NotAdopted }));
    };
    let named = match decision.kind {
        DecisionKind::Advice => here(session, decision.asked.iter().copied())?,
        _ => named(session, decision.parties(None))?,
    };
    let start = Start {
        title: words().form_change(session.board().handle_of(id)?),
        proposal: Proposal::of(version),
        role: decision.role,
        named,
        quorum: decision.quorum,
        replaces: Some(id),
        under: decision.under.map(AgreementId::from),
    };
    propose(session, overview, decision.kind, start)
}

/// A change of what is agreed on, which those decide whom it binds: in the way that it says, if it says one.
pub fn change_agreement(session: &Session, overview: &Overview, id: AgreementId) -> Result<Question, Error> {
    let (wording, bound) = session.in_force(id)?;
    let start = Start {
        title: words().form_change(session.board().handle_of(id)?),
        proposal: Proposal {
            title: words().form_change_of(&wording.title),
            text: Some(wording.text),
            ..Proposal::default()
        },
        role: None,
        named: named(session, bound)?,
        quorum: wording.quorum,
        replaces: None,
        under: wording.way.map(|_| id),
    };
    match wording.way {
        Some(way) => propose(session, overview, way.into(), start),
        None => Ok(kind_first(move |kind| {
            let start = start.clone();
            ask::with_board(move |session, overview| propose(session, overview, kind, start.clone()))
        })),
    }
}

/// Asks how it is decided.
fn kind_first(then: impl Fn(DecisionKind) -> Vec<Effect> + 'static) -> Question {
    let kinds = DecisionKind::ALL.iter().enumerate();
    let items = kinds.map(|(n, kind)| {
        let said = words().decision_kind(kind.as_str());
        Item::new(Pick::Nth(n), said, words().decision_kind_means(kind.as_str()))
    });
    ask::pick(words().scr_ask_kind(), items.collect(), move |_, pick| match pick {
        Pick::Nth(n) => DecisionKind::ALL.get(n).map(|kind| then(*kind)).unwrap_or_default(),
        _ => Vec::new(),
    })
}

/// Who of some is still of the team: nobody else can be named.
fn here(session: &Session, members: impl IntoIterator<Item = MemberId>) -> Result<Vec<MemberId>, Error> {
    let here = session.board().members_here()?;
    Ok(members.into_iter().filter(|member| here.contains(member)).collect())
}

/// Who of some is to be named: where they are all who can decide, nobody needs to be.
fn named(session: &Session, members: impl IntoIterator<Item = MemberId>) -> Result<Vec<MemberId>, Error> {
    let (named, all) = (here(session, members)?, session.board().members_to_decide()?);
    let is_all = named.len() == all.len() && named.iter().all(|member| all.contains(member));
    Ok(if is_all { Vec::new() } else { named })
}

/// The form of a proposal of a kind.
fn propose(
    session: &Session,
    overview: &Overview,
    kind: DecisionKind,
    start: Start,
) -> Result<Question, Error> {
    let words = words();
    let mut searches = proposed::searches(kind, true);
    let mut fields = rows(session, kind, &start.proposal)?;
    if kind == DecisionKind::Selection {
        let (roles, role) = (choices::of(session, Kind::Role, None)?, start.role.map(Pick::from));
        fields.insert(1, Field::choice(words.form_field_decision_role(), roles, role));
    }
    let people = session.board().members_to_decide()?;
    let names = session.board().names(people.iter().chain(&start.named).map(|member| (*member).into()))?;
    let called = |members: &[MemberId]| -> Vec<String> {
        members.iter().map(|member| names.name(*member).to_owned()).collect()
    };
    let (mut named, known) = (called(&start.named), called(&people));
    named.sort_by_key(|name| folded(name));
    fields.push(match kind {
        DecisionKind::Advice => Field::list(words.form_field_advisers(), &named, known).needed(),
        _ => Field::list(words.form_field_deciders(), &named, known).hint(words.form_field_deciders_hint()),
    });
    let has_quorum = kind.counts_quorum();
    if has_quorum {
        let quorum = Field::number(words.form_field_quorum(), start.quorum.map(f64::from));
        fields.push(quorum.hint(words.form_field_quorum_hint(kind.as_str())));
    }
    fields.push(Field::date(words.form_field_closes(), None).hint(words.scr_ask_day_hint()));
    fields.push(Field::date(words.form_field_decision_review(), None).hint(words.scr_ask_day_hint()));
    let hides = Hide::ALL.iter().enumerate();
    let hides = hides.map(|(n, hide)| Item::new(Pick::Nth(n), words.decision_hides(hide.as_str()), ""));
    fields.push(Field::choice(words.form_field_hide(), hides.collect(), None));
    // What cannot be chosen is not asked.
    let (adopted, agreed) = (choices::adopted(session)?, choices::agreed(session, kind)?);
    let (has_adopted, has_agreed) = (!adopted.is_empty(), !agreed.is_empty());
    if has_adopted {
        searches.push((fields.len(), choices::search(&[Kind::Decision])));
        fields.push(Field::choice(words.form_field_replaces(), adopted, start.replaces.map(Pick::from)));
    }
    if has_agreed {
        let chosen = start.under.map(Pick::from).filter(|under| agreed.iter().any(|item| item.id == *under));
        let under = Field::choice(words.form_field_under(), agreed, chosen);
        fields.push(under.hint(words.form_field_under_hint()));
    }
    let form = Form::new(start.title, words.act_propose(), fields, overview.today);
    let question = ask::form(form, move |app, mut fields| {
        let title = fields.take().and_then(|(value, _)| value.text()).unwrap_or_default();
        let role: Option<RoleId> = match kind {
            DecisionKind::Selection => fields.choice().and_then(|pick| pick.typed()),
            _ => None,
        };
        let Proposed(proposal) = match Proposed::taken(kind, title, &mut fields) {
            Ok(proposed) => proposed,
            Err(why) => return vec![Effect::Complain(why)],
        };
        let named = ask::texts(fields.take().and_then(|(value, _)| value.text()));
        let quorum = match has_quorum.then(|| fields.take().and_then(|(value, _)| value.number())).flatten() {
            Some(quorum) if quorum.fract() != 0.0 || !(1.0..=f64::from(QUORUM_MOST)).contains(&quorum) => {
                return ask::complain(app, words.form_no_whole(QUORUM_MOST));
            }
            quorum => quorum.map(|quorum| quorum as u32),
        };
        let closes = fields.take().and_then(|(value, _)| value.day());
        let review = fields.take().and_then(|(value, _)| value.day());
        let hide = match fields.choice() {
            Some(Pick::Nth(n)) => Hide::ALL.get(n).copied(),
            _ => None,
        };
        let replaces = has_adopted.then(|| fields.choice()).flatten().and_then(|pick| pick.typed());
        let under = has_agreed.then(|| fields.choice()).flatten().and_then(|pick| pick.typed());
        let wished = Wished { kind, proposal, role, named, quorum, closes, review, hide, replaces, under };
        let otherwise = wished.clone();
        ask::checked(move |session, _| otherwise.asks_once(session), move |session| wished.write(session))
    });
    Ok(ask::searching(question, searches))
}

/// A new proposal as it was filled in.
#[derive(Clone)]
struct Wished {
    kind: DecisionKind,
    proposal: Proposal,
    role: Option<RoleId>,
    named: Vec<String>,
    quorum: Option<u32>,
    closes: Option<Day>,
    review: Option<Day>,
    hide: Option<Hide>,
    replaces: Option<DecisionId>,
    under: Option<AgreementId>,
}

impl Wished {
    /// Another kind than is agreed on for such a title is asked about, and then under no agreement.
    fn asks_once(&self, session: &Session) -> Result<Option<Question>, Error> {
        let Some((agreement, way)) = session.agreed_way(&self.proposal.title)? else { return Ok(None) };
        if way == self.kind || self.under.is_some() {
            return Ok(None);
        }
        let words = words();
        let kind = |kind: DecisionKind| words.decision_kind(kind.as_str());
        let why = words.decision_other_way(session.board().handle_of(agreement)?, kind(way), kind(self.kind));
        let wished = self.clone();
        Ok(Some(ask::sure(words.act_propose(), &words.scr_ask_other_way(why), move |_| {
            let wished = wished.clone();
            ask::run(move |session| wished.write(session))
        })))
    }

    fn write(&self, session: &mut Session) -> Result<Done, Error> {
        let named = self.named.iter();
        let named = named.map(|name| session.find(name)).collect::<Result<Vec<MemberId>, _>>()?;
        let (parties, asked) = match self.kind {
            DecisionKind::Advice => (Vec::new(), named),
            _ if named.is_empty() => (session.board().members_to_decide()?, Vec::new()),
            _ => (named, Vec::new()),
        };
        let id = DecisionId(session.new_id());
        let agreed = session.agreed_way(&self.proposal.title)?;
        let agreed = agreed.filter(|(_, way)| *way == self.kind).map(|(agreement, _)| agreement);
        let under = self.under.or(agreed);
        let agreed = under.map(|under| session.agreed_quorum(under, self.kind)).transpose()?;
        session.perform(&Command::Propose(Propose {
            proposal: self.proposal.clone(),
            quorum: self.quorum.or(agreed.flatten()),
            hide: self.hide,
            closes: self.closes,
            review: self.review,
            role: self.role,
            asked,
            under: under.map(Into::into),
            replaces: self.replaces.into_iter().collect(),
            ..Propose::titled(id, self.kind, String::new(), parties)
        }))
    }
}
