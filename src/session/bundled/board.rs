//! The board itself: its name goes out with the bundle, and stays what it is where one comes in.

use super::{Bundled, Import};
use crate::domain::board::Board;
use crate::exchange::Bundle;
use crate::session::{Error, Session};

impl Bundled for Board {
    fn export(&self, _: &Session, _: &mut Bundle) -> Result<(), Error> {
        Ok(())
    }

    fn import(_: &mut Import<'_, '_>, _: &Bundle) -> Result<(), Error> {
        Ok(())
    }
}
