//! L1: to be written.
use super::{Finding, MemberScene};
use crate::domain::{calendar::At, names::Names};
pub(super) fn find(scene: &MemberScene) -> Option<Finding> {
    let _ = scene;
    None
}
pub(super) fn line(finding: &Finding, names: &Names, now: At) -> String {
    let _ = (names, now);
    finding.key.clone()
}
