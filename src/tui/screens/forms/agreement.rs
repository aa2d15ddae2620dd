//! An agreement: all that it says. An amendment says all of it anew, beginning with what is proposed or in force.

use crate::domain::agreement::{AgreementKind, EXIT_MOST, Way, Wording};
use crate::domain::calendar::Day;
use crate::domain::decide::{AmendAgreement, Command, DraftAgreement};
use crate::domain::id::{AgreementId, DecisionId, MemberId, SubjectId};
use crate::session::{Done, Error, ErrorKind, Session};
use crate::tui::kit::overlay::{Field, Form, Item, Value};
use crate::tui::shell::ask::{self, Fields, Pick, Question};
use crate::tui::shell::overview::Overview;
use crate::words::words;

/// How many lines of the text are in sight.
const LINES: u16 = 4;

/// A new one, of everybody unless somebody is struck.
pub fn new_agreement(session: &Session, overview: &Overview) -> Result<Question, Error> {
    draft(session, overview, Wording { parties: session.everybody_here()?, ..Wording::default() })
}

/// What a decision came to, as an agreement of those who decided it. Said in other words it is refused.
pub fn decided_agreement(session: &Session, overview: &Overview, id: DecisionId) -> Result<Question, Error> {
    draft(session, overview, session.to_write_down(id)?)
}

/// The form of a new one that begins with what it may say.
fn draft(session: &Session, overview: &Overview, wording: Wording) -> Result<Question, Error> {
    let mut fields = rows(session, &wording)?;
    let kinds = AgreementKind::ALL.iter().enumerate();
    let kinds = kinds.map(|(n, kind)| Item::new(Pick::Nth(n), words().agreement_kind(kind.as_str()), ""));
    fields.insert(
        2,
        Field::choice(words().form_field_agreement_kind(), kinds.collect(), Some(Pick::Nth(0))).needed(),
    );
    let form = Form::new(words().form_agreement(), words().form_agreement_draft(), fields, overview.today);
    Ok(ask::form(form, move |_, mut fields| {
        let (typed, known) = (Typed::take(&mut fields, true), wording.clone());
        ask::run(move |session| {
            let id = AgreementId(session.new_id());
            let wording = typed.wording(session, known.clone())?;
            // Who says how something is decided needs not say as well that it is about that.
            let kind = match typed.kind {
                AgreementKind::Working if wording.way.is_some() => AgreementKind::Governance,
                kind => kind,
            };
            session.perform(&Command::DraftAgreement(DraftAgreement { id, kind, wording }))
        })
    }))
}

pub fn amend_agreement(session: &Session, overview: &Overview, id: AgreementId) -> Result<Question, Error> {
    let known = session.proposal(id)?;
    let fields = rows(session, &known)?;
    let form =
        Form::new(words().form_agreement_amend(), words().form_agreement_amends(), fields, overview.today);
    Ok(ask::form(form, move |_, mut fields| {
        let (typed, known) = (Typed::take(&mut fields, false), known.clone());
        ask::run(move |session| -> Result<Done, Error> {
            let wording = typed.wording(session, known.clone())?;
            session.perform(&Command::AmendAgreement(AmendAgreement { agreement: id, wording }))
        })
    }))
}

