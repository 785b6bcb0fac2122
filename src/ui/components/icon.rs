//! The icons: outlines on a 24 by 24 grid, drawn in the colour of the text beside them.

use leptos::prelude::*;

/// Named for what it shows or does, never for the page it stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Play,
    Pause,
    Skip,
    Back,
    Next,
    Restart,
    Stop,
    PlusTen,
    Sound,
    SoundOff,
    Voice,
    Check,
    Warning,
    Info,
    Home,
    List,
    Book,
    Clock,
    History,
    Gear,
    Download,
    Upload,
    Trash,
    Edit,
    Undo,
    Left,
    Right,
    Up,
    Down,
    Phone,
    Search,
    Filter,
    Close,
    Chevron,
    ArrowBack,
    Plus,
    Minus,
    Person,
    Printer,
    Calendar,
    /// Somebody lying, under a large sky.
    Floor,
}

impl Icon {
    fn outline(self) -> &'static str {
        match self {
            Self::Play => "M8 5.2v13.6L19 12z",
            Self::Pause => "M8.5 5.5v13M15.5 5.5v13",
            Self::Skip => "M5 6l6.5 6L5 18zM12.5 6l6.5 6-6.5 6z",
            Self::Back => "M18.5 6v12L9 12zM5.5 6v12",
            Self::Next => "M5.5 6v12L15 12zM18.5 6v12",
            Self::Restart => "M4.5 12a7.5 7.5 0 1 0 2.4-5.5M4 4.5v4h4",
            Self::Stop => {
                "M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3zM9.5 9.5l5 5M14.5 9.5l-5 5"
            }
            Self::PlusTen => "M19.5 12a7.5 7.5 0 1 1-2.4-5.5M20 4.5v4h-4M12 9v6M9 12h6",
            Self::Sound => {
                "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a7.6 7.6 0 0 1 0 11"
            }
            Self::SoundOff => "M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5",
            Self::Voice => "M4 5.5h16v10.5h-8.5L7 20v-4H4zM8.5 9.5h7M8.5 12.5h4.5",
            Self::Check => "M5 12.5l4.8 4.8L19.5 7",
            Self::Warning => "M12 4l9 16H3zM12 10v4.5M12 17.2v.1",
            Self::Info => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.6v.1",
            Self::Home => "M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z",
            Self::List => "M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1",
            Self::Book => {
                "M12 6.5C10 5 7.2 4.5 3.5 4.5v13.5c3.7 0 6.5.5 8.5 2 2-1.5 4.8-2 8.5-2V4.5C16.8 4.5 14 5 12 6.5zM12 6.5V20"
            }
            Self::Clock => "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3.2 2",
            Self::History => "M4 20.5V4M4 20.5h16.5M8.5 17v-4M13 17V8.5M17.5 17v-6",
            Self::Gear => {
                "M4 7h8M18.5 7H20M4 17h1.5M12 17h8M15.2 4.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8.8 14.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6z"
            }
            Self::Download => "M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4.5 20h15",
            Self::Upload => "M12 15.5V4.5M7.5 8.5L12 4l4.5 4.5M4.5 20h15",
            Self::Trash => {
                "M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l1 13.5h9l1-13.5M10.2 10.5v6M13.8 10.5v6"
            }
            Self::Edit => "M4.5 19.5l1-4.2L16 4.8l3.2 3.2L8.7 18.5zM14 6.8L17.2 10",
            Self::Undo => "M8.5 5L4.5 9l4 4M4.5 9h9.5a5.5 5.5 0 0 1 0 11H9",
            Self::Left => "M10.5 6l-6 6 6 6M4.5 12H20",
            Self::Right => "M13.5 6l6 6-6 6M19.5 12H4",
            Self::Up => "M6 10.5l6-6 6 6M12 4.5V20",
            Self::Down => "M6 13.5l6 6 6-6M12 4V19.5",
            Self::Phone => {
                "M5 4h4l1.8 4.6-2.3 1.7a12 12 0 0 0 5.2 5.2l1.7-2.3L20 15v4c0 .6-.4 1-1 1C11 20 4 13 4 5c0-.6.4-1 1-1z"
            }
            Self::Search => "M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.8 15.8L20.5 20.5",
            Self::Filter => "M4 6.5h16M7 12h10M10 17.5h4",
            Self::Close => "M6 6l12 12M18 6L6 18",
            Self::Chevron => "M9 5.5l6.5 6.5L9 18.5",
            Self::ArrowBack => "M15 5.5L8.5 12l6.5 6.5",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Minus => "M5 12h14",
            Self::Person => {
                "M12 4a3.8 3.8 0 1 0 0 7.6A3.8 3.8 0 0 0 12 4zM4.5 20.5c.6-4.2 3.5-6 7.5-6s6.9 1.8 7.5 6"
            }
            Self::Printer => "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
            Self::Floor => "M4 4h16v10H4zM3 20h18M6.5 17.5h11",
            Self::Calendar => "M4 6h16v14H4zM4 10.5h16M8.5 3.5v4M15.5 3.5v4",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Play | Self::Skip | Self::Back | Self::Next => "icon icon--filled",
            Self::Left | Self::Right | Self::Chevron | Self::ArrowBack => "icon icon--directional",
            _ => "icon",
        }
    }
}

/// Decoration beside a text, or inside a control that has a name of its own: never read out.
#[component]
pub fn Glyph(icon: Icon) -> impl IntoView {
    view! {
        <svg class=icon.class() viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=icon.outline()></path>
        </svg>
    }
}
