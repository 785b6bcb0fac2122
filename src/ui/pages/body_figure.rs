//! The front and the back of a body, with places to tap. The list beside it says the same, so
//! nothing here is read out.

use leptos::prelude::*;

use crate::{
    content::phrases::{Phrase, feel, spot as words},
    domain::{body::Spot, record::FeltAt},
    ui::words::say,
};

/// From the chest to the feet.
const OUTLINE: &str = "M40 2C38 18 43 32 41 46 39 57 33 64 32 79 31 102 36 124 38 146 39 164 37 186 40 208H54C56 186 57 168 56 148 57 128 59 110 60 100 61 110 63 128 64 148 63 168 64 186 66 208H80C83 186 81 164 82 146 84 124 89 102 88 79 87 64 81 57 79 46 77 32 82 18 80 2Z";

/// A place, and where its ellipses lie: middle across and down, half as wide, half as high.
type Zone = (Spot, &'static [[u16; 4]]);

const FRONT: &[Zone] = &[
    (Spot::Belly, &[[60, 32, 17, 16]]),
    (Spot::FrontHip, &[[43, 69, 10, 12], [77, 69, 10, 12]]),
    (Spot::Groin, &[[60, 86, 8, 11]]),
    (Spot::FrontThigh, &[[46, 112, 9, 20], [74, 112, 9, 20]]),
    (Spot::Knee, &[[47, 147, 9, 10], [73, 147, 9, 10]]),
    (Spot::LowerLeg, &[[47, 184, 8, 20], [73, 184, 8, 20]]),
];

const BACK: &[Zone] = &[
    (Spot::LowBack, &[[60, 42, 18, 15]]),
    (Spot::SideHip, &[[34, 76, 6, 15], [86, 76, 6, 15]]),
    (Spot::Buttock, &[[50, 80, 10, 14], [70, 80, 10, 14]]),
    (Spot::BackThigh, &[[46, 120, 9, 20], [74, 120, 9, 20]]),
    (Spot::LowerLeg, &[[47, 178, 8, 22], [73, 178, 8, 22]]),
];

#[component]
pub(super) fn BodyFigure(
    #[prop(into)] chosen: Signal<Option<FeltAt>>,
    #[prop(into)] on_choose: Callback<FeltAt>,
) -> impl IntoView {
    let half = move |caption: Phrase, zones: &'static [Zone]| {
        let places = zones.iter().map(|(spot, places)| place(*spot, places, chosen, on_choose));
        view! {
            <figure class="body-figure__half">
                <svg viewBox="24 0 72 210" focusable="false">
                    <path class="body-figure__outline" d=OUTLINE></path>
                    {places.collect_view()}
                </svg>
                <figcaption>{say(caption)}</figcaption>
            </figure>
        }
    };
    view! {
        <div class="body-figure" aria-hidden="true">
            {half(feel::FRONT, FRONT)} {half(feel::BACK, BACK)}
        </div>
    }
}

fn place(
    spot: Spot,
    places: &'static [[u16; 4]],
    chosen: Signal<Option<FeltAt>>,
    on_choose: Callback<FeltAt>,
) -> impl IntoView {
    let this = FeltAt::In(spot);
    let drawn = places.iter().map(|[x, y, wide, high]| {
        view! {
            <ellipse cx=x.to_string() cy=y.to_string() rx=wide.to_string() ry=high.to_string()></ellipse>
        }
    });
    view! {
        <g
            class="body-figure__place"
            class:body-figure__place--chosen=move || chosen.get() == Some(this)
            on:click=move |_| on_choose.run(this)
        >
            {drawn.collect_view()}
        </g>
    }
}

pub(super) fn spot_words(spot: Spot) -> String {
    say(match spot {
        Spot::FrontHip => words::FRONT_HIP,
        Spot::Groin => words::GROIN,
        Spot::SideHip => words::SIDE_HIP,
        Spot::Buttock => words::BUTTOCK,
        Spot::LowBack => words::LOW_BACK,
        Spot::Belly => words::BELLY,
        Spot::FrontThigh => words::FRONT_THIGH,
        Spot::BackThigh => words::BACK_THIGH,
        Spot::Knee => words::KNEE,
        Spot::LowerLeg => words::LOWER_LEG,
        Spot::Elsewhere => words::ELSEWHERE,
    })
}

pub(super) fn felt_words(at: FeltAt) -> String {
    match at {
        FeltAt::In(spot) => spot_words(spot),
        FeltAt::Nowhere => say(words::NOWHERE),
    }
}
