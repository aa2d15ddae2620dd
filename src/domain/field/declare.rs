//! The macro that makes all that follows from the rows of a kind's fields.

/// The fields of a kind: their names, their registers, the payloads that add and edit them, and the command that adds.
///
/// ```text
/// fields! {
///     /// A field of a goal.
///     GoalField of Goal: GoalRegisters, edited by GoalEdited, added by GoalAdded and AddGoal { id: GoalId };
///
///     title title: Title(field_title);
///     text unit: Unit(field_unit);
///     goal parent: Parent(field_parent, form field_parent_form, none field_parent_none);
///     only added may source: String;
/// }
/// ```
///
/// A row says the type, the name, the name in the enum, and the texts: the label, which a form shows with a capital letter; another
/// label for forms; what an edit says that empties it, where that is not `no` and the label. Its place is the place of
/// the field on the wire. What begins with `only` is a row of one payload alone, as `payloads!` has it.
///
/// The types say how a field stands in the two payloads and in the register; the rest of what they mean is in `types!`. A
/// record that was written before a field came reads as if it was blank; but not without a title or a name, of which a kind
/// has one from the beginning.
macro_rules! fields {
    ($(#[$doc:meta])* $field:ident of $kind:ident: $registers:ident, edited by $edited:ident
     $(, added by $added:ident and $add:ident { id: $id:ty $(, $extra:ident: $extra_type:ty)* })?;
     $($rows:tt)*) => {
        fields!(@row [[$(#[$doc])* $field $kind $registers $edited $([$added $add $id [$($extra: $extra_type)*]])?] [] [] []]
            $($rows)*);
    };

    // What a type is in the payload that adds, in the payload that edits, and in the register.
    (@row $all:tt $(#[$doc:meta])* title $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [must $name: String] [may $name: String] [Title] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* name $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [must $name: String] [may $name: String] [Name] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* text $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [may $name: String] [clear $name: String] [Text] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* note $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [may $name: String] [clear $name: String] [Note] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* long $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [may $name: String] [clear $name: String] [Long] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* number $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [may $name: f64] [clear $name: f64] [Number] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* limit $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [or (<crate::domain::field::types::Limit as crate::domain::field::Type>::blank) $name: u32] [may $name: u32] [Limit] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* date $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [may_day $name: Day] [clear_day $name: Day] [Date] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* tags $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [list $name: String] [may $name: Vec<String>] [Tags] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* lines $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [list $name: String] [may $name: Vec<String>] [Lines] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* links $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [list $name: String] [may $name: Vec<String>] [Links] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* role $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [may $name: RoleId] [clear $name: RoleId] [Role] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* goal $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [may $name: GoalId] [clear $name: GoalId] [Goal] [$(#[$doc])*] $name $($rest)*); };
    (@row $all:tt $(#[$doc:meta])* choice<$type:ident> $name:ident: $($rest:tt)*) =>
        { fields!(@put $all [or (Default::default) $name: $type] [may $name: $type] [Choice<$type>] [$(#[$doc])*] $name $($rest)*); };
    (@row [$head:tt [$($added:tt)*] $edited:tt $fields:tt] only added $word:ident $name:ident: $type:ty; $($rest:tt)*) =>
        { fields!(@row [$head [$($added)* $word $name: $type,] $edited $fields] $($rest)*); };
    (@row [$head:tt $added:tt [$($edited:tt)*] $fields:tt] only edited $word:ident $name:ident: $type:ty; $($rest:tt)*) =>
        { fields!(@row [$head $added [$($edited)* $word $name: $type,] $fields] $($rest)*); };

    (@put [$head:tt [$($added:tt)*] [$($edited:tt)*] [$($fields:tt)*]] [$($add:tt)*] [$($edit:tt)*]
     [$($type:tt)+] $doc:tt $name:ident $variant:ident $texts:tt; $($rest:tt)*) => {
        fields!(@row [$head [$($added)* $($add)*,] [$($edited)* $($edit)*,]
            [$($fields)* ($doc $name $variant $texts (crate::domain::field::types::$($type)+))]] $($rest)*);
    };

    // All rows are read.
    (@row [[$(#[$doc:meta])* $field:ident $kind:ident $registers:ident $edited:ident $($adds:tt)?] $added:tt [$($edit:tt)*] $fields:tt]) => {
        fields!(@names [$(#[$doc])*] $field $fields);
        fields!(@registers $kind $registers $field $edited $fields);
        fields!(@values $edited $field $fields);
        payloads! {
            /// What an edit changes; what it leaves out stays. The default changes nothing.
            #[derive(Default)]
            $edited { $($edit)* imported, }
        }
        $(fields!(@added $registers $field $adds $added $fields);)?
    };

    (@names [$(#[$doc:meta])*] $field:ident [$(($docs:tt $name:ident $variant:ident $texts:tt $type:tt))+]) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $field {
            $($variant),+
        }

        impl crate::domain::field::Field for $field {
            const ALL: &'static [$field] = &[$($field::$variant),+];

            fn label(self) -> String {
                match self { $($field::$variant => fields!(@label $texts)),+ }
            }

            fn heading(self) -> String {
                match self { $($field::$variant => fields!(@heading $texts)),+ }
            }

            fn emptied(self) -> String {
                match self { $($field::$variant => fields!(@emptied $texts)),+ }
            }
        }
    };
    (@label ($label:ident $($rest:tt)*)) => { crate::words::words().$label() };
    (@heading ($label:ident, form $heading:ident $($rest:tt)*)) => { crate::words::words().$heading() };
    (@heading ($label:ident $($rest:tt)*)) => { crate::domain::spoken::begun(&crate::words::words().$label()) };
    (@emptied ($label:ident $(, form $heading:ident)?, none $none:ident)) => { crate::words::words().$none() };
    (@emptied ($label:ident $($rest:tt)*)) => { crate::words::words().phrase_emptied(crate::words::words().$label()) };

    (@registers $kind:ident $registers:ident $field:ident $edited:ident
     [$(([$($doc:tt)*] $name:ident $variant:ident $texts:tt ($($type:tt)+)))+]) => {
        /// What it says: a register for each field.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct $registers {
            $($($doc)* pub $name: crate::domain::register::Register<<$($type)+ as crate::domain::field::Type>::Held>,)+
        }

        // A field reads like any other of the kind's: `goal.due`.
        impl std::ops::Deref for $kind {
            type Target = $registers;

            fn deref(&self) -> &$registers {
                &self.registers
            }
        }

        impl $registers {
            /// Whether any field was written twice.
            pub fn is_written_twice(&self) -> bool {
                $(self.$name.written_twice().is_some())||+
            }
        }

        impl crate::domain::field::Registers for $registers {
            type Field = $field;
            type Edited = $edited;

            fn of(subject: &crate::domain::subject::Subject) -> Option<&$registers> {
                match subject {
                    crate::domain::subject::Subject::$kind(state) => Some(&state.registers),
                    _ => None,
                }
            }

            fn value(&self, field: $field) -> crate::domain::field::Value {
                match field { $($field::$variant => crate::domain::field::value::<$($type)+>(&self.$name)),+ }
            }

            fn written_twice(
                &self,
                field: $field,
            ) -> Option<Vec<(crate::domain::id::RecordId, crate::domain::field::Value)>> {
                match field { $($field::$variant => crate::domain::field::written_twice::<$($type)+>(&self.$name)),+ }
            }

            fn clashes(&self, before: &$registers, edit: &$edited, field: $field) -> bool {
                match field {
                    $($field::$variant => edit.$name.is_some() && before.$name.get() != self.$name.get()),+
                }
            }

            fn changed_by(
                &self,
                edit: &$edited,
            ) -> Result<($edited, Vec<crate::domain::id::RecordId>), crate::domain::decide::Refusal> {
                let mut seen = crate::domain::field::Seen::default();
                let changed = $edited {
                    $($name: seen.change::<$($type)+>(&edit.$name, &self.$name)?,)+
                    ..$edited::default()
                };
                Ok((changed, seen.0))
            }

            fn edit(&mut self, record: &crate::domain::record::Record, edit: &$edited) {
                $(self.$name.edit(record.id, &record.ends, &edit.$name);)+
            }
        }
    };

    (@values $edited:ident $field:ident [$(($docs:tt $name:ident $variant:ident $texts:tt ($($type:tt)+)))+]) => {
        impl crate::domain::field::Values for $edited {
            type Field = $field;

            fn values(&self) -> Vec<($field, crate::domain::field::Value)> {
                use crate::domain::field::Type;
                let all = [$(Clone::clone(&self.$name).map(|held| ($field::$variant, <$($type)+>::value(held)))),+];
                all.into_iter().flatten().collect()
            }

            fn set(&mut self, field: $field, value: crate::domain::field::Value) {
                use crate::domain::field::Type;
                match field {
                    $($field::$variant => {
                        if let Some(held) = <$($type)+>::held(value) {
                            self.$name = Some(held);
                        }
                    })+
                }
            }
        }
    };

    (@added $registers:ident $field:ident [$added:ident $add:ident $id:ty [$($extra:ident: $extra_type:ty)*]] [$($add_rows:tt)*]
     [$(([$($doc:tt)*] $name:ident $variant:ident $texts:tt ($($type:tt)+)))+]) => {
        payloads! {
            #[derive(Default)]
            $added { $($add_rows)* }
        }

        /// To write down a new one.
        #[derive(Debug, Clone, PartialEq)]
        pub struct $add {
            pub id: $id,
            $($($doc)* pub $name: <$($type)+ as crate::domain::field::Type>::Held,)+
            $(pub $extra: $extra_type,)*
        }

        impl $add {
            /// With all fields empty.
            pub fn blank(id: $id) -> $add {
                use crate::domain::field::Type;
                $add { id, $($name: <$($type)+>::blank(),)+ $($extra: Default::default(),)* }
            }

            /// What is written down, field by field; the rest is as of any new one.
            pub(in crate::domain) fn added(&self) -> Result<$added, crate::domain::decide::Refusal> {
                use crate::domain::field::Type;
                Ok($added { $($name: <$($type)+>::check(&self.$name)?,)+ ..$added::default() })
            }
        }

        impl crate::domain::field::Values for $add {
            type Field = $field;

            fn values(&self) -> Vec<($field, crate::domain::field::Value)> {
                use crate::domain::field::Type;
                vec![$(($field::$variant, <$($type)+>::value(Clone::clone(&self.$name)))),+]
            }

            fn set(&mut self, field: $field, value: crate::domain::field::Value) {
                use crate::domain::field::Type;
                match field {
                    $($field::$variant => {
                        if let Some(held) = <$($type)+>::held(value) {
                            self.$name = held;
                        }
                    })+
                }
            }
        }

        impl $registers {
            /// Writes what was written down of a new one.
            pub(in crate::domain) fn add(&mut self, record: &crate::domain::record::Record, added: &$added) {
                $(self.$name.write(record.id, &record.ends, Clone::clone(&added.$name));)+
            }
        }
    };
}

pub(in crate::domain) use fields;
