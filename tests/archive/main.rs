//! What is kept stays readable: every record, every version, whatever happens to the texts.

mod damage;
mod files;
mod golden;
mod laws;
mod made;
mod stored;
