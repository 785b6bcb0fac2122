//! What to do at this moment: a colour, a shape and a word, so that no one of them stands alone.

use leptos::prelude::*;

/// The kinds of moment a timed exercise has, as the eye tells them apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PhaseTone {
    /// Not begun: take your place, change sides.
    #[default]
    Prepare,
    /// On the way from one position to another.
    Move,
    Hold,
    /// Effort against a resistance.
    Press,
    /// Let go, still in position.
    Relax,
    /// Out of position, between efforts.
    Rest,
    Paused,
}

impl PhaseTone {
    /// As the stylesheets spell it: `player--hold`, `ring--hold`, `phase--hold`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Move => "move",
            Self::Hold => "hold",
            Self::Press => "press",
            Self::Relax => "relax",
            Self::Rest => "rest",
            Self::Paused => "paused",
        }
    }

    /// An open dotted circle, an arrow, a square, a triangle, waves, a crescent, two bars.
    fn shape(self) -> &'static str {
        match self {
            Self::Prepare => "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z",
            Self::Move => "M4 12h14M12.5 6l6 6-6 6",
            Self::Hold => "M5 5h14v14H5z",
            Self::Press => "M12 4.5l8.5 15h-17z",
            Self::Relax => "M3 9c3-4 6-4 9 0s6 4 9 0M3 16c3-4 6-4 9 0s6 4 9 0",
            Self::Rest => "M14.5 4a8.3 8.3 0 1 0 5.6 11.4A7 7 0 0 1 14.5 4z",
            Self::Paused => "M8.5 5.5v13M15.5 5.5v13",
        }
    }
}

#[component]
pub fn PhaseBadge(
    #[prop(into)] tone: Signal<PhaseTone>,
    #[prop(into)] label: Signal<String>,
) -> impl IntoView {
    view! {
        <p class=move || format!("phase phase--{}", tone.get().slug())>
            <svg class="phase__shape" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                <path d=move || tone.get().shape()></path>
            </svg>
            <span class="phase__label">{label}</span>
        </p>
    }
}
