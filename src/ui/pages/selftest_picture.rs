//! The figure of a self-test or of one of its screens, with the side that is tested.

use leptos::prelude::*;

use crate::{
    domain::{
        body::Side,
        figure::{drawing::frame, gear::Gear},
        selftest::Picture,
        tilt::Site,
    },
    ui::{components::figure::Figure, runtime::runtime, words::read},
};

/// All its poses beside each other, or under each other where the body lies. Without a side the
/// right one works.
#[component]
pub(super) fn TestPicture(
    picture: &'static Picture,
    #[prop(optional_no_strip)] side: Option<Side>,
    /// Where a phone lies on the limb that works.
    #[prop(optional_no_strip)]
    phone: Option<Site>,
) -> impl IntoView {
    let (poses, sided) = runtime().peek(|model| model.pictured(picture))?;
    let mut poses = poses.to_vec();
    if let Some(site) = phone {
        for pose in &mut poses {
            pose.gear.push(Gear::phone(site));
        }
    }
    let drawings = frame(&poses, sided.then(|| side.unwrap_or(Side::Right)));
    // The first and the last say enough: what is between them is on the way.
    let ends = [0, drawings.len().saturating_sub(1)];
    let wide = drawings.first().is_some_and(|one| one.width * 4 > one.height * 5);
    let pictures = drawings
        .into_iter()
        .zip(poses)
        .enumerate()
        .filter(|(place, _)| ends.contains(place))
        .map(|(_, (drawing, pose))| {
            view! {
                <div class="poses__pose poses__pose--now">
                    <Figure drawing label=read(&pose.label) />
                </div>
            }
        })
        .collect_view();
    Some(view! { <div class="poses selftest-picture" class:poses--wide=wide>{pictures}</div> })
}
