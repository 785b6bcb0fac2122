//! A second copy of what is kept, in `IndexedDB`: it fails at other times than localStorage does.

use std::{cell::RefCell, fmt, rc::Rc};

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

const NAME: &str = "soepel";
const STORE: &str = "kept";

/// A name with its text, or without one when it goes.
pub type Change = (String, Option<String>);

/// The way to the copy. Opened by [`Mirror::read`]; what changes before that waits for it.
#[derive(Clone, Default)]
pub struct Mirror(Rc<RefCell<Way>>);

impl fmt::Debug for Mirror {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Mirror")
    }
}

#[derive(Default)]
struct Way {
    database: Option<Rc<Database>>,
    /// It was tried, and cannot be had.
    missing: bool,
    waiting: Vec<Waiting>,
}

type Waiting = (Vec<Change>, Box<dyn FnOnce(bool)>);

impl Mirror {
    /// Tells every name with its text, or none when the copy cannot be had. A browser may also
    /// never answer.
    pub fn read(&self, then: impl FnOnce(Option<Vec<(String, String)>>) + 'static) {
        let this = self.clone();
        spawn_local(async move {
            let found = this.open_and_read().await.ok();
            this.0.borrow_mut().missing = found.is_none();
            let waiting = std::mem::take(&mut this.0.borrow_mut().waiting);
            // First what was read, then what came since: a browser does them in this order.
            then(found);
            for (changes, done) in waiting {
                this.change(changes, done);
            }
        });
    }

    /// In one transaction, after those before it; `done` hears whether it is safe.
    pub fn change(&self, changes: Vec<Change>, done: impl FnOnce(bool) + 'static) {
        let mut way = self.0.borrow_mut();
        let Some(database) = way.database.clone() else {
            if way.missing {
                drop(way);
                return done(false);
            }
            return way.waiting.push((changes, Box::new(done)));
        };
        drop(way);
        spawn_local(async move { done(write(&database, changes).await.is_ok()) });
    }

    fn close(&self) {
        let mut way = self.0.borrow_mut();
        way.missing = true;
        if let Some(database) = way.database.take() {
            database.close();
        }
    }

    async fn open_and_read(&self) -> Result<Vec<(String, String)>, Error> {
        let mut request = Factory::new()?.open(NAME, Some(1))?;
        request.on_upgrade_needed(|event| {
            if let Ok(database) = event.database() {
                // Where it cannot be made, the first transaction says so.
                let _ = database.create_object_store(STORE, ObjectStoreParams::new());
            }
        });
        let mut database = request.await?;
        // Another page wants to delete it or make it newer, and would wait for this one for ever.
        let this = self.clone();
        database.on_version_change(move |_| this.close());
        // Some browsers lose the way to it while the page sleeps.
        let this = self.clone();
        database.on_close(move |_| this.close());
        let database = Rc::new(database);
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let (names, texts) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
        let (names, texts) = (names.await?, texts.await?);
        self.0.borrow_mut().database = Some(database);
        let pair = |(name, text): (JsValue, JsValue)| Some((name.as_string()?, text.as_string()?));
        Ok(names.into_iter().zip(texts).filter_map(pair).collect())
    }
}

async fn write(database: &Database, changes: Vec<Change>) -> Result<(), Error> {
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    for (name, text) in changes {
        let name = JsValue::from(name);
        match text {
            Some(text) => drop(store.put(&text.into(), Some(&name))?),
            None => drop(store.delete(name)?),
        }
    }
    transaction.commit()?.await.map(drop)
}
