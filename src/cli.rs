//! Verbs on the command line: words in, sentences, tables or JSON out.
//!
//! A verb is one file, one `mod` and one row of `verbs!`. It turns what was typed into a command for
//! [`session`](crate::session), which decides; what it prints is the sentence that the screens say too.
//!
//! Exit status: 0 done, 1 refused or the machine says no, 2 what was typed cannot be read, 101 a fault of our own.

mod complete;
mod context;
mod days;
mod json;
mod language;
pub mod manual;
mod misread;
mod options_first;
mod page;
mod paper;
mod rows;
mod screens;
mod stop;
mod target;
mod wording;

mod accept;
mod add;
mod agenda;
mod agree;
mod agreements;
mod asked;
mod asking;
mod assign;
mod away;
mod backup;
mod block;
mod blockers;
mod board;
mod buddy;
mod claim;
mod clarity;
mod clear;
mod come_back;
mod completions;
mod decide;
mod decisions;
mod decline;
mod demo;
mod doctor;
mod done;
mod drop;
mod due;
mod edit;
mod export;
mod findings;
mod give_back;
mod goal;
mod goals;
mod help;
mod help_with;
mod import;
mod join;
mod leave;
mod log;
mod man;
mod may;
mod me;
mod meetings;
mod merge;
mod mine;
mod move_to;
mod next;
mod offer;
mod park;
mod past_meetings;
mod promise;
mod rank;
mod redo;
mod remark;
mod remove;
mod renew;
mod report;
mod restore;
mod retro;
mod role;
mod roles;
mod search;
mod settings;
mod settle;
mod show;
mod since;
mod split;
mod stage;
mod standup;
mod start;
mod tag;
mod take_over;
mod tasks;
mod tension;
mod tensions;
mod terms;
mod thank;
mod trust;
mod tutor;
mod undo;
mod waits;
mod who;
mod withdraw;
mod yield_to;

use std::ffi::OsString;
use std::io::Write;

use clap::{CommandFactory, Parser};

use self::context::{Context, Globals};
use self::json::{Failure, Fault, error_word};
use self::options_first::{is_dashed, options_first};
use self::stop::Stop;
use crate::inert::{Signs, inert, json_text};
use crate::settings::Complaint;
use crate::words::words;

#[derive(Parser)]
#[command(name = "setara", version, about = words().cmd_about(), after_help = words().cmd_after_help())]
#[command(max_term_width = 100, disable_help_subcommand = true)]
struct Cli {
    #[command(flatten)]
    globals: Globals,
    #[command(subcommand)]
    verb: Option<Verb>,
}

/// What may be typed without a verb, which opens the screen. To make all verbs takes a tenth of the time until it stands.
#[derive(Parser)]
#[command(disable_help_flag = true)]
struct Screen {
    #[command(flatten)]
    globals: Globals,
}

