//! What is kept and where; taking it along, bringing it back, and erasing it.

use leptos::prelude::*;

use super::{
    data_copy::{Export, Persistence},
    data_net::{Erase, SafetyNet},
    import::Import,
    print_plan::PlanOnPaper,
};
use crate::{
    content::phrases::{self, data_health as health, keeping as words},
    route::Route,
    ui::{
        components::{
            header::{BackLink, PageHeader},
            notice::{Notice, NoticeKind},
            row::{Row, Rows},
        },
        runtime::runtime,
        words::{fill, say},
    },
};

#[component]
pub(super) fn Data() -> impl IntoView {
    let back = BackLink { href: "#/instellingen".to_owned(), label: say(phrases::nav::SETTINGS) };
    view! {
        <div class="page settings">
            <PageHeader title=say(words::TITLE) back lead=say(words::LEAD) />
            <Here />
            <Export />
            <Import />
            <SafetyNet />
            <Rows>
                <Row
                    title=say(health::LINK)
                    detail=say(health::LINK_TEXT)
                    href=format!("#{}", Route::Health.path())
                />
            </Rows>
            <PlanOnPaper />
            <section class="settings__group">
                <h2 class="settings__title">{say(words::PRIVACY)}</h2>
                <p>{say(words::PRIVACY_DEVICE)}</p>
                <p>{say(words::PRIVACY_PEOPLE)}</p>
            </section>
            <Erase />
        </div>
    }
}

#[component]
fn Here() -> impl IntoView {
    let kept = runtime().memo(crate::app::model::Model::kept);
    let sessions = move || match kept.get().sessions {
        0 => say(words::SESSIONS_NONE),
        1 => say(words::SESSIONS_ONE),
        many => fill(words::SESSIONS, &[("n", &many.to_string())]),
    };
    let set_aside = move || {
        let title = match kept.get().set_aside {
            0 => return None,
            1 => say(words::SET_ASIDE_ONE),
            many => fill(words::SET_ASIDE, &[("n", &many.to_string())]),
        };
        Some(view! { <Notice kind=NoticeKind::Warning title /> })
    };
    view! {
        <section class="settings__group">
            <h2 class="settings__title">{say(words::WHAT)}</h2>
            <p>{sessions} " " {say(words::ALSO)}</p>
            <p>{say(words::PLACE)}</p>
            <Persistence />
            {set_aside}
        </section>
    }
}
