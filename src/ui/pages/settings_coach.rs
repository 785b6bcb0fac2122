//! How the coach leads: in tempo or at one's own pace.

use leptos::prelude::*;

use super::settings::save;
use crate::{
    content::phrases::coach as words,
    domain::settings::Pace,
    ui::{
        components::{choice::Choice, segmented::Segmented},
        runtime::runtime,
        words::say,
    },
};

#[component]
pub(super) fn PaceChoice() -> impl IntoView {
    let runtime = runtime();
    let paces = vec![
        Choice::new(Pace::Tempo, say(words::PACE_TEMPO)),
        Choice::new(Pace::OwnPace, say(words::PACE_OWN)),
    ];
    view! {
        <div class="stack">
            <Segmented
                name="pace"
                legend=say(words::PACE)
                choices=paces
                chosen=runtime.memo(|model, _| model.settings.pace)
                on_choose=move |pace| save(runtime, |settings| settings.pace = pace)
            />
            <p class="note">{say(words::PACE_HINT)}</p>
        </div>
    }
}