macro_rules! verbs {
    ($($group:ident {
        $($(#[$hidden:ident])? $file:ident $verb:ident $about:ident $([$($other:literal),+])?,)+
    })+) => {
        /// Everything that can be said after `setara`.
        #[derive(clap::Subcommand)]
        enum Verb {
            $($(
                #[command(about = words().$about())]
                $(#[command(aliases = [$($other),+])])?
                $(#[command($hidden = true)])?
                $verb(Box<$file::Args>),
            )+)+
        }

        /// The chapters of the help: what each is called, and how many of the verbs belong to it.
        const CHAPTERS: &[(fn() -> String, usize)] =
            &[$((|| words().$group(), [$(stringify!($verb)),+].len())),+];

        impl Verb {
            fn run(self, context: &mut Context) -> Result<(), Stop> {
                match self { $($(Verb::$verb(args) => args.run(context),)+)+ }
            }
        }
    };
}

// In the chapters of the help. In brackets what people who come from elsewhere type for the same.
verbs! {
    chapter_begin {
        start Start cmd_start,
        demo Demo cmd_demo,
        tutor Tutor cmd_tutor,
        join Join cmd_join,
        leave Leave cmd_leave,
        come_back Return cmd_return,
        away Away cmd_away,
        me Me cmd_me,
    }
    chapter_work {
        add Add cmd_add,
        edit Edit cmd_edit,
    }
    chapter_look {
        board Board cmd_board ["status"],
        show Show cmd_show,
        tasks Tasks cmd_tasks ["ls", "list"],
        next Next cmd_next,
        mine Mine cmd_mine,
        who Who cmd_who,
    }
    chapter_promises {
        claim Claim cmd_claim,
        help_with HelpWith cmd_help_with,
        renew Renew cmd_renew,
        give_back GiveBack cmd_give_back,
        offer Offer cmd_offer,
        withdraw Withdraw cmd_withdraw,
        accept Accept cmd_accept,
        decline Decline cmd_decline,
        take_over TakeOver cmd_take_over,
    }
    chapter_course {
        move_to Move cmd_move,
        done Done cmd_done ["close", "finish"],
        drop Drop cmd_drop,
        due Due cmd_due,
        tag Tag cmd_tag,
        rank Rank cmd_rank,
        park Park cmd_park,
    }
    chapter_say {
        remark Remark cmd_remark,
        thank Thank cmd_thank,
        tension Tension cmd_tension,
        tensions Tensions cmd_tensions,
        agree Agree cmd_agree,
        agreements Agreements cmd_agreements,
    }
    chapter_decide {
        decide Decide cmd_decide,
        decisions Decisions cmd_decisions,
    }
    chapter_stops {
        block Block cmd_block,
        asked Asked cmd_asked,
        promise Promise cmd_promise,
        clear Clear cmd_clear,
    }
    chapter_team {
        role Role cmd_role,
        roles Roles cmd_roles,
        goal Goal cmd_goal,
        goals Goals cmd_goals,
        buddy Buddy cmd_buddy,
        terms Terms cmd_terms,
    }
    chapter_asks {
        may May cmd_may,
        agenda Agenda cmd_agenda,
        blockers Blockers cmd_blockers,
        waits Waits cmd_waits,
        clarity Clarity cmd_clarity,
        report Report cmd_report,
        findings Findings cmd_findings,
        settle Settle cmd_settle,
        merge Merge cmd_merge,
        yield_to Yield cmd_yield,
        split Split cmd_split,
    }
    chapter_meet {
        standup Standup cmd_standup ["stand-up", "daily"],
        retro Retro cmd_retro ["retrospective"],
        stage Stage cmd_stage ["present"],
    }
    chapter_back {
        since Since cmd_since,
        log Log cmd_log,
        undo Undo cmd_undo,
        redo Redo cmd_redo,
        search Search cmd_search,
    }
    chapter_files {
        import Import cmd_import,
        export Export cmd_export,
        backup Backup cmd_backup,
        restore Restore cmd_restore,
        doctor Doctor cmd_doctor,
        settings Settings cmd_settings,
        trust Trust cmd_trust,
        help Help cmd_help,
        man Man cmd_man,
        completions Completions cmd_completions,
        #[hide] remove Remove cmd_remove ["rm", "delete"],
        #[hide] assign Assign cmd_assign,
    }
}

pub use self::demo::sample_team;

/// The whole grammar, for completions and tests.
pub fn command() -> clap::Command {
    Cli::command()
}

/// Runs what was typed; the value is the process's exit status.
pub fn main() -> u8 {
    tell_faults_in_one_line();
    let typed = options_first(std::env::args_os().collect(), command);
    let complaints = language::choose(&typed);
    let color = paper::choose_color(&typed);
    if let Some(status) = complete::answer() {
        return status;
    }
    match parse(&typed) {
        Ok(cli) => run(cli, &complaints),
        Err(error) => misread(&error, &typed, color),
    }
}

fn parse(typed: &[OsString]) -> Result<Cli, clap::Error> {
    // A word that is no option and no option's value is a verb.
    let may_be_value = |at: usize| at > 1 && is_dashed(&typed[at - 1]);
    let may_open_the_screen = (1..typed.len()).all(|at| is_dashed(&typed[at]) || may_be_value(at));
    if may_open_the_screen && let Ok(screen) = Screen::try_parse_from(typed) {
        return Ok(Cli { globals: screen.globals, verb: None });
    }
    Cli::try_parse_from(typed)
}

fn run(cli: Cli, complaints: &[Complaint]) -> u8 {
    let json = cli.globals.json;
    if !json {
        crate::session::on_wait(screens::say_aside);
    }
    let mut context = Context::new(cli.globals);
    // The screens say it themselves, and `settings` says all of it.
    if !json
        && !matches!(cli.verb, None | Some(Verb::Settings(_)))
        && let Some(error) = context.environment.first_complaint(complaints)
    {
        tell(&Stop::Refused(error), json);
    }
    let outcome = match cli.verb {
        None => screens::open(context),
        Some(verb) => {
            // What is read by another program says nothing besides what was asked, and the doctor has said it.
            let is_said = json || matches!(verb, Verb::Doctor(_));
            let outcome = verb.run(&mut context).or_else(|stop| context.say_unchanged(stop));
            let outcome = outcome.and_then(|()| context.paper.flush()).map(|()| 0);
            for remark in context.remarks().into_iter().filter(|_| !is_said) {
                // One hint is enough: that of what was refused, where something was.
                let hint = remark.hint.filter(|_| outcome.is_ok());
                tell(&Stop::Refused(crate::session::Error { hint, ..remark }), json);
            }
            outcome.map_err(|stop| stop.having_acted(context.has_acted()))
        }
    };
    outcome.unwrap_or_else(|stop| {
        let stop = stop.having_acted(false);
        tell(&stop, json);
        stop.status()
    })
}

/// What clap could not read: its help where that was asked for, else one line and a hint.
fn misread(error: &clap::Error, typed: &[OsString], color: clap::ColorChoice) -> u8 {
    // Read once more, by the grammar that says in the chosen language what is wrong.
    let again = wording::worded(command()).color(color).try_get_matches_from(typed).err();
    let error = again.as_ref().unwrap_or(error);
    if !error.use_stderr() {
        let _ = error.print();
        return 0;
    }
    let (message, hint) = misread::message_and_hint(error, typed);
    let json = typed.iter().any(|word| word == "--json");
    tell(&Stop::usage(message, hint), json);
    2
}

/// Says on the standard error why nothing was done, and what can be typed instead.
fn tell(stop: &Stop, json: bool) {
    let (kind, error) = match stop {
        Stop::Refused(error) => (error_word(error.kind), error),
        Stop::Usage(error) => ("usage", error),
        Stop::Query(misread) => ("usage", &misread.error()),
        // Output is told as a refusal by now.
        Stop::Output(_) | Stop::ReaderGone | Stop::Left(_) => return,
    };
    if json {
        return print_error(kind, &error.message, error.hint.as_deref());
    }
    let mut err = std::io::stderr().lock();
    let _ = writeln!(err, "setara: {}", inert(&error.message, Signs::UNICODE));
    if let Stop::Query(misread) = stop {
        for line in misread.shown() {
            let _ = writeln!(err, "  {line}");
        }
        if let Some(hint) = &error.hint {
            let _ = writeln!(err, "{}", inert(hint, Signs::UNICODE));
        }
    } else if let Some(hint) = &error.hint {
        let _ = writeln!(err, "{}", words().out_try(inert(hint, Signs::UNICODE)));
    }
}

fn print_error(kind: &'static str, message: &str, hint: Option<&str>) {
    let failure = Failure { error: Fault { kind, message, hint } };
    let text = json_text(serde_json::to_string(&failure).expect("three texts are JSON"));
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// The status of a process that a fault of our own ended.
const FAULT: i32 = 101;

/// A fault of our own is one line, unless `RUST_BACKTRACE` asks for more. It ends the process, on whichever thread it came.
fn tell_faults_in_one_line() {
    let before = std::panic::take_hook();
    let wants_more =
        std::env::var_os("RUST_BACKTRACE").is_some_and(|value| !value.is_empty() && value != "0");
    std::panic::set_hook(Box::new(move |info| {
        if wants_more {
            before(info);
        } else {
            let what = info.payload_as_str().unwrap_or("?");
            let place =
                info.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
            let message = words().error_bug(format!("{what}{place}"));
            let _ = writeln!(std::io::stderr(), "setara: {}", inert(&message, Signs::UNICODE));
        }
        std::process::exit(FAULT);
    }));
}

#[cfg(test)]
mod tests;