fn rows(session: &Session, said: &Wording) -> Result<Vec<Field<Pick>>, Error> {
    let words = words();
    let everybody = session.everybody_here()?;
    let all = everybody.iter().chain(&said.parties).map(|member| SubjectId::from(*member));
    let names = session.board().names(all)?;
    let called = |members: &[MemberId]| -> Vec<String> {
        members.iter().map(|member| names.name(*member).to_owned()).collect()
    };
    let ways = Way::ALL.iter().enumerate();
    let ways = ways.map(|(n, way)| Item::new(Pick::Nth(n), words.agreement_way(way.as_str()), "")).collect();
    let way = said.way.and_then(|way| Way::ALL.iter().position(|one| *one == way)).map(Pick::Nth);
    let own = |text: &Option<String>| text.clone().unwrap_or_default();
    Ok(vec![
        Field::text(words.form_field_agreement_title(), &said.title).needed(),
        Field::lines(words.form_field_agreement_text(), &said.text, LINES).needed(),
        Field::list(words.form_field_agreement_about(), &said.about, Vec::new())
            .hint(words.form_field_agreement_about_hint()),
        Field::choice(words.form_field_agreement_way(), ways, way),
        Field::number(words.form_field_quorum(), said.quorum.map(f64::from)),
        Field::list(words.form_field_parties(), &called(&said.parties), called(&everybody)),
        Field::date(words.form_field_agreement_review(), said.review).hint(words.scr_ask_day_hint()),
        Field::number(words.form_field_exit(), said.exit.map(f64::from)),
        Field::text(words.form_field_criteria(), &own(&said.criteria)),
        Field::text(words.form_field_duties(), &own(&said.duties)),
        Field::text(words.form_field_share(), &own(&said.share)),
        Field::text(words.form_field_dispute(), &own(&said.dispute)),
    ])
}

/// What stands in the fields.
#[derive(Clone)]
struct Typed {
    kind: AgreementKind,
    title: String,
    text: String,
    about: String,
    way: Option<Way>,
    quorum: Option<f64>,
    parties: String,
    review: Option<Day>,
    exit: Option<f64>,
    texts: [Option<String>; 4],
}

impl Typed {
    /// In the order of the rows.
    fn take(fields: &mut Fields, is_new: bool) -> Typed {
        let mut next = || fields.take().map(|(value, _)| value);
        let text = |value: Option<Value<Pick>>| value.and_then(Value::text).unwrap_or_default();
        let nth = |value: Option<Value<Pick>>| match value.and_then(Value::choice) {
            Some(Pick::Nth(n)) => Some(n),
            _ => None,
        };
        let (title, said) = (text(next()), text(next()));
        let kind = if is_new { nth(next()) } else { None };
        Typed {
            kind: kind.and_then(|n| AgreementKind::ALL.get(n).copied()).unwrap_or(AgreementKind::Working),
            title,
            text: said,
            about: text(next()),
            way: nth(next()).and_then(|n| Way::ALL.get(n).copied()),
            quorum: next().and_then(Value::number),
            parties: text(next()),
            review: next().and_then(Value::day),
            exit: next().and_then(Value::number),
            texts: [(); 4].map(|()| next().and_then(Value::text)),
        }
    }

    /// What it says, over what no field shows of what was known.
    fn wording(&self, session: &Session, known: Wording) -> Result<Wording, Error> {
        let listed = |text: &str| -> Vec<String> {
            text.split(',').map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
        };
        let parties: Result<Vec<MemberId>, Error> =
            listed(&self.parties).iter().map(|name| session.find::<MemberId>(name)).collect();
        let whole = |number: Option<f64>, most: u32| match number {
            Some(number) if number.fract() == 0.0 && (0.0..=f64::from(most)).contains(&number) => {
                Ok(Some(number as u32))
            }
            Some(_) => Err(Error::new(ErrorKind::Refused, words().form_no_whole(most), None)),
            None => Ok(None),
        };
        let [criteria, duties, share, dispute] = self.texts.clone();
        // A field holds no tab, and what was decided may.
        let same =
            |typed: &String, known: &String| match typed.split_whitespace().eq(known.split_whitespace()) {
                true => known.clone(),
                false => typed.clone(),
            };
        Ok(Wording {
            title: same(&self.title, &known.title),
            text: same(&self.text, &known.text),
            parties: parties?,
            about: listed(&self.about),
            way: self.way,
            quorum: whole(self.quorum, EXIT_MOST)?,
            silence: known.silence.filter(|_| self.way.is_some()),
            criteria,
            duties,
            share,
            exit: whole(self.exit, EXIT_MOST)?,
            dispute,
            review: self.review,
            decision: known.decision,
        })
    }
}
