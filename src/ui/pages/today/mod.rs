//! Vandaag: one proposal, the week, and below it everything else.

mod backup;
mod begun;
mod comparison;
mod news;
mod notices;
mod proposal;
mod sessions;
mod week;

pub(super) use backup::HomeScreenLater;
pub(super) use notices::GateNotice;
pub(super) use sessions::session_name;

use leptos::prelude::*;

use super::{
    breaks::BreakCard,
    gentle::GentleCard,
    proposals::Proposals,
    routines::RoutinesLink,
    selftests::TestsLink,
    spell::{SpellCard, SpellStart},
};
use crate::{
    browser::{
        document as page,
        intl::{self, DateStyle},
    },
    content::phrases::{self, proposal as words},
    ui::{
        components::{
            header::PageHeader,
            icon::{Glyph, Icon},
        },
        runtime::runtime,
        sources::WithSources,
        words::{language, say},
    },
};

#[component]
pub(super) fn Today() -> impl IntoView {
    let runtime = runtime();
    let today = intl::date(runtime.moment().day(), language(), DateStyle::Long);
    // Without a proposal the list is all there is.
    let open =
        RwSignal::new(runtime.peek(|model| model.todays_proposal(runtime.moment()).is_none()));
    let show_all = move |()| {
        open.set(true);
        request_animation_frame(|| page::focus("#other"));
    };
    view! {
        <WithSources>
            <div class="page page--wide today">
                <PageHeader title=say(phrases::today::TITLE) lead=today />
                <begun::Begun />
                <GateNotice />
                <GentleCard />
                <SpellCard />
                <BreakCard />
                <div class="today__now">
                    <proposal::TodaysProposal on_other=show_all />
                    <week::WeekStrip />
                </div>
                <Proposals />
                <comparison::ComparisonNews />
                <proposal::WishCard />
                <backup::CopyCard />
                <news::NewsLine />
                <TestsLink />
                <Other open />
                <RoutinesLink />
                <backup::CopyLine />
            </div>
        </WithSources>
    }
}

/// Everything that can be done besides, folded away until somebody asks for it.
#[component]
fn Other(open: RwSignal<bool>) -> impl IntoView {
    view! {
        <details class="disclosure today__other" prop:open=open>
            <summary class="disclosure__summary" id="other">
                <h2 class="disclosure__title">{say(words::OTHER_TITLE)}</h2>
                <Glyph icon=Icon::Chevron />
            </summary>
            <div class="disclosure__body stack">
                <sessions::Everything />
                <SpellStart />
            </div>
        </details>
    }
}
