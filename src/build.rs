//! Turns `assets/words/<language>/*.ftl` into typed functions, so that a missing text does not compile.

use std::env;
use std::path::Path;
use std::process::ExitCode;

use fluent_typed::{BuildOptions, FtlOutputOptions, LintLevel, build_from_locales_folder};

fn main() -> ExitCode {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
    let file = |name: &str| Path::new(&out).join(name).to_string_lossy().into_owned();
    println!("cargo::rerun-if-changed=assets/words");
    build_from_locales_folder(
        BuildOptions::default()
            .with_locales_folder("assets/words")
            .with_output_file_path(&file("words.rs"))
            .with_ftl_output(FtlOutputOptions::single_file(&file("words.ftl")))
            .with_prefix("")
            .with_lint_level(LintLevel::Strict)
            .without_bidi_isolation()
            .without_format(),
    )
}
