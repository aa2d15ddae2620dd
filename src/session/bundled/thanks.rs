//! Thanks, as items of a bundle.

use super::{Bundled, Import, Item, source, time};
use crate::domain::event::ThanksGiven;
use crate::domain::id::MemberId;
use crate::domain::record::Draft;
use crate::domain::thanks::Thanks;
use crate::exchange::Bundle;
use crate::exchange::bundle;
use crate::session::{Error, Session};

impl Bundled for Thanks {
    fn export(&self, _: &Session, out: &mut Bundle) -> Result<(), Error> {
        out.thanks.push(thanks(self));
        Ok(())
    }

    fn import(import: &mut Import<'_, '_>, bundle: &Bundle) -> Result<(), Error> {
        for thanks in &bundle.thanks {
            let to: Vec<MemberId> = thanks.to.iter().filter_map(|key| import.member(key)).collect();
            let Item::New(id) = import.item(&thanks.key)? else { continue };
            if to.is_empty() {
                continue;
            }
            let given = ThanksGiven {
                to,
                text: thanks.text.clone(),
                about: thanks.about.as_ref().and_then(|key| import.ids.get(key)).copied(),
                by: thanks.by.as_ref().and_then(|key| import.member(key)),
                at: Some(import.at(thanks.at)),
                from: source(&thanks.key),
            };
            import.append(vec![Draft::new(id, given)])?;
        }
        Ok(())
    }
}

fn thanks(thanks: &Thanks) -> bundle::Thanks {
    bundle::Thanks {
        key: thanks.id.to_string(),
        by: thanks.origin.map(|origin| origin.by.to_string()),
        to: thanks.to.iter().map(ToString::to_string).collect(),
        text: thanks.text.clone(),
        about: thanks.about.map(|about| about.to_string()),
        at: thanks.origin.and_then(|origin| time(origin.at)),
    }
}
