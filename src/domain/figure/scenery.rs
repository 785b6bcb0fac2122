//! What the body rests on or leans against, built from the same balls as the body.

use super::{
    Prop, PropKind, View,
    flesh::Ball,
    space::{Point, Turn},
};

/// Half the thickness of planks, legs and backs, in body heights.
const EDGE: f32 = 0.012;
const MAT_EDGE: f32 = 0.008;
/// How far a mat reaches beyond what lies on it.
const MAT_MARGIN: f32 = 0.07;
/// How wide the floor shows round somebody who stands.
const PATCH: f32 = 0.26;
const FINE: f32 = 0.004;

impl PropKind {
    /// Whether a body part can rest on top of it.
    pub fn bears(self) -> bool {
        match self {
            Self::Cushion | Self::Chair | Self::Bench | Self::Step | Self::Box | Self::Mat => true,
            Self::Wall | Self::Stick | Self::Book => false,
        }
    }

    /// Whether it stands where it stands, whatever the body does.
    pub fn is_fixed(self) -> bool {
        !matches!(self, Self::Cushion | Self::Stick)
    }

    /// How far it reaches to either side of the middle, away from the onlooker and towards them.
    pub(super) fn half_depth(self) -> f32 {
        match self {
            Self::Stick => 0.32,
            Self::Wall => 0.3,
            Self::Cushion => 0.1,
            Self::Book => 0.07,
            _ => 0.15,
        }
    }
}

/// Where a point lies along a prop's width, which runs across the picture.
pub fn across(view: View, point: Point) -> f32 {
    match view {
        View::Side | View::ObliqueRear | View::Top => point.x,
        View::Front | View::FrontHigh | View::ObliqueFront => -point.z,
        View::Rear | View::RearQuarter | View::RearHigh => point.z,
    }
}

/// Where a point lies along a prop's depth, from its middle.
pub(super) fn into(view: View, point: Point) -> f32 {
    match view {
        View::Side | View::ObliqueRear | View::Top => point.z,
        _ => point.x,
    }
}

/// The step in the room that leads so far along a prop's width.
pub fn along(view: View, distance: f32) -> Point {
    match view {
        View::Side | View::ObliqueRear | View::Top => Point::new(distance, 0.0, 0.0),
        View::Front | View::FrontHigh | View::ObliqueFront => Point::new(0.0, 0.0, -distance),
        View::Rear | View::RearQuarter | View::RearHigh => Point::new(0.0, 0.0, distance),
    }
}

/// The pieces of a prop, each a skin over balls.
pub fn pieces(prop: &Prop, view: View) -> Vec<Vec<Ball>> {
    let Prop { kind, x, y, width, height, away } = *prop;
    let (end, top) = (x + width, y + height);
    let deep = kind.half_depth();
    let block = |from: f32, to: f32, low: f32, high: f32, edge: f32| {
        slab(view, [from, to], [low, high], [-deep - away, deep - away], edge)
    };
    let post = |at: f32, high: f32| {
        [-deep, deep - 2.0 * EDGE].map(|side| {
            slab(view, [at, at + 2.0 * EDGE], [y, high], [side, side + 2.0 * EDGE], EDGE)
        })
    };
    match kind {
        PropKind::Chair => {
            let mut pieces = vec![
                block(x, x + 2.0 * EDGE, top + 0.12, top + 0.26, EDGE),
                block(x, end, top - 2.0 * EDGE, top, EDGE),
            ];
            pieces.extend(post(x, top + 0.26));
            pieces.extend(post(end - 2.0 * EDGE, top));
            pieces
        }
        PropKind::Bench => {
            let mut pieces = vec![block(x, end, top - 0.05, top, EDGE)];
            pieces.extend(post(x + 0.02, top));
            pieces.extend(post(end - 0.02 - 2.0 * EDGE, top));
            pieces
        }
        PropKind::Cushion => vec![block(x, end, y, top, height / 2.0)],
        PropKind::Stick => {
            let edge = height / 2.0;
            vec![block(x, end, y, top, edge)]
        }
        PropKind::Step | PropKind::Box => {
            vec![block(x, end, y, top, EDGE), block(x, end, top - 2.0 * EDGE, top, EDGE)]
        }
        PropKind::Wall | PropKind::Mat | PropKind::Book => {
            vec![block(x, end, y, top, EDGE.min(width / 2.0).min(height / 2.0))]
        }
    }
}

/// A mat just under everything that rests on the floor.
pub fn mat(resting: &[Point]) -> Vec<Ball> {
    let bounds = |axis: fn(&Point) -> f32| {
        let values = resting.iter().map(axis);
        let low = values.clone().fold(f32::INFINITY, f32::min);
        let high = values.fold(f32::NEG_INFINITY, f32::max);
        [low - MAT_MARGIN, high + MAT_MARGIN]
    };
    let (along, aside) = (bounds(|point| point.x), bounds(|point| point.z));
    along
        .into_iter()
        .flat_map(|x| aside.map(|z| Ball { at: Point::new(x, -MAT_EDGE, z), radius: MAT_EDGE }))
        .collect()
}

/// A round patch of floor under somebody who stands and is seen from above, where no floor line
/// can show.
pub fn patch(under: Point) -> Vec<Ball> {
    const CORNERS: u8 = 24;
    (0..CORNERS)
        .map(|corner| {
            let turned = Turn::NONE.about_y(f32::from(corner) * 360.0 / f32::from(CORNERS));
            let rim = turned.apply(Point::new(PATCH, -FINE, 0.0));
            Ball { at: Point::new(under.x, 0.0, under.z) + rim, radius: FINE }
        })
        .collect()
}

/// A box with rounded edges: small balls in its corners.
fn slab(view: View, xs: [f32; 2], ys: [f32; 2], depths: [f32; 2], edge: f32) -> Vec<Ball> {
    let mut balls = Vec::with_capacity(8);
    for x in [xs[0] + edge, xs[1] - edge] {
        for y in [ys[0] + edge, ys[1] - edge] {
            for deep in [depths[0] + edge, depths[1] - edge] {
                let depth = match view {
                    View::Side | View::ObliqueRear | View::Top => Point::new(0.0, y, deep),
                    _ => Point::new(deep, y, 0.0),
                };
                balls.push(Ball { at: along(view, x) + depth, radius: edge });
            }
        }
    }
    balls
}
