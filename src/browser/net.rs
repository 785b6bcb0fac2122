//! Snapshots of everything as it was before, in an `IndexedDB` database of their own. It is opened
//! for each of the few times that it is needed.

use std::{cell::Cell, rc::Rc};

use idb::{
    Database, DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode,
};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::ticker;
use crate::domain::time::Millis;

const NAME: &str = "soepel-before";
/// What is told of each snapshot, by its name.
const LIST: &str = "list";
/// The snapshot itself, under the same name.
const TEXTS: &str = "texts";

/// Some browsers never answer; by then it counts as a no.
const PATIENCE: Millis = Millis(10_000);

type Entry = (String, String);

/// Every name with what is told of it, or none when there can be no snapshots.
pub fn list(then: impl FnOnce(Option<Vec<Entry>>) + 'static) {
    in_time(read_list(), then);
}

/// Whether it is safe.
pub fn keep(name: String, told: String, text: String, then: impl FnOnce(bool) + 'static) {
    in_time(write(vec![(name.clone(), told)], Some((name, text)), Vec::new()), move |done| {
        then(done.is_some());
    });
}

/// The snapshot, or none when it is not there.
pub fn text(name: String, then: impl FnOnce(Option<String>) + 'static) {
    in_time(read_text(name), move |text| then(text.flatten()));
}

/// Changes the list; the texts of what goes from it go too. Tells whether it was done.
pub fn change(put: Vec<Entry>, drop: Vec<String>, then: impl FnOnce(bool) + 'static) {
    in_time(write(put, None, drop), move |done| then(done.is_some()));
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            for store in [LIST, TEXTS] {
                // Where it cannot be made, the first transaction says so.
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        }
    });
    request.await
}

async fn read_list() -> Result<Vec<Entry>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[LIST], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(LIST)?;
    let (names, told) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (names, told) = (names.await?, told.await?);
    database.close();
    let pair = |(name, told): (JsValue, JsValue)| Some((name.as_string()?, told.as_string()?));
    Ok(names.into_iter().zip(told).filter_map(pair).collect())
}

async fn read_text(name: String) -> Result<Option<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadOnly)?;
    let found = transaction.object_store(TEXTS)?.get(JsValue::from(name))?.await?;
    database.close();
    Ok(found.and_then(|text| text.as_string()))
}

async fn write(put: Vec<Entry>, text: Option<Entry>, drop: Vec<String>) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[LIST, TEXTS], TransactionMode::ReadWrite)?;
    let (list, texts) = (transaction.object_store(LIST)?, transaction.object_store(TEXTS)?);
    for entry in put {
        place(&list, entry)?;
    }
    if let Some(entry) = text {
        place(&texts, entry)?;
    }
    for name in drop {
        list.delete(JsValue::from(name.clone()))?;
        texts.delete(JsValue::from(name))?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

fn place(store: &ObjectStore, (name, text): Entry) -> Result<(), Error> {
    store.put(&text.into(), Some(&JsValue::from(name))).map(drop)
}

/// Whichever comes first: the answer, or the end of our patience.
fn in_time<T: 'static>(
    work: impl Future<Output = Result<T, Error>> + 'static,
    then: impl FnOnce(Option<T>) + 'static,
) {
    let then = Rc::new(Cell::new(Some(then)));
    let late = Rc::clone(&then);
    let alarm = ticker::wake_in(PATIENCE, move || {
        if let Some(then) = late.take() {
            then(None);
        }
    });
    spawn_local(async move {
        let answer = work.await.ok();
        if let Some(alarm) = alarm {
            alarm.clear();
        }
        if let Some(then) = then.take() {
            then(answer);
        }
    });
}
