//! A folder that the person picked once, to write copies into. Its handle stays in an `IndexedDB`
//! database of its own.

use std::{cell::RefCell, fmt, rc::Rc};

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::{ask, name_of, property, window};

const DATABASE: &str = "soepel-file";
const STORE: &str = "folder";
const HANDLE: &str = "handle";
/// What the application wants to know again about its last copy.
const LAST: &str = "last";

/// A folder, with the names of what lies in it where the browser lets us look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub name: String,
    pub may_write: bool,
    /// It will be there on the next visit too.
    pub stays: bool,
    pub files: Vec<String>,
    pub last: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    NotPermitted,
    Failed,
}

/// The folder, once it was picked or found.
#[derive(Clone, Default)]
pub struct OwnFolder(Rc<RefCell<Option<JsValue>>>);

impl fmt::Debug for OwnFolder {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("OwnFolder")
    }
}

pub fn can_be_picked() -> bool {
    property(&window(), "showDirectoryPicker").is_some()
}

impl OwnFolder {
    /// The one of an earlier visit.
    pub fn find(&self, then: impl FnOnce(Option<Found>) + 'static) {
        let this = self.clone();
        spawn_local(async move {
            let Ok((Some(handle), last)) = remembered().await else { return then(None) };
            let may_write = permission("queryPermission", &handle).await;
            let found = look(&handle, may_write, last, true).await;
            this.0.replace(Some(handle));
            then(Some(found));
        });
    }

    /// To be called in a press; none where the window was closed.
    pub fn pick(&self, then: impl FnOnce(Option<Found>) + 'static) {
        let asked = ask(&window(), "showDirectoryPicker", &[to_write("soepel")]);
        let this = self.clone();
        spawn_local(async move {
            let Ok(handle) = asked.await else { return then(None) };
            // Without a place to remember it, it holds for this visit.
            let stays = remember(Some(&handle), None).await.is_ok();
            let found = look(&handle, true, None, stays).await;
            this.0.replace(Some(handle));
            then(Some(found));
        });
    }

    /// May it be written to? To be called in a press.
    pub fn request(&self, then: impl FnOnce(Option<Found>) + 'static) {
        let Some(handle) = self.0.borrow().clone() else { return then(None) };
        let asked = ask(&handle, "requestPermission", &[to_write("")]);
        spawn_local(async move {
            let granted = asked.await.is_ok_and(|answer| answer == "granted");
            let (kept, last) = remembered().await.unwrap_or_default();
            then(Some(look(&handle, granted, last, kept.is_some()).await));
        });
    }

    /// A browser puts the whole new text in the place of the old one at once, or not at all.
    pub fn write(
        &self,
        name: String,
        text: String,
        last: String,
        remove: Vec<String>,
        then: impl FnOnce(Outcome) + 'static,
    ) {
        let Some(handle) = self.0.borrow().clone() else { return then(Outcome::Failed) };
        spawn_local(async move {
            let outcome = match put(&handle, &name, &text).await {
                Ok(()) => Outcome::Done,
                Err(error) if name_of(&error) == "NotAllowedError" => Outcome::NotPermitted,
                Err(_) => Outcome::Failed,
            };
            if outcome == Outcome::Done {
                for name in remove {
                    // What stays there harms nobody.
                    let _ = ask(&handle, "removeEntry", &[name.into()]).await;
                }
                let _ = remember(None, Some(last)).await;
            }
            then(outcome);
        });
    }

    pub fn forget(&self) {
        self.0.replace(None);
        spawn_local(async {
            if let Ok(request) = Factory::new().and_then(|factory| factory.delete(DATABASE)) {
                let _ = request.await;
            }
        });
    }
}

async fn put(folder: &JsValue, name: &str, text: &str) -> Result<(), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"create".into(), &true.into())?;
    let file = ask(folder, "getFileHandle", &[name.into(), options.into()]).await?;
    let stream = ask(&file, "createWritable", &[]).await?;
    if let Err(error) = ask(&stream, "write", &[text.into()]).await {
        let _ = ask(&stream, "abort", &[]).await;
        return Err(error);
    }
    ask(&stream, "close", &[]).await.map(drop)
}

async fn look(folder: &JsValue, may_write: bool, last: Option<String>, stays: bool) -> Found {
    let name = property(folder, "name").and_then(|name| name.as_string()).unwrap_or_default();
    let files = if may_write { files(folder).await.unwrap_or_default() } else { Vec::new() };
    Found { name, may_write, stays, files, last }
}

async fn files(folder: &JsValue) -> Result<Vec<String>, JsValue> {
    let keys = property(folder, "keys").ok_or(JsValue::NULL)?;
    let names = js_sys::Function::from(keys).call0(folder)?;
    let mut files = Vec::new();
    loop {
        let step = ask(&names, "next", &[]).await?;
        let Some(name) = property(&step, "value").and_then(|name| name.as_string()) else {
            return Ok(files);
        };
        files.push(name);
    }
}

async fn permission(method: &str, handle: &JsValue) -> bool {
    ask(handle, method, &[to_write("")]).await.is_ok_and(|answer| answer == "granted")
}

fn to_write(id: &str) -> JsValue {
    let options = Object::new();
    let _ = Reflect::set(&options, &"mode".into(), &"readwrite".into());
    if !id.is_empty() {
        let _ = Reflect::set(&options, &"id".into(), &id.into());
    }
    options.into()
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

async fn remembered() -> Result<(Option<JsValue>, Option<String>), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(STORE)?;
    let (handle, last) = (store.get(JsValue::from(HANDLE))?, store.get(JsValue::from(LAST))?);
    let (handle, last) = (handle.await?, last.await?);
    database.close();
    Ok((handle, last.and_then(|last| last.as_string())))
}

/// Another folder forgets the last copy.
async fn remember(handle: Option<&JsValue>, last: Option<String>) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    if let Some(handle) = handle {
        store.put(handle, Some(&HANDLE.into()))?;
        store.delete(JsValue::from(LAST))?;
    }
    if let Some(last) = last {
        store.put(&last.into(), Some(&LAST.into()))?;
    }
    transaction.commit()?.await?;
    database.close();
    Ok(())
}
